using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class LinearScaleTests
{
    [Fact]
    public void Numbers_become_pixels_evenly_and_beyond_both_ends()
    {
        var scale = new LinearScale(0, 100, 40, 240);

        Assert.Equal([40, 90, 240, 260, 38], new double[] { 0, 25, 100, 110, -1 }.Select(v => scale[v]));
    }

    [Fact]
    public void An_upright_axis_counts_its_pixels_backwards()
    {
        var scale = new LinearScale(-10, 10, 300, 100);

        Assert.Equal([300, 200, 100], new double[] { -10, 0, 10 }.Select(v => scale[v]));
    }

    [Theory]
    [InlineData(0, 100, 4, "0 50 100")]
    [InlineData(0, 100, 5, "0 20 40 60 80 100")]
    [InlineData(3, 97, 4, "50")]
    [InlineData(-30, 45, 4, "-20 0 20 40")]
    [InlineData(0, 1, 4, "0 0.5 1")]
    [InlineData(0, 820000, 4, "0 500000")]
    public void Ticks_are_round_numbers_within_the_span(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(' ', LinearScale.Ticks(low, high, about)));

    [Theory]
    [InlineData(3, 97, 4, 0, 100)]
    [InlineData(-7, 41, 4, -20, 60)]
    [InlineData(0, 100, 4, 0, 100)]
    [InlineData(5, 5, 4, 0, 6)]
    [InlineData(-5, -5, 4, -6, 0)]
    [InlineData(0, 0, 4, 0, 1)]
    public void A_span_is_widened_to_round_numbers_and_one_of_no_length_reaches_to_zero(double low, double high, int about, double expectedLow, double expectedHigh) =>
        Assert.Equal((expectedLow, expectedHigh), LinearScale.Nice(low, high, about));

    [Fact]
    public void A_widened_span_holds_the_span_and_is_divided_into_few_parts() =>
        Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[1, 1_000_000], Gen.Int[2, 8]).Sample(
            (low, length, about) =>
            {
                var (from, to) = LinearScale.Nice(low, low + length, about);
                Assert.True(from <= low && to >= low + length, $"{from} to {to}");
                Assert.InRange(LinearScale.Ticks(low, low + length, about).Count, 0, about + 1);
            },
            iter: 500);
}
