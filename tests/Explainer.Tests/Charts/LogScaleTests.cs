using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class LogScaleTests
{
    private static readonly Gen<double> Positive = Gen.Double[-9, 9].Select(e => Math.Pow(10, e));

    [Fact]
    public void Each_factor_of_ten_is_as_long_as_the_next()
    {
        var scale = new LogScale(1, 1000, 0, 300);

        Assert.Equal([0, 100, 200, 300], new double[] { 1, 10, 100, 1000 }.Select(v => Math.Round(scale[v], 9)));
    }

    [Theory]
    [InlineData(1, 1000, 4, "1 10 100 1000")]
    [InlineData(1, 1e9, 4, "1 1000 1000000 1000000000")]
    [InlineData(10, 100, 4, "10 20 50 100")]
    [InlineData(0.001, 0.1, 5, "0.001 0.002 0.005 0.01 0.02 0.05 0.1")]
    [InlineData(3, 4, 4, "")]
    public void Ticks_are_powers_of_ten_thinned_where_they_are_many_and_joined_by_twos_and_fives_where_they_are_few(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(' ', LogScale.Ticks(low, high, about).Select(t => t.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(3, 700, 2, 1000)]
    [InlineData(10, 1000, 10, 1000)]
    [InlineData(5, 5, 2.5, 10)]
    public void The_span_is_widened_to_ones_twos_and_fives(double low, double high, double from, double to) =>
        Assert.Equal((from, to), LogScale.Nice(low, high));

    [Fact]
    public void Whatever_the_numbers_the_widened_span_holds_them_and_its_ticks() =>
        Gen.Select(Positive, Positive).Sample((a, b) =>
        {
            var (low, high) = LogScale.Nice(Math.Min(a, b), Math.Max(a, b));
            var ticks = LogScale.Ticks(low, high, 5);
            return low <= Math.Min(a, b) * (1 + 1e-9) && high >= Math.Max(a, b) * (1 - 1e-9) && low < high
                && ticks.Count is > 0 and <= 8
                && ticks.SequenceEqual(ticks.Order())
                && ticks.All(t => t >= low * (1 - 1e-9) && t <= high * (1 + 1e-9));
        });
}
