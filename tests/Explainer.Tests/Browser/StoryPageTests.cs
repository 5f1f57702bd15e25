using System.Collections.Immutable;
using System.IO.Compression;
using Deque.AxeCore.Playwright;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>The story's pages and the sample's, as readers meet them in a real browser.</summary>
public sealed class StoryPageTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string English = "/the-way-back/";
    private const string Russian = "/ru/the-way-back/";
    private const string Sample = "/rain/";

    public static TheoryData<string, int, int> PagesAndScreens =>
        [.. from path in new[] { English, Russian, Sample } from screen in new[] { (390, 844), (1440, 900) } select (path, screen.Item1, screen.Item2)];

    [Theory]
    [MemberData(nameof(PagesAndScreens))]
    public async Task Each_step_puts_its_chart_into_its_state_going_down_and_coming_back(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height);
        var steps = await StepsAsync(opened.Page);
        Assert.True(steps.Count >= 5);
        var down = new List<(string, string)>();
        foreach (var (id, state) in steps)
        {
            await opened.GoToStepAsync(id);
            down.Add(await SeenAsync(opened.Page, id));
            Assert.Equal(state, down[^1].Item1);
        }

        // Within a scene no two neighbouring states may look the same, or the test could not tell them apart.
        for (var i = 1; i < steps.Count; i++)
        {
            if (SceneOf(steps[i].Id) == SceneOf(steps[i - 1].Id))
                Assert.NotEqual(down[i - 1].Item2, down[i].Item2);
        }

        for (var i = steps.Count - 1; i >= 0; i--)
        {
            await opened.GoToStepAsync(steps[i].Id);
            Assert.Equal(down[i], await SeenAsync(opened.Page, steps[i].Id));
        }

        Assert.Empty(opened.Problems);
        Assert.Empty(opened.Strangers);
    }

    [Theory]
    [MemberData(nameof(PagesAndScreens))]
    public async Task The_graphic_stays_in_sight_during_its_scene_and_leaves_with_it(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height);
        foreach (var (id, _) in await StepsAsync(opened.Page))
        {
            await opened.GoToStepAsync(id);
            var (top, bottom) = await EdgesAsync(opened.Page, $"[data-scene]:has([id='{id}']) [data-graphic]");
            Assert.True(top < height / 2.0 && bottom > 100, $"{id}: the graphic is at {top} to {bottom}");
        }

        foreach (var scene in await opened.Page.QuerySelectorAllAsync("[data-scene]"))
        {
            await scene.EvaluateAsync("e => scrollTo({ top: scrollY + e.getBoundingClientRect().bottom, behavior: 'instant' })");
            var below = await scene.EvaluateAsync<double>("e => e.querySelector('[data-graphic]').getBoundingClientRect().bottom");
            Assert.True(below <= 1, $"a graphic is still {below} px in sight after its scene");
        }
    }

    [Theory]
    [MemberData(nameof(PagesAndScreens))]
    public async Task Without_scripts_all_text_is_there_and_every_step_has_its_chart(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height, script: false);
        var steps = opened.Page.Locator("[data-step]");
        var count = await steps.CountAsync();
        for (var i = 0; i < count; i++)
        {
            Assert.True(await steps.Nth(i).Locator(".step-words").IsVisibleAsync());
            var drawn = steps.Nth(i).Locator(".still svg.artboard:visible");
            Assert.Equal(1, await drawn.CountAsync());
            var box = (await drawn.BoundingBoxAsync())!;
            Assert.True(box.Width > 200 && box.Height > 100);
        }

        foreach (var chart in await opened.Page.Locator(".plain .chart, .opening .chart").AllAsync())
            Assert.Equal(1, await chart.Locator("svg.artboard:visible").CountAsync());
        Assert.Empty(opened.Strangers);
    }

    [Theory]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    [InlineData(1440, 900, ColorScheme.Light)]
    [InlineData(1440, 900, ColorScheme.Dark)]
    public async Task Axe_finds_nothing_at_any_step(int width, int height, ColorScheme scheme)
    {
        foreach (var path in new[] { English, Russian, Sample, "/" })
        {
            await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height, scheme, motion: ReducedMotion.Reduce);
            await AssertNoViolationsAsync(opened.Page, path);

            // Every third step: axe takes a second a look, and the whole page is looked at each time.
            foreach (var (id, _) in (await StepsAsync(opened.Page)).Where((_, i) => i % 3 == 1))
            {
                await opened.GoToStepAsync(id);
                await AssertNoViolationsAsync(opened.Page, path + "#" + id);
            }
        }
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_any_screen()
    {
        foreach (var width in new[] { 320, 360, 412, 640, 768, 959, 960, 1024, 1280, 1920 })
        {
            foreach (var path in new[] { English, Russian, Sample, "/" })
            {
                await using var opened = await browser.OpenAsync(FilesOf(path), path, width, 800);
                var wide = await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{path} is {wide} px wide on a screen of {width}");
            }
        }
    }

    [Theory]
    [InlineData(320, 700)]
    [InlineData(390, 844)]
    [InlineData(768, 1024)]
    [InlineData(1440, 900)]
    public async Task Words_on_charts_are_large_enough_and_neither_overlap_nor_leave_the_page(int width, int height)
    {
        foreach (var path in new[] { English, Russian, Sample })
        {
            await using var opened = await browser.OpenAsync(FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
            foreach (var (id, _) in await StepsAsync(opened.Page))
            {
                await opened.GoToStepAsync(id);
                Assert.Equal("", string.Join('\n', await opened.Page.EvaluateAsync<string[]>(TextProblems)));
            }
        }
    }

    [Theory]
    [InlineData(English)]
    [InlineData(Russian)]
    public async Task The_story_with_all_it_loads_weighs_under_150_kB(string path)
    {
        await using var opened = await browser.OpenAsync(FilesOf(path), path, 1440, 900);
        await opened.Page.EvaluateAsync("async () => { for (let y = 0; y < document.body.scrollHeight; y += 700) { scrollTo(0, y); await new Promise(requestAnimationFrame); } }");
        var weights = opened.Loaded.DistinctBy(f => f.Path).Select(f => (f.Path, Bytes: f.Path.EndsWith(".woff2", StringComparison.Ordinal) ? f.Bytes.Length : Brotli(f.Bytes.Span))).ToList();

        Assert.Contains(weights, w => w.Path.EndsWith(".html", StringComparison.Ordinal));
        Assert.Contains(weights, w => w.Path.EndsWith(".woff2", StringComparison.Ordinal));
        TestContext.Current.SendDiagnosticMessage($"{path}: {weights.Sum(w => w.Bytes)} bytes");
        Assert.True(weights.Sum(w => w.Bytes) < 150_000, string.Join('\n', weights));
    }

    [Fact]
    public async Task With_reduced_motion_a_state_is_there_at_once()
    {
        await using var opened = await browser.OpenAsync(FilesOf(Sample), Sample, 1440, 900, motion: ReducedMotion.Reduce);
        var moving = await opened.Page.EvaluateAsync<int>(
            """
            async () => {
              const frame = () => new Promise(requestAnimationFrame);
              const svg = document.querySelector("[data-chart=rain-range] svg.wide");
              const step = document.getElementById("rain-range.3").getBoundingClientRect();
              scrollTo({ top: scrollY + step.top + step.height / 2 - innerHeight / 2, behavior: "instant" });
              await frame(); await frame();
              const first = svg.innerHTML;
              let changes = 0;
              for (let i = 0; i < 20; i++) { await frame(); if (svg.innerHTML !== first) changes++; }
              return changes;
            }
            """);
        Assert.Equal(0, moving);
    }

    // Of the drawing in sight: texts under 12 px, texts that overlap, texts beyond the screen.
    private const string TextProblems =
        """
        () => {
          const problems = [];
          for (const svg of document.querySelectorAll("svg.artboard")) {
            const frame = svg.getBoundingClientRect();
            if (!frame.width || frame.bottom < 0 || frame.top > innerHeight) continue;
            const texts = [...svg.querySelectorAll("g:not(.off) > text")].map(text => ({ words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) * frame.width / svg.viewBox.baseVal.width, box: text.getBoundingClientRect() }));
            for (const { words, size, box } of texts) {
              if (size < 11.95) problems.push(`'${words}' is ${size.toFixed(1)} px`);
              if (box.left < -0.5 || box.right > innerWidth + 0.5) problems.push(`'${words}' leaves the screen`);
            }
            texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
              const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
              // A line box is taller than its letters: neighbours in two lines may share some of it.
              const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
              if (wide > 1 && high > Math.min(a.box.height, b.box.height) * 0.35) problems.push(`'${a.words}' and '${b.words}' overlap`);
            }));
          }
          return problems;
        }
        """;

    private static ImmutableArray<OutputFile> FilesOf(string path) => path == Sample ? Sites.Sample.Files : Sites.Story.Files;

    private static string SceneOf(string stepId) => stepId[..stepId.LastIndexOf('.')];

    private static async Task<List<(string Id, string State)>> StepsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-step]')].map(s => s.id + ' ' + s.dataset.step)")).Select(s => (s.Split(' ')[0], s.Split(' ')[1]))];

    // The state that the chart names, and the marks of the drawing in sight as they are now.
    private static async Task<(string State, string Marks)> SeenAsync(IPage page, string stepId)
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

    private static async Task<(double Top, double Bottom)> EdgesAsync(IPage page, string selector)
    {
        var edges = await page.EvaluateAsync<double[]>("s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.top, b.bottom]; }", selector);
        return (edges[0], edges[1]);
    }

    private static async Task AssertNoViolationsAsync(IPage page, string where)
    {
        var result = await page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations.Select(v => $"{where}: {v.Id}: {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}")));
    }

    private static int Brotli(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(bytes);
        return (int)packed.Length;
    }
}
