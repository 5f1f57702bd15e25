using System.Collections.Immutable;
using System.Globalization;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Places run across, as bands, dates or numbers, in panels side by side on one scale; values run up.</summary>
internal sealed class ColumnsLayout(Layout layout) : IChartLayout
{
    private const double PanelGap = 40;
    private const double Bottom = 34;
    private const double TickColumn = 62;

    private static readonly TextStyle PlaceStyle = new(13, true, "ink");
    private static readonly TextStyle TickStyle = new(12, false, "ink2");

    private bool IsNarrow => !layout.Artboard.HasNameColumn;

    private bool IsBand => layout.Spec.Places!.Scale == ScaleType.Band;

    private bool HasTicks => !layout.Spec.Marks.Any(m => m.StandsOnZero);

    /// <inheritdoc/>
    public double NaturalHeight() => layout.Artboard.Width switch { >= 800 => 580, >= 560 => 400, _ => 290 };

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var frame = new Box(0, 0, sketch.Width, sketch.Height);
        var labels = new LabelPlacer(sketch, frame);
        var (low, high) = layout.ValueDomain();
        var ticksAt = HasTicks ? TickColumn : 0;
        var head = layout.Spec.Facet is null ? 0 : 34;
        var top = head + (HasTicks ? 12 : 34);
        var bottom = sketch.Height - Bottom - (HasTicks ? 0 : 22);
        var values = new LinearScale(low, high, bottom, top);
        var count = layout.Facets.Length;
        var width = (sketch.Width - ticksAt - (PanelGap * (count - 1))) / count;
        if (HasTicks)
            DrawTicks(sketch, values, sketch.Width - ticksAt + 4);

        for (var i = 0; i < count; i++)
        {
            var left = i * (width + PanelGap);
            DrawPanel(sketch, labels, layout.Facets[i], new Box(left, head, left + width, sketch.Height), values);
        }

