using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>What was wrong is told in public, and at the places that were corrected.</summary>
public sealed class CorrectionsTests
{
    private const string File = "input/corrections.yml";

    private const string Two =
        """
        - date: 2026-02-01
          story: rain
          was: Alder had 510 millimetres.
          now: Alder has 610.
          figures: [rain-alder]
        - date: 2026-03-09
          story: rain
          was: Birch was called a village.
          now: Birch is a town.
        - {date: 2026-02-01, story: [rain], was: A slip., now: None.}
        """;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("[]\n")]
    public void Without_corrections_the_page_says_so(string? text)
    {
        var build = Site.Build(text is null ? Sites.SampleInput : Sites.SampleInput.Adding(File, text));

        Assert.Empty(build.Findings);
        Assert.Equal("No corrections so far.", Page(build, "corrections/index.html").QuerySelector(".no-corrections")!.TextContent);
        Assert.Null(Page(build, "rain/index.html").QuerySelector(".dateline a"));
    }

    [Fact]
    public void The_page_tells_them_newest_first_each_at_an_address_that_stays()
    {
        var page = Page(Site.Build(Sites.SampleInput.Adding(File, Two)), "corrections/index.html");

        Assert.Equal(
            [
                ("page.correction.2026-03-09", "9 March 2026", "It said: Birch was called a village."),
                ("page.correction.2026-02-01", "1 February 2026", "It said: Alder had 510 millimetres."),
                ("page.correction.2026-02-01.2", "1 February 2026", "It said: A slip."),
            ],
            page.QuerySelectorAll(".corrections > li").Select(c => (c.Id!, c.QuerySelector("time")!.TextContent, c.QuerySelector(".corrected-was")!.TextContent)));
        Assert.Equal("/sources/#page.figure.rain-alder", page.QuerySelector(".corrected-figures a")!.GetAttribute("href"));
        Assert.Equal("/rain/", page.QuerySelector(".corrected-story a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_story_and_the_figure_say_when_they_were_corrected()
    {
        var build = Site.Build(Sites.SampleInput.Adding(File, Two));
        var story = Page(build, "rain/index.html");

        var last = story.QuerySelector(".dateline a")!;
        Assert.Equal(("corrected on 9 March 2026", "/corrections/#page.correction.2026-03-09"), (last.TextContent, last.GetAttribute("href")));
        foreach (var page in new[] { story, Page(build, "sources/index.html") })
        {
            var link = Assert.Single(page.GetElementById("page.figure.rain-alder")!.QuerySelectorAll(".source-caveat a"));
            Assert.Equal("/corrections/#page.correction.2026-02-01", link.GetAttribute("href"));
            Assert.Empty(page.GetElementById("page.figure.rain-cedar")!.QuerySelectorAll(".source-caveat a"));
        }

        using var json = JsonDocument.Parse(build.Files.Text("figures.json"));
        Assert.Equal(["2026-03-09", "2026-02-01", "2026-02-01"], json.RootElement.GetProperty("corrections").EnumerateArray().Select(c => c.GetProperty("date").GetString()));
    }

    [Theory]
    [InlineData("story: rain\n  was: Alder", "story: rian\n  was: Alder", "input/corrections.yml:2:10: error EX0441: there is no story 'rian' in input/stories", "did you mean 'rain'?")]
    [InlineData("[rain-alder]", "[rain-elder]", "input/corrections.yml:5:13: error EX0420", "did you mean 'rain-alder'?")]
    [InlineData("date: 2026-02-01\n", "date: 1 February\n", "input/corrections.yml:1:9: error EX0108", "year-month-day")]
    [InlineData("  was: Alder had 510 millimetres.\n", "", "input/corrections.yml:1:3: error EX0106: a correction needs the key 'was'", "")]
    [InlineData("  now: Alder has 610.", "  now: \"\"", "input/corrections.yml:4:8: error EX0114", "")]
    [InlineData("  now: Alder has 610.", "  now: {ru: Стало}", "input/corrections.yml:4:8: error EX0421: these words are missing in English", "add en:")]
    [InlineData("  now: Alder has 610.", "  nwo: Alder has 610.", "input/corrections.yml:4:3: error EX0102", "did you mean 'now'?")]
    public void A_slip_in_a_correction_is_told_at_its_place(string right, string wrong, string place, string hint)
    {
        Assert.Contains(right, Two, StringComparison.Ordinal);
        var build = Site.Build(Sites.SampleInput.Adding(File, Two.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Empty(build.Files);
        Assert.Contains(place, Sites.Print(build), StringComparison.Ordinal);
        Assert.Contains(hint, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_that_are_no_list_are_told() =>
        Assert.Contains("input/corrections.yml:1:1: error EX0107: the corrections should be a list", Sites.Print(Site.Build(Sites.SampleInput.Adding(File, "date: 2026-02-01\n"))), StringComparison.Ordinal);

    private static IDocument Page(SiteBuild build, string path) => new HtmlParser().ParseDocument(build.Files.Text(path));
}
