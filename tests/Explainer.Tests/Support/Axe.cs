using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Explainer.Tests.Support;

/// <summary>
/// axe, with all its rules, at work inside the page: only what is wrong leaves it, as the tale of all that is right takes
/// longer to be told than to be found. Frames in a page are not looked into.
/// </summary>
internal static class Axe
{
    private static readonly string Program = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the whole page, or with what some selectors find; also that there is nothing to look at.</summary>
    public static async Task<string> AuditAsync(IPage page, params string[] places)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Program);
        return await page.EvaluateAsync<string>(
            """
            async places => {
              const { violations, passes } = await axe.run(places.length ? { include: places } : document, { resultTypes: ["violations"] });
              const problems = violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(", ")}`);
              return (passes.length ? problems : ["nothing was looked at"]).join("\n");
            }
            """,
            places);
    }
}
