using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What lies beyond a map, or nowhere: lines below it, under a heading.</summary>
/// <param name="Lines">The lines, from the top.</param>
internal sealed record OffMap(ImmutableArray<ImmutableArray<OffMapItem>> Lines)
{
    /// <summary>Height of the heading, in pixels.</summary>
    public const double Head = 24;

    private const double HeadRise = 4;
    private const double Gap = 12;
    private const double Line = 18;
    private const double LineGap = 2;

    /// <summary>The largest come first, as those of a line should be alike; each takes the first line that has room.</summary>
    /// <param name="items">What is to be arranged.</param>
    /// <param name="width">How wide a line may be, in pixels.</param>
    public static OffMap Arrange(IEnumerable<OffMapItem> items, double width)
    {
        var lines = new List<List<OffMapItem>>();
        foreach (var item in items.OrderByDescending(i => i.Radius))
        {
            if (lines.Find(l => l.Sum(i => i.Width + Gap) + item.Width <= width) is { } line)
                line.Add(item);
            else
                lines.Add([item]);
        }

        return new([.. lines.Select(l => l.OrderBy(i => i.Rank).ToImmutableArray())]);
    }

    /// <summary>Height of all of it, in pixels; zero where there is nothing.</summary>
    public double Height => Lines.IsEmpty ? 0 : Head + Lines.Sum(HeightOf);

    /// <summary>Each row with half its height and its middle, in pixels from the upper left corner.</summary>
    public IEnumerable<(Row Row, double Radius, double X, double Y)> Placed()
    {
        var top = Head - HeadRise;
        foreach (var line in Lines)
        {
            var left = 0.0;
            foreach (var (row, radius, width, _) in line)
            {
                yield return (row, radius, left + radius, top + (HeightOf(line) / 2));
                left += width + Gap;
            }

            top += HeightOf(line);
        }
    }

    private static double HeightOf(ImmutableArray<OffMapItem> line) => line.Max(i => Math.Max(Line, (2 * i.Radius) + LineGap));
}
