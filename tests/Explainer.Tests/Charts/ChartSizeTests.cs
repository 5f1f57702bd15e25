using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>What charts cost to send at each width: the drawing, and what its states change.</summary>
public sealed class ChartSizeTests(ITestOutputHelper output)
{
    private const int MostForBars = 2000;
    private const int MostForDots = 5000;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void Twelve_bars_in_four_states_are_at_most_2000_bytes_at_each_width(string language)
    {
        var drawn = DrawnCharts.Of("gallery", "typical", language);
        Assert.Equal((12, 4), (drawn.Spec.Data.Rows.Length, drawn.Spec.States.Length));

        Assert.All(Weigh(drawn), bytes => Assert.InRange(bytes, 1, MostForBars));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public void A_thousand_dots_in_four_groupings_are_at_most_5000_bytes_at_each_width(string language)
    {
        var drawn = DrawnCharts.Of("gallery", "thousand", language);
        Assert.Equal(4, drawn.Spec.States.Length);
        Assert.All(drawn.Artboards, a => Assert.Equal(1000, UnitCharts.Units(a.Drawings[0]).Sum(m => UnitCharts.DotsOf(m).Count)));

        Assert.All(Weigh(drawn), bytes => Assert.InRange(bytes, 1, MostForDots));
    }

    [Fact]
    public void So_are_a_thousand_dots_of_eight_towns() =>
        Assert.All(Weigh(ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, UnitCharts.FourStates), UnitCharts.Speak("en"), UnitCharts.Faces).Chart), bytes => Assert.InRange(bytes, 1, MostForDots));

    private List<int> Weigh(DrawnChart drawn)
    {
        var weights = drawn.Artboards.Select(a => Brotli.Weigh(SvgWriter.WriteStates(a, drawn.Spec.States))).ToList();
        foreach (var (artboard, bytes) in drawn.Artboards.Zip(weights))
            output.WriteLine($"{drawn.Spec.Id} at {artboard.Artboard.Width} pixels: {bytes} bytes");
        return weights;
    }
}
