using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.ProseTests;

public sealed class ProseReaderTests
{
    [Fact]
    public void A_scene_names_its_chart_and_has_a_step_for_each_marker()
    {
        var findings = new List<Diagnostic>();

        var document = Read(
            """
            Before the scene.

            ::: scene left
            @official
            The *count*.

            And more of it.

            @survey-2
            The answers.
            :::

            After the scene.
            """,
            findings);

        Assert.Empty(findings);
        Assert.Equal([typeof(TextBlock), typeof(SceneBlock), typeof(TextBlock)], document.Blocks.Select(b => b.GetType()));
        var scene = Assert.IsType<SceneBlock>(document.Blocks[1]);
        Assert.Equal(("left", "a.md:3:11", "left"), (scene.Chart.Value, scene.Chart.Span.ToString(), scene.Chart.Span.Text));
        Assert.Equal([("official", "a.md:4:1", "@official"), ("survey-2", "a.md:9:1", "@survey-2")], scene.Steps.Select(s => (s.State.Value, s.State.Span.ToString(), s.State.Span.Text)));
        Assert.Equal(["<p>The <em>count</em>.</p>\n<p>And more of it.</p>\n", "<p>The answers.</p>\n"], scene.Steps.Select(s => s.Html));
        Assert.Equal("<p>After the scene.</p>\n", Assert.IsType<TextBlock>(document.Blocks[2]).Html);
    }

    [Fact]
    public void A_chart_may_stand_between_paragraphs()
    {
        var findings = new List<Diagnostic>();

        var document = Read("One.\n\n::: chart share\n:::\n\nTwo.\n", findings);

        Assert.Empty(findings);
        var chart = Assert.IsType<ChartBlock>(document.Blocks[1]);
        Assert.Equal(("share", "a.md:3:11"), (chart.Chart.Value, chart.Chart.Span.ToString()));
    }

    [Fact]
    public void A_marker_needs_no_empty_lines_about_it()
    {
        var scene = Assert.IsType<SceneBlock>(Assert.Single(Read("::: scene left\n@one\nFirst.\n@two\nSecond.\n:::\n", []).Blocks));

        Assert.Equal([("one", "<p>First.</p>\n"), ("two", "<p>Second.</p>\n")], scene.Steps.Select(s => (s.State.Value, s.Html)));
    }

    [Fact]
    public void An_at_sign_with_more_than_a_name_is_ordinary_text()
    {
        var findings = new List<Diagnostic>();

        var document = Read("@one and more\n\n    @code\n", findings);

        Assert.Empty(findings);
        Assert.Equal("<p>@one and more</p>\n<pre><code>@code\n</code></pre>\n", Assert.IsType<TextBlock>(Assert.Single(document.Blocks)).Html);
    }

