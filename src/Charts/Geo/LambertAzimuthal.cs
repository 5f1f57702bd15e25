namespace Explainer.Charts;

/// <summary>
/// Lambert's azimuthal equal-area projection: the whole globe is a disc of radius 2, and only the point opposite to its
/// middle is torn, into the disc's edge. So nothing need be cut at any meridian.
/// </summary>
internal sealed class LambertAzimuthal : Projection
{
    private readonly double _lon;
    private readonly GeoPoint _middle;
    private readonly GeoPoint _east;
    private readonly GeoPoint _north;

    public LambertAzimuthal(double lon, double lat)
    {
        var (sinLon, cosLon) = Trig.SinCos(lon);
        var (sinLat, cosLat) = Trig.SinCos(lat);
        _lon = lon;
        _middle = GeoPoint.At(lon, lat);
        _east = new GeoPoint(0, 0, -sinLon, cosLon, 0);
        _north = new GeoPoint(0, 0, -sinLat * cosLon, -sinLat * sinLon, cosLat);
    }

    public override (double X, double Y) Plane(GeoPoint place)
    {
        var depth = 1 + _middle.Dot(place);
        if (depth < 1e-13)
            return (2, 0);
        var stretch = Math.Sqrt(2 / depth);
        return (stretch * _east.Dot(place), stretch * _north.Dot(place));
    }

    public override double WidestAround(Box extent)
    {
        var up = Math.Max(Math.Abs(extent.Top), Math.Abs(extent.Bottom));
        return 2 * (Math.Sqrt((FarthestReach * FarthestReach) - (up * up)) - Math.Abs(extent.Middle));
    }

    public override bool MaySee(GeoPoint middle, double radius, double reach)
    {
        var away = Math.Acos(Math.Clamp(_middle.Dot(middle), -1, 1));
        return away <= radius + (2 * Math.Asin(Math.Min(1, reach / 2))) + 1e-6;
    }

    public override void Trace(GeoPoint[] arc, Span<(double X, double Y)> points)
    {
        for (var i = 0; i < arc.Length; i++)
            points[i] = Plane(arc[i]);
    }

    public override bool Outline(List<GeoPoint> ring, double reach, List<List<(double X, double Y)>> pieces)
    {
        var outline = new List<(double X, double Y)>(ring.Count);
        var last = Plane(ring[^1]);
        foreach (var place in ring)
        {
            var next = Plane(place);
            GoRound(last, next, reach, outline, 0);
            outline.Add(next);
            last = next;
        }

        pieces.Add(outline);

        // Areas are true, and no region is half the globe: more than that is all that it is not.
        return Math.Abs(Rings.Area(outline)) > 2 * Math.PI;
    }

    public override void Line(GeoPoint[] line, double reach, List<List<(double X, double Y)>> pieces)
    {
        var points = new List<(double X, double Y)>(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var next = Plane(line[i]);
            if (i > 0)
                GoRound(points[^1], next, reach, points, 0);
            points.Add(next);
        }

        pieces.Add(points);
    }

    protected override (double X, double Y) AtOffset(double offset, double lat) => Plane(GeoPoint.At(_lon + offset, lat));

    // A short way on the globe can be a long one around the disc. What is out of reach goes around it, not across it.
    private static void GoRound((double X, double Y) from, (double X, double Y) to, double reach, List<(double X, double Y)> into, int depth)
    {
        var (r1, r2) = (Math.Sqrt((from.X * from.X) + (from.Y * from.Y)), Math.Sqrt((to.X * to.X) + (to.Y * to.Y)));
        if (r1 <= reach || r2 <= reach || depth > 6)
            return;
        var cos = ((from.X * to.X) + (from.Y * to.Y)) / (r1 * r2);
        if (cos > 0.98)
            return;
        var (x, y) = ((from.X / r1) + (to.X / r2), (from.Y / r1) + (to.Y / r2));
        if (cos < -0.999999)
            (x, y) = (-from.Y, from.X);
        var scale = (r1 + r2) / 2 / Math.Sqrt((x * x) + (y * y));
        var middle = (x * scale, y * scale);
        GoRound(from, middle, reach, into, depth + 1);
        into.Add(middle);
        GoRound(middle, to, reach, into, depth + 1);
    }
}
