using Deque.AxeCore.Playwright;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>The audit that readers with a screen reader depend on.</summary>
public sealed class AxeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    public async Task Axe_finds_nothing(int width, int height, ColorScheme scheme)
    {
        foreach (var path in new[] { Pages.English, Pages.Russian, Pages.Sample, "/" })
        {
            await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, scheme, motion: ReducedMotion.Reduce);
            await AssertNoViolationsAsync(opened.Page, path);

            // Axe looks at the whole page each time: at its top, and with the last scene in its last state.
            foreach (var (id, _) in (await Pages.StepsAsync(opened.Page)).TakeLast(1))
            {
                await opened.GoToStepAsync(id);
                await AssertNoViolationsAsync(opened.Page, path + "#" + id);
            }
        }
    }

    private static async Task AssertNoViolationsAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{where}: {v.Id}: {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }
}
