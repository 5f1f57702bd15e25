using System.Collections.Immutable;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>
/// Regions of the globe whose borders are shared: an arc between two neighbours is there once, so that whatever is done
/// to it is done to both.
/// </summary>
public sealed class Atlas
{
    // Straight lines of a map of longitudes and latitudes are bent by projections; so no line is longer than this.
    private const double LongestStep = 1;

    private static readonly Lazy<Atlas> TheWorld = new(PackedWorld.Read, LazyThreadSafetyMode.ExecutionAndPublication);

    private readonly Dictionary<string, AtlasRegion> _byCode;

    private Atlas(GeoPoint[][] arcs, AtlasRegion[] regions, AtlasRing[] land, bool[] isBorder, double[] smallestRing)
    {
        Arcs = arcs;
        Regions = [.. regions];
        Land = land;
        IsBorder = isBorder;
        SmallestRing = smallestRing;
        _byCode = regions.ToDictionary(r => r.Code, StringComparer.Ordinal);
    }

    /// <summary>The countries of the world, decoded when they are first asked for.</summary>
    public static Atlas World => TheWorld.Value;

    /// <summary>All regions, in ordinal order of their codes.</summary>
    public ImmutableArray<AtlasRegion> Regions { get; }

    internal GeoPoint[][] Arcs { get; }

    // The outlines of all regions taken together.
    internal AtlasRing[] Land { get; }

    // Whether an arc lies between two regions.
    internal bool[] IsBorder { get; }

    // The smallest outline that uses an arc: it must survive what is done to the arc.
    internal double[] SmallestRing { get; }

    /// <summary>The region of a code, or null.</summary>
    public AtlasRegion? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>What an author may have meant by a code that no region has: some know a country by its name, or by another code.</summary>
    public string HintFor(string code) =>
        Regions.FirstOrDefault(r => string.Equals(r.Name, code, StringComparison.OrdinalIgnoreCase)) is { } named ? $"write {named.Code}"
        : Nearest.Hint(code, [.. Regions.Select(r => r.Code)]) ?? "the world's regions are called by their three-letter codes of ISO 3166-1, such as GEO";

    /// <summary>The smallest view that shows every region.</summary>
    public MapView WholeView()
    {
        var points = Arcs.SelectMany(a => a).ToList();
        var lons = points.Select(p => p.Lon).Order().ToList();
        var (gap, after) = (lons[0] + 360 - lons[^1], 0);
        for (var i = 1; i < lons.Count; i++)
        {
            if (lons[i] - lons[i - 1] > gap)
                (gap, after) = (lons[i] - lons[i - 1], i);
        }

        var (west, east) = gap <= LongestStep ? (-180, 180) : (lons[after], lons[(after + lons.Count - 1) % lons.Count]);
        return new MapView(west, points.Min(p => p.Lat), east, points.Max(p => p.Lat));
    }

    /// <summary>Joins regions of polygons of rings of arcs; longitudes of an arc may go on past 180 degrees.</summary>
    internal static Atlas Of(IEnumerable<(string Code, string Name, int[][][] Polygons)> regions, IReadOnlyList<(double Lon, double Lat)[]> lines)
    {
        var ordered = regions.OrderBy(r => r.Code, StringComparer.Ordinal).ToList();
        var arcs = lines.Select(Refined).ToArray();
        var (uses, first, isBorder) = (new int[arcs.Length], new string?[arcs.Length], new bool[arcs.Length]);
        foreach (var (code, _, polygons) in ordered)
        {
            foreach (var arc in polygons.SelectMany(p => p).SelectMany(r => r).Select(Index))
            {
                uses[arc]++;
                isBorder[arc] |= first[arc] is not null && first[arc] != code;
                first[arc] ??= code;
            }
        }

        var smallest = Enumerable.Repeat(double.MaxValue, arcs.Length).ToArray();
        var made = ordered.Select(r => new AtlasRegion(r.Code, r.Name, [.. Parts(r.Polygons)])).ToArray();
        var coasts = ordered.SelectMany(r => r.Polygons).SelectMany(p => p).SelectMany(r => r).Where(a => uses[Index(a)] == 1).ToList();
        var land = Joined(coasts, arcs).Select(Ring).ToArray();
        return new Atlas(arcs, made, land, isBorder, smallest);

        IEnumerable<AtlasPart> Parts(int[][][] polygons)
        {
            var rings = polygons.Select(p => p.Select(Ring).ToArray()).ToList();
            foreach (var arc in rings.SelectMany(p => p).SelectMany(r => r.Arcs.Select(a => (Arc: Index(a), r.Area))))
                smallest[arc.Arc] = Math.Min(smallest[arc.Arc], arc.Area);
            var largest = rings.Max(p => p[0].Area);
            return rings.Select(p => Part(p, p[0].Area == largest));
        }

        AtlasRing Ring(int[] ring) => new(ring, AreaOf(Points(ring, arcs)), ring.Any(a => uses[Index(a)] > 1));

        AtlasPart Part(AtlasRing[] rings, bool isLargest)
        {
            var (middle, radius) = CapOf(Points(rings[0].Arcs, arcs));
            return new AtlasPart(rings[0], rings[1..], isLargest, middle, radius);
        }
    }

