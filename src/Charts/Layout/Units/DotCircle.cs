using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Dots that fill a circle: the closest packing, told line by line around its middle.</summary>
/// <param name="Lines">Where each line begins and ends, in pitches from the middle, and how many lines it is below it.</param>
/// <param name="Reach">How far the farthest dot is from the middle, in pitches.</param>
internal sealed record DotCircle(ImmutableArray<(double Left, double Right, double Row)> Lines, double Reach)
{
    // A stroke that ended where its last dot begins might lose it by rounding.
    private const double Beyond = 0.3;

    private static readonly double LinePitch = Math.Sqrt(3) / 2;

    // Every width, state and language asks for the same few, and the roundest is sought among many.
    private static readonly ConcurrentDictionary<int, DotCircle> Known = new();

    public static DotCircle Of(int dots) => Known.GetOrAdd(dots, Pack);

    private static DotCircle Pack(int dots)
    {
        if (dots == 0)
            return new DotCircle([], 0);
        var disc = HexDisc.Of(dots, isBare: false);
        var places = disc.Places.Select(p => (X: (p.Column - disc.Middle.Column) / 2, Row: p.Row - disc.Middle.Row)).ToList();
        return new DotCircle([.. places.GroupBy(p => p.Row).Select(g => (g.Min(p => p.X), g.Max(p => p.X), g.Key))], places.Max(p => Math.Sqrt((p.X * p.X) + (p.Row * LinePitch * p.Row * LinePitch))));
    }

    /// <summary>Draws the dots around a middle, each line of them as one dotted stroke: a dot for each would be ten times as long.</summary>
    public void Draw(Sketch sketch, (double X, double Y) middle, double pitch, double radius, string role)
    {
        if (Lines.IsEmpty)
            return;
        sketch.Polylines(
            [.. Lines.Select(l => (Line: l, Y: middle.Y + (l.Row * HexDisc.RowPitch(pitch)))).Select(l => new[] { (middle.X + (l.Line.Left * pitch), l.Y), (middle.X + (l.Line.Right * pitch) + Beyond, l.Y) })],
            new Paint(Stroke: role, Width: (float)(2 * radius), Dash: FormattableString.Invariant($"0 {pitch:0.##}"), Round: true, IsDots: true));
    }
}
