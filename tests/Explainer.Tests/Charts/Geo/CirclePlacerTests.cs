using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class CirclePlacerTests
{
    private static readonly Box Frame = new(0, 0, 856, 560);

    private static readonly Gen<(double, double, double)[]> Circles =
        Gen.Select(Gen.Double[-50, 900], Gen.Double[-50, 600], Gen.Double[1, 38]).Array[5, 60];

    [Fact]
    public void Circles_end_apart_and_in_the_frame() => Circles.Sample(circles =>
    {
        var placed = CirclePlacer.Place(circles, Frame, 2);
        Assert.All(placed, c => Assert.True(c.IsFree));
        for (var i = 0; i < placed.Length; i++)
        {
            var a = placed[i];
            Assert.True(a.X - a.Radius > -1e-6 && a.Y - a.Radius > -1e-6 && a.X + a.Radius < Frame.Right + 1e-6 && a.Y + a.Radius < Frame.Bottom + 1e-6);
            foreach (var b in placed.Skip(i + 1))
                Assert.True(Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y))) > a.Radius + b.Radius + 2 - 1e-6);
        }

        Assert.Equal(placed, CirclePlacer.Place(circles, Frame, 2));
    });

    [Fact]
    public void A_circle_with_room_stays()
    {
        var placed = CirclePlacer.Place([(100, 100, 20), (110, 100, 20), (500, 300, 30)], Frame, 2);
        Assert.Equal((500.0, 300.0), (placed[2].X, placed[2].Y));
        Assert.Equal([true, true, false], placed.Select(c => c.Distance > 1));
    }

    [Fact]
    public void Two_circles_share_the_way_and_the_larger_one_goes_less()
    {
        var placed = CirclePlacer.Place([(100, 100, 40), (120, 100, 10)], Frame, 0);
        Assert.True(placed[0].Distance < placed[1].Distance);
        Assert.InRange(placed[0].Distance + placed[1].Distance, 29.9, 31);
    }

    [Fact]
    public void Many_circles_in_one_place_find_room()
    {
        var placed = CirclePlacer.Place([.. Enumerable.Repeat((10.0, 10.0, 12.0), 40)], Frame, 1);
        Assert.All(placed, c => Assert.True(c.IsFree));
        Assert.True(placed.Max(c => c.Distance) < 260);
    }

    [Fact]
    public void What_has_no_room_is_told()
    {
        var placed = CirclePlacer.Place([(50, 50, 40), (50, 50, 40)], new Box(0, 0, 100, 100), 0);
        Assert.Equal([true, false], placed.Select(c => c.IsFree));
    }

    [Fact]
    public void No_circle_covers_a_spot_that_is_kept()
    {
        var placed = CirclePlacer.Place([(100, 100, 30)], Frame, 2, [(110, 100, 5)]);

        Assert.True(Math.Sqrt(Math.Pow(placed[0].X - 110, 2) + Math.Pow(placed[0].Y - 100, 2)) >= 37 - 1e-6);
    }

    [Fact]
    public void Lines_from_places_side_by_side_do_not_go_on_in_each_other_and_cross_no_circle()
    {
        const double Spot = 6;
        (double, double, double)[] circles = [(400, 300, 40), (402, 314, 46), (380, 330, 20), (430, 290, 20)];

        var placed = CirclePlacer.Place(circles, Frame, 2, [], new HashSet<int> { 0, 1, 2, 3 }, Spot);

        Assert.All(placed, c => Assert.True(c.IsFree && c.Distance >= c.Radius + Spot));
        Assert.True(Cosine(placed[0], placed[1]) > -0.77);
        foreach (var line in placed)
            Assert.All(placed.Where(c => c != line), c => Assert.True(line.LineTo((c.X, c.Y)) >= c.Radius));

        static double Cosine(PlacedCircle a, PlacedCircle b) =>
            (((a.X - a.TrueX) * (b.X - b.TrueX)) + ((a.Y - a.TrueY) * (b.Y - b.TrueY))) / (a.Distance * b.Distance);
    }
}