    internal static int Index(int arc) => arc >= 0 ? arc : ~arc;

    /// <summary>The points of a ring, each once.</summary>
    internal static List<GeoPoint> Points(int[] ring, GeoPoint[][] arcs)
    {
        var count = 0;
        foreach (var arc in ring)
            count += arcs[Index(arc)].Length - 1;
        var points = new List<GeoPoint>(count);
        foreach (var arc in ring)
        {
            var line = arcs[Index(arc)];
            for (var i = 0; i < line.Length - 1; i++)
                points.Add(arc >= 0 ? line[i] : line[line.Length - 1 - i]);
        }

        return points;
    }

    private static GeoPoint[] Refined((double Lon, double Lat)[] line)
    {
        var points = new List<GeoPoint>(line.Length) { GeoPoint.At(line[0].Lon, line[0].Lat) };
        for (var i = 1; i < line.Length; i++)
        {
            var (from, to) = (line[i - 1], line[i]);
            var run = GeoPoint.Wrapped(to.Lon - from.Lon);
            var steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(run), Math.Abs(to.Lat - from.Lat)) / LongestStep));
            for (var j = 1; j < steps; j++)
                points.Add(GeoPoint.At(from.Lon + (run * j / steps), from.Lat + ((to.Lat - from.Lat) * j / steps)));
            points.Add(GeoPoint.At(to.Lon, to.Lat));
        }

        return [.. points];
    }

    // Exact for straight lines on a cylinder of equal areas, and near enough for short ones.
    private static double AreaOf(List<GeoPoint> ring)
    {
        var (sum, turned) = (0.0, 0.0);
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[i + 1 < ring.Count ? i + 1 : 0]);
            var run = Trig.Radians(GeoPoint.Wrapped(b.Lon - a.Lon));
            turned += run;
            sum += run * (a.Z + b.Z) / 2;
        }

        return Math.Abs(turned) > 1 ? (2 * Math.PI) - Math.Abs(sum) : Math.Abs(sum);
    }

    // A cap of the globe that holds all points.
    private static (GeoPoint Middle, double Radius) CapOf(List<GeoPoint> points)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var point in points)
            (x, y, z) = (x + point.X, y + point.Y, z + point.Z);
        var length = Math.Sqrt((x * x) + (y * y) + (z * z));
        if (length < 1e-9)
            return (points[0], Math.PI);
        var middle = new GeoPoint(0, 0, x / length, y / length, z / length);
        var nearest = 1.0;
        foreach (var point in points)
            nearest = Math.Min(nearest, middle.Dot(point));
        return (middle, Math.Acos(Math.Max(-1, nearest)));
    }

    // Arcs end to end, as long as another begins where one ends.
    private static IEnumerable<int[]> Joined(List<int> arcs, GeoPoint[][] lines)
    {
        var from = new Dictionary<(double, double), Queue<int>>();
        foreach (var arc in arcs)
        {
            var start = Ends(arc).Start;
            if (!from.TryGetValue(start, out var queue))
                from[start] = queue = new Queue<int>();
            queue.Enqueue(arc);
        }

        var used = new HashSet<int>();
        foreach (var arc in arcs)
        {
            if (!used.Add(arc))
                continue;
            var ring = new List<int> { arc };
            while (Ends(ring[^1]).End != Ends(arc).Start && Next(Ends(ring[^1]).End) is { } next)
                ring.Add(next);
            yield return [.. ring];
        }

        int? Next((double, double) start)
        {
            while (from.TryGetValue(start, out var queue) && queue.TryDequeue(out var arc))
            {
                if (used.Add(arc))
                    return arc;
            }

            return null;
        }

        ((double, double) Start, (double, double) End) Ends(int arc)
        {
            var line = lines[Index(arc)];
            var (start, end) = ((line[0].Lon, line[0].Lat), (line[^1].Lon, line[^1].Lat));
            return arc >= 0 ? (start, end) : (end, start);
        }
    }
}
