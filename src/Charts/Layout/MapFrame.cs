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
