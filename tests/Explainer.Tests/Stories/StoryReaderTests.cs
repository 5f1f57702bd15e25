using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.StoriesTests;

public sealed class StoryReaderTests
{
    private const string Good = "---\ntitle: T\nstandfirst: S\npublished: 2024-05-31\n---\nText.\n";

    [Fact]
    public void A_story_is_its_front_matter_and_its_parts()
    {
        var findings = new List<Diagnostic>();

        var story = Read(
            "the-way-back.en.md",
            """
            ---
            title: The way back
            headline: |
              Who [says](kind:survey)
              they came back
            standfirst: Nobody counted.
            published: 2024-05-31
            opening: left
            ---
            First.

            ::: scene left
            @bars
            Words.

            @nowhere
            Words.
            :::

            ::: chart share
            :::
            """,
            findings);

        Assert.Empty(findings);
        Assert.NotNull(story);
        Assert.Equal(("the-way-back", "en", "The way back", "Nobody counted."), (story.Slug, story.Language.Code, story.Title, story.Standfirst));
        Assert.Equal("Who <b class=\"k-survey\">says</b><br />\nthey came back", story.Headline);
        Assert.Equal([[new("Who "), new("says", Kind.Survey)], [new("they came back")]], story.HeadlineLines.Select(l => l.ToArray()));
        Assert.Equal(new DateOnly(2024, 5, 31), story.Published);
        Assert.Equal([typeof(Passage), typeof(Scene), typeof(PlainChart)], story.Parts.Select(p => p.GetType()));

        // A chart or state that does not exist is left open here; a rule reports it.
        Assert.Equal([("left", true), ("left", true), ("share", false)], story.ChartPlaces.Select(p => (p.Name.Value, p.Chart is not null)));
        Assert.Equal([("bars", true), ("nowhere", false)], Assert.IsType<Scene>(story.Parts[1]).Steps.Select(s => (s.Name.Value, s.State is not null)));
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData("by: Name One\n", new[] { "Name One" })]
    [InlineData("by: [Name One, Name Two]\n", new[] { "Name One", "Name Two" })]
    [InlineData("by:\n", new string[0])]
    public void A_story_names_those_who_wrote_it_or_nobody(string line, string[] names)
    {
        var findings = new List<Diagnostic>();

        Assert.Equal(names, Read("a.en.md", Good.Replace("published", line + "published", StringComparison.Ordinal), findings)?.Authors);
        Assert.Empty(findings);
    }

    [Fact]
    public void A_story_without_a_headline_has_its_title_for_one() => Assert.Equal("T", Read("a.en.md", Good, [])?.Headline);

