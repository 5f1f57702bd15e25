namespace Explainer.Charts;

/// <summary>Finds the middle of a large circle inside an outline (after Agafonkin's polylabel).</summary>
internal static class InnerPoint
{
    // A place for words need not be better than this, in pixels, or by this part of the circle.
    private const double Enough = 0.5;
    private const double EnoughOfRadius = 0.1;
    private const int MostCells = 1000;

    private static readonly double Root2 = Math.Sqrt(2);

    /// <summary>A point inside rings, of which an odd number encloses it, within the bounds of the first; null when they enclose nothing.</summary>
    public static (double X, double Y)? Of(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings)
    {
        var bounds = Rings.Bounds(rings[0]);
        if (OnLevel(rings, bounds) is not { } best)
            return null;
        var radius = Inset(rings, best.X, best.Y);
        var half = Math.Max(Math.Min(bounds.Width, bounds.Height), Math.Max(bounds.Width, bounds.Height) / 8) / 2;
        var cells = new PriorityQueue<(double X, double Y, double Half, double Inset), (double, int)>();
        var made = 0;
        for (var x = bounds.Left + half; x < bounds.Right + half; x += 2 * half)
        {
            for (var y = bounds.Top + half; y < bounds.Bottom + half; y += 2 * half)
                Add(x, y, half);
        }

        while (cells.TryDequeue(out var cell, out _) && made < MostCells)
        {
            if (cell.Inset > radius)
                (best, radius) = ((cell.X, cell.Y), cell.Inset);
            if (cell.Inset + (cell.Half * Root2) <= radius + Math.Max(Enough, EnoughOfRadius * radius))
                continue;
            var quarter = cell.Half / 2;
            Add(cell.X - quarter, cell.Y - quarter, quarter);
            Add(cell.X + quarter, cell.Y - quarter, quarter);
            Add(cell.X - quarter, cell.Y + quarter, quarter);
            Add(cell.X + quarter, cell.Y + quarter, quarter);
        }

        return best;

        void Add(double x, double y, double size)
        {
            var inset = Inset(rings, x, y);
            cells.Enqueue((x, y, size, inset), (-(inset + (size * Root2)), made++));
        }
    }

    /// <summary>Whether an odd number of rings encloses a point.</summary>
    public static bool IsInside(IEnumerable<IReadOnlyList<(double X, double Y)>> rings, double x, double y)
    {
        var inside = false;
        foreach (var ring in rings)
        {
            var a = ring[^1];
            foreach (var b in ring)
            {
                if ((a.Y > y) != (b.Y > y) && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                    inside = !inside;
                a = b;
            }
        }

        return inside;
    }

    // The middle of the longest level line inside, of a few.
    private static (double X, double Y)? OnLevel(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, Box bounds)
    {
        var (best, longest) = (((double X, double Y)?)null, 0.0);
        foreach (var part in (ReadOnlySpan<double>)[0.5, 0.23, 0.77, 0.36, 0.64, 0.11, 0.89])
        {
            var y = bounds.Top + (bounds.Height * part);
            var crossings = new List<double>();
            foreach (var ring in rings)
            {
                var a = ring[^1];
                foreach (var b in ring)
                {
                    if ((a.Y > y) != (b.Y > y))
                        crossings.Add(((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X);
                    a = b;
                }
            }

            crossings.Sort();
            for (var i = 0; i + 1 < crossings.Count; i += 2)
            {
                if (crossings[i + 1] - crossings[i] > longest)
                    (best, longest) = (((crossings[i] + crossings[i + 1]) / 2, y), crossings[i + 1] - crossings[i]);
            }
        }

        return best;
    }

    // How far a point is from the nearest edge: negative when it is outside.
    private static double Inset(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, double x, double y)
    {
        var (inside, nearest) = (false, double.MaxValue);
        foreach (var ring in rings)
        {
            var a = ring[^1];
            foreach (var b in ring)
            {
                if ((a.Y > y) != (b.Y > y) && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X)
                    inside = !inside;
                var (dx, dy, px, py) = (b.X - a.X, b.Y - a.Y, x - a.X, y - a.Y);
                var length = (dx * dx) + (dy * dy);
                var along = length > 0 ? Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1) : 0;
                var (ox, oy) = (px - (along * dx), py - (along * dy));
                nearest = Math.Min(nearest, (ox * ox) + (oy * oy));
                a = b;
            }
        }

        return inside ? Math.Sqrt(nearest) : -Math.Sqrt(nearest);
    }
}
