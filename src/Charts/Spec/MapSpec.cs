using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The map that a chart is drawn on.</summary>
/// <param name="Atlas">The regions there are.</param>
/// <param name="View">The part that is shown.</param>
/// <param name="PhoneView">The part that is shown on phones, where it is another one.</param>
public sealed record MapSpec(Atlas Atlas, MapView View, MapView? PhoneView = null)
{
    // Drawing it takes longer than all else on it, and is the same in every state and language.
    private readonly ConcurrentDictionary<(int Width, double MaxHeight), Lazy<ProjectedMap>> _projected = new();

    private readonly ConcurrentDictionary<(int Width, double Left, double Top, string What), DrawnOutline> _drawn = new();

    /// <summary>What regions are called on it, by code, whatever rows say of them.</summary>
    public ImmutableSortedDictionary<string, LocalText> Names { get; init; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    /// <summary>Two maps are the same when they show the same of the same atlas; what is written on it does not count.</summary>
    public bool Equals(MapSpec? other) => other is not null && ReferenceEquals(Atlas, other.Atlas) && View == other.View && PhoneView == other.PhoneView;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(View, PhoneView);

    /// <summary>Where the path of a region, of all land or of the borders is kept, at a place on an artboard.</summary>
    internal DrawnOutline Drawn(int width, double left, double top, string what) => _drawn.GetOrAdd((width, left, top, what), _ => new DrawnOutline());

    /// <summary>The map on an artboard, or in a height where that is what it meets first, in pixels.</summary>
    internal ProjectedMap On(Artboard artboard, double maxHeight = double.PositiveInfinity) =>
        _projected.GetOrAdd(
            (artboard.Width, maxHeight),
            key => new Lazy<ProjectedMap>(() => MapProjector.Project(Atlas, artboard.IsPhone ? PhoneView ?? View : View, key.Width, key.MaxHeight))).Value;
}
