using System.Globalization;
using System.Net;
using System.Text;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>
/// Not a test but a command: pictures of every page and step, to be looked at beside the boards. They lie in artifacts/looks,
/// a folder for each page and look, with one sheet for each scene and screen that has its looks in rows.
/// </summary>
public sealed class ScreenshotTests(BrowserFixture browser)
{
    /// <summary>How long a sheet may take to be read, and a whole page to be taken, in milliseconds: they are tens of megabytes.</summary>
    private const float Patience = 180_000;

    private const int PhoneThumb = 260;
    private const int WideThumb = 480;

    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1440, 900)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "looks");

    public static TheoryData<string> Stories => [.. Sites.Story.Content!.Stories.Select(s => s.Slug).Distinct()];

    [Theory(Explicit = true)]
    [MemberData(nameof(Stories))]
    public async Task Every_step_of_a_story_on_both_screens_light_and_dark_in_each_language(string slug)
    {
        var sheets = new SortedDictionary<string, List<(string Caption, string File)>>(StringComparer.Ordinal);

        // Pictures of steps that are no more would be judged too.
        if (Directory.Exists(Path.Combine(Folder, slug)))
            Directory.Delete(Path.Combine(Folder, slug), recursive: true);
        foreach (var language in Sites.Story.Content!.Languages)
        {
            foreach (var (width, height) in Screens)
            {
                foreach (var scheme in Schemes)
                {
                    var path = language.Code == "en" ? $"/{slug}/" : $"/{language.Code}/{slug}/";
                    await using var opened = await browser.OpenAsync(Sites.Story.Files, path, width, height, scheme, motion: ReducedMotion.Reduce);
                    var steps = await Pages.StepsAsync(opened.Page);
                    Assert.NotEmpty(steps);
                    var look = string.Create(CultureInfo.InvariantCulture, $"{language.Code}-{width}-{(scheme == ColorScheme.Light ? "light" : "dark")}");
                    await TakeAsync(opened.Page, "opening");
                    foreach (var (id, state) in steps)
                    {
                        await opened.GoToStepAsync(id);
                        var scene = id[..id.LastIndexOf('.')];
                        Assert.Equal(state, (await Pages.SeenAsync(opened.Page, id)).State);
                        await TakeAsync(opened.Page, scene, id);
                    }

                    foreach (var block in await opened.Page.Locator(".guess, .what-if, .plain > .chart").AllAsync())
                    {
                        await block.EvaluateAsync("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })");
                        await opened.StillAsync();
                        await TakeAsync(opened.Page, "blocks", "block." + (await block.EvaluateAsync<int>("e => [...document.querySelectorAll('.guess, .what-if, .plain > .chart')].indexOf(e)")).ToString(CultureInfo.InvariantCulture));
                    }

                    async Task TakeAsync(IPage page, string scene, string? name = null)
                    {
                        var file = Path.Combine(Folder, slug, look, (name ?? scene) + ".png");
                        await page.ScreenshotAsync(new() { Path = file });
                        var sheet = string.Create(CultureInfo.InvariantCulture, $"{scene}-{width}");
                        if (!sheets.TryGetValue(sheet, out var all))
                            sheets[sheet] = all = [];
                        all.Add(($"{look} {name ?? scene}", file));
                    }
                }
            }
        }

        foreach (var (sheet, shots) in sheets)
            await SheetAsync(Path.Combine(Folder, slug, $"sheet-{sheet}.png"), shots, shots.Count / (Schemes.Length * Sites.Story.Content.Languages.Length));
    }

    [Theory(Explicit = true)]
    [InlineData(390)]
    [InlineData(1440)]
    public async Task Every_other_page_whole(int width)
    {
        var shots = new List<(string, string)>();
        var stories = Sites.Story.Content!.Stories.Select(s => s.Slug).ToHashSet(StringComparer.Ordinal);
        foreach (var page in Sites.Story.Files.Select(f => f.Path).Where(p => p.EndsWith(".html", StringComparison.Ordinal) && !p.Contains("embed/", StringComparison.Ordinal) && !stories.Any(s => p.EndsWith($"{s}/index.html", StringComparison.Ordinal))))
        {
            foreach (var scheme in Schemes)
            {
                await using var opened = await browser.OpenAsync(Sites.Story.Files, "/" + page.Replace("index.html", "", StringComparison.Ordinal), width, 900, scheme, motion: ReducedMotion.Reduce);
                var file = Path.Combine(Folder, "pages", string.Create(CultureInfo.InvariantCulture, $"{page.Replace('/', '-')}-{width}-{scheme}.png"));
                await opened.Page.ScreenshotAsync(new() { Path = file, FullPage = true, Timeout = Patience });
                shots.Add((page + " " + scheme, file));
            }
        }

        Assert.NotEmpty(shots);
        await SheetAsync(Path.Combine(Folder, "pages", string.Create(CultureInfo.InvariantCulture, $"sheet-{width}.png")), shots, 2 * Schemes.Length);
    }

    private async Task SheetAsync(string path, List<(string Caption, string File)> shots, int columns)
    {
        var thumb = shots[0].File.Contains("1440", StringComparison.Ordinal) ? WideThumb : PhoneThumb;
        var body = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"en\"><title>Sheet</title><body style=\"margin:8px;font:12px sans-serif;background:#888;display:grid;gap:8px;align-items:start;grid-template-columns:repeat({columns},{thumb}px)\">");
        foreach (var (caption, file) in shots)
            body.Append(CultureInfo.InvariantCulture, $"<figure style=\"margin:0\"><figcaption>{WebUtility.HtmlEncode(caption)}</figcaption><img style=\"display:block;width:100%;max-height:1200px;object-fit:cover;object-position:top\" src=\"data:image/png;base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(file))}\" alt=\"\"></figure>");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.SetViewportSizeAsync((columns * (thumb + 8)) + 8, 900);
        await page.SetContentAsync(body.ToString(), new() { Timeout = Patience });
        await page.ScreenshotAsync(new() { Path = path, FullPage = true, Timeout = Patience });
    }
}