    [Theory]
    [InlineData("::: scene left\nToo early.\n\n@one\nText.\n:::\n", "2:1 EX0405 this text stands in a scene but before its first step")]
    [InlineData("Text.\n\n@one\n\nMore.\n", "3:1 EX0404 the step '@one' stands outside a scene")]
    [InlineData("Text.\n\n::: scen left\n@one\nText.\n:::\n", "3:1 EX0406 there is no block '::: scen'")]
    [InlineData("::: scene\n@one\nText.\n:::\n", "1:1 EX0407 this scene does not say which chart it shows")]
    [InlineData("::: chart\n:::\n", "1:1 EX0407 this chart does not say which chart it shows")]
    [InlineData("::: chart left\nA text.\n:::\n", "2:1 EX0408 a chart block holds no text; its words stand in a file of its own")]
    [InlineData("::: guess left\nA text.\n:::\n", "2:1 EX0408 a guess block holds no text; its words stand in a file of its own")]
    [InlineData("::: what-if\n:::\n", "1:1 EX0407 this what-if does not say which block it is")]
    [InlineData("::: what-iff left\n:::\n", "1:1 EX0406 there is no block '::: what-iff'")]
    [InlineData("::: scene left\n@one\n\n@two\nText.\n:::\n", "2:1 EX0409 the step '@one' has no words")]
    [InlineData("::: scene left\n@one\nText.\n\n@two\n:::\n", "5:1 EX0409 the step '@two' has no words")]
    [InlineData("Text.\n\n::: scene left\n@one\nText.\n", "3:1 EX0416 this scene is never closed")]
    [InlineData("Text.\n\n:::\n", "3:1 EX0406 this ::: closes nothing")]
    [InlineData("::: scene left\n@one\nText.\n\n> @two\n:::\n", "5:3 EX0404 the step '@two' stands in a list or quotation")]
    [InlineData("::: scene left\n@one\nText.\n::: chart share\n", "1:1 EX0416 this scene is never closed", "4:1 EX0417 a block cannot stand inside another")]
    [InlineData("> ::: chart left\n> :::\n", "1:3 EX0417 a block cannot stand in a list or quotation")]
    [InlineData("- ::: scene left\n  @one\n  Text.\n  :::\n", "1:3 EX0417 a block cannot stand in a list or quotation")]
    [InlineData("::: scene left\n@one\nText.\n\n> ::: chart share\n> :::\n:::\n", "5:3 EX0417 a block cannot stand in a list or quotation")]
    [InlineData("One and [two](javascript:alert(1)).\n", "1:9 EX0410 a link cannot point to 'javascript:alert(1)'")]
    [InlineData("[a](JaVaScRiPt:alert(1))\n", "1:1 EX0410 a link cannot point to 'JaVaScRiPt:alert(1)'")]
    [InlineData("![a](data:image/png;base64,AAAA)\n", "1:1 EX0481 there is no picture 'data:image/png;base64,AAAA' in input")]
    [InlineData("Text [a][b].\n\n[b]: file:///etc/passwd\n", "1:6 EX0410 a link cannot point to 'file:///etc/passwd'")]
    [InlineData("See <javascript:alert(1)>.\n", "1:5 EX0410 a link cannot point to 'javascript:alert(1)'")]
    [InlineData("Some [](figure: left-2022) left.\n", "1:7 EX0427 this is no link: readers would see the brackets")]
    [InlineData("Some [people](figure left-2022) left.\n", "1:13 EX0427 this is no link: readers would see the brackets")]
    [InlineData("Some *[500,000](figure: left-2022)* left.\n", "1:15 EX0427 this is no link: readers would see the brackets")]
    [InlineData("Some [500,000] (figure:left-2022) left.\n", "1:14 EX0427 this is no link: readers would see the brackets")]
    [InlineData("Some [500,000](figure:left-2022 left.\n", "1:14 EX0427 this is no link: readers would see the brackets")]
    [InlineData("- Said by [them](kind survey).\n", "1:16 EX0427 this is no link: readers would see the brackets")]
    [InlineData("A <b class=\"x\">word</b> or <List>.\n", "1:3 EX0428 HTML is not let through: readers would see '<b class=\"x\">' as it stands here")]
    [InlineData("Boats[^1] left.\n", "1:6 EX0429 there is no note '[^1]', so readers would see the brackets")]
    [InlineData("![Boats](images/a b.jpg)\n", "1:1 EX0488 this is no picture: readers would see the brackets")]
    [InlineData(":: scene left\n\n@one\n\nText.\n\n:::\n\n::: chart share\n:::\n", "1:1 EX0406 this line opens no block: it begins with too few colons")]
    [InlineData("::: chart left :::\n\n::: chart share\n:::\n", "1:1 EX0416 this chart is not closed by the ::: on its own first line")]
    [InlineData("Text.\n\n    ::: chart left\n    :::\n", "3:5 EX0417 this line is indented so far that it is printed as code")]
    [InlineData("Said by [them](kind:surwey).\n", "1:9 EX0410 there is no kind 'surwey'")]
    public void A_slip_in_a_text_is_reported_where_it_stands(string text, params string[] expected)
    {
        var findings = new List<Diagnostic>();

        Read(text, findings);

        Assert.Equal(expected, findings.Lines());
    }

    [Theory]
    [InlineData("Some [about](figure:left-2022) [left](kind:survey), `[](figure: x)`, [x\\](figure x)\n")]
    [InlineData("`<b>` a < b > c, List<string>, \\<b>\n")]
    [InlineData("Boats[^1] and \\[^2]\n\n[^1]: Of [some](figure:left-2022).\n")]
    [InlineData("![Boats](images/a.jpg)\n\nLook![^1] now\n\n[^1]: There.\n")]
    [InlineData("```\n::: chart left\n<b>[](figure: x)\n```\n")]
    [InlineData("| [](figure:left-2022) | b |\n|---|---|\n| [x](kind:survey) | [d](https://example.org) |\n")]
    public void What_is_markup_or_meant_to_be_seen_is_not_reported(string text)
    {
        var findings = new List<Diagnostic>();

        Read(text, findings);

        Assert.Empty(findings);
    }

    [Fact]
    public void The_nearest_block_and_kind_are_offered()
    {
        var findings = new List<Diagnostic>();

        Read("::: scen left\n:::\n\n[x](kind:surwey)\n", findings);

        Assert.Equal(["did you mean 'scene'?", "did you mean 'survey'?"], findings.Select(f => f.Hint));
    }

