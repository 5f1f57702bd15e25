using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class MapProjectorTests
{
    public static TheoryData<string, double> Maps
    {
        get
        {
            var maps = new TheoryData<string, double>();
            foreach (var name in MapView.Named.Keys)
            {
                foreach (var width in new double[] { 288, 856 })
                    maps.Add(name, width);
            }

            return maps;
        }
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Nothing_leaves_the_frame(string name, double width) => StaysWithin(MapProjector.Project(Atlas.World, MapView.Named[name], width, 600));

    [Fact]
    public void Nothing_leaves_the_frame_of_any_view() =>
        Gen.Select(Gen.Double[-180, 180], Gen.Double[-90, 80], Gen.Double[1, 360], Gen.Double[1, 170]).Sample(
            (west, south, span, height) =>
            {
                var view = MapView.TryCreate(west, south, GeoPoint.Wrapped(west + span), Math.Min(90, south + height), out _);
                if (view is not null)
                    StaysWithin(MapProjector.Project(Atlas.World, view, 400, 400));
            },
            iter: 40);

    [Theory]
    [InlineData(-169, 191)]
    [InlineData(-180, 180)]
    [InlineData(-60, 300)]
    [InlineData(20, 380)]
    public void No_streak_crosses_the_world(double west, double east)
    {
        var map = MapProjector.Project(Atlas.World, new MapView(west, -90, east, 90), 856);
        foreach (var ring in map.Regions.SelectMany(r => r.Rings).Concat(map.Land))
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                var isPole = Math.Abs(a.Y - map.Height) < 0.01 && Math.Abs(b.Y - map.Height) < 0.01;
                Assert.True(isPole || Math.Abs(a.X - b.X) < 120, $"{a} to {b}");
            }
        }

        Assert.All(map.Borders, l => Assert.All(l.Zip(l.Skip(1)), s => Assert.True(Math.Abs(s.First.X - s.Second.X) < 120)));
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Neighbours_share_their_borders_exactly(string name, double width)
    {
        var map = MapProjector.Project(Atlas.World, MapView.Named[name], width);

        // An edge within the frame is there once for a coast, and once each way, or twice, for a border.
        var edges = new Dictionary<((double, double), (double, double)), int>();
        foreach (var ring in map.Regions.SelectMany(r => r.Rings))
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (a, b) = (ring[i], ring[(i + 1) % ring.Length]);
                var key = a.CompareTo(b) < 0 ? (a, b) : (b, a);
                edges[key] = edges.GetValueOrDefault(key) + 1;
            }
        }

        var shared = 0;
        foreach (var line in map.Borders)
        {
            // The ends of a line at the frame were cut by another sum.
            for (var i = 1; i < line.Length; i++)
            {
                var (a, b) = (line[i - 1], line[i]);
                if (OnFrame(map, a) || OnFrame(map, b))
                    continue;
                Assert.Equal(2, edges.GetValueOrDefault(a.CompareTo(b) < 0 ? (a, b) : (b, a)));
                shared++;
            }
        }

        Assert.True(shared > 5);
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void Land_is_what_all_regions_are(string name, double width)
    {
        var map = MapProjector.Project(Atlas.World, MapView.Named[name], width);
        for (var x = 3.3; x < map.Width; x += 11.7)
        {
            for (var y = 3.1; y < map.Height; y += 11.9)
            {
                var regions = map.Regions.Count(r => r.Rings.Length > 0 && InnerPoint.IsInside([.. r.Rings], x, y));
                Assert.Equal(regions, InnerPoint.IsInside([.. map.Land], x, y) ? 1 : 0);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public void An_anchor_lies_within_its_region(string name, double width)
    {
        var map = MapProjector.Project(Atlas.World, MapView.Named[name], width);
        Assert.True(map.Regions.Count(r => r.IsInView) > 10);
        foreach (var region in map.Regions)
        {
            Assert.Equal(region.IsInView, region.Anchor is not null);
            if (region.Anchor is not { } anchor)
                Assert.Empty(region.Rings);
            else if (region.Rings.Length > 0)
                Assert.True(InnerPoint.IsInside([.. region.Rings], anchor.X, anchor.Y), region.Code);
        }
    }

    [Fact]
    public void The_smallest_countries_have_a_place_on_a_small_map_of_the_world()
    {
        var map = MapProjector.Project(Atlas.World, MapView.World, 288);
        Assert.Equal(["ATA"], map.Regions.Where(r => !r.IsInView).Select(r => r.Code));
        Assert.All("VAT MCO MLT SGP TUV NRU LIE".Split(' '), c => Assert.True(map.Find(c)!.Area < 2));
    }

    [Fact]
    public void An_outline_keeps_its_area_when_it_is_simplified()
    {
        var map = MapProjector.Project(Atlas.World, MapView.World, 856);
        foreach (var region in map.Regions.Where(r => r.Area > 60 && r.Code is not "ATA"))
        {
            var parts = Atlas.World.Find(region.Code)!.Parts;
            var truth = parts.Sum(p => p.Outer.Area - p.Holes.Sum(h => h.Area)) * map.Fit.Scale * map.Fit.Scale;
            Assert.InRange(region.Area / truth, 0.85, 1.15);
        }
    }

    [Theory]
    [InlineData("FJI")]
    [InlineData("NZL")]
    public void A_region_across_the_antimeridian_is_whole(string code)
    {
        var map = MapProjector.Project(Atlas.World, MapView.Named["oceania"], 856);
        Assert.True(map.Find(code)!.Bounds.Width < 160);
    }

    [Fact]
    public void A_high_view_in_a_low_frame_shows_what_lies_beside_it()
    {
        var view = MapView.Named["south-america"];
        var map = MapProjector.Project(Atlas.World, view, 500, 300);
        Assert.Equal((500.0, 300.0), (map.Width, map.Height));
        Assert.NotNull(map.Point(view.West - 15, 0));
        Assert.Null(map.Point(100, 0));
    }

    [Fact]
    public void A_frame_is_no_wider_than_the_projection_allows()
    {
        var map = MapProjector.Project(Atlas.World, MapView.Named["south-america"], 4000, 300);
        Assert.InRange(map.Width, 400, 1200);
        Assert.Equal(1.8, map.Fit.Reach, 1e-9);
        StaysWithin(map);
    }

    [Fact]
    public void What_goes_round_the_opposite_side_does_not_flood_a_view()
    {
        // Opposite to these seas lies land.
        foreach (var (lon, lat) in new[] { (-80.0, -55.0), (-90.0, -30.0), (-140.0, -45.0), (60.0, -35.0) })
        {
            var map = MapProjector.Project(Atlas.World, new MapView(lon - 35, lat - 25, lon + 35, lat + 25), 400);
            Assert.NotEmpty(map.Land);
            Assert.True(map.Regions.Sum(r => r.Area) < map.Width * map.Height * 0.5);
            var spots = Enumerable.Range(0, 20).SelectMany(x => Enumerable.Range(0, 20).Select(y => ((x + 0.3) * map.Width / 20, (y + 0.3) * map.Height / 20)));
            Assert.True(spots.Count(s => InnerPoint.IsInside([.. map.Land], s.Item1, s.Item2)) < 200);
        }
    }

    [Fact]
    public void The_same_view_is_the_same_map()
    {
        var (one, two) = (MapProjector.Project(Atlas.World, MapView.Named["asia"], 344), MapProjector.Project(Atlas.World, MapView.Named["asia"], 344));
        Assert.Equal(one.Regions.SelectMany(r => r.Rings).SelectMany(r => r), two.Regions.SelectMany(r => r.Rings).SelectMany(r => r));
        Assert.Equal(one.Regions.Select(r => r.Anchor), two.Regions.Select(r => r.Anchor));
    }

    private static bool OnFrame(ProjectedMap map, (double X, double Y) p) => p.X <= 0 || p.Y <= 0 || p.X >= map.Width || p.Y >= map.Height;

    private static void StaysWithin(ProjectedMap map)
    {
        const double Slack = 1e-9;
        Assert.True(map.Width > 0 && map.Height > 0);
        foreach (var (x, y) in map.Regions.SelectMany(r => r.Rings).Concat(map.Land).Concat(map.Borders).SelectMany(r => r))
            Assert.True(x >= -Slack && y >= -Slack && x <= map.Width + Slack && y <= map.Height + Slack, $"{x}, {y}");
        Assert.True(map.Regions.Sum(r => r.Area) <= (map.Width * map.Height) + 1);
    }
}
