using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>Words in front matter and in charts that name figures: readers see them plain, and they cannot say what the figure does not.</summary>
public sealed class BoundWordsTests
{
    private const string Story = "input/stories/rain.en.md";
    private const string Bars = "input/charts/rain-bars.yml";
    private const string Range = "input/charts/rain-range.yml";

    [Theory]
    [InlineData(Story, "title: Where the rain falls", "title: Where [700 millimetres](figure:rain-alder) fall", "rain.en.md:2:15: error EX0451")]
    [InlineData(Story, "standfirst: Five towns,", "standfirst: \"[About 700](figure:rain-alder) in Alder,", "rain.en.md:3:15: error EX0451")]
    [InlineData(Story, "title: Where the rain falls", "title: T\nheadline: |\n  Where\n  [610 per cent](figure:rain-alder) fall", "rain.en.md:5:4: error EX0452")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: \"Alder leads with [700](figure:rain-alder)\"", "rain-bars.yml:2:27: error EX0451")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: {ru: Олдер, en: \"Alder leads with [700](figure:rain-alder)\"}", "rain-bars.yml:2:43: error EX0451")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: Lead\nsubtitle: Up to [610](figure:rain-alder) mm", "rain-bars.yml:3:18: error EX0453")]
    [InlineData(Bars, "alt: Bars of mean rain", "alt: Bars up from [630](figure:rain-alder) of mean rain", "rain-bars.yml:3:20: error EX0451")]
    [InlineData(Bars, "    highlight: {area: coast}", "    highlight: {area: coast}\n    title: Not [700](figure:rain-alder)", "rain-bars.yml:13:17: error EX0451")]
    [InlineData(Bars, "marks:", "notes:\n  - {name: n, band: [600, 620], text: \"[700](figure:rain-alder)\"}\nmarks:", "rain-bars.yml:8:41: error EX0451")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: \"[At most 500](figure:rain-cedar) on the coast\"", "rain-bars.yml:2:10: error EX0456")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: \"[610](figure:rain-elder) in Alder\"", "rain-bars.yml:2:9: error EX0420")]
    [InlineData(Bars, "title: Alder and Birch lead", "title: \"[](figure:rain-alder) in Alder\"", "rain-bars.yml:2:9: error EX0457")]
    public void What_is_not_so_is_refused_where_it_stands(string path, string right, string wrong, string expected)
    {
        var build = Site.Build(Sites.SampleInput.With(path, text => Replace(text, right, wrong)));

        Assert.Empty(build.Files);
        Assert.Contains(expected, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_so_is_printed_plain_everywhere_and_counts_as_a_use()
    {
        var build = Site.Build(Sites.SampleInput
            .With(Story, s => Replace(Replace(s, "title: Where the rain falls", "title: Where [610 millimetres](figure:rain-alder) fall"), "standfirst: Five towns,", "standfirst: More than [700](figure:rain-birch) in Birch,"))
            .With(Range, c => Replace(c, "title: Hills get more rain", "title: \"Cedar gets [up to 500](figure:rain-cedar), says its mayor\"")));

        Assert.Empty(build.Findings);
        var page = new HtmlParser().ParseDocument(build.Files.Text("rain/index.html"));
        Assert.Equal(("Where 610 millimetres fall", "Where 610 millimetres fall"), (page.Title, page.QuerySelector("h1")!.TextContent));
        Assert.StartsWith("More than 700 in Birch,", page.QuerySelector(".standfirst")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Cedar gets up to 500, says its mayor", page.QuerySelector("[data-scene=rain-range] .chart-title")!.TextContent);
        Assert.All(build.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)), f => Assert.DoesNotContain("](figure:", build.Files.Text(f.Path), StringComparison.Ordinal));
        var sources = new HtmlParser().ParseDocument(build.Files.Text("sources/index.html"));
        Assert.Contains("/rain/#page.chart.1", sources.GetElementById("page.figure.rain-cedar")!.QuerySelectorAll(".uses a").Select(a => a.GetAttribute("href")));
        Assert.Contains("/rain/", sources.GetElementById("page.figure.rain-birch")!.QuerySelectorAll(".uses a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("mean: 610", "mean: 611")]
    [InlineData("figure: rain-alder}", "figure: roof-usual, note: 1}")]
    public void A_row_must_show_the_number_of_its_figure(string right, string wrong)
    {
        var build = Site.Build(Sites.SampleInput.With("input/data/rain.yml", d => Replace(d, right, wrong).Replace("  figure: {type: figure, of: mean}", "  note: {type: number, unit: square metres}\n  figure: {type: figure}", StringComparison.Ordinal)));

        Assert.Contains("error EX0432", Sites.Print(build), StringComparison.Ordinal);
    }

    private static string Replace(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        var rest = text[(at + right.Length)..];

        // A quote that the new words open ends with their line.
        if (wrong.Count(c => c == '"') % 2 == 1)
            rest = rest.Insert(rest.IndexOf('\n', StringComparison.Ordinal), "\"");
        return text[..at] + wrong + rest;
    }
}
