using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Where a map lies on the artboard.</summary>
/// <param name="Map">The map.</param>
/// <param name="Left">Pixel of its left edge.</param>
/// <param name="Top">Pixel of its upper edge.</param>
/// <param name="Spec">What it is a map of.</param>
/// <param name="Width">Width of the artboard.</param>
/// <param name="Below">Pixel from which on there is room for what lies outside it.</param>
/// <param name="Circles">How large circles are on it.</param>
internal readonly record struct MapFrame(ProjectedMap Map, double Left, double Top, double Below, MapSpec Spec, int Width, CircleScale Circles)
{
    // Land fades over this many pixels at most, and over this part of the map's width.
    private const double MostFade = 48;
    private const double FadePart = 0.08;

    /// <summary>Over how many pixels land fades where it is cut.</summary>
    public double Fade => Math.Min(MostFade, Map.Width * FadePart);

    /// <summary>The map but for the edges at which it fades, in its own pixels.</summary>
    public Box Clear => Inset(Fade);

    /// <summary>The map but for so many pixels at the edges at which it fades.</summary>
    public Box Inset(double depth) => new(Map.Cut.Left ? depth : 0, Map.Cut.Top ? depth : 0, Map.Width - (Map.Cut.Right ? depth : 0), Map.Height - (Map.Cut.Bottom ? depth : 0));

    /// <summary>Where the path of a region, of all land or of the borders is kept.</summary>
    public DrawnOutline Drawn(string what) => Spec.Drawn(Width, Left, Top, what);

    /// <summary>A point of the map on the artboard.</summary>
    public (double X, double Y) Of((double X, double Y) point) => (point.X + Left, point.Y + Top);

    /// <summary>Lines of the map on the artboard.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Of(ImmutableArray<ImmutableArray<(double X, double Y)>> lines)
    {
        var (left, top) = (Left, Top);
        return [.. lines.Select(line => line.Select(p => (p.X + left, p.Y + top)).ToArray())];
    }
}
