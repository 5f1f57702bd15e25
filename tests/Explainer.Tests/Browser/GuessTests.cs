using System.Globalization;
using Explainer.Commands;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>A question that readers answer by hand or by keyboard before the chart does.</summary>
public sealed class GuessTests(BrowserFixture browser)
{
    private const string English = "/blocks/";
    private const string Russian = "/ru/blocks/";

    [Theory]
    [InlineData(English, "35%", "You said 35%. Of 7 answers, 4 are lower and 3 are higher. The nearest: Finion (40 to 45%).")]
    [InlineData(Russian, "35%", "Вы назвали 35%. Из 7 ответов 4 ниже и 3 выше. Ближе всего: Finion (40–45%).")]
    public async Task A_guess_by_keyboard_alone_is_told_in_words_and_stays_marked(string path, string amount, string sentence)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, path, 390, 844);
        var guess = opened.Page.Locator(".guess");
        await Assertions.Expect(guess.Locator(".chart-title")).ToBeHiddenAsync();
        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "empty");

        await guess.Locator("input").FocusAsync();
        for (var i = 0; i < 15; i++)
            await opened.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(guess.Locator("output")).ToHaveTextAsync(amount);
        Assert.Equal(amount, await guess.Locator("input").GetAttributeAsync("aria-valuetext"));
        await opened.Page.Keyboard.PressAsync("Tab");
        await opened.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "gap");
        Assert.Equal(sentence, (await guess.Locator(".guess-result").InnerTextAsync()).Replace('\u00A0', ' '));
        Assert.Equal(sentence[..sentence.IndexOf('.', StringComparison.Ordinal)], await guess.Locator("output").InnerTextAsync());
        await Assertions.Expect(guess.Locator("input")).ToBeHiddenAsync();
        await Assertions.Expect(guess.Locator(".chart-title")).ToBeVisibleAsync();
        await Assertions.Expect(guess.Locator(".guess-line")).ToBeVisibleAsync();

        // The way back keeps the focus, and the value.
        await opened.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "empty");
        await Assertions.Expect(guess.Locator("input")).ToBeFocusedAsync();
        await Assertions.Expect(guess.Locator("output")).ToHaveTextAsync(amount);
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(768)]
    [InlineData(1440)]
    public async Task The_handle_goes_along_the_chart_s_own_axis(int width)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, English, width, 844);
        var guess = opened.Page.Locator(".guess");
        await guess.Locator("input").ScrollIntoViewIfNeededAsync();
        var input = (await guess.Locator("input").BoundingBoxAsync())!;
        Assert.True(input.Height >= 44);
        var (from, to) = (await TickAsync(guess, "0"), await TickAsync(guess, "100"));
        Assert.Equal(from - 22, input.X, 1f);
        Assert.Equal(to + 22, input.X + input.Width, 1f);

        // The handle is drawn in the middle of the thumb: where the mouse takes it and lets it go is where it stands.
        await opened.Page.Mouse.MoveAsync((from + to) / 2, input.Y + 22);
        await opened.Page.Mouse.DownAsync();
        await opened.Page.Mouse.MoveAsync(await TickAsync(guess, "75"), input.Y + 26, new MouseMoveOptions { Steps = 4 });
        await opened.Page.Mouse.UpAsync();

        Assert.Equal("75%", await guess.Locator("output").InnerTextAsync());
        await AssertLineAtAsync(guess, "75");
        Assert.True(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);

        await guess.Locator("[value=said]").ClickAsync();
        await opened.StillAsync();
        await AssertLineAtAsync(guess, "75");
        var output = (await guess.Locator("output").BoundingBoxAsync())!;
        Assert.True(output.X >= 0 && output.X + output.Width <= width);
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(Pages.English, 1440, 900)]
    [InlineData(Pages.English, 390, 844)]
    [InlineData(Pages.Russian, 1440, 900)]
    [InlineData(Pages.Russian, 390, 844)]
    public async Task From_its_first_words_to_its_buttons_it_fits_on_a_screen_before_and_after_the_answer(string path, int width, int height)
    {
        const string Strip = "() => document.querySelector('.sections').getBoundingClientRect().height";
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var guess = opened.Page.Locator(".guess");
        var room = height - await opened.Page.EvaluateAsync<float>(Strip);
        Assert.InRange(await LengthAsync(guess, ".block-title"), 1, room);

        // The longest sentence that the story has about a guess.
        await guess.Locator("input").FillAsync("35");
        await guess.Locator("[value=said]").ClickAsync();

        await Assertions.Expect(guess.Locator(".block-title")).ToBeHiddenAsync();
        Assert.InRange(await LengthAsync(guess, ".chart-head"), 1, room);
    }

    [Theory]
    [InlineData(390, 664)]
    [InlineData(1280, 720)]
    public async Task The_answers_come_where_the_reader_looks(int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, width, height, motion: ReducedMotion.Reduce);
        await opened.Page.Locator(".guess input").FillAsync("35");
        await opened.Page.Locator(".guess").EvaluateAsync("e => scrollTo({ top: scrollY + e.getBoundingClientRect().top, behavior: 'instant' })");
        await opened.StillAsync();
        var before = await opened.Page.EvaluateAsync<double>("() => scrollY");
        await opened.Page.Locator(".guess [value=said]").EvaluateAsync("e => e.click()");
        await opened.StillAsync();

        Assert.Equal(before, await opened.Page.EvaluateAsync<double>("() => scrollY"));
        Assert.Equal("asking", await opened.Page.EvaluateAsync<string>("() => document.activeElement.value"));
    }

    [Theory]
    [InlineData(English, "Drag", "one circle is one in a hundred")]
    [InlineData(Russian, "Потяните", "кружок\u00A0— один из\u00A0ста")]
    public async Task An_empty_chart_gives_its_place_to_a_field_that_fills_up_and_says_what_it_is_made_of(string path, string word, string each)
    {
        const string Filled = "hand => getComputedStyle(hand, '::after').clipPath";
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, path, 390, 844, motion: ReducedMotion.Reduce);
        var guess = opened.Page.Locator(".guess");
        await Assertions.Expect(guess.Locator("output")).ToHaveTextAsync(word);
        Assert.Equal(0, await guess.Locator("svg.artboard:visible").CountAsync());
        Assert.Equal(["0%", each, "100%"], await guess.Locator(".guess-ends span").AllInnerTextsAsync());
        Assert.Equal(0, await guess.Locator(".chart-subtitle:visible, .data:visible").CountAsync());

        // A number stands at each notch of the handle's line, below it.
        var line = (await guess.Locator("input").BoundingBoxAsync())!;
        foreach (var (number, share) in new[] { ("25%", 0.25f), ("50%", 0.5f), ("75%", 0.75f) })
        {
            var box = (await guess.Locator(".guess-quarters span").GetByText(number).BoundingBoxAsync())!;
            Assert.Equal(line.X + 22 + ((line.Width - 44) * share), box.X + (box.Width / 2), 1f);
            Assert.InRange(box.Y, line.Y + (line.Height / 2) + 5, line.Y + line.Height);
        }

        await guess.Locator("input").FillAsync("0");
        var empty = await guess.Locator(".guess-hand").EvaluateAsync<string>(Filled);
        await guess.Locator("input").FillAsync("100");
        Assert.NotEqual(empty, await guess.Locator(".guess-hand").EvaluateAsync<string>(Filled));

        await guess.Locator("[value=said]").ClickAsync();
        await Assertions.Expect(guess.Locator("svg.artboard:visible")).ToHaveCountAsync(1);
        Assert.Equal("none", await guess.Locator(".guess-hand").EvaluateAsync<string>("hand => getComputedStyle(hand, '::after').content"));
    }

    [Theory]
    [InlineData("Home", 320)]
    [InlineData("End", 320)]
    [InlineData("End", 1440)]
    public async Task At_either_end_nothing_leaves_the_screen(string key, int width)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, Russian, width, 844, motion: ReducedMotion.Reduce);
        var guess = opened.Page.Locator(".guess");
        await guess.Locator("input").FocusAsync();
        await opened.Page.Keyboard.PressAsync(key);
        await guess.Locator("[value=said]").ClickAsync();

        var output = (await guess.Locator("output").BoundingBoxAsync())!;
        Assert.True(output.X >= 0 && output.X + output.Width <= width, $"{output.X} to {output.X + output.Width}");
        Assert.True(await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
    }

    [Theory]
    [InlineData("skipped")]
    [InlineData("said")]
    public async Task Who_skips_or_has_not_moved_the_handle_sees_the_answers_and_no_guess(string button)
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, English, 390, 844);
        var guess = opened.Page.Locator(".guess");

        await guess.Locator($"[value={button}]").ClickAsync();

        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "gap");
        await Assertions.Expect(guess).ToHaveAttributeAsync("data-mode", "skipped");
        await Assertions.Expect(guess.Locator(".guess-result")).ToHaveTextAsync("");
        foreach (var gone in new[] { "input", "output", ".guess-line", "[value=said]", "[value=skipped]" })
            await Assertions.Expect(guess.Locator(gone)).ToBeHiddenAsync();
        await Assertions.Expect(guess.Locator("[value=asking]")).ToBeFocusedAsync();
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length + document.cookie.length"));
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(390, true)]
    [InlineData(1440, false)]
    public async Task Where_values_run_upwards_the_handle_has_a_way_of_its_own_below(int width, bool isAcross)
    {
        var input = Sites.SampleInput
            .With("input/charts/rain-bars.yml", text => text.Replace("y: {unit: mm}", "y: {unit: mm, domain: [0, 1000]}", StringComparison.Ordinal).Replace("flip: yes", isAcross ? "flip: yes" : "flip: no", StringComparison.Ordinal))
            .With("input/blocks/most-rain.yml", text => text.Replace("chart: rain-range", "chart: rain-bars", StringComparison.Ordinal).Replace("before: asked", "before: coast", StringComparison.Ordinal));
        await using var opened = await browser.OpenAsync(Site.Build(input).Files, Pages.Sample, width, 900, motion: ReducedMotion.Reduce);
        var guess = opened.Page.Locator(".guess");
        var handle = (await guess.Locator("input").BoundingBoxAsync())!;
        var drawing = (await guess.Locator("svg.artboard:visible").BoundingBoxAsync())!;

        Assert.Equal(isAcross, handle.Y + handle.Height <= drawing.Y + 1);
        Assert.Equal(!isAcross, handle.Y >= drawing.Y + drawing.Height);
        Assert.Equal(!isAcross, await guess.Locator(".guess-ends").IsVisibleAsync());
        Assert.Equal(isAcross, await guess.Locator(".guess-line").IsVisibleAsync());
        await guess.Locator("input").FillAsync("410");
        await guess.Locator("[value=said]").ClickAsync();
        Assert.Equal("You said 410 mm. All 3 answers are higher. The nearest: The mayor of Cedar (up to 500 mm).", (await guess.Locator(".guess-result").InnerTextAsync()).Replace('\u00A0', ' '));
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task A_screen_that_is_turned_while_the_question_is_open_does_not_show_the_answers()
    {
        const string Seen = "() => [...[...document.querySelectorAll('[data-guess] svg.artboard')].find(s => s.getClientRects().length).children].filter(g => !g.classList.contains('off')).map(g => g.dataset.key + (g.classList.contains('unlit') ? ' unlit ' : ' ') + g.innerHTML)";
        await using var wide = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1440, 900, motion: ReducedMotion.Reduce);
        var asked = await wide.Page.EvaluateAsync<string[]>(Seen);
        await wide.Page.Locator("[data-guess] [value=skipped]").ClickAsync();
        var answered = await wide.Page.EvaluateAsync<string[]>(Seen);

        await using var turned = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 390, 844, motion: ReducedMotion.Reduce);
        await turned.Page.SetViewportSizeAsync(1440, 900);
        await turned.StillAsync();

        Assert.NotEqual(answered, asked);
        Assert.Equal(asked, await turned.Page.EvaluateAsync<string[]>(Seen));
    }

    [Fact]
    public async Task Without_scripts_the_question_stands_above_the_answered_chart_and_nothing_is_dead()
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, English, 390, 844, script: false);
        var guess = opened.Page.Locator(".guess");

        Assert.True(await guess.Locator(".block-title").IsVisibleAsync());
        Assert.True(await guess.Locator("svg.artboard:visible [data-key^=range]").First.IsVisibleAsync());
        foreach (var control in await guess.Locator("input, output, button, .guess-line").AllAsync())
            Assert.False(await control.IsVisibleAsync());
    }

    [Fact]
    public async Task On_paper_the_chart_has_answered_and_afterwards_it_asks_again()
    {
        await using var opened = await browser.OpenAsync(Sites.Gallery.Files, English, 1440, 900);
        var guess = opened.Page.Locator(".guess");
        await opened.Page.EvaluateAsync("() => dispatchEvent(new Event('beforeprint'))");
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "gap");
        Assert.True(await guess.Locator(".chart-title").IsVisibleAsync());
        foreach (var control in await guess.Locator("input, output, button, .guess-line").AllAsync())
            Assert.False(await control.IsVisibleAsync());

        await opened.Page.EvaluateAsync("() => dispatchEvent(new Event('afterprint'))");
        await Assertions.Expect(guess.Locator("[data-chart]")).ToHaveAttributeAsync("data-state", "empty");
    }

    private static async Task<float> LengthAsync(ILocator guess, string first)
    {
        var top = (await guess.Locator(first).BoundingBoxAsync())!.Y;
        var buttons = (await guess.Locator(".buttons").BoundingBoxAsync())!;
        return buttons.Y + buttons.Height - top;
    }

    private static async Task AssertLineAtAsync(ILocator guess, string tick)
    {
        var line = (await guess.Locator(".guess-line").BoundingBoxAsync())!;
        Assert.Equal(await TickAsync(guess, tick), line.X + (line.Width / 2), 1f);
    }

    private static Task<float> TickAsync(ILocator guess, string value) => guess.Locator(".artboards").EvaluateAsync<float>(
        "(boards, value) => { const svg = [...boards.children].find(c => c.getClientRects().length); const box = svg.getBoundingClientRect(); return box.left + svg.querySelector(`[data-key='tick-${value}'] path`).getAttribute('d').match(/[\\d.]+/)[0] * box.width / svg.viewBox.baseVal.width; }",
        value.ToString(CultureInfo.InvariantCulture));
}