        labels.PlaceAll();
        return labels;
    }

    private void DrawPanel(Sketch sketch, LabelPlacer labels, string facet, Box box, LinearScale values)
    {
        var rows = layout.In(facet, layout.Rows);
        var all = layout.In(facet, layout.Spec.Data.Rows);
        if (rows.IsEmpty)
            return;
        if (layout.Spec.Facet is not null)
        {
            sketch.Begin("facet-" + facet);
            sketch.Text(box.Left, 16, Anchor.Start, halo: false, new TextRun(layout.FacetTitle(facet), new TextStyle(16, true, "ink")));
            sketch.Line(box.Left, 26, box.Right, 26, new Paint(Stroke: "ink3"));
        }

        var (places, thickness) = IsBand ? Bands(all, box) : (Times(box), 0);
        DrawNotes(sketch, labels, facet, box, values);
        sketch.Begin("zero-" + facet);
        if (values.Low <= 0 && values.High >= 0)
        {
            sketch.Line(box.Left, values[0], box.Right, values[0], new Paint(Stroke: "ink", Width: 1.2f));
            labels.TakeLine((box.Left, values[0]), (box.Right, values[0]));
        }

        if (IsBand)
            DrawPlaceNames(sketch, facet, all, places);
        else
            DrawPlaceTicks(sketch, facet, box, values);

        var panel = new Panel(
            sketch,
            labels,
            layout.Language,
            PlacesRunDown: false,
            places,
            values,
            thickness,
            DotRadius: IsNarrow ? 3.8 : 4.2,
            LabelSize: IsNarrow ? 12.5f : 14,
            layout.Spec.Values!.Unit,
            Margin: null,
            facet,
            _ => [],
            layout.IsLit,
            rows.FirstOrDefault(layout.HasValue));
        foreach (var mark in layout.Marks)
            mark.Draw(panel, rows);
        if (IsBand)
            DrawMissing(panel, rows);
    }

    // Bars stand a little left of the middle of their bands: balances are written at their right.
    private (Func<Row, double> Places, double Thickness) Bands(ImmutableArray<Row> all, Box box)
    {
        var names = all.Select(r => r.Identity(layout.Spec.Places!.Field ?? "")).Distinct().ToList();
        var step = box.Width / names.Count;
        var thickness = Math.Min(60, step * 0.46);
        var shift = layout.Spec.Marks.Any(m => m is RuleMark) ? 0.27 : 0.5;
        return (row => box.Left + (step * (names.IndexOf(row.Identity(layout.Spec.Places!.Field ?? "")) + shift)), thickness);
    }

    private Func<Row, double> Times(Box box)
    {
        var scale = PlaceScale(box);
        return row => scale[row.Number(layout.Spec.Places!.Field!) ?? scale.Low];
    }

    private LinearScale PlaceScale(Box box)
    {
        var known = layout.Spec.Data.Rows.Select(r => r.Number(layout.Spec.Places!.Field!)).OfType<double>().ToList();
        var (low, high) = layout.Spec.Places!.Domain ?? (known.Min(), known.Max());
        if (low == high)
            high = low + 1;
        return new LinearScale(low, high, box.Left + 8, box.Right - 8);
    }

    private void DrawPlaceNames(Sketch sketch, string facet, ImmutableArray<Row> rows, Func<Row, double> places)
    {
        foreach (var row in rows.DistinctBy(r => r.Identity(layout.Spec.Places!.Field ?? "")))
        {
            sketch.Begin($"name-{facet}-{row.Identity(layout.Spec.Places!.Field ?? "")}");
            sketch.Text(places(row), sketch.Height - 10, Anchor.Middle, halo: false, new TextRun(row.Text(layout.Spec.Places!.Field ?? "", layout.Language), PlaceStyle));
        }
    }

    private void DrawPlaceTicks(Sketch sketch, string facet, Box box, LinearScale values)
    {
        var scale = PlaceScale(box);
        var floor = values.From;
        var isTime = layout.Spec.Places!.Scale == ScaleType.Time;
        var ticks = isTime ? YearStarts(scale) : LinearScale.Ticks(scale.Low, scale.High, IsNarrow ? 4 : 6);
        foreach (var tick in ticks)
        {
            sketch.Begin(FormattableString.Invariant($"place-{facet}-{tick}"));
            var x = scale[tick];
            sketch.Line(x, floor, x, floor + 5, new Paint(Stroke: "ink", Width: 1.2f));
            var words = isTime ? DateOnly.FromDayNumber((int)tick).Year.ToString(CultureInfo.InvariantCulture) : layout.Language.Number(tick);
            var anchor = x - box.Left < sketch.Measure(words, TickStyle) / 2 ? Anchor.Start : Anchor.Middle;
            sketch.Text(anchor == Anchor.Start ? box.Left : x, floor + 19, anchor, halo: false, new TextRun(words, TickStyle));
        }
    }

    private static List<double> YearStarts(LinearScale scale)
    {
        var years = new List<double>();
        for (var year = DateOnly.FromDayNumber((int)scale.Low).Year; year <= DateOnly.FromDayNumber((int)scale.High).Year; year++)
        {
            var start = new DateOnly(year, 1, 1).DayNumber;
            if (start >= scale.Low && start <= scale.High)
                years.Add(start);
        }

        var every = Math.Max(1, (int)Math.Ceiling(years.Count / 6.0));
        return [.. years.Where((_, i) => i % every == 0)];
    }

    private void DrawTicks(Sketch sketch, LinearScale values, double right)
    {
        var ticks = layout.Spec.Values!.Ticks ?? [.. LinearScale.Ticks(values.Low, values.High, IsNarrow ? 3 : 4)];
        foreach (var tick in ticks)
        {
            sketch.Begin(FormattableString.Invariant($"tick-{tick}"));
            var y = values[tick];
            if (tick != 0)
                sketch.Line(0, y, right - 8, y, new Paint(Stroke: "grid"));
            sketch.Text(sketch.Width, y + 4, Anchor.End, halo: false, new TextRun(Amount.Value(tick, layout.Spec.Values!.Unit, layout.Language), TickStyle));
        }
    }

    private void DrawNotes(Sketch sketch, LabelPlacer labels, string facet, Box box, LinearScale values)
    {
        var style = new TextStyle(12.5f, true, "ink");
        foreach (var note in layout.Notes)
        {
            var (top, bottom) = (values[note.High], values[note.Low]);
            sketch.Begin($"note-{facet}-{note.Name}");
            sketch.Rect(box.Left, top, box.Width, bottom - top, new Paint("wash"));
            var words = note.Text.In(layout.Language).Replace('\n', ' ');
            labels.Ask(new LabelRequest($"label-note-{facet}-{note.Name}", true, [new(words, style)], [
                (box.Right, top - 5, Anchor.End),
                (box.Right, bottom + 15, Anchor.End),
                (box.Left, top - 5, Anchor.Start),
                (box.Left, bottom + 15, Anchor.Start),
            ]));
        }
    }

    private void DrawMissing(Panel panel, ImmutableArray<Row> rows)
    {
        foreach (var row in rows.Where(r => !layout.HasValue(r)))
        {
            var x = panel.Places(row);
            var zero = panel.Values[0];
            var half = panel.Thickness / 2;
            panel.Sketch.Begin("missing-" + row.Key);
            panel.Sketch.Rect(x - half, zero - panel.Thickness, panel.Thickness, 2 * panel.Thickness, new Paint("rule", "ink3", 1, "3 3", Hatch: true));
            panel.Labels.Take("missing-" + row.Key, new Box(x - half, zero - panel.Thickness, x + half, zero + panel.Thickness));
            var style = panel.Word("ink2");
            var lines = panel.Sketch.Wrap(layout.MissingWords(row), style, panel.Thickness * 1.8);
            for (var i = 0; i < lines.Count; i++)
                panel.Labels.Ask(new LabelRequest($"label-missing{i}-{row.Key}", true, [new(lines[i], style)], [
                    (x, zero + panel.Thickness + 18 + (i * 16), Anchor.Middle),
                    (x, zero - panel.Thickness - 8 - ((lines.Count - 1 - i) * 16), Anchor.Middle),
                ]));
        }
    }
}
