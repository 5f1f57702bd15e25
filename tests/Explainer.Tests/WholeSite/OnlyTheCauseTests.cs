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

    [Fact]
    public void A_name_that_no_figure_has_is_told_when_all_could_be_read() =>
        Assert.Equal(["EX0511"], Site.Build(Sites.SampleInput.With(Figures, f => f.TrimEnd() + Reckoned)).Findings.Select(f => f.Code));
}
