using System.Globalization;
using Explainer.Charts;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Scenes follow the reader down and up, with their marks gliding.</summary>
public sealed class ScrollTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task Each_step_puts_its_chart_into_its_state_going_down_and_coming_back(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: path == Pages.Russian ? ReducedMotion.Reduce : ReducedMotion.NoPreference);
        var steps = await Pages.StepsAsync(opened.Page);
        Assert.True(steps.Count >= 5);
        var down = new List<(string, string)>();
        foreach (var (id, state) in steps)
        {
            await opened.GoToStepAsync(id);
            down.Add(await Pages.SeenAsync(opened.Page, id));
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
            Assert.Equal(down[i], await Pages.SeenAsync(opened.Page, steps[i].Id));
        }

        Assert.Empty(opened.Problems);
        Assert.Empty(opened.Strangers);
    }

    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task Each_state_in_the_page_is_the_picture_that_was_drawn_for_it(string path, int width, int height)
    {
        var site = path == Pages.Sample ? Sites.Sample : Sites.Story;
        var language = site.Content!.Languages.Single(l => l.Code == (path == Pages.Russian ? "ru" : "en"));
        var typefaces = new Typefaces(Sites.StoryInput.Files["theme/fonts/explainer-sans-400.ttf"].Span, Sites.StoryInput.Files["theme/fonts/explainer-sans-600.ttf"].Span);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var steps = await Pages.StepsAsync(opened.Page);
        var scenes = steps.Select(s => SceneOf(s.Id)).Distinct().ToDictionary(scene => scene, scene => ChartDrawer.Draw(site.Content.Charts[scene], language, typefaces).Chart);

        // Down, then in leaps and bounds: a state must not depend on the one before it.
        foreach (var (id, state) in steps.Concat(steps.Where((_, i) => i % 3 == 0)).Concat(steps.AsEnumerable().Reverse().Where((_, i) => i % 2 == 0)))
        {
            await opened.GoToStepAsync(id);
            var artboard = await opened.Page.EvaluateAsync<string>("id => [...document.getElementById(id).closest('[data-scene]').querySelectorAll('svg.artboard')].find(s => s.getClientRects().length).classList[1]", id);
            var chart = site.Content.Charts[SceneOf(id)];
            var drawn = scenes[SceneOf(id)].Artboards.Single(a => a.Artboard.Name == artboard);
            var still = SvgWriter.WriteStill(drawn, chart.States.IndexOf(chart.State(state)!));
            var expected = await opened.Page.EvaluateAsync<string>("still => { const box = document.createElement('div'); box.innerHTML = still; return [...box.firstChild.children].map(g => g.dataset.key + (g.classList.contains('unlit') ? ' unlit ' : ' ') + g.innerHTML).join('\\n'); }", still);
            Assert.Equal(Sorted(expected), Sorted((await Pages.SeenAsync(opened.Page, id)).Marks));
            var described = await opened.Page.EvaluateAsync<string>("id => { const figure = document.getElementById(id).closest('[data-scene]').querySelector('[data-chart]'); return document.getElementById(figure.getAttribute('aria-describedby')).textContent; }", id);
            Assert.Equal(Plain(ChartDescription.For(chart, chart.State(state)!, language)), Plain(described));
        }
    }

    // A page holds short words and ranges together.
    private static string Plain(string words) => words.Replace('\u00A0', ' ').Replace("\u2060", "", StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task The_graphic_stays_in_sight_during_its_scene_and_leaves_with_it(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        foreach (var (id, _) in await Pages.StepsAsync(opened.Page))
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

    // One page that becomes wider, as it is long to load; a story's editions have the same scenes and scripts.
    [Theory]
    [InlineData(Pages.English, 360, 768)]
    [InlineData(Pages.Russian, 1366, 1440)]
    [InlineData(Pages.Sample, 360, 1440)]
    public async Task The_words_that_can_be_read_are_those_of_the_state_in_sight(string path, int least, int most)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, least, 660, motion: ReducedMotion.Reduce);
        var steps = await Pages.StepsAsync(opened.Page);
        foreach (var (width, height) in new[] { (360, 660), (390, 664), (390, 844), (768, 1024), (1366, 660), (1440, 900) }.Where(s => s.Item1 >= least && s.Item1 <= most))
        {
            await opened.Page.SetViewportSizeAsync(width, height);
            await opened.StillAsync();
            foreach (var (id, state) in steps)
            {
                // The middle of the words in the middle of the space that the graphic leaves: all of it beside, the rest of it below.
                var seen = await opened.Page.EvaluateAsync<string[]>(
                    """
                    async id => {
                      const step = document.getElementById(id);
                      const scene = step.closest("[data-scene]");
                      const graphic = scene.querySelector("[data-graphic]").getBoundingClientRect();
                      const words = step.querySelector(".step-words").getBoundingClientRect();
                      const free = graphic.left > words.right ? 0 : graphic.height;
                      scrollTo({ top: scrollY + words.top + words.height / 2 - (free + innerHeight) / 2, behavior: "instant" });
                      for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
                      return [scene.querySelector("[data-chart]").dataset.state, scene.querySelector(".active").id];
                    }
                    """,
                    id);
                Assert.Equal((width, state, id), (width, seen[0], seen[1]));
            }
        }
    }

    [Fact]
    public async Task A_graphic_waits_until_a_reader_who_flies_past_slows_down_and_then_shows_the_state_of_that_place()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1440, 900);
        var (state, _) = (await Pages.PicturesAsync(browser, Pages.Sample, 1440, 900))["rain-range.3"];
        string[] flight;
        do
        {
            await opened.GoToStepAsync("rain-range.1");

            // The state that is wanted and how often the drawing was changed until then; the longest frame, as on a busy machine a
            // flight may be seen as one with pauses.
            flight = await opened.Page.EvaluateAsync<string[]>(
                """
                async () => {
                  const chart = document.querySelector("[data-chart=rain-range]");
                  const middle = () => { const box = document.getElementById("rain-range.3").getBoundingClientRect(); return box.top + box.height / 2 - innerHeight / 2; };
                  let changes = 0, longest = 0;
                  new MutationObserver(list => changes += list.length).observe(chart.querySelector("svg.wide"), { subtree: true, attributes: true, childList: true });
                  let last = await new Promise(requestAnimationFrame);
                  while (middle() > 1) {
                    scrollBy({ top: Math.min(middle(), 100), behavior: "instant" });
                    const now = await new Promise(requestAnimationFrame);
                    longest = Math.max(longest, now - last);
                    last = now;
                  }
                  return [chart.dataset.state, changes, longest].map(String);
                }
                """);
        }
        while (double.Parse(flight[2], CultureInfo.InvariantCulture) > 50);

        Assert.Equal([state, "0"], flight[..2]);
        await opened.StillAsync();
        await Pages.AssertShownAsync(opened, await Pages.PicturesAsync(browser, Pages.Sample, 1440, 900), "rain-range.3");
    }

    [Fact]
    public async Task With_reduced_motion_a_state_is_there_at_once()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1440, 900, motion: ReducedMotion.Reduce);
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

    // The page has the marks of all states in one order, a state's own drawing has them in its own; as none lies over another, both
    // are the same picture.
    private static IEnumerable<string> Sorted(string marks) => marks.Split('\n').Order(StringComparer.Ordinal);

    private static string SceneOf(string stepId) => stepId[..stepId.LastIndexOf('.')];

    private static async Task<(double Top, double Bottom)> EdgesAsync(IPage page, string selector)
    {
        var edges = await page.EvaluateAsync<double[]>("s => { const b = document.querySelector(s).getBoundingClientRect(); return [b.top, b.bottom]; }", selector);
        return (edges[0], edges[1]);
    }
}
