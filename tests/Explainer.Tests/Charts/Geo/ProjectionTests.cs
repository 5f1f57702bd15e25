using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class ProjectionTests
{
    [Fact]
    public void Sines_and_arcsines_are_those_of_the_framework() => Gen.Double[-720, 720].Sample(degrees =>
    {
        var (sin, cos) = Trig.SinCos(degrees);
        Assert.Equal(Math.Sin(degrees * Math.PI / 180), sin, 1e-13);
        Assert.Equal(Math.Cos(degrees * Math.PI / 180), cos, 1e-13);
        Assert.Equal(Math.Asin(Math.Sin(degrees * Math.PI / 180)), Trig.Asin(Math.Sin(degrees * Math.PI / 180)), 1e-10);
    });

    [Fact]
    public void Equal_areas_stay_equal_in_Equal_Earth() =>
        Gen.Select(Gen.Double[-179, 178], Gen.Double[-88, 87]).Sample((lon, lat) => KeepsArea(new EqualEarth(0), lon, lat));

    [Fact]
    public void Equal_Earth_has_its_published_size()
    {
        Assert.Equal(2.70663, new EqualEarth(0).Plane(GeoPoint.At(179.99999, 0)).X, 1e-4);
        Assert.Equal(1.31736, new EqualEarth(0).Plane(GeoPoint.At(0, 90)).Y, 1e-4);
    }

    [Fact]
    public void Equal_areas_stay_equal_in_Lambert() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-88, 87], Gen.Double[-180, 180], Gen.Double[-90, 90]).Sample((lon, lat, middleLon, middleLat) =>
        {
            // Close to the opposite point straight edges are no longer straight.
            if (GeoPoint.At(lon, lat).Dot(GeoPoint.At(middleLon, middleLat)) > -0.9)
                KeepsArea(new LambertAzimuthal(middleLon, middleLat), lon, lat);
        });

    [Fact]
    public void Places_next_to_each_other_stay_so_but_at_the_antimeridian_of_Equal_Earth()
    {
        var (west, east) = (GeoPoint.At(-168.999, 10), GeoPoint.At(-169.001, 10));
        Assert.True(Math.Abs(new EqualEarth(11).Plane(west).X - new EqualEarth(11).Plane(east).X) > 5);
        Assert.True(Math.Abs(new LambertAzimuthal(-100, 40).Plane(west).X - new LambertAzimuthal(-100, 40).Plane(east).X) < 0.001);
    }

    [Theory]
    [InlineData("world", typeof(EqualEarth))]
    [InlineData("europe", typeof(LambertAzimuthal))]
    [InlineData("oceania", typeof(LambertAzimuthal))]
    public void A_view_of_the_world_is_drawn_otherwise_than_a_part_of_it(string name, Type projection) =>
        Assert.IsType(projection, Projection.For(MapView.Named[name]));

    private static void KeepsArea(Projection projection, double lon, double lat)
    {
        const double Size = 0.02;
        (double X, double Y)[] quad =
        [
            projection.Plane(GeoPoint.At(lon, lat)), projection.Plane(GeoPoint.At(lon + Size, lat)),
            projection.Plane(GeoPoint.At(lon + Size, lat + Size)), projection.Plane(GeoPoint.At(lon, lat + Size)),
        ];
        var onSphere = Size * Math.PI / 180 * (Math.Sin((lat + Size) * Math.PI / 180) - Math.Sin(lat * Math.PI / 180));
        Assert.Equal(1, Rings.Area(quad) / onSphere, 2e-3);
    }
}
