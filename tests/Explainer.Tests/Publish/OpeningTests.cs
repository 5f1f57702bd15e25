using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

/// <summary>The chart of the first screen can be taken away as others can: at the end of the story.</summary>
public sealed class OpeningTests
{
    [Fact]
    public void Every_opening_has_its_numbers_files_citation_and_code_at_the_end_of_the_story()
    {
        foreach (var story in Sites.Published("story").Content!.Stories)
        {
            var end = End(Sites.Published("story").Files.Text($"{(story.Language.Code == "en" ? "" : "ru/")}{story.Slug}/index.html"))!;
            var chart = story.Opening!.Chart!;

            Assert.Contains(Spaced((chart.States[0].Title ?? chart.Title).In(story.Language)), Spaced(end.QuerySelector("p")!.TextContent), StringComparison.Ordinal);
            Assert.Equal(chart.Data.Rows.Length, end.QuerySelectorAll(".numbers tbody tr").Length);
            Assert.Contains($"/charts/{chart.Id}.{story.Language.Code}.csv", end.QuerySelectorAll(".downloads a").Select(a => a.GetAttribute("href")));
            Assert.Contains($"/embed/{chart.Id}/\"", end.QuerySelector(".share textarea")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(end.QuerySelector(".share a[rel=license]"));
        }

        // A page holds short words to their neighbours.
        static string Spaced(string words) => words.Replace('\u00A0', ' ');
    }

    [Fact]
    public void A_chart_that_stands_in_the_story_too_has_them_there_alone()
    {
        var build = Site.Build(Sites.SampleInput.With("input/stories/rain.en.md", text => text.Replace("opening: drops", "opening: showers", StringComparison.Ordinal)));

        Assert.Null(End(build.Files.Text("rain/index.html")));
        Assert.NotNull(End(Sites.Sample.Files.Text("rain/index.html")));
    }

    private static IElement? End(string html) => new HtmlParser().ParseDocument(html).QuerySelector(".opening-end");
}
