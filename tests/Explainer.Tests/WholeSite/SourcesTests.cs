using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Stories;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The page of sources and its twin for machines: every figure, who says so, and where readers meet it.</summary>
public sealed class SourcesTests
{
    private const string Story = "input/stories/rain.en.md";

    [Fact]
    public void Every_figure_stands_once_among_those_of_its_kind()
    {
        var page = Page("sources/index.html");

        Assert.Equal(["official", "survey", "company", "claim"], page.QuerySelectorAll(".ledger h2[class]").Select(h => h.Id!["page.kind.".Length..]));
        Assert.Equal(
            ["rain-alder", "rain-birch", "roof-usual", "use-usual", "days-usual", "rain-cedar"],
            page.QuerySelectorAll("[id^='page.figure.']").Select(f => f.Id!["page.figure.".Length..]));
        var alder = page.GetElementById("page.figure.rain-alder")!;
        Assert.Equal("610", alder.QuerySelector(".source-value")!.TextContent);
        Assert.Contains("The weather office · read 31 January 2026", alder.TextContent, StringComparison.Ordinal);
        Assert.Equal("https://example.org/rain", alder.QuerySelector("a[rel=external]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("sources/index.html")]
    [InlineData("rain/index.html")]
    public void A_time_that_a_figure_does_not_name_leaves_nothing_behind(string path)
    {
        Assert.NotEmpty(Page(path).QuerySelectorAll(".source-period"));
        Assert.All(Page(path).QuerySelectorAll(".source-period"), p => Assert.NotEmpty(p.TextContent));
    }

    [Fact]
    public void A_figure_tells_every_place_where_it_is_used()
    {
        var alder = Page("sources/index.html").GetElementById("page.figure.rain-alder")!;

        Assert.Equal(
            [
                ("Alder gets 610 millimetres, or 610.", "/rain/#page.use.rain-alder.1"),
                ("Alder gets 610 millimetres, or 610.", "/rain/#page.use.rain-alder.2"),
                ("Bars now: Alder has 610.", "/rain/#page.use.rain-alder.3"),
                ("Chart: Hills get more rain", "/rain/#page.chart.1"),
                ("Chart: Alder and Birch lead", "/rain/#page.chart.3"),
                ("Chart: A dry spell", "/rain/#page.chart.7"),
                ("To try: How much rain does Alder get in a year?", "/rain/#page.block.8.question"),
                ("To try: How long does a barrel last?", "/rain/#page.block.10.title"),
            ],
            alder.QuerySelectorAll(".uses li").Select(l => (l.TextContent, l.QuerySelector("a")!.GetAttribute("href")!)));
        Assert.Equal("Where the rain falls", alder.QuerySelector(".use-story a")!.TextContent);
        Assert.NotNull(Page("rain/index.html").QuerySelector("a.figure[id='page.use.rain-alder.3']"));
    }

    // Pages of an author's words have no list of figures; the page of sources has all that they name.
    [Theory]
    [InlineData("about", "en", "/sources/#page.figure.rain-alder")]
    [InlineData("corrections", "ru", "/ru/sources/#page.figure.rain-alder")]
    [InlineData("sources", "en", "#page.figure.rain-alder")]
    public void A_figure_in_the_words_of_a_page_leads_to_where_it_is_listed(string page, string language, string address)
    {
        var site = SiteContent.Read(Sites.SampleInput.With("input/site.yml", t => t.Replace("[en]", "[en, ru]", StringComparison.Ordinal)).Adding($"input/pages/{page}.{language}.md", "Alder got [610](figure:rain-alder)."), [])!;

        Assert.Contains($"href=\"{address}\"", site.TextOf(page, site.Languages.Single(l => l.Code == language)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_listed_with_its_charts_and_can_be_taken_away()
    {
        var rain = Page("sources/index.html").GetElementById("page.data.rain")!;

        Assert.Contains("5 rows", rain.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Hills get more rain", "Alder and Birch lead", "A dry spell"], rain.QuerySelectorAll(".uses a").Select(a => a.TextContent));
        Assert.Equal(Sites.Sample.Files.Text("charts/rain-bars.en.csv"), Sites.Sample.Files.Text(rain.QuerySelector("a[download]")!.GetAttribute("href")![1..]));
    }

    [Fact]
    public void Every_story_and_its_foot_lead_to_the_sources_of_their_language()
    {
        foreach (var (path, sources) in new[] { ("the-way-back/index.html", "/sources/"), ("ru/the-way-back/index.html", "/ru/sources/") })
        {
            var page = new HtmlParser().ParseDocument(Sites.Story.Files.Text(path));
            Assert.Equal(sources, page.QuerySelector(".sources-all a")!.GetAttribute("href"));
            Assert.Contains(sources, page.QuerySelectorAll(".foot a").Select(a => a.GetAttribute("href")));
        }
    }

    [Fact]
    public void The_method_is_what_the_author_wrote_and_is_held_to_the_same_rules()
    {
        var build = Site.Build(Sites.SampleInput.Adding("input/pages/sources.en.md", "## How\n\nIn Alder [610](figure:rain-alder).\n"));
        Assert.Empty(build.Findings);
        Assert.Equal("How", new HtmlParser().ParseDocument(build.Files.Text("sources/index.html")).QuerySelector(".prose h2")!.TextContent);

        Assert.Equal(["EX0451"], Site.Build(Sites.SampleInput.Adding("input/pages/sources.en.md", "In Alder [700](figure:rain-alder).\n")).Findings.Select(f => f.Code));
        Assert.Equal(["EX0420"], Site.Build(Sites.SampleInput.Adding("input/pages/sources.en.md", "In Alder [610](figure:rain-elder).\n")).Findings.Select(f => f.Code));
        Assert.Equal(["EX0461"], Site.Build(Sites.SampleInput.Adding("input/pages/sources.en.md", "In Alder 612.\n")).Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("input/pages/method.en.md", "Words.\n", "input/pages/method.en.md:1:1: error EX0418", "sources.en.md")]
    [InlineData("input/pages/sources.xx.md", "Words.\n", "input/pages/sources.xx.md:1:1: error EX0413", "en")]
    [InlineData("input/pages/sources.en.md", "Words.\n\n::: chart drops\n:::\n", "input/pages/sources.en.md:3:1: error EX0419", "move it into a story")]
    [InlineData("input/stories/sources.en.md", "---\ntitle: A\n", "input/stories/sources.en.md:1:1: error EX0415: a story cannot be called 'sources'", "another name")]
    public void A_page_that_cannot_be_is_told_at_its_place(string path, string text, string place, string hint)
    {
        var build = Site.Build(Sites.SampleInput.Adding(path, text));

        Assert.Empty(build.Files);
        Assert.Contains(place, Sites.Print(build), StringComparison.Ordinal);
        Assert.Contains(hint, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ledger_says_the_same_to_machines_in_all_languages()
    {
        using var json = JsonDocument.Parse(Sites.Story.Files.Text("figures.json"));
        var figures = json.RootElement.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);

        Assert.Equal(["en", "ru"], json.RootElement.GetProperty("languages").EnumerateArray().Select(l => l.GetString()));
        Assert.Equal(figures.Keys.Order(StringComparer.Ordinal), figures.Keys);
        Assert.Equal(Sites.Story.Content!.Figures.Keys, figures.Keys);
        Assert.All(figures, f => Assert.NotEmpty(f.Value.GetProperty("uses").EnumerateArray()));
        var bound = figures["left-first-year"];
        Assert.Equal((JsonValueKind.Null, 1000000), (bound.GetProperty("low").ValueKind, bound.GetProperty("high").GetDouble()));
        Assert.Equal(("estimate", "до 1 млн", "2026-11-23"), (bound.GetProperty("kind").GetString(), bound.GetProperty("printed").GetProperty("ru").GetString(), bound.GetProperty("read").GetString()));
        Assert.Contains(bound.GetProperty("uses").EnumerateArray(), u => u.GetProperty("address").GetString() == "/ru/the-way-back/#page.use.left-first-year.1");
        Assert.Equal("/data/flows.en.csv", json.RootElement.GetProperty("datasets").EnumerateArray().Single(d => d.GetProperty("id").GetString() == "flows").GetProperty("csv").GetProperty("en").GetString());
    }

    [Fact]
    public void Search_engines_are_told_of_every_table_in_a_block_of_data_that_nothing_in_it_can_end()
    {
        var build = Site.Build(Sites.SampleInput.With("input/data/rain.yml", d => d.Replace("title: Rain by town", "title: Rain </script> by town", StringComparison.Ordinal)));
        var block = new HtmlParser().ParseDocument(build.Files.Text("sources/index.html")).QuerySelector("script[type='application/ld+json']")!;
        using var json = JsonDocument.Parse(block.TextContent);
        var all = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();

        Assert.All(all, d => Assert.Equal("Dataset", d.GetProperty("@type").GetString()));
        Assert.Equal(["/figures.json", "/data/drops.en.csv", "/data/rain.en.csv", "/data/showers.en.csv"], all.Select(d => d.GetProperty("distribution").GetProperty("contentUrl").GetString()));
        Assert.Equal("Rain </script> by town", all[2].GetProperty("name").GetString());
    }

    [Fact]
    public void A_figure_that_only_a_formula_or_a_chart_names_has_its_place_too()
    {
        var files = Site.Build(Sites.SampleInput
            .With("input/figures/rain.yml", f => f.TrimEnd() + """

                rain-part:
                  value: 42
                  unit: mm
                  kind: official statistic
                  sources: [https://example.org/rain]
                  read: 2026-01-31
                rain-more:
                  formula: rain-part * 2
                  unit: mm
                  kind: derived

                """)
            .With("input/charts/rain-bars.yml", c => c.Replace("title: Alder and Birch lead", "title: Not [84 mm](figure:rain-more)", StringComparison.Ordinal))).Files;

        var story = new HtmlParser().ParseDocument(files.Text("rain/index.html"));
        Assert.NotNull(story.GetElementById("page.figure.rain-more"));
        var part = new HtmlParser().ParseDocument(files.Text("sources/index.html")).GetElementById("page.figure.rain-part")!;
        Assert.Contains("Chart: Not 84 mm", part.TextContent, StringComparison.Ordinal);
    }

    private static IDocument Page(string path) => new HtmlParser().ParseDocument(Sites.Sample.Files.Text(path));
}
