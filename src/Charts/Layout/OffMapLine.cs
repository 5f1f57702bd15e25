using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A line of what stands below a map.</summary>
/// <param name="Indent">Where its first item begins, in pixels.</param>
/// <param name="Items">What stands in it.</param>
internal sealed record OffMapLine(double Indent, ImmutableArray<OffMapItem> Items)
{
    private const double Gap = 12;
    private const double Air = 2;

    /// <summary>Its height, in pixels.</summary>
    public double Height => Items.Max(i => Math.Max(i.WordsHeight, 2 * i.Radius)) + Air;

    /// <summary>Whether another item fits into a width.</summary>
    public bool HasRoom(OffMapItem item, double width) => Indent + Items.Sum(i => i.Width + Gap) + item.Width <= width;

    /// <summary>Each item and where it begins, in pixels.</summary>
    public IEnumerable<(OffMapItem Item, double Left)> Placed()
    {
        var left = Indent;
        foreach (var item in Items)
        {
            yield return (item, left);
            left += item.Width + Gap;
        }
    }
}
