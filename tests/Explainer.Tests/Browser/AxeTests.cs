using System.Diagnostics;
using System.Globalization;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>
/// The audit that readers with a screen reader depend on: each page as a whole, with its tables open, and then, as it takes
/// long on a whole page, each scene at each of its steps.
/// </summary>
public sealed class AxeTests(BrowserFixture browser)
{
    private static readonly string[] Others = ["/", Pages.Sources, Pages.RussianSources, Pages.Corrections];
    private static readonly (int, int)[] Screens = [(390, 844), (1280, 800)];

    public static TheoryData<string, int, int, string> Cases =>
    [
        (Pages.Sample, 390, 844, "light"),
        (Pages.Sample, 390, 844, "forced"),
        (Pages.Sample, 1280, 800, "dark"),

        // Every look of the story on every screen, in one of its editions.
        (Pages.English, 390, 844, "light"),
        (Pages.English, 390, 844, "forced"),
        (Pages.English, 1280, 800, "dark"),
        (Pages.Russian, 390, 844, "dark"),
        (Pages.Russian, 1280, 800, "light"),
        (Pages.Russian, 1280, 800, "forced"),
        .. from path in Others
           from screen in Screens
           select (path, screen.Item1, screen.Item2, screen.Item1 == 390 ? "dark" : "light"),
        (Pages.Gallery, 390, 844, "dark"),
        (Pages.Gallery, 1280, 800, "light"),
        (Pages.Gallery, 1280, 800, "forced"),
        (Pages.Sources, 1280, 800, "forced"),
        (Pages.English, 390, 844, "moving"),
        (Pages.Sample, 1280, 800, "moving"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Axe_finds_nothing_on_the_page_or_at_any_step(string path, int width, int height, string look)
    {
        var clock = Stopwatch.StartNew();
        await using var opened = await browser.OpenAsync(
            Pages.FilesOf(path), path, width, height,
            look == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            motion: look == "moving" ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
            colors: look == "forced" ? ForcedColors.Active : ForcedColors.None);
        await opened.Page.EvaluateAsync("() => { for (const table of document.querySelectorAll('details')) table.open = true; }");
        await opened.Page.EvaluateAsync(Pages.DropWhatIsNotShown);
        Assert.Equal("", await Axe.AuditAsync(opened.Page));

        // All else has been seen to, and axe would walk through it at each step again.
        await opened.Page.EvaluateAsync(EmptyAllButScenes);
        var steps = await Pages.StepsAsync(opened.Page);
        foreach (var scene in steps.GroupBy(s => s.Id[..s.Id.LastIndexOf('.')]))
        {
            await opened.Page.EvaluateAsync(EmptyOtherScenes, scene.Key);
            foreach (var (id, state) in scene)
            {
                await opened.GoToStepAsync(id);
                var seen = await opened.Page.EvaluateAsync<string>("id => document.getElementById(id).closest('[data-scene]').querySelector('[data-chart]').dataset.state", id);
                Assert.Equal((id, state, ""), (id, seen, await Axe.AuditAsync(opened.Page, $"[data-scene='{scene.Key}']")));
            }
        }

        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture, $"axe {path} {width} {look}: {steps.Count} steps, {clock.Elapsed.TotalSeconds:0.0} s"));
    }

    // Leaves boxes of the same height, so that nothing moves.
    private const string EmptyAllButScenes =
        """
        () => {
          for (const e of [...document.querySelectorAll("body *")]) {
            if (!e.isConnected || e.closest("[data-scene]") || e.querySelector("[data-scene]") || e.matches("script, .sr, .sr *, header, header *")) continue;
            const { height } = e.getBoundingClientRect();
            e.replaceChildren();
            e.style.height = `${height}px`;
          }
        }
        """;

    // Gives a scene back what was in it, and takes it out of the others, which become boxes too.
    private const string EmptyOtherScenes =
        """
        name => {
          for (const scene of document.querySelectorAll("[data-scene]")) {
            if (scene.dataset.scene === name) {
              if (scene.contents) scene.replaceChildren(...scene.contents);
              scene.style.height = "";
            } else if (scene.firstChild) {
              scene.style.height = `${scene.getBoundingClientRect().height}px`;
              scene.contents = [...scene.childNodes];
              scene.replaceChildren();
            }
          }
        }
        """;
}
