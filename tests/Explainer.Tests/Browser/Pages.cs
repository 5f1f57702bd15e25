using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>The pages that are tried, and the screens they are tried on.</summary>
internal static class Pages
{
    public const string English = "/the-way-back/";
    public const string Russian = "/ru/the-way-back/";
    public const string Sources = "/sources/";
    public const string RussianSources = "/ru/sources/";
    public const string Corrections = "/corrections/";
    public const string Sample = "/rain/";
    public const string Gallery = "/bars/";
    public const string HeaviestOfGallery = "/maps/";

    private static readonly ConcurrentDictionary<(string Path, int Width, int Height), Lazy<Task<Dictionary<string, (string State, string Marks)>>>> Pictures = new();

    /// <summary>Takes drawings that are not displayed out of a page, as axe would walk through all of them.</summary>
    public const string DropWhatIsNotShown = "() => { for (const e of document.querySelectorAll('.still, svg.artboard')) if (!e.checkVisibility()) e.remove(); }";

    /// <summary>Every page on a phone and on a wide screen.</summary>
    public static TheoryData<string, int, int> AndScreens =>
        [.. from path in new[] { English, Russian, Sample } from screen in new[] { (390, 844), (1440, 900) } select (path, screen.Item1, screen.Item2)];

    /// <summary>
    /// Every scene on both screens: a story's editions have the same scenes and scripts, so one is tried on a phone and the other
    /// on a wide screen.
    /// </summary>
    public static TheoryData<string, int, int> InTurn => [(English, 390, 844), (Russian, 1440, 900), (Sample, 390, 844), (Sample, 1440, 900)];

    public static ImmutableArray<OutputFile> FilesOf(string path) => path switch
    {
        Sample => Sites.Sample.Files,
        Gallery or HeaviestOfGallery => Sites.Gallery.Files,
        _ => Sites.Story.Files,
    };

    /// <summary>The ids and states of a page's steps, in reading order.</summary>
    public static async Task<List<(string Id, string State)>> StepsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-step]')].map(s => s.id + ' ' + s.dataset.step)")).Select(s => (s.Split(' ')[0], s.Split(' ')[1]))];

    /// <summary>The state that the chart of a step names, and the marks of its drawing in sight as they are now.</summary>
    public static async Task<(string State, string Marks)> SeenAsync(IPage page, string stepId)
    {
        var seen = await page.EvaluateAsync<string[]>(
            """
            id => {
              const chart = document.getElementById(id).closest("[data-scene]").querySelector("[data-chart]");
              const svg = [...chart.querySelectorAll("svg.artboard")].find(s => s.getClientRects().length);
              return [chart.dataset.state, [...svg.children].filter(g => !g.classList.contains("off")).map(g => g.dataset.key + (g.classList.contains("unlit") ? " unlit " : " ") + g.innerHTML).join("\n")];
            }
            """,
            stepId);
        return (seen[0], seen[1]);
    }

    /// <summary>The step of all whose middle is nearest to half the height of the screen, and the one that its scene calls active.</summary>
    public static async Task<(string Nearest, string Active)> ActiveAsync(IPage page)
    {
        var ids = await page.EvaluateAsync<string[]>(
            """
            () => {
              const distance = step => { const box = step.getBoundingClientRect(); return Math.abs(box.top + box.height / 2 - innerHeight / 2); };
              const nearest = [...document.querySelectorAll("[data-step]")].reduce((best, step) => distance(step) < distance(best) ? step : best);
              return [nearest.id, nearest.closest("[data-scene]").querySelector(".active").id];
            }
            """);
        return (ids[0], ids[1]);
    }

    /// <summary>The truth that other ways to a step are held against: the picture of each step by itself, with nothing moving. It is taken once for all tests.</summary>
    public static Task<Dictionary<string, (string State, string Marks)>> PicturesAsync(BrowserFixture browser, string path, int width, int height) =>
        Pictures.GetOrAdd((path, width, height), _ => new(() => TakePicturesAsync(browser, path, width, height))).Value;

    private static async Task<Dictionary<string, (string State, string Marks)>> TakePicturesAsync(BrowserFixture browser, string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var pictures = new Dictionary<string, (string, string)>();
        foreach (var (id, _) in await StepsAsync(opened.Page))
        {
            await opened.GoToStepAsync(id);
            pictures[id] = await SeenAsync(opened.Page, id);
        }

        return pictures;
    }

    /// <summary>The step that is nearest to the middle of the screen is the active one, is the wanted one, and has its picture.</summary>
    public static async Task AssertShownAsync(OpenPage opened, Dictionary<string, (string State, string Marks)> pictures, string? wanted)
    {
        await opened.StillAsync();
        var (nearest, active) = await ActiveAsync(opened.Page);
        Assert.Equal(nearest, active);
        if (wanted is not null)
            Assert.Equal(wanted, active);
        Assert.Equal(pictures[active], await SeenAsync(opened.Page, active));
    }
}
