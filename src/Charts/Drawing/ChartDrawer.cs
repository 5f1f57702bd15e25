using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>Draws charts: one pass of ScottPlot for each state at each width in each language.</summary>
public static class ChartDrawer
{
    // Whoever has so many words that do not fit needs no longer list.
    private const int MostDropped = 8;
    private const int MostNamed = 3;

    /// <summary>Draws a chart at every width and in every state; texts that find no place are reported once.</summary>
    public static (DrawnChart Chart, ImmutableArray<Diagnostic> Findings) Draw(ChartSpec spec, Language language, Typefaces typefaces)
    {
        var unlettered = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var dropped = new List<(DroppedWords Text, int Width)>();
        var artboards = Artboard.All.Select(artboard => Draw(spec, artboard, language, typefaces, dropped, unlettered)).ToImmutableArray();
        var findings = dropped.GroupBy(d => d.Text.Words).Take(MostDropped).Select(d => Diagnostic.Warning(
            "EX0310",
            spec.Span.Head,
            $"'{Shortened(d.Key)}'{WhoseMissing([.. d.Select(x => x.Text.MissingIn).OfType<string>().Distinct()])} does not fit on the chart '{spec.Id}' at {string.Join(", ", d.Select(x => x.Width).Distinct())} pixels",
            d.Any(x => x.Text.MissingIn is not null) && spec.Missing is { } reasons ? $"shorten the words in '{reasons}', which 'missing' names, or show fewer rows in a state" : "shorten the words, give the row short ones, or show fewer rows in a state"));
        if (unlettered.Count > 0)
        {
            findings = findings.Append(Diagnostic.Warning(
                "EX0315",
                spec.Span.Head,
                $"the chart '{spec.Id}' has characters that the theme's fonts lack: {string.Join(", ", unlettered.Select(u => $"{u.Key} in '{Shortened(u.Value)}'"))}",
                "write them another way, or add them to the fonts"));
        }

        return (new DrawnChart(spec, language, artboards), [.. findings]);
    }

    /// <summary>A chart in one state at its widest, as high as that state needs: as it was drawn, where it needs the whole height.</summary>
    public static KeyedDrawing InState(DrawnChart chart, StateSpec state, Typefaces typefaces)
    {
        var drawn = chart.Artboards[^1];
        using var sketch = SketchOf(chart.Spec, state, drawn.Artboard, chart.Language, typefaces);
        return drawn.Drawings[chart.Spec.States.IndexOf(state)] is var whole && whole.Height == sketch.Height ? whole : sketch.Finish();
    }

    /// <summary>A chart in one state at one width, as high as that state needs, ready to be rendered.</summary>
    internal static Sketch SketchOf(ChartSpec spec, StateSpec state, Artboard artboard, Language language, Typefaces typefaces)
    {
        var layout = LayOut(spec, [state], artboard, language, typefaces)[0];
        var sketch = new Sketch(artboard.Width, (int)Math.Ceiling(layout.NaturalHeight()), typefaces);
        layout.Draw(sketch);
        return sketch;
    }

    private static string WhoseMissing(IReadOnlyList<string> rows) => rows.Count switch
    {
        0 => "",
        1 => $", for what is missing in the row '{rows[0]}',",
        _ => $", for what is missing in the rows {string.Join(", ", rows.Take(MostNamed).Select(r => $"'{r}'"))}{(rows.Count > MostNamed ? " and others" : "")},",
    };

    private static string Shortened(string words) => words.Length <= 60 ? words : string.Concat(words.AsSpan(0, 59), "…");

    private static DrawnArtboard Draw(ChartSpec spec, Artboard artboard, Language language, Typefaces typefaces, List<(DroppedWords Text, int Width)> dropped, SortedDictionary<string, string> unlettered)
    {
        // Every state has the height of the tallest, so that the page never jumps.
        var layouts = LayOut(spec, spec.States, artboard, language, typefaces);
        var height = (int)Math.Ceiling(layouts.Max(l => l.NaturalHeight()));
        var drawings = new KeyedDrawing[layouts.Count];

        // The fullest first: where its words have room they have it in the others too.
        foreach (var i in Enumerable.Range(0, layouts.Count).OrderByDescending(i => spec.MarksIn(spec.States[i]).Length).ThenByDescending(i => spec.RowsIn(spec.States[i]).Length))
        {
            using var sketch = new Sketch(artboard.Width, height, typefaces);
            dropped.AddRange(layouts[i].Draw(sketch).Dropped.Select(words => (words, artboard.Width)));
            foreach (var (character, words) in sketch.Unlettered)
                unlettered.TryAdd(character, words);
            drawings[i] = sketch.Finish();
        }

        return DrawnArtboard.From(artboard, [.. drawings], [.. layouts.Select(l => l.Across)]);
    }

    private static List<IChartLayout> LayOut(ChartSpec spec, IEnumerable<StateSpec> states, Artboard artboard, Language language, Typefaces typefaces)
    {
        var layouts = states.Select(s => new Layout(spec, s, artboard, language, typefaces)).ToList();
        var isFlipped = IsFlipped(spec, artboard, layouts);
        var units = UnitPlan.For(layouts);
        var sides = new LabelSides();
        return [.. layouts.Select(l => Choose(l, isFlipped, units, sides))];
    }

    // Rows instead of columns: where the author says so, or where the names of columns would not fit in some state.
    private static bool IsFlipped(ChartSpec spec, Artboard artboard, List<Layout> layouts) =>
        spec is { PlacesRunDown: false, Places.Scale: ScaleType.Band } && !spec.Marks.Any(m => m.RunsAlong)
        && ((spec.Flip && !artboard.KeepsAxes) || layouts.Any(l => !ColumnsLayout.NamesFit(l)));

    private static IChartLayout Choose(Layout layout, bool isFlipped, UnitPlan? units, LabelSides sides)
    {
        if (units is not null)
            return new UnitLayout(layout, units);
        if (layout.Spec.Map is not null)
            return new MapLayout(layout, sides);
        return layout.Spec.PlacesRunDown || isFlipped ? new RowsLayout(layout) : new ColumnsLayout(layout);
    }
}
