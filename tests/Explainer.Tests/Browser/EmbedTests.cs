using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Charts of a site in pages of another, by the very code that readers copy.</summary>
public sealed class EmbedTests(BrowserFixture browser)
{
    private const string HostPage = "host/index.html";
    private static readonly int[] Widths = [320, 480, 800];
    private static readonly string[] Closed = ["/", "/the-way-back/", "/ru/sources/", "/404.html", "/ru/404.html"];

    // The code as it is published, with the address at which the tests serve the site.
    private static readonly ImmutableArray<OutputFile> Site = [.. Sites.Published("story").Files.Select(f => IsText(f) ? f with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Bytes.Span).Replace(Sites.Address, BrowserFixture.Host, StringComparison.Ordinal)) } : f)];

    private static readonly ImmutableArray<string> Codes = [.. Site.Where(f => f.Path.EndsWith("/oembed.json", StringComparison.Ordinal)).Select(f => JsonDocument.Parse(f.Bytes).RootElement.GetProperty("html").GetString()!)];

    // Every third chart, in one of its languages in turn.
    private static readonly ImmutableArray<string> InTurn = [.. Codes.Where((code, i) => i % 6 == (code.Contains("/ru/", StringComparison.Ordinal) ? 4 : 1))];

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_chart_in_a_foreign_page_is_seen_whole_and_never_scrolls(bool script, bool hostScript)
    {
        // In rows, all on the screen at once: browsers let frames rest that are not.
        await using var opened = await OpenAsync(InTurn.Select(code => $"<div style=\"display:flex;align-items:start\">{string.Concat(Widths.Select(width => $"<div style=\"flex:none;width:{width}px\">{(hostScript ? code : code[..code.IndexOf("<script", StringComparison.Ordinal)])}</div>"))}</div>"), script);

        Assert.Equal(Widths.Length * InTurn.Length, opened.Page.Frames.Count - 1);
        foreach (var frame in opened.Page.Frames.Skip(1))
        {
            var told = script && hostScript;
            if (told)
                await frame.WaitForFunctionAsync("() => document.documentElement.classList.contains('live') && !document.querySelector('[aria-busy]') && document.querySelector('.embed-foot').getBoundingClientRect().bottom > innerHeight - 14");
            Assert.Equal("", await frame.EvaluateAsync<string>(Whole, told));
        }

        Assert.Empty(opened.Problems);
        Assert.Empty(opened.Strangers);
    }

    [Fact]
    public async Task A_host_with_pym_is_told_the_height_in_its_own_words()
    {
        await using var opened = await OpenAsync(
            ["<script src=\"/said.js\"></script>", $"<iframe src=\"{BrowserFixture.Host}/embed/left/?initialWidth=480&amp;childId=chart-1&amp;parentUrl=x\" width=\"480\" height=\"100\"></iframe>"],
            script: true,
            new OutputFile("said.js", Encoding.UTF8.GetBytes("window.said = []; addEventListener('message', event => said.push(event.data));")));

        // They are told in pairs; on a busy machine another pair may be on its way.
        await opened.Page.WaitForFunctionAsync("async () => { const told = said.length; await new Promise(done => setTimeout(done, 500)); return told > 1 && told % 2 === 0 && told === said.length; }");
        var height = await opened.Page.Frames[1].EvaluateAsync<int>("() => { const e = document.querySelector('.embed'); e.style.height = 'auto'; return Math.ceil(e.getBoundingClientRect().height); }");
        var said = await opened.Page.EvaluateAsync<string[]>("() => said.slice(-2).map(s => typeof s === 'string' ? s : JSON.stringify(s))");
        Assert.Equal([$$"""{"sentinel":"amp","type":"embed-size","height":{{height}}}""", $"pymxPYMxchart-1xPYMxheightxPYMx{height}"], said);
    }

    [Fact]
    public async Task Buttons_put_a_chart_into_the_states_of_its_story_by_keyboard_too_and_say_so_and_axe_finds_nothing()
    {
        await using var opened = await browser.OpenAsync(Site, "/ru/embed/where/", 480, 900, ColorScheme.Dark, motion: ReducedMotion.Reduce);
        var page = opened.Page;
        var titles = await page.EvaluateAsync<Dictionary<string, string>>("() => JSON.parse(document.querySelector('[data-titles]').dataset.titles)");
        var buttons = await page.Locator(".states button").AllAsync();

        Assert.True(buttons.Count > 2);
        await page.Keyboard.PressAsync("Tab");
        foreach (var (button, number) in buttons.Select((b, i) => (b, i + 1)))
        {
            Assert.True(await button.EvaluateAsync<bool>("b => b === document.activeElement"));
            await page.Keyboard.PressAsync("Enter");
            await opened.StillAsync();
            var state = (await button.GetAttributeAsync("value"))!;
            Assert.Equal("true", await button.GetAttributeAsync("aria-pressed"));
            Assert.Equal(1, await page.Locator(".states [aria-pressed=true]").CountAsync());
            Assert.Equal(state, await page.Locator("[data-chart]").GetAttributeAsync("data-state"));
            Assert.Equal(titles[state], await page.Locator("[data-titles]").TextContentAsync());
            Assert.Equal($"{number} из {buttons.Count}: {titles[state]}".Replace('\u00A0', ' '), (await button.GetAttributeAsync("aria-label"))!.Replace('\u00A0', ' '));
            await Assertions.Expect(page.Locator("[id='page.said']")).Not.ToBeEmptyAsync();
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Equal("", await Axe.AuditAsync(page));
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task No_page_breaks_its_policy_or_asks_another_host_for_anything()
    {
        await using var opened = await browser.OpenAsync(Site, "/", 1280, 800, motion: ReducedMotion.Reduce);
        foreach (var path in Site.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal) && !f.Path.Contains("embed/", StringComparison.Ordinal)).Select(f => f.Path.Replace("index.html", "", StringComparison.Ordinal)))
        {
            await opened.Page.GotoAsync($"{BrowserFixture.Host}/{path}");
            await opened.ReadyAsync();
        }

        Assert.Empty(opened.Problems);
        Assert.Empty(opened.Strangers);
    }

    [Fact]
    public async Task Only_charts_can_be_framed()
    {
        await using var opened = await OpenAsync([.. Closed.Select(path => $"<iframe src=\"{BrowserFixture.Host}{path}\"></iframe>")], script: true);

        Assert.All(opened.Page.Frames.Skip(1), frame => Assert.StartsWith("chrome-error:", frame.Url, StringComparison.Ordinal));
        Assert.Equal(Closed.Length, opened.Problems.Count(p => p.Contains("frame", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_story_offers_the_code_beside_the_chart_and_a_button_that_copies_it()
    {
        await using var opened = await browser.OpenAsync(Site, Pages.English, 390, 844, motion: ReducedMotion.Reduce);
        var share = opened.Page.Locator("details.share").First;
        var code = await share.Locator("textarea").InputValueAsync();

        Assert.Contains(code, Codes);
        Assert.Equal(0, await share.Locator("button").CountAsync());
        await opened.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await opened.Page.EvaluateAsync("() => Object.defineProperty(navigator, 'clipboard', { value: { writeText: async text => { window.copied = text; } } })");
        await share.Locator("summary").ClickAsync();
        await share.Locator("button").ClickAsync();
        Assert.Equal(code, await opened.Page.EvaluateAsync<string>("() => copied"));
        await Assertions.Expect(share.Locator("button")).ToHaveTextAsync("Copied");
        Assert.Empty(opened.Problems);
    }

    private Task<OpenPage> OpenAsync(IEnumerable<string> parts, bool script, params OutputFile[] more) =>
        browser.OpenAsync(
            [.. Site, .. more, new OutputFile(HostPage, Encoding.UTF8.GetBytes("<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>Another site</title><body>" + string.Join('\n', parts).Replace("loading=\"lazy\"", "", StringComparison.Ordinal)))],
            "/host/", 1640, 800 * 5, script: script, host: BrowserFixture.Foreign);

    private static bool IsText(OutputFile file) => Path.GetExtension(file.Path) is ".html" or ".json";

    // What is wrong with what a frame shows: a bar, or a part of the chart that is not in sight, or words that are too small
    // where the frame has the height that was asked for.
    private const string Whole =
        """
        told => {
          const root = document.documentElement, faults = [];
          const name = location.pathname + " at " + innerWidth;
          if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) faults.push(`${name} scrolls: ${root.scrollWidth} by ${root.scrollHeight} in ${innerHeight}`);
          const boards = document.querySelector(".artboards"), box = boards.getBoundingClientRect();
          const svg = [...boards.children].find(svg => svg.getClientRects().length);
          const { a } = svg.getScreenCTM();
          const seen = svg.getBoundingClientRect();
          if (seen.bottom > box.bottom + .5 || document.querySelector(".embed-foot").getBoundingClientRect().bottom > innerHeight) faults.push(`${name} is cut`);
          if (a < (told ? 1 : .97)) faults.push(`${name} is drawn at ${a}`);
          for (const text of svg.querySelectorAll("g:not(.off) text")) {
            const words = text.getBoundingClientRect();
            if (words.bottom > innerHeight || words.right > innerWidth + 1 || words.left < -1) faults.push(`${name}: ${text.textContent} is out of sight`);
          }
          return faults.join("\n");
        }
        """;
}
