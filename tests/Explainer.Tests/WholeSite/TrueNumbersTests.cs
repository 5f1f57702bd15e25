using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>A sentence cannot say what its figure does not, and no number stands in the text without one.</summary>
public sealed class TrueNumbersTests
{
    private const string Story = "input/stories/rain.en.md";

    [Theory]
    [InlineData("[700 millimetres](figure:rain-alder)", "EX0451", "'700 millimetres' is not what the figure 'rain-alder' says: 610")]
    [InlineData("[610 per cent](figure:rain-alder)", "EX0452", "'610 per cent' counts in per cent, but the figure 'rain-alder' in mm")]
    [InlineData("[600 to 620](figure:rain-alder)", "EX0453", "the figure 'rain-alder' is one number, and these words name a range")]
    [InlineData("[some rain](figure:rain-alder)", "EX0455", "these words name the figure 'rain-alder', but no number can be read in them")]
    public void What_is_not_so_is_refused_where_it_stands(string words, string code, string message)
    {
        var build = Site.Build(Sites.SampleInput.With(Story, s => s.Replace("[610 millimetres](figure:rain-alder)", words, StringComparison.Ordinal)));

        var finding = Assert.Single(build.Findings);
        Assert.Equal((code, message), (finding.Code, finding.Message));
        Assert.Equal(words[1..words.IndexOf(']', StringComparison.Ordinal)], finding.Where!.Value.Text);
        Assert.Contains("right would be: Alder gets 610, or 610.", finding.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[about 600 millimetres](figure:rain-alder)")]
    [InlineData("less than [620 millimetres](figure:rain-alder)")]
    [InlineData("[more than six hundred](figure:rain-alder)")]
    public void What_is_so_is_let_through(string words) =>
        Assert.Empty(Site.Build(Sites.SampleInput.With(Story, s => s.Replace("[610 millimetres](figure:rain-alder)", words, StringComparison.Ordinal))).Findings);

    [Fact]
    public void A_number_without_a_figure_is_reported_at_its_place_with_windows_line_ends_too()
    {
        var build = Site.Build(Sites.SampleInput.With(Story, s => (s.TrimEnd() + "\n\nПосле: it *rained* on 3&nbsp;May 2024, the 16th, for two days and **42 per cent** of 1,200 hours.\n").Replace("\n", "\r\n", StringComparison.Ordinal)));

        Assert.Equal([("EX0461", "42 per cent"), ("EX0461", "1,200")], build.Findings.Select(f => (f.Code, f.Where!.Value.Text)));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void What_is_wrong_in_the_text_is_found_in_its_line_and_column_behind_front_matter_and_cyrillic(string ends)
    {
        var input = Sites.SampleInput.With(Story, s => s
            .Replace("standfirst: Five towns, and one that does not measure.", "standfirst: >-\n  Пять городов,\n  ещё [700](figure:rain-alder) и 42.", StringComparison.Ordinal)
            .Replace("Alder gets [610 millimetres]", "Олдер — «*дождь*»: 42 раза,\nа [700 millimetres]", StringComparison.Ordinal)
            .ReplaceLineEndings(ends));

        var found = Site.Build(input).Findings.Select(f => (f.Code, f.Where!.Value.Line, f.Where!.Value.Column, f.Where!.Value.Text)).OrderBy(f => (f.Line, f.Column));
        Assert.Equal([("EX0451", 5, 8, "700"), ("EX0461", 5, 34, "42"), ("EX0461", 12, 20, "42"), ("EX0451", 13, 4, "700 millimetres")], found);
    }

    [Fact]
    public void A_waiver_holds_for_its_words_alone_and_must_be_needed()
    {
        var build = Site.Build(Sites.SampleInput.With(Story, s => s.TrimEnd().Replace("\n---", "\nnumbers:\n  - {words: all 42, why: Counted by hand.}\n  - {words: 77, why: Not there.}\n---", StringComparison.Ordinal) + "\n\nHere are all 42, and 42 more.\n"));

        Assert.Equal(["EX0461", "EX0462"], build.Findings.Select(f => f.Code).Order());
    }

    [Theory]
    [InlineData("claim", "Nobody else.", 1)]
    [InlineData("estimate", "Nobody else.", 1)]
    [InlineData("claim", "So says the mayor.", 0)]
    [InlineData("claim", "The gauge keepers read it off.", 0)]
    [InlineData("survey", "Nobody else.", 0)]
    public void A_claim_needs_somebody_who_makes_it(string kind, string words, int faults)
    {
        var input = Sites.SampleInput
            .With("input/figures/rain.yml", f => f.Replace("value: 610\n  unit: mm\n  kind: official statistic\n  who: The weather office", $"value: 610\n  unit: mm\n  kind: {kind}\n  who: The gauge keepers", StringComparison.Ordinal))
            .With(Story, s => s.Replace("Nobody measures in Fir.", words, StringComparison.Ordinal).Replace("[610](figure:rain-alder)", "much", StringComparison.Ordinal));

        Assert.Equal(Enumerable.Repeat("EX0456", faults * 2), Site.Build(input).Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData("error", "EX0461 Error")]
    [InlineData("warning", "EX0461 Warning")]
    [InlineData("off", "")]
    public void A_site_may_take_a_warning_for_an_error_or_not_hear_of_it(string severity, string expected)
    {
        var input = Sites.SampleInput.With("input/site.yml", s => s + $"\nseverity: {{EX0461: {severity}, EX0423: off}}\n").With(Story, s => s + "\nSome 42 more.\n");

        Assert.Equal(expected, string.Join(' ', Site.Build(input).Findings.Select(f => $"{f.Code} {f.Severity}")));
    }

    [Theory]
    [InlineData("EX0451")]
    [InlineData("EX9999")]
    public void What_is_no_warning_cannot_be_taken_otherwise(string code)
    {
        var build = Site.Build(Sites.SampleInput.With("input/site.yml", s => s + $"severity: {{{code}: off}}\n"));

        Assert.Contains($"input/site.yml:3:12: error EX0102: 'severity' names '{code}', which is the code of no warning", Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_story_has_no_number_without_a_figure_or_a_reason() =>
        Assert.Empty(Site.Build(Sites.StoryInput).Findings);
}
