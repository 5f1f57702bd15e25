using Explainer.Commands;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Pages fit every screen and every size of letters, and words never lie over drawings.</summary>
public sealed class AnyScreenTests(BrowserFixture browser)
{
    /// <summary>Tables open, as they are the widest things on a page.</summary>
    private const string OpenTables = "() => { for (const table of document.querySelectorAll('details')) table.open = true; }";

    public static TheoryData<string> Paths => [Pages.English, Pages.Russian, Pages.Sample, Pages.Gallery, Pages.HeaviestOfGallery, "/"];

    // 320 pixels are also what a screen of 1280 has at 400 per cent.
    [Theory]
    [MemberData(nameof(Paths))]
    public async Task No_page_scrolls_sideways_from_320_to_1920_pixels(string path)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 320, 800, motion: ReducedMotion.Reduce);
        await opened.Page.EvaluateAsync(OpenTables);
        for (var width = 320; width <= 1920; width += 40)
            await AssertFitsAsync(opened.Page, path, width);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Letters_of_twice_the_size_fit_too(string path)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 390, 844, motion: ReducedMotion.Reduce);
        await opened.Page.EvaluateAsync("() => { document.documentElement.style.fontSize = '200%'; }");
        await opened.Page.EvaluateAsync(OpenTables);
        foreach (var width in new[] { 390, 768, 959, 960, 1280, 1920 })
            await AssertFitsAsync(opened.Page, path, width);
    }

    // Whether a hyphen comes depends on the dictionaries of the browser, which those that tests run in may lack.
    [Theory]
    [InlineData(390, "auto 16 6 6")]
    [InlineData(1440, "manual auto")]
    public async Task Very_long_words_may_be_hyphenated_on_narrow_screens_but_no_address(int width, string expected)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, width, 844);
        foreach (var place in new[] { "h1", ".prose h2", ".standfirst", ".prose p", ".step-words p", ".chart-title", ".block-title", ".source-what" })
            Assert.Equal(expected, await opened.Page.EvaluateAsync<string>(Hyphens, place));
        Assert.StartsWith("manual", await opened.Page.EvaluateAsync<string>(Hyphens, ".source-links a"), StringComparison.Ordinal);
    }

    private const string Hyphens = "place => (s => `${s.hyphens} ${s.hyphenateLimitChars}`)(getComputedStyle(document.querySelector(place)))";

    [Fact]
    public async Task A_date_stays_on_one_line()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 320, 700);

        Assert.Equal(1, await opened.Page.EvaluateAsync<int>(
            """
            () => {
              const date = document.querySelector(".dateline time");
              date.before("x".repeat(30) + " ");
              return date.getClientRects().length;
            }
            """));
    }

    // The same site in a language whose lines begin at the right.
    [Theory]
    [InlineData(390, 844)]
    [InlineData(1440, 900)]
    public async Task Pages_turn_round_for_a_language_that_runs_from_the_right_and_what_is_drawn_does_not(int width, int height)
    {
        var turned = Site.Build(Sites.SampleInput.With("theme/words/en.yml", text => "direction: rtl\n" + text)).Files;
        await using var opened = await browser.OpenAsync(turned, Pages.Sample, width, height, motion: ReducedMotion.Reduce);
        await using var straight = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, width, height, motion: ReducedMotion.Reduce);

        Assert.Equal("rtl", await opened.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('h1')).direction"));
        var drawn = await opened.Page.EvaluateAsync<double[]>(PlacesOfLetters);
        Assert.True(drawn.Length > 20);
        Assert.Equal(await straight.Page.EvaluateAsync<double[]>(PlacesOfLetters), drawn);
        Assert.Equal(["ltr"], await opened.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('input[type=range]')].map(i => getComputedStyle(i).direction))]"));
        await opened.Page.EvaluateAsync(OpenTables);
        await AssertFitsAsync(opened.Page, "from the right", width);
        Assert.Empty(opened.Problems);
    }

    // Where texts of drawings in sight begin, from the left of their drawing, in pixels.
    private const string PlacesOfLetters =
        """
        () => [...document.querySelectorAll("main .artboards svg text")].filter(t => t.getClientRects().length)
          .map(t => Math.round(t.getBoundingClientRect().left - t.ownerSVGElement.getBoundingClientRect().left))
        """;

    [Fact]
    public async Task A_word_of_forty_letters_breaks_where_it_must()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 320, 700, motion: ReducedMotion.Reduce);
        var count = await opened.Page.EvaluateAsync<int>(
            """
            () => {
              document.documentElement.lang = "de";
              const places = document.querySelectorAll("h1, h2, .standfirst, .dateline, .key p, .key li, .chart-title, .chart-subtitle, .chart-source, .step-words p, .prose p, .numbers summary, .source-what, .source-who, .source-value, .bar-title");
              for (const place of places) place.textContent = "Rückkehraufenthaltserlaubnisverlängerung " + "Aufenthaltsgenehmigungsverlängerungsanträge".slice(0, 40);
              return places.length;
            }
            """);
        Assert.True(count > 50);
        foreach (var width in new[] { 320, 390, 640, 960, 1280 })
            await AssertFitsAsync(opened.Page, "long words", width);
    }

    // One page that becomes wider, as it is long to load.
    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Russian)]
    [InlineData(Pages.Sample)]
    public async Task Words_are_never_seen_over_a_drawing_or_through_it(string path)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 320, 640, motion: ReducedMotion.Reduce);
        foreach (var (width, height) in new[] { (320, 640), (390, 844), (768, 1024), (960, 720), (1280, 800) })
        {
            await opened.Page.SetViewportSizeAsync(width, height);
            await opened.StillAsync();
            var found = await opened.Page.EvaluateAsync<string[]>(WordsOverDrawings);
            Assert.True(int.Parse(found[0], System.Globalization.CultureInfo.InvariantCulture) > 100, "too few words were looked at");
            Assert.True(found.Length == 1, $"{path} at {width}:\n{string.Join('\n', found.Skip(1).Take(20))}");
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task With_forced_colours_drawings_have_the_readers_ground_and_ink(ColorScheme scheme)
    {
        foreach (var path in new[] { Pages.English, Pages.Gallery })
        {
            await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, 1280, 800, scheme, motion: ReducedMotion.Reduce, colors: ForcedColors.Active);
            var problems = await opened.Page.EvaluateAsync<string[]>(ForcedColourProblems);
            Assert.True(problems.Length == 0, string.Join('\n', problems.Take(20)));
        }
    }

    [Fact]
    public async Task With_more_contrast_what_steps_back_can_still_be_told_apart()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1280, 800, motion: ReducedMotion.Reduce);
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Contrast = Contrast.More });
        var tones = await opened.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.opening .tone:not(.ring)')].map(e => getComputedStyle(e).backgroundColor)");
        Assert.Equal(2, tones.Length);
        Assert.Equal(2, tones.Distinct().Count());
    }

    private static async Task AssertFitsAsync(IPage page, string path, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var problems = await page.EvaluateAsync<string[]>(
            """
            async () => {
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const { scrollWidth, clientWidth } = document.documentElement;
              const problems = scrollWidth > clientWidth ? [`it is ${scrollWidth} px wide`] : [];
              // Words that are cut off do not make a page wide.
              for (const e of document.querySelectorAll("h1, h2, h3, p, li, summary, th, td")) {
                if (e.closest(".sr, .table-scroll, .skip") || e.matches(".sr") || !e.checkVisibility()) continue;
                const range = document.createRange();
                range.selectNodeContents(e);
                const box = range.getBoundingClientRect();
                if (box.width && (box.left < -.5 || box.right > clientWidth + .5)) problems.push(`'${e.textContent.trim().slice(0, 40)}' reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
              }
              return problems;
            }
            """);
        Assert.True(problems.Length == 0, $"{path} at {width}: {string.Join("; ", problems.Take(8))}");
    }

    // Down each scene in strides of a fifth of a screen: where a line of a step's words and the box of the drawing meet, the
    // opaque graphic has to lie over the words; elsewhere words have to be uppermost, which is quicker asked. The first answer is how many points were looked at.
    private const string WordsOverDrawings =
        """
        async () => {
          let count = 0;
          const problems = new Set();
          const opaque = e => { const c = getComputedStyle(e).backgroundColor.match(/[\d.]+/g).map(Number); return c.length < 4 || c[3] === 1; };
          for (const scene of document.querySelectorAll("[data-scene]")) {
            const graphic = scene.querySelector("[data-graphic]"), words = [...scene.querySelectorAll(".step-words")];
            const { top, bottom } = scene.getBoundingClientRect(), from = scrollY;
            for (let y = from + top - innerHeight; y < from + bottom; y += innerHeight / 5) {
              scrollTo({ top: y, behavior: "instant" });
              await new Promise(requestAnimationFrame);
              const frame = graphic.getBoundingClientRect();
              const meets = (x, y) => x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
              for (const word of words) {
                const range = document.createRange();
                range.selectNodeContents(word);
                for (const box of range.getClientRects()) {
                  for (const share of [.02, .5, .98]) {
                    const x = box.left + box.width * share, middle = box.top + box.height / 2;
                    if (middle < 0 || middle > innerHeight - 1) continue;
                    count++;
                    if (!meets(x, middle) && word.contains(document.elementFromPoint(x, middle))) continue;
                    const stack = document.elementsFromPoint(x, middle);
                    const ink = stack.findIndex(e => word.contains(e)), over = stack.findIndex(e => graphic.contains(e));
                    if (ink < 0) problems.add(`${word.parentNode.id}: words at ${Math.round(x)}, ${Math.round(middle)} are under something that does not let a finger through`);
                    else if (over >= 0 && (over > ink || !opaque(graphic))) problems.add(`${word.parentNode.id}: words and the graphic are both seen at ${Math.round(x)}, ${Math.round(middle)}`);
                  }
                }
              }
            }
          }
          return [String(count), ...problems];
        }
        """;

    private const string ForcedColourProblems =
        """
        () => {
          const probe = document.createElement("p");
          document.body.append(probe);
          probe.style.forcedColorAdjust = "none";
          const of = colour => { probe.style.color = colour; return getComputedStyle(probe).color; };
          const rgb = colour => colour.match(/[\d.]+/g).slice(0, 3).map(v => colour.startsWith("color(") ? v * 255 : +v);
          const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
          const contrast = (a, b) => { const [x, y] = [light(rgb(a)), light(rgb(b))].sort((p, q) => q - p); return (x + .05) / (y + .05); };
          const ground = of("Canvas"), ink = of("CanvasText"), problems = new Set();
          if (!matchMedia("(forced-colors: active)").matches) problems.add("colours are not forced");
          if (getComputedStyle(document.body).backgroundColor !== ground) problems.add("the page has another ground");
          for (const svg of document.querySelectorAll("svg.artboard")) {
            if (!svg.checkVisibility()) continue;
            for (const word of svg.querySelectorAll("g:not(.off) > text, g:not(.off) > text > tspan")) {
              const fill = getComputedStyle(word).fill;
              if (fill !== ink && !(word.matches(".f-paper") && fill === ground)) problems.add(`'${word.textContent}' is ${fill}`);
            }
            for (const mark of svg.querySelectorAll("g[data-key]:not(.off) > :is(rect, circle, path)")) {
              const { fill, stroke } = getComputedStyle(mark);
              const paints = [fill, stroke].filter(p => p !== "none" && !p.startsWith("url"));
              const quiet = mark.matches(".f-wash, .f-land, .f-land2, .f-grid, .f-paper, .s-paper, .s-grid");
              if (!quiet && paints.length && Math.max(...paints.map(p => contrast(p, ground))) < 3) problems.add(`the mark ${mark.parentNode.dataset.key} ${mark.getAttribute("class")} is ${paints} on ${ground}`);
            }
          }
          return [...problems];
        }
        """;
}
