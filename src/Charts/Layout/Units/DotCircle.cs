using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Dots that fill a circle: the closest packing, told line by line around its middle.</summary>
/// <param name="Lines">Where each line begins and ends and at what height, in pitches from the middle.</param>
/// <param name="Reach">How far the farthest dot is from the middle, in pitches.</param>
internal sealed record DotCircle(ImmutableArray<(double Left, double Right, double Y)> Lines, double Reach)
{
    private static readonly double LinePitch = Math.Sqrt(3) / 2;

    public static DotCircle Of(int dots)
    {
        if (dots == 0)
            return new DotCircle([], 0);
        var disc = HexDisc.Of(dots, isBare: false);
        var places = disc.Places.Select(p => (X: (p.Column - disc.Middle.Column) / 2, Y: (p.Row - disc.Middle.Row) * LinePitch)).ToList();
        return new DotCircle([.. places.GroupBy(p => p.Y).Select(g => (g.Min(p => p.X), g.Max(p => p.X), g.Key))], places.Max(p => Math.Sqrt((p.X * p.X) + (p.Y * p.Y))));
    }

    /// <summary>Draws the dots around a middle, each line of them as one dotted stroke: a dot for each would be ten times as long.</summary>
    public void Draw(Sketch sketch, (double X, double Y) middle, double pitch, double radius, string role)
    {
        if (Lines.IsEmpty)
            return;

        // A stroke that ends where its last dot begins might lose it by rounding.
        var beyond = pitch / 8;
        sketch.Polylines(
            [.. Lines.Select(l => new[] { (middle.X + (l.Left * pitch), middle.Y + (l.Y * pitch)), (middle.X + (l.Right * pitch) + beyond, middle.Y + (l.Y * pitch)) })],
            new Paint(Stroke: role, Width: (float)(2 * radius), Dash: FormattableString.Invariant($"0 {pitch:0.##}"), Round: true));
    }
}