    [Theory]
    [InlineData("the-way-back.en.md", "the-way-back")]
    [InlineData("2024.en.md", "2024")]
    [InlineData("a-1.ru.md", "a-1")]
    [InlineData("a.pt-BR.md", "a")]
    public void A_file_is_named_by_slug_and_language(string name, string slug)
    {
        var findings = new List<Diagnostic>();

        Assert.Equal(slug, Read(name, Good, findings)?.Slug);

        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("story.md")]
    [InlineData("The-Way-Back.en.md")]
    [InlineData("the_way_back.en.md")]
    [InlineData("the--way.en.md")]
    [InlineData("-way.en.md")]
    [InlineData("дорога.ru.md")]
    [InlineData("the way.en.md")]
    [InlineData("a.english.md")]
    public void Any_other_name_is_refused(string name)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read(name, Good, findings));

        Assert.Equal(["1:1 EX0412 a story's file is named SLUG.LANGUAGE.md"], findings.Lines());
    }

    [Fact]
    public void A_language_that_the_site_does_not_have_is_refused()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read("a.fr.md", Good, findings));

        Assert.Equal(["1:1 EX0413 this file's name says that it is in 'fr', which is not a language of the site"], findings.Lines());
    }

    [Fact]
    public void A_story_cannot_have_the_address_of_a_language()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read("ru.en.md", Good, findings));

        Assert.Equal(["1:1 EX0415 a story cannot be called 'ru': that address is the front page of a language"], findings.Lines());
    }

    [Fact]
    public void A_headline_is_checked_as_the_text_is()
    {
        var findings = new List<Diagnostic>();

        Read("a.en.md", "---\ntitle: T\nheadline: Who [says](https://example.org)\nstandfirst: S\npublished: 2024-05-31\n---\n", findings);

        Assert.Equal(["3:11 EX0410 a headline cannot hold links or pictures"], findings.Lines());
    }

    // What would begin a list, a quotation, a heading, a step or a scene in the text is words there.
    [Theory]
    [InlineData("1984. Who reads it?", "1984. Who reads it?")]
    [InlineData("1. FC Köln pays", "1. FC Köln pays")]
    [InlineData("'- 5 % in a year'", "- 5 % in a year")]
    [InlineData("'> half'", "&gt; half")]
    [InlineData("'# x'", "# x")]
    [InlineData("'@left'", "@left")]
    [InlineData("'::: scene left'", "::: scene left")]
    [InlineData("'``` code'", "``` code")]
    [InlineData("'    four'", "four")]
    [InlineData("'***'", "***")]
    [InlineData("|\n  One\n  ---", "One<br />\n---")]
    [InlineData("|\n  One\n\n  Two", "One<br />\nTwo")]
    public void A_headline_is_words_whatever_it_begins_with(string title, string html)
    {
        var findings = new List<Diagnostic>();

        var story = Read("a.en.md", Good.Replace("title: T", "title: " + title, StringComparison.Ordinal), findings);

        Assert.Empty(findings);
        Assert.Equal(html, story?.Headline);
        Assert.Equal(html.Replace("&gt;", ">", StringComparison.Ordinal).Split("<br />\n"), story!.HeadlineLines.Select(l => string.Concat(l.Select(r => r.Words))));
    }

    [Theory]
    [InlineData("title: ' '", "2:8 EX0114 the headline has no words")]
    [InlineData("title: '[a]: /b'", "2:8 EX0114 the headline has no words")]
    [InlineData("title: T\nheadline: '[](kind:survey)'", "3:11 EX0114 the headline has no words")]
    [InlineData("title: T\nheadline: '![](images/a.jpg)'", "3:11 EX0410 a headline cannot hold links or pictures")]
    public void A_headline_says_something(string lines, string expected)
    {
        var findings = new List<Diagnostic>();

        Read("a.en.md", Good.Replace("title: T", lines, StringComparison.Ordinal), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Fact]
    public void A_headline_nested_beyond_reason_is_reported()
    {
        var findings = new List<Diagnostic>();

        Read("a.en.md", Good.Replace("title: T", $"title: '{new string('*', 300)}T{new string('*', 300)}'", StringComparison.Ordinal), findings);

        Assert.Equal(["2:8 EX0411 this headline is nested too deeply"], findings.Lines());
    }

    // A rule between paragraphs looks like the line that begins front matter.
    [Theory]
    [InlineData("")]
    [InlineData("Text.\n")]
    [InlineData("Text.\n\n---\n\ntitle: T\n\n---\n")]
    public void A_text_without_front_matter_at_its_very_start_is_refused(string content)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read("a.en.md", content, findings));

        Assert.Equal(["1:1 EX0414 a story begins with its front matter"], findings.Lines());
    }

    [Theory]
    [InlineData("---\ntitle: T\n")]
    [InlineData("---\ntitle: T\n ---\n")]
    public void Front_matter_without_an_end_is_refused(string content)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read("a.en.md", content, findings));

        Assert.Equal(["1:1 EX0414 the front matter is never closed"], findings.Lines());
    }

    [Fact]
    public void Empty_lines_may_stand_before_front_matter()
    {
        var findings = new List<Diagnostic>();

        Assert.Equal("T", Read("a.en.md", "\n\n" + Good, findings)?.Title);

        Assert.Empty(findings);
    }

    [Fact]
    public void Front_matter_may_end_the_file_and_have_blanks_after_its_dashes()
    {
        var findings = new List<Diagnostic>();

        var story = Read("a.en.md", "--- \r\ntitle: T\r\nstandfirst: S\r\npublished: 2024-05-31\r\n---\t", findings);

        Assert.Empty(findings);
        Assert.Equal(0, story?.Words);
    }

    [Fact]
    public void A_rule_in_the_text_does_not_end_it()
    {
        var story = Read("a.en.md", Good + "\n---\n\nMore.\n", []);

        Assert.Equal("<p>Text.</p>\n<hr />\n<p>More.</p>\n", Assert.IsType<Passage>(Assert.Single(story!.Parts)).Html);
    }

    [Theory]
    [InlineData("---\nstandfirst: S\npublished: 2024-05-31\n---\n", "2:1 EX0106 the front matter needs the key 'title'")]
    [InlineData("---\ntitle: T\nstandfirst: S\n---\n", "2:1 EX0106 the front matter needs the key 'published'")]
    [InlineData("---\r\ntitle: Дорога\r\nstandfirst: Итог\r\npublished: 31.05.2024\r\n---\r\n", "4:12 EX0108 'published' is '31.05.2024', which is not a date")]
    [InlineData("---\r\ntitle: Дорога\r\nstandfirst: Итог\r\npublished: 2024-05-31\r\nautor: Я\r\n---\r\n", "5:1 EX0102 the front matter has no key 'autor'")]
    [InlineData("---\n- a\n---\n", "2:1 EX0107 the front matter should be a group of keys, but this is a list")]
    [InlineData("---\ntitle: T\nstandfirst: S\npublished: 2024-05-31\n---\n\nText.\n\n@lost\n", "9:1 EX0404 the step '@lost' stands outside a scene")]
    public void A_slip_is_reported_where_the_file_has_it(string content, string expected)
    {
        var findings = new List<Diagnostic>();

        Read("a.en.md", content, findings);

        Assert.Equal([expected], findings.Lines());
    }

    private static Story? Read(string name, string content, List<Diagnostic> findings)
    {
        string[] codes = ["en", "ru", "pt-BR"];
        var words = new SourceText("theme/words/xx.yml", "name: N\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n");
        var languages = codes.ToDictionary(c => c, c => Assert.IsType<Language>(Language.Read(c, words, [])));
        var data = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/left.yml", "title: T\nfields: {n: number}\nrows: [{n: 5}]\n"), []));
        var chart = Assert.IsType<ChartSpec>(ChartReader.Read(
            new SourceText("input/charts/left.yml", "data: left\ntitle: T\nalt: A\nx: {}\ny: {type: band}\nmarks: [{type: bar, value: n}]\nstates: {bars: }\n"),
            new Dictionary<string, Dataset> { ["left"] = data },
            new HashSet<string>(),
            []));
        return StoryReader.Read(new SourceText("input/stories/" + name, content), languages, new Dictionary<string, Figure>(), new Dictionary<string, ChartSpec> { ["left"] = chart }, new Dictionary<string, BlockSpec>(), findings);
    }
}
