namespace Explainer.Charts;

/// <summary>Closed outlines in the plane: their area, and cutting them straight.</summary>
internal static class Rings
{
    /// <summary>What a ring encloses, in squares of its unit: above zero when it turns to the left where y runs up, below when to the right.</summary>
    public static double Area(IReadOnlyList<(double X, double Y)> ring)
    {
        var sum = 0.0;
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[i + 1 < ring.Count ? i + 1 : 0]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum / 2;
    }

    public static Box Bounds(IReadOnlyList<(double X, double Y)> ring)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in ring)
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        return new Box(left, top, right, bottom);
    }

    /// <summary>Where an edge crosses an upright line. The same from both sides, so that neighbours stay neighbours.</summary>
    public static (double X, double Y) Crossing((double X, double Y) a, (double X, double Y) b, double x)
    {
        if (b.X < a.X || (b.X == a.X && b.Y < a.Y))
            (a, b) = (b, a);
        return (x, a.Y + ((b.Y - a.Y) * ((x - a.X) / (b.X - a.X))));
    }

    public static List<(double X, double Y)> KeepLeft(List<(double X, double Y)> ring, double x) => Keep(ring, p => p.X <= x, (a, b) => Crossing(a, b, x));

    public static List<(double X, double Y)> KeepRight(List<(double X, double Y)> ring, double x) => Keep(ring, p => p.X >= x, (a, b) => Crossing(a, b, x));

    /// <summary>What lies within a frame; where the ring leaves it, the ring follows its edge (Sutherland and Hodgman).</summary>
    public static List<(double X, double Y)> Clip(List<(double X, double Y)> ring, Box frame)
    {
        var bounds = Bounds(ring);
        if (frame.Holds(bounds))
            return ring;
        if (!frame.Overlaps(bounds))
            return [];
        ring = KeepLeft(KeepRight(ring, frame.Left), frame.Right);
        ring = Keep(ring, p => p.Y >= frame.Top, (a, b) => Level(a, b, frame.Top));
        return Keep(ring, p => p.Y <= frame.Bottom, (a, b) => Level(a, b, frame.Bottom));
    }

    /// <summary>The stretches of a line within a frame.</summary>
    public static List<List<(double X, double Y)>> Lines(IReadOnlyList<(double X, double Y)> line, Box frame)
    {
        var lines = new List<List<(double X, double Y)>>();
        for (var i = 1; i < line.Count; i++)
        {
            if (frame.Within(line[i - 1], line[i]) is not { } seen)
                continue;
            if (lines.Count == 0 || lines[^1][^1] != seen.From)
                lines.Add([seen.From]);
            lines[^1].Add(seen.To);
        }

        return lines;
    }

    /// <summary>Whether a frame holds anything of what a ring encloses.</summary>
    public static bool Overlap(IReadOnlyList<(double X, double Y)> ring, Box frame) => Clip([.. ring], frame).Count > 2;

    private static (double X, double Y) Level((double X, double Y) a, (double X, double Y) b, double y)
    {
        var (crossed, x) = Crossing((a.Y, a.X), (b.Y, b.X), y);
        return (x, crossed);
    }

    private static List<(double X, double Y)> Keep(
        List<(double X, double Y)> ring,
        Func<(double X, double Y), bool> isInside,
        Func<(double X, double Y), (double X, double Y), (double X, double Y)> crossing)
    {
        var kept = new List<(double X, double Y)>(ring.Count + 4);
        for (var i = 0; i < ring.Count; i++)
        {
            var (from, to) = (ring[i], ring[i + 1 < ring.Count ? i + 1 : 0]);
            var inside = isInside(from);
            if (inside)
                Add(from);
            if (inside != isInside(to))
                Add(crossing(from, to));
        }

        if (kept.Count > 1 && kept[0] == kept[^1])
            kept.RemoveAt(kept.Count - 1);
        return kept;

        void Add((double X, double Y) point)
        {
            if (kept.Count == 0 || kept[^1] != point)
                kept.Add(point);
        }
    }
}
