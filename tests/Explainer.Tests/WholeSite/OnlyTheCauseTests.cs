using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>What merely follows from a figure that could not be read is not told too.</summary>
public sealed class OnlyTheCauseTests
{
    private const string Figures = "input/figures/rain.yml";
    private const string Reckoned = "\nrain-twice:\n  formula: rain-alder + rain-alder\n  unit: mm\n  kind: derived\nrain-none:\n  formula: rain-nowhere * 2\n  unit: mm\n  kind: derived\n";

    [Theory]
    [InlineData("  value: 610\n", "   value: 610\n", "EX0101")]
    [InlineData("  value: 610\n", "  value: ten\n", "EX0108")]
    [InlineData("  value: 610\n  unit: mm\n", "  value: 610\n", "EX0106")]
    [InlineData("  value: 610\n", "  cell: {data: rain, row: a}\n", "EX0106")]
    public void A_figure_that_cannot_be_read_gives_one_finding(string right, string wrong, string code)
    {
        var build = Site.Build(Sites.SampleInput.With(Figures, f =>
        {
            Assert.Contains(right, f, StringComparison.Ordinal);
            return f.Replace(right, wrong, StringComparison.Ordinal).TrimEnd() + Reckoned;
        }));

        Assert.Equal([code], build.Findings.Select(f => f.Code));
    }

    [Theory]
    [InlineData(Figures, "kind: official statistic", "kind: amtlich", "EX0108")]
    [InlineData(Figures, "  kind: official statistic\n", "", "EX0106")]
    [InlineData("input/charts/rain-range.yml", "domain: [0, 1000]", "domain: [1000, 0]", "EX0306")]
    [InlineData("input/charts/rain-range.yml", "domain: [0, 1000]", "domain: [0 1000]", "EX0108 EX0306")]
    [InlineData("input/charts/rain-range.yml", "  asked:\n", "  asked:\n    domain: [2000, 0]\n", "EX0306")]
    public void What_cannot_be_read_is_told_without_what_follows_from_it(string path, string right, string wrong, string codes)
    {
        var build = Site.Build(Sites.SampleInput.With(path, text =>
        {
            var at = text.IndexOf(right, StringComparison.Ordinal);
            return text[..at] + wrong + text[(at + right.Length)..];
        }));

        Assert.Equal(codes, string.Join(' ', build.Findings.Select(f => f.Code).Order()));
    }

    [Fact]
    public void A_name_that_no_figure_has_is_told_when_all_could_be_read() =>
        Assert.Equal(["EX0511"], Site.Build(Sites.SampleInput.With(Figures, f => f.TrimEnd() + Reckoned)).Findings.Select(f => f.Code));
}
