using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Explains colours, shapes and sizes in lines above a chart, where they are not told at the marks themselves.</summary>
internal sealed class Key
{
    private const double Gap = 16;
    private const double SignGap = 6;
    private const double LineHeight = 20;

    private static readonly TextStyle Style = new(12.5f, false, "ink");

    private readonly ImmutableArray<ImmutableArray<(KeyItem Item, double X)>> _lines;

    private Key(ImmutableArray<ImmutableArray<(KeyItem Item, double X)>> lines) => _lines = lines;

    /// <summary>The height that it takes, in pixels; nothing when there is nothing to explain.</summary>
    public double Height => _lines.IsEmpty ? 0 : (_lines.Length * LineHeight) + 8;

    /// <summary>Arranges items in as many lines as a width needs.</summary>
    public static Key Of(IEnumerable<KeyItem> items, double width, Typefaces typefaces)
    {
        var lines = new List<List<(KeyItem Item, double X)>>();
        var x = 0.0;
        foreach (var item in items.DistinctBy(i => i.Id))
        {
            var needed = item.Width + SignGap + typefaces.Measure(item.Words, Style);
            if (lines.Count == 0 || (x + needed > width && x > 0))
            {
                lines.Add([]);
                x = 0;
            }

            lines[^1].Add((item, x));
            x += needed + Gap;
        }

        return new Key([.. lines.Select(l => l.ToImmutableArray())]);
    }

    /// <summary>Draws it from a height on, and keeps its place free.</summary>
    public void Draw(Sketch sketch, LabelPlacer labels, double top)
    {
        for (var i = 0; i < _lines.Length; i++)
        {
            var middle = top + (i * LineHeight) + 9;
            foreach (var (item, x) in _lines[i])
            {
                sketch.Begin("key-" + item.Id);
                item.Draw(sketch, x, middle);
                sketch.Text(x + item.Width + SignGap, middle + 4.4, Anchor.Start, halo: false, new TextRun(labels.Fitting(item.Words, Style, sketch.Width - x - item.Width - SignGap), Style));
            }
        }

        if (!_lines.IsEmpty)
            labels.Take("key", new Box(0, top, sketch.Width, top + Height - 4));
    }

    /// <summary>What the marks of a layout leave to be explained.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="isNamed">Whether the series of a mark are named at their ends.</param>
    public static ImmutableArray<KeyItem> ItemsOf(Layout layout, Func<Mark, bool> isNamed)
    {
        // A colour that goes with the words of a place, a panel or a label needs no explaining.
        var told = new[] { layout.Spec.Places?.Field, layout.Spec.Places?.Label, layout.Spec.Facet };
        return
        [
            .. from mark in layout.Marks
               where !isNamed(mark)
               let field = (mark.Channels.Colour as OrdinalColour)?.Field
               where field is null || (!told.Contains(field) && mark.Channels.Label != field)
               from item in mark.KeyItems(layout)
               select item,
        ];
    }

    /// <summary>A square of a role.</summary>
    public static KeyItem Square(string id, string words, Paint paint) =>
        new(id, words, 12, (sketch, x, y) => sketch.Rect(x, y - 6, 12, 12, paint));

    /// <summary>A piece of a line of a role.</summary>
    public static KeyItem Stroke(string id, string words, Paint paint) =>
        new(id, words, 18, (sketch, x, y) => sketch.Line(x, y, x + 18, y, paint));
}
