using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>A number in the text and its mark in a chart light each other up, and a card tells who says so.</summary>
public sealed class LinkingTests(BrowserFixture browser)
{
    // What is wrong with the card as it stands: it must be in sight, cover nothing that is lit in a drawing, and double no id.
    private const string CardProblems =
        """
        () => {
          const card = document.querySelector(".card");
          if (card.hidden) return ["there is no card"];
          const box = card.getBoundingClientRect(), problems = [];
          const edge = parseFloat(getComputedStyle(card).borderTopWidth);
          if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) problems.push("the card leaves the screen");
          for (const g of document.querySelectorAll(".artboard .pointed")) {
            const b = g.getBoundingClientRect();
            if (b.width && b.right > box.left && b.left < box.right && b.bottom > box.top + edge && b.top < box.bottom - edge) problems.push("the card covers " + g.dataset.key);
          }
          const ids = [...document.querySelectorAll("[id]")].map(e => e.id);
          if (ids.length !== new Set(ids).size) problems.push("an id stands twice");
          return problems;
        }
        """;

    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task A_number_in_a_scene_lights_its_marks_and_shows_its_source(string path, int width, int height)
    {
        var isTouch = width < 600;
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce, touch: isTouch);
        var bound = 0;
        foreach (var (step, state) in await Pages.StepsAsync(opened.Page))
        {
            await opened.GoToStepAsync(step);
            var before = await opened.Page.EvaluateAsync<string>("() => String(document.documentElement.scrollHeight)");
            foreach (var link in await opened.Page.Locator($"[id='{step}'] a.figure").AllAsync())
            {
                await ActAsync(opened.Page, link, isTouch);
                var seen = await link.EvaluateAsync<string[]>($"(link, step) => [({CardProblems})().join('\\n'), ...({Linked})(link, step)]", step);
                var (problems, shown, length, who, cardWho, lit, expected) = (seen[0], seen[1], seen[2], seen[3], seen[4], seen[5], seen[6]);
                Assert.Equal("", problems);
                Assert.Equal(state, shown);
                Assert.Equal(before, length);
                Assert.NotEqual("", who);
                Assert.Equal(who, cardWho);
                Assert.Equal(expected, lit);
                bound += expected.Length > 0 ? 1 : 0;
                await opened.Page.Keyboard.PressAsync("Escape");
                Assert.Equal(0, await opened.Page.EvaluateAsync<int>("() => document.querySelectorAll('.card:not([hidden]), .pointed').length"));
            }
        }