    [Theory]
    [InlineData("[a](https://example.org/b?c=1&d=2)", "<p><a href=\"https://example.org/b?c=1&amp;d=2\">a</a></p>\n")]
    [InlineData("[a](mailto:a@example.org)", "<p><a href=\"mailto:a@example.org\">a</a></p>\n")]
    [InlineData("[a](/ru/the-way-back/)", "<p><a href=\"/ru/the-way-back/\">a</a></p>\n")]
    [InlineData("[a](/search?q=a:b)", "<p><a href=\"/search?q=a:b\">a</a></p>\n")]
    [InlineData("<https://example.org>", "<p><a href=\"https://example.org\">https://example.org</a></p>\n")]
    [InlineData("[a](#numbers)", "<p><a href=\"#numbers\">a</a></p>\n")]
    public void A_link_may_go_to_the_web_to_mail_or_within_the_site(string text, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Equal(expected, Html(text, findings));

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<!-- hidden -->", "<p>&lt;!-- hidden --&gt;</p>\n")]
    [InlineData("a & b \"c\"", "<p>a &amp; b &quot;c&quot;</p>\n")]
    [InlineData("`<i>`", "<p><code>&lt;i&gt;</code></p>\n")]
    public void Html_is_shown_and_not_let_through(string text, string expected) => Assert.Equal(expected, Html(text, []));

    [Fact]
    public void Two_colons_among_words_are_words() => Assert.Equal("<p>std::chrono::seconds</p>\n", Html("std::chrono::seconds", []));

    // What is written into an attribute must not end it, and nobody follows a link there.
    [Theory]
    [InlineData("See [half a \"million\"](figure:left-2022)", "See half a &quot;million&quot;")]
    [InlineData("[](figure:left-2022) left", "500,000–800,000 left")]
    [InlineData("[x](kind:survey) & *y* `z`", "x &amp; y z")]
    [InlineData("Boats[^1]", "Boats")]
    [InlineData("[](figure:left-2022)", "500,000–800,000")]
    public void What_a_picture_shows_is_said_in_plain_words(string words, string alt)
    {
        var findings = new List<Diagnostic>();

        var document = Read($"![{words}](images/a.jpg)\n\n[^1]: A note.\n\nThen [half a million](figure:left-2022).\n", findings);

        Assert.Empty(findings);
        Assert.Contains($" alt=\"{alt}\"></picture>", Assert.IsType<TextBlock>(document.Blocks[0]).Html.Replace("500000", "500,000", StringComparison.Ordinal).Replace("800000", "800,000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("page.use.left-2022.1", document.Mentions[^1].Anchor);
        Assert.All(document.Mentions[..^1], m => Assert.Empty(m.Anchor));
    }

    [Fact]
    public void A_link_to_a_figure_without_words_prints_the_figure()
    {
        var findings = new List<Diagnostic>();

        var html = Html("They were [](figure:left-2022).", findings);

        Assert.Empty(findings);
        Assert.Equal("<p>They were <a class=\"figure k-survey\" id=\"page.use.left-2022.1\" href=\"#page.figure.left-2022\" data-figure=\"left-2022\">500,000–800,000</a>.</p>\n", html);
    }

    [Fact]
    public void A_link_to_a_figure_with_words_shows_the_words() =>
        Assert.Equal(
            "<p><a class=\"figure k-survey\" id=\"page.use.left-2022.1\" href=\"#page.figure.left-2022\" data-figure=\"left-2022\">half a <em>million</em></a></p>\n",
            Html("[half a *million*](figure:left-2022)", []));

    [Fact]
    public void Words_of_a_kind_carry_its_class() =>
        Assert.Equal("<p><b class=\"k-official\">officials</b> say</p>\n", Html("[officials](kind:official) say", []));

    [Fact]
    public void Figures_are_listed_in_reading_order_with_their_places()
    {
        var document = Read("A [](figure:b) and [two](figure:a).\n\n::: scene left\n@one\nThen [](figure:b).\n:::\n", []);

        Assert.Equal([("b", "a.md:1:3"), ("a", "a.md:1:20"), ("b", "a.md:5:6")], document.Mentions.Select(m => (m.Figure.Value, m.Figure.Span.ToString())));
    }

    [Fact]
    public void A_finding_after_front_matter_stands_where_the_file_has_it()
    {
        var findings = new List<Diagnostic>();
        var source = new SourceText("a.md", "---\r\ntitle: Дорога назад\r\n---\r\nПервый абзац: [ссылка](javascript:x).\r\n\r\n::: scene уехали\r\nРано.\r\n@шаг\r\nТекст.\r\n:::\r\n");

        var document = new ProseReader(new Dictionary<string, Figure>(), English()).Read(source, source.OffsetOf(4, 1), findings);

        Assert.Equal(["4:15 EX0410", "7:1 EX0405"], DiagnosticPrinter.InOrder(findings).Places());
        var scene = Assert.IsType<SceneBlock>(document.Blocks[1]);
        Assert.Equal(("уехали", "a.md:6:11"), (scene.Chart.Span.Text, scene.Chart.Span.ToString()));
        Assert.Equal(("@шаг", "a.md:8:1"), (scene.Steps[0].State.Span.Text, scene.Steps[0].State.Span.ToString()));
    }

    // What stands before the start must not be read as prose, nor join the first paragraph.
    [Fact]
    public void What_stands_before_the_start_is_passed_over()
    {
        var source = new SourceText("a.md", "::: scene left\nText\n");

        var document = new ProseReader(new Dictionary<string, Figure>(), English()).Read(source, 15, []);

        Assert.Equal("<p>Text</p>\n", Assert.IsType<TextBlock>(Assert.Single(document.Blocks)).Html);
        Assert.Equal("a.md:2:1", document.Blocks[0].Span.ToString());
    }

    [Fact]
    public void Words_are_counted_wherever_they_are_read() =>
        Assert.Equal(9, Read("# One two\n\nThree — *four* five.\n\n::: scene left\n@state\nSix [seven](figure:a).\n\n- eight\n- nine\n:::\n", []).Words);

    // Nobody puts spaces between them: two and a half letters of Chinese or Japanese are read like a word, and five of Thai.
    [Theory]
    [InlineData("我们不知道有多少人回来了。", 5)]
    [InlineData("帰ってきた人の数は、だれも知らない。", 6)]
    [InlineData("ไม่มีใครรู้ว่ากี่คนกลับมา", 5)]
    [InlineData("2024年 in Tōkyō 東京", 4)]
    public void Letters_are_counted_where_words_stand_without_spaces(string text, int words) => Assert.Equal(words, Read(text, []).Words);

    [Fact]
    public void An_empty_text_has_no_pieces()
    {
        var document = Read("", []);

        Assert.Empty(document.Blocks);
        Assert.Equal(0, document.Words);
    }

    [Theory]
    [InlineData('>', 5000, "")]
    [InlineData('*', 300, "*")]
    [InlineData('*', 40000, "*")]
    public void A_text_nested_beyond_reason_is_reported(char sign, int levels, string end)
    {
        var findings = new List<Diagnostic>();

        Read("Text.\n\nMore.\n\n  " + new string(sign, levels) + "deep" + string.Concat(Enumerable.Repeat(end, levels)) + "\n", findings);

        Assert.Equal(["5:3 EX0411 this text is nested too deeply"], findings.Lines());
    }

    [Fact]
    public void Headings_of_sections_are_listed_in_plain_words_with_the_ids_that_they_have_on_the_page()
    {
        var findings = new List<Diagnostic>();

        var document = Read(
            """
            ## How *many* left, `all` & [](figure:left-2022)?

            ### Not a section

            > ## Quoted

            ::: scene left
            @all
            ## In a step
            :::

            ## Сколько уехало

            ## Сколько уехало
            """,
            findings);

        Assert.Empty(findings);
        Assert.Equal(["How many left, all & 500,000–800,000?", "Сколько уехало", "Сколько уехало"], document.Headings.Select(h => h.Text.Replace("500000", "500,000", StringComparison.Ordinal).Replace("800000", "800,000", StringComparison.Ordinal)));
        var html = string.Concat(document.Blocks.OfType<TextBlock>().Select(b => b.Html));
        Assert.All(document.Headings, h => Assert.Contains($"<h2 id=\"{h.Id}\">", html, StringComparison.Ordinal));
        Assert.Equal(3, document.Headings.Select(h => h.Id).Distinct().Count());
    }

    private static string Html(string text, List<Diagnostic> findings) => Assert.IsType<TextBlock>(Assert.Single(Read(text, findings).Blocks)).Html;

    private static ProseDocument Read(string text, List<Diagnostic> findings)
    {
        var figures = Figure.ReadAll(new SourceText("input/figures/left.yml", "left-2022: {low: 500000, high: 800000, unit: people, kind: survey}"), findings);
        var photo = new Photo("images/a.jpg", new byte[1], 600, 400, "jpg", null);
        return new ProseReader(figures.ToDictionary(f => f.Id), English(), new Dictionary<string, Photo> { [photo.Path] = photo }).Read(new SourceText("a.md", text), 0, findings);
    }

    private static Language English() => Assert.IsType<Language>(Language.Read(
        "en",
        new SourceText(
            "theme/words/en.yml",
            """
            name: English
            months: [January, February, March, April, May, June, July, August, September, October, November, December]
            """),
        []));
}
