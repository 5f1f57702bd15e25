using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A disc of dots packed as closely as equal dots can be, so that its area is in proportion to their number.</summary>
/// <param name="Places">Columns in half pitches and rows, from the left and the top, line by line and to and fro.</param>
/// <param name="Columns">The last column.</param>
/// <param name="Rows">The last row.</param>
internal sealed record HexDisc(ImmutableArray<(int Column, int Row)> Places, int Columns, int Rows)
{
    // The middle lies a little off a dot: no two dots are equally far from it, and small discs grow side by side.
    private const int Fine = 20;
    private const int OffX = 4;
    private const int OffY = 1;

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

    public static HexDisc Of(int dots)
    {
        if (dots == 0)
            return new HexDisc([], 0, 0);

        // Each dot takes √3/2 of a square pitch.
        var reach = (int)Math.Ceiling(Math.Sqrt(dots * 0.2757)) + 2;
        var places = new List<(int Column, int Row, long Far)>();
        for (var row = -2 * reach; row <= 2 * reach; row++)
        {
            for (var column = -2 * reach; column <= 2 * reach; column++)
            {
                var (x, y) = ((Fine * column) - OffX, (Fine * row) - OffY);
                var far = ((long)x * x) + (3L * y * y);
                if ((column + row) % 2 == 0 && far < 4L * Fine * Fine * reach * reach)
                    places.Add((column, row, far));
            }
        }

        places.Sort((a, b) => a.Far.CompareTo(b.Far));
        places.RemoveRange(dots, places.Count - dots);
        var (left, top) = (places.Min(p => p.Column), places.Min(p => p.Row));
        var ordered = places
            .Select(p => (Column: p.Column - left, Row: p.Row - top))
            .OrderBy(p => p.Row)
            .ThenBy(p => p.Row % 2 == 0 ? p.Column : -p.Column)
            .ToImmutableArray();
        return new HexDisc(ordered, ordered.Max(p => p.Column), ordered.Max(p => p.Row));
    }
}
