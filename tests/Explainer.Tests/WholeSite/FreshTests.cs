using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>Numbers grow old, and nobody can look up one without an address. The day is handed in, so that no test depends on its own.</summary>
public sealed class FreshTests
{
    private const string Figures = "input/figures/rain.yml";

    [Theory]
    [InlineData("2027-02-28", 0)]
    [InlineData("2027-03-01", 1)]
    [InlineData("2031-01-01", 1)]
    [InlineData(null, 0)]
    public void A_number_is_due_from_its_day_of_review_on(string? today, int count)
    {
        var input = Sites.SampleInput.With(Figures, f => f.Replace("  value: 610\n", "  value: 610\n  review: 2027-03-01\n", StringComparison.Ordinal));
        var build = Site.Build(input, today is null ? null : DateOnly.ParseExact(today, "yyyy-MM-dd"));

        Assert.NotEmpty(build.Files);
        Assert.Equal(Enumerable.Repeat("input/figures/rain.yml:4:11 EX0471 the figure 'rain-alder' was to be looked at again by 2027-03-01", count), build.Findings.Select(f => $"{f.Where} {f.Code} {f.Message}"));
    }

    [Fact]
    public void A_dataset_is_due_too_and_no_file_depends_on_the_day()
    {
        var input = Sites.SampleInput.With("input/data/rain.yml", d => d + "review: 2026-05-01\n");
        var (old, fresh) = (Site.Build(input, new DateOnly(2026, 5, 1)), Site.Build(input, new DateOnly(2026, 4, 30)));

        Assert.Equal(("EX0471", "the dataset 'rain' was to be looked at again by 2026-05-01"), (Assert.Single(old.Findings).Code, old.Findings[0].Message));
        Assert.Empty(fresh.Findings);
        Assert.Equal(fresh.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span))), old.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.Span))));
    }

    // Where it is built it may still be the day before.
    [Theory]
    [InlineData("2026-01-31", 0)]
    [InlineData("2026-01-30", 0)]
    [InlineData("2026-01-29", 1)]
    public void A_story_of_a_day_to_come_is_told(string today, int count)
    {
        var build = Site.Build(Sites.SampleInput, DateOnly.ParseExact(today, "yyyy-MM-dd"));

        Assert.NotEmpty(build.Files);
        Assert.Equal(Enumerable.Repeat("input/stories/rain.en.md:4:12 EX0474 the story 'rain' is published on 2026-01-31, which is still to come", count), build.Findings.Select(f => $"{f.Where} {f.Code} {f.Message}"));
    }

    [Theory]
    [InlineData("  sources: [https://example.org/rain]\n  read: 2026-01-31\nrain-birch", "  read: 2026-01-31\nrain-birch", "input/figures/rain.yml:1:1: warning EX0472: the figure 'rain-alder' has no address")]
    [InlineData("  sources: [https://example.org/rain]\n  read: 2026-01-31\nrain-birch", "  sources: [https://example.org/rain]\nrain-birch", "input/figures/rain.yml:1:1: warning EX0473: the figure 'rain-alder' does not say when it was read")]
    [InlineData("  sources: [https://example.org/rain]\n  read: 2026-01-31\nrain-birch", "  unlinked: A ledger on paper.\n  read: 2026-01-31\nrain-birch", "")]
    [InlineData("  sources: [https://example.org/rain]\n  read: 2026-01-31\nrain-birch", "  cell: {data: rain, row: a, field: mean}\nrain-birch", "")]
    public void A_number_that_nobody_can_look_up_is_told(string right, string wrong, string expected)
    {
        var build = Site.Build(Sites.SampleInput.With(Figures, f =>
        {
            Assert.Contains(right, f, StringComparison.Ordinal);
            return f.Replace(right, wrong, StringComparison.Ordinal);
        }));

        Assert.NotEmpty(build.Files);
        Assert.Equal(expected.Length > 0 ? 1 : 0, build.Findings.Length);
        Assert.Contains(expected, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_takes_stale_numbers_as_it_says()
    {
        var input = Sites.SampleInput
            .With("input/data/rain.yml", d => d + "review: 2026-05-01\n")
            .With("input/site.yml", s => s + "severity: {EX0471: error}\n");

        Assert.Equal(1, Site.Build(input, new DateOnly(2026, 6, 1)).Errors);
    }
}
