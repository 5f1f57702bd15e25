using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A view of an atlas in pixels, from the upper left corner of its frame.</summary>
/// <param name="Width">The frame's width.</param>
/// <param name="Height">The frame's height.</param>
/// <param name="Regions">Every region of the atlas, in view or not, in ordinal order of their codes.</param>
/// <param name="Land">All regions taken together: closed outlines and holes; the inside is what an odd number of them encloses.</param>
/// <param name="Borders">Open lines between regions.</param>
internal sealed record ProjectedMap(
    double Width,
    double Height,
    ImmutableArray<ProjectedRegion> Regions,
    ImmutableArray<ImmutableArray<(double X, double Y)>> Land,
    ImmutableArray<ImmutableArray<(double X, double Y)>> Borders)
{
    private readonly Dictionary<string, ProjectedRegion> _byCode = Regions.ToDictionary(r => r.Code, StringComparer.Ordinal);

    internal required Fit Fit { get; init; }

    /// <summary>The edges of the frame at which land is cut off.</summary>
    public MapEdges Cut { get; } = MapEdges.Of(Land, Width, Height);

    /// <summary>The region of a code, or null when the atlas lacks it.</summary>
    public ProjectedRegion? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Where a place lies; null when it is out of view.</summary>
    public (double X, double Y)? Point(double lon, double lat)
    {
        var (x, y) = Fit.Pixel(Fit.Projection.Plane(GeoPoint.At(lon, lat)));
        return x >= 0 && x <= Width && y >= 0 && y <= Height ? (x, y) : null;
    }
}
