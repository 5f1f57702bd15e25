namespace Explainer.Charts;

/// <summary>Leaves out the points of a line that nobody would miss (Douglas and Peucker).</summary>
internal static class ArcSimplifier
{
    /// <summary>Which points stay. Both ends do, and of a closed line at least three.</summary>
    public static bool[] Kept(ReadOnlySpan<(double X, double Y)> line, double tolerance, bool isClosed)
    {
        var kept = new bool[line.Length];
        kept[0] = kept[^1] = true;
        var stack = new Stack<(int First, int Last)>();
        if (isClosed && line.Length > 3)
        {
            var (far, _) = Farthest(line, 0, line.Length - 1);
            var (left, leftOff) = Farthest(line, 0, far);
            var (right, rightOff) = Farthest(line, far, line.Length - 1);
            kept[far] = kept[leftOff >= rightOff ? left : right] = true;
            stack.Push((far, line.Length - 1));
            stack.Push((0, far));
        }
        else
        {
            stack.Push((0, line.Length - 1));
        }

        var limit = tolerance * tolerance;
        while (stack.TryPop(out var run))
        {
            if (run.Last - run.First < 2)
                continue;
            var (far, off) = Farthest(line, run.First, run.Last);
            if (off <= limit)
                continue;
            kept[far] = true;
            stack.Push((far, run.Last));
            stack.Push((run.First, far));
        }

        return kept;
    }

    // The point between two that is farthest from the straight line between them, and the square of its distance.
    private static (int Index, double Off) Farthest(ReadOnlySpan<(double X, double Y)> line, int first, int last)
    {
        var (a, b) = (line[first], line[last]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var length = (dx * dx) + (dy * dy);
        var (index, off) = (first, -1.0);
        for (var i = first + 1; i < last; i++)
        {
            var (px, py) = (line[i].X - a.X, line[i].Y - a.Y);
            var along = length > 0 ? Math.Clamp(((px * dx) + (py * dy)) / length, 0, 1) : 0;
            var (ox, oy) = (px - (along * dx), py - (along * dy));
            var distance = (ox * ox) + (oy * oy);
            if (distance > off)
                (index, off) = (i, distance);
        }

        return (index, off);
    }
}