        // All of the story's but those that no row shows: two ratios, and what one article says of the employed and of the workforce.
        Assert.Equal(path == Pages.Sample ? 1 : 45, bound);
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task A_mark_shows_its_words_and_source_and_lights_the_text_that_speaks_of_it()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1440, 900, motion: ReducedMotion.Reduce);
        await opened.GoToStepAsync("back.5");
        await PointAsync(opened.Page, "[data-scene=back] .artboard.wide [data-key=range-ranepa]");

        Assert.Equal("RANEPA, state academy: 10%", await TextAsync(opened.Page, ".card > p:first-child"));
        Assert.Contains("RANEPA, an online survey of about 3,460", await TextAsync(opened.Page, ".card .source-who"), StringComparison.Ordinal);
        Assert.Equal(
            await opened.Page.EvaluateAsync<int>("() => document.querySelectorAll('a[data-figure=share-ranepa]').length"),
            await opened.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('a.pointed')].filter(a => a.dataset.figure === 'share-ranepa').length"));
        Assert.Equal(0, await opened.Page.Locator("a.pointed:not([data-figure=share-ranepa])").CountAsync());
        Assert.Equal("", string.Join('\n', await opened.Page.EvaluateAsync<string[]>(CardProblems)));

        // One that no figure is bound to has the chart's source.
        await opened.GoToStepAsync("left.1");
        await PointAsync(opened.Page, "[data-scene=left] .artboard.wide [data-key=range-florinskaya]");
        Assert.Equal("Florinskaya, RANEPA: 150,000", await TextAsync(opened.Page, ".card > p:first-child"));
        Assert.Contains("As published by each", await TextAsync(opened.Page, ".card"), StringComparison.Ordinal);
        Assert.Equal(0, await opened.Page.Locator("a.pointed").CountAsync());
    }

    [Fact]
    public async Task A_pointer_comes_from_a_number_to_its_card_and_a_card_stays_on_the_screen_as_long_as_its_number()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1280, 720, motion: ReducedMotion.Reduce);
        await opened.GoToStepAsync("left.2");
        var link = opened.Page.Locator("[id='left.2'] a.figure").First;
        await PointAsync(opened.Page, link);
        var (from, card) = ((await link.BoundingBoxAsync())!, (await opened.Page.Locator(".card").BoundingBoxAsync())!);
        var (x, y) = (from.X + 8, card.Y < from.Y ? card.Y + card.Height - 30 : card.Y + 30);
        await opened.Page.Mouse.MoveAsync(x, y, new MouseMoveOptions { Steps = 12 });
        await opened.Page.WaitForTimeoutAsync(600);
        Assert.True(await opened.Page.Locator(".card").IsVisibleAsync(), "the card has gone on the way to it");

        await opened.Page.Mouse.MoveAsync(4, 400, new MouseMoveOptions { Steps = 4 });
        await Assertions.Expect(opened.Page.Locator(".card")).ToBeHiddenAsync();

        await link.FocusAsync();
        await opened.Page.Keyboard.PressAsync("Shift+Tab");
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.SetViewportSizeAsync(700, 500);
        await opened.StillAsync();
        var seen = await opened.Page.Locator(".card").BoundingBoxAsync();
        Assert.True(seen is not null && seen.Y >= 0 && seen.Y + seen.Height <= 500.5, $"the card is at {seen?.Y} to {seen?.Y + seen?.Height} of 500");

        await opened.Page.EvaluateAsync("() => scrollBy({ top: 60, behavior: 'instant' })");
        await opened.StillAsync();
        Assert.True(await opened.Page.Locator(".card").IsVisibleAsync(), "the card has gone while its number was in sight");
        await opened.Page.EvaluateAsync("() => scrollBy({ top: 700, behavior: 'instant' })");
        await Assertions.Expect(opened.Page.Locator(".card")).ToBeHiddenAsync();
        Assert.Equal(0, await opened.Page.Locator(".pointed").CountAsync());
    }

    [Fact]
    public async Task A_thin_line_is_found_within_16_pixels_and_no_farther()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1440, 900, motion: ReducedMotion.Reduce);
        await opened.Page.Locator(".plain [data-chart=rain-line]").EvaluateAsync("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var ends = await opened.Page.Locator(".plain .artboard.middle:visible, .plain .artboard.wide:visible").First.Locator("[data-key='line-b'] circle, [data-key='line-c'] circle").EvaluateAllAsync<double[][]>("all => all.map(e => { const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })");
        var (dx, dy) = (ends[1][0] - ends[0][0], ends[1][1] - ends[0][1]);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        foreach (var (far, isFound) in new[] { (4, true), (-11, true), (24, false), (14, true), (-30, false) })
        {
            var (x, y) = (ends[0][0] + (dx / 2) + (dy / length * far), ends[0][1] + (dy / 2) - (dx / length * far));
            await opened.Page.Mouse.MoveAsync((float)x - 1, (float)y);
            await opened.Page.Mouse.MoveAsync((float)x, (float)y);
            Assert.Equal(isFound, await opened.Page.Locator("[data-key=line].pointed").CountAsync() == 1);
            await opened.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task A_tap_opens_and_closes_the_card_and_the_card_leads_to_the_list()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 390, 844, motion: ReducedMotion.Reduce, touch: true);
        await opened.GoToStepAsync("back.3");
        var link = opened.Page.Locator("[id='back.3'] a.figure").First;
        var card = opened.Page.Locator(".card");
        await link.TapAsync();
        Assert.True(await card.IsVisibleAsync());
        await link.TapAsync();
        Assert.False(await card.IsVisibleAsync(), "a second tap on the link leaves the card");
        var mark = (await opened.Page.Locator("[data-scene=back] svg.artboard:visible [data-key=range-ranepa]").BoundingBoxAsync())!;
        await opened.Page.Touchscreen.TapAsync(mark.X - 6, mark.Y + 4);
        Assert.Equal("RANEPA, state academy: 10%", await TextAsync(opened.Page, ".card > p:first-child"));
        await opened.Page.Locator("[data-scene=back] [data-graphic] .chart-titles").TapAsync();
        Assert.False(await card.IsVisibleAsync(), "a tap beside every mark leaves the card");
        Assert.DoesNotContain('#', opened.Page.Url);

        await link.TapAsync();
        await card.Locator(".source-more").TapAsync();
        Assert.EndsWith("#page.figure.share-ranepa", opened.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_that_steps_back_comes_to_the_fore_and_a_lit_one_has_a_rim_in_forced_colours_too()
    {
        foreach (var forced in new[] { ForcedColors.None, ForcedColors.Active })
        {
            await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1440, 900, motion: ReducedMotion.Reduce, colors: forced);
            await opened.GoToStepAsync("back.3");
            const string Mark = "[data-scene=back] .artboard.wide [data-key=range-mishustin]";
            const string Looks = "e => [getComputedStyle(e).filter === 'none' ? '' : 'rim', getComputedStyle(e.firstElementChild).fill]";
            var before = await opened.Page.Locator(Mark).EvaluateAsync<string[]>(Looks);
            await PointAsync(opened.Page, Mark);
            var after = await opened.Page.Locator(Mark).EvaluateAsync<string[]>(Looks);

            Assert.Contains("unlit", await opened.Page.Locator(Mark).GetAttributeAsync("class"), StringComparison.Ordinal);
            Assert.Equal("", before[0]);
            Assert.Equal("rim", after[0]);
            Assert.NotEqual(before[1], after[1]);
        }
    }

    [Fact]
    public async Task Without_scripts_a_number_leads_to_the_list_and_drawings_are_no_stops()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1440, 900, script: false);
        await opened.Page.Locator("a.figure").First.ClickAsync();

        Assert.EndsWith("#page.figure.left-first-year", opened.Page.Url, StringComparison.Ordinal);
        Assert.False(await opened.Page.Locator(".card").IsVisibleAsync());
        Assert.Equal(0, await opened.Page.Locator(".artboards[tabindex], .artboards[role]").CountAsync());
    }

    // Each edition and each look, in turn: the card is the same but for its words. Of the page with the card open all is looked
    // at once; what a mark opens is the same card with other words, so then it and what is lit.
    [Theory]
    [InlineData(Pages.English, 390, 844, ColorScheme.Light, ForcedColors.None)]
    [InlineData(Pages.Russian, 1280, 900, ColorScheme.Dark, ForcedColors.None)]
    [InlineData(Pages.English, 1280, 900, ColorScheme.Light, ForcedColors.Active)]
    public async Task Axe_finds_nothing_in_the_card(string path, int width, int height, ColorScheme scheme, ForcedColors forced)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, scheme, motion: ReducedMotion.Reduce, colors: forced);
        await opened.Page.EvaluateAsync(Pages.DropWhatIsNotShown);
        await opened.GoToStepAsync("turn.2");
        await OpenCardAsync("[id='turn.2'] a.figure");
        Assert.Equal("", await Axe.AuditAsync(opened.Page));
        await OpenCardAsync("[data-scene=turn] svg.artboard:visible [data-key=left-turkey-2022]");
        Assert.Equal("", await Axe.AuditAsync(opened.Page, ".card", ".pointed"));

        async Task OpenCardAsync(string target)
        {
            await PointAsync(opened.Page, target);
            Assert.True(await opened.Page.Locator(".card").IsVisibleAsync());
        }
    }

    private static async Task ActAsync(IPage page, ILocator link, bool isTouch)
    {
        if (isTouch)
        {
            // A sticky graphic may lie over the words: bring them below it first.
            await link.EvaluateAsync("e => e.dispatchEvent(new PointerEvent('click', { bubbles: true, cancelable: true, pointerType: 'touch' }))");
            return;
        }

        await PointAsync(page, link);
    }

    private static Task PointAsync(IPage page, string selector) => PointAsync(page, page.Locator(selector).First);

    private static async Task PointAsync(IPage page, ILocator target)
    {
        var box = (await target.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(0, 0);
        await page.Mouse.MoveAsync(box.X + (Math.Min(box.Width, 40) / 2), box.Y + (Math.Min(box.Height, 24) / 2));
    }

    private static async Task<string> TextAsync(IPage page, string selector) => (await page.Locator(selector).First.TextContentAsync())!;

    // Of a number in a step: the state of its chart, the height of the page, whom the list and whom the card names, the marks that
    // are lit, and those whose row names the figure.
    private const string Linked =
        """
        (link, step) => {
          const chart = document.getElementById(step).closest("[data-scene]").querySelector("[data-chart]");
          const svg = [...chart.querySelectorAll("svg.artboard")].find(s => s.getClientRects().length);
          const { marks, states } = JSON.parse(chart.querySelector("[data-marks]").textContent);
          const figure = link.dataset.figure;
          const keys = (states[chart.dataset.state] ?? marks).filter(m => m.slice(2).includes(figure)).map(m => m[0]);
          const seen = [...svg.querySelectorAll("g:not(.off)")].filter(g => g.getClientRects().length);
          const keysOf = found => found.map(g => g.dataset.key).sort().join(" ");
          return [
            chart.dataset.state,
            String(document.documentElement.scrollHeight),
            document.querySelector(`[id='page.figure.${figure}'] .source-who`).textContent,
            document.querySelector(".card .source-who").textContent,
            keysOf(seen.filter(g => g.matches(".pointed"))),
            keysOf(seen.filter(g => keys.includes(g.dataset.key))),
          ];
        }
        """;
}
