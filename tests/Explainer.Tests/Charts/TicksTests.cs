using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class TicksTests
{
    // One tick tells no scale: where all of them are too many, powers of ten are told.
    [Theory]
    [InlineData(100_000, 5_000_000, 46, "100000 1000000")]
    [InlineData(100_000, 5_000_000, 20, "100000 200000 500000 1000000 2000000 5000000")]
    [InlineData(100_000, 5_000_000, 170, "100000")]
    [InlineData(1, 1000, 60, "1 10 100 1000")]
    public void A_log_axis_has_two_ticks_where_two_have_room(double low, double high, double width, string expected)
    {
        var scale = new LogScale(low, high, 8, 280);

        var (_, words) = Ticks.Across(scale, null, 6, scale.Ticks, (_, _) => width, (0, 288));

        Assert.Equal(expected, string.Join(' ', words));
    }

    // The first word would begin left of the edge: it is pushed inwards, towards the next one.
    [Theory]
    [InlineData(36, 0, 6)]
    [InlineData(45, 0, 6)]
    [InlineData(45, -20, 6)]
    [InlineData(55, 0, 4)]
    public void Words_pushed_in_by_an_edge_keep_apart_too(double width, double left, int most)
    {
        var scale = new LinearScale(0, 60, 8, 308);
        var edges = (left, 310.0);

        var (_, words) = Ticks.Across(scale, null, most, scale.Ticks, (_, _) => width, edges);

        Assert.NotEmpty(words);
        var middles = words.Select(t => Ticks.Middle(scale[t], width, edges)).ToList();
        Assert.All(middles.Zip(middles.Skip(1)), m => Assert.True(m.Second - m.First >= width + 4));
        Assert.All(middles, m => Assert.InRange(m, edges.left + (width / 2), edges.Item2 - (width / 2)));
    }
}
