using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A disc of dots packed as closely as equal dots can be, so that its area is in proportion to their number.</summary>
/// <param name="Places">Columns in half pitches and rows, from the left and the top, line by line and to and fro.</param>
/// <param name="Columns">The last column.</param>
/// <param name="Rows">The last row.</param>
internal sealed record HexDisc(ImmutableArray<(int Column, int Row)> Places, int Columns, int Rows)
{
    // A pitch is so fine that a middle can lie between dots.
    private const int Fine = 20;

    // In a large disc nobody sees where its middle lies: a little off a dot, so that no two dots are equally far from it.
    private const int Large = 300;
    private static readonly (int X, int Y) OffDot = (4, 1);
    private static readonly ImmutableArray<(int X, int Y)> Middles = [.. from x in Enumerable.Range(0, 6) from y in Enumerable.Range(0, 6) select (4 * x, 4 * y)];

    // A line of fewer dots at the top or the foot would stick out of a disc.
    private const int FewestAtEnds = 4;

    // Within a rim a short line is as bad as being so much larger, in area.
    private const double ShortLine = 1.08;

    /// <summary>The place to which its dots are nearest, in columns and rows.</summary>
    public (double Column, double Row) Middle { get; private init; }

    /// <summary>From one row to the next, in tenths of a pixel rounded, so that every row is told alike.</summary>
    public static double RowPitch(double pitch) => Math.Round(pitch * Math.Sqrt(3) / 2, 1, MidpointRounding.AwayFromZero);

    public double Width(double pitch) => (Columns * pitch / 2) + pitch;

    public double Height(double pitch) => (Rows * RowPitch(pitch)) + pitch;

    /// <summary>The places of the dots of a disc whose space begins at a corner.</summary>
    public IEnumerable<(double X, double Y)> At(double left, double top, double pitch)
    {
        foreach (var (column, row) in Places)
            yield return (left + ((column + 1) * pitch / 2), top + (pitch / 2) + (row * RowPitch(pitch)));
    }

    /// <summary>A disc of dots.</summary>
    /// <param name="dots">How many.</param>
    /// <param name="isBare">Whether nothing rounds it, such as a rim: then no roundness makes up for a short line at the top or the foot.</param>
    public static HexDisc Of(int dots, bool isBare = true)
    {
        if (dots == 0)
            return new HexDisc([], 0, 0);
        var (middle, places) = dots > Large ? Around(OffDot, dots) : Middles.Select(m => Around(m, dots)).MinBy(d => Roughness(d.Places, isBare));
        var (left, top) = (places.Min(p => p.Column), places.Min(p => p.Row));
        var ordered = places
            .Select(p => (Column: p.Column - left, Row: p.Row - top))
            .OrderBy(p => p.Row)
            .ThenBy(p => p.Row % 2 == 0 ? p.Column : -p.Column)
            .ToImmutableArray();
        return new HexDisc(ordered, ordered.Max(p => p.Column), ordered.Max(p => p.Row)) { Middle = (((double)middle.X / Fine) - left, ((double)middle.Y / Fine) - top) };
    }

    private static (int Short, double Far) Roughness(List<(int Column, int Row, long Far)> places, bool isBare)
    {
        var lines = places.GroupBy(p => p.Row).OrderBy(g => g.Key).Select(g => g.Count()).ToList();
        var fewest = Math.Min(FewestAtEnds, (int)Math.Sqrt(places.Count) / 2);
        var missing = Math.Max(0, fewest - Math.Min(lines[0], lines[^1]));
        return isBare ? (missing, places[^1].Far) : (0, places[^1].Far * (missing > 0 ? ShortLine : 1));
    }

    // The dots nearest to a middle, the nearest first.
    private static ((int X, int Y) Middle, List<(int Column, int Row, long Far)> Places) Around((int X, int Y) middle, int dots)
    {
        // Each dot takes √3/2 of a square pitch.
        var reach = (int)Math.Ceiling(Math.Sqrt(dots * 0.2757)) + 2;
        var places = new List<(int Column, int Row, long Far)>();
        for (var row = -2 * reach; row <= 2 * reach; row++)
        {
            for (var column = -2 * reach; column <= 2 * reach; column++)
            {
                var (x, y) = ((Fine * column) - middle.X, (Fine * row) - middle.Y);
                var far = ((long)x * x) + (3L * y * y);
                if ((column + row) % 2 == 0 && far < 4L * Fine * Fine * reach * reach)
                    places.Add((column, row, far));
            }
        }

        return (middle, [.. places.OrderBy(p => p.Far).Take(dots)]);
    }
}
