using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class MapViewTests
{
    [Theory]
    [InlineData(double.NaN, 0, 10, 10, "number")]
    [InlineData(0, 0, double.PositiveInfinity, 10, "number")]
    [InlineData(-181, 0, 10, 10, "-180 to 180")]
    [InlineData(0, -91, 10, 10, "-90 to 90")]
    [InlineData(0, 40, 10, 30, "south should lie below north")]
    [InlineData(0, 30, 10, 30, "south should lie below north")]
    [InlineData(10, 0, 10, 10, "spans nothing")]
    [InlineData(10, 0, 10.0001, 10, "spans nothing")]
    public void A_view_of_nothing_is_refused_with_a_reason(double west, double south, double east, double north, string reason)
    {
        Assert.Null(MapView.TryCreate(west, south, east, north, out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10, 10, 5)]
    [InlineData(170, -170, 20, -180)]
    [InlineData(-180, 180, 360, 0)]
    public void A_view_may_cross_the_antimeridian(double west, double east, double span, double middle)
    {
        var view = MapView.TryCreate(west, -10, east, 10, out var problem);
        Assert.Equal("", problem);
        Assert.Equal(span, view!.Span);
        Assert.Equal(middle, view.Middle);
    }
}
