using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>What lies beyond a map, or nowhere: below it, under a heading, circles first, then the names of what has no number.</summary>
/// <param name="Heading">The lines of the heading.</param>
/// <param name="Circles">The lines with circles, from the top.</param>
/// <param name="IsStacked">Whether the words beside circles stand in two lines.</param>
internal sealed record OffMap(ImmutableArray<string> Heading, ImmutableArray<OffMapLine> Circles, bool IsStacked)
{
    /// <summary>The lines with the names, from the top; before the first of them stands <see cref="Sign"/>.</summary>
    public ImmutableArray<OffMapLine> Names { get; init; } = [];

    /// <summary>Explains how regions without a number are drawn, or null where no names stand here.</summary>
    public KeyItem? Sign { get; init; }

    /// <summary>The baseline of the heading's first line, in pixels from the top.</summary>
    public const double Baseline = 12;

    /// <summary>From one line of the heading to the next.</summary>
    public const double HeadLine = 15;

    private const double HeadGap = 5;
    private const double BottomAir = 4;

    /// <summary>Height of the heading, in pixels.</summary>
    public double Head => (Heading.Length * HeadLine) + HeadGap;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => Circles.IsEmpty && Names.IsEmpty;

    /// <summary>Height of all of it, in pixels; zero where there is nothing.</summary>
    public double Height => IsEmpty ? 0 : Head + Circles.Concat(Names).Sum(l => l.Height) + BottomAir;

    /// <summary>The largest circles come first, as those of a line should be alike; each takes the first line that has room.</summary>
    public static ImmutableArray<OffMapLine> LinesOfCircles(IEnumerable<OffMapItem> items, double width)
    {
        var lines = items.OrderByDescending(i => i.Radius).Aggregate(ImmutableArray<OffMapLine>.Empty, (lines, item) => Added(lines, item, width, 0));
        return [.. lines.Select(l => l with { Items = [.. l.Items.OrderBy(i => i.IsLast)] })];
    }

    /// <summary>Names keep their order; so much of the first line is taken.</summary>
    public static ImmutableArray<OffMapLine> LinesOfNames(IEnumerable<OffMapItem> items, double width, double indent) =>
        items.Aggregate(ImmutableArray<OffMapLine>.Empty, (lines, item) => Added(lines, item, width, indent));

    /// <summary>Every line and its middle, in pixels from the top.</summary>
    public IEnumerable<(OffMapLine Line, double Middle)> Placed()
    {
        var top = Head;
        foreach (var line in Circles.Concat(Names))
        {
            yield return (line, top + (line.Height / 2));
            top += line.Height;
        }
    }

    // An item in the first line that has room, or in a new one.
    private static ImmutableArray<OffMapLine> Added(ImmutableArray<OffMapLine> lines, OffMapItem item, double width, double indent) =>
        lines.FirstOrDefault(l => l.HasRoom(item, width)) is { } line
            ? lines.Replace(line, line with { Items = line.Items.Add(item) })
            : lines.Add(new OffMapLine(lines.IsEmpty ? indent : 0, [item]));
}
