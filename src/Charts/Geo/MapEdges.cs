using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>At which edges of a map's frame land is cut off.</summary>
internal readonly record struct MapEdges(bool Left, bool Top, bool Right, bool Bottom)
{
    // Coasts that only touch the edge do not run along it so far together, in pixels.
    private const double Shortest = 4;

    /// <summary>The edges along which outlines run.</summary>
    public static MapEdges Of(ImmutableArray<ImmutableArray<(double X, double Y)>> outlines, double width, double height)
    {
        var sides = outlines.SelectMany(Sides).ToList();
        return new MapEdges(RunsAlong(s => s.X, 0), RunsAlong(s => s.Y, 0), RunsAlong(s => s.X, width), RunsAlong(s => s.Y, height));

        bool RunsAlong(Func<(double X, double Y), double> across, double edge) =>
            sides.Where(s => IsAt(across(s.From), edge) && IsAt(across(s.To), edge)).Sum(s => Math.Abs(s.To.X - s.From.X) + Math.Abs(s.To.Y - s.From.Y)) > Shortest;
    }

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Sides(ImmutableArray<(double X, double Y)> outline) =>
        outline.Select((from, i) => (from, outline[(i + 1) % outline.Length]));

    private static bool IsAt(double value, double edge) => Math.Abs(value - edge) < 0.01;
}
