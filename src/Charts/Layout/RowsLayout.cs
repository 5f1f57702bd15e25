using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Places run down the page, one row each, under heads for facets and groups; values run across.</summary>
internal sealed class RowsLayout : IChartLayout
{
    // A chart taller than this leaves no room for its title and source on a laptop's screen.
    private const double TallestScreen = 655;
    private const double TopTicks = 24;
    private const double FacetHead = 34;
    private const double LongNames = 318;
    private const double Bottom = 8;

    private static readonly TextStyle NameStyle = new(13, true, "ink");
    private static readonly TextStyle NoteStyle = new(12, false, "ink2");

    private readonly Layout _layout;
    private readonly bool _flipped;
    private readonly bool _hasColumn;
    private readonly AxisSpec _places;
    private readonly AxisSpec _values;
    private readonly Row? _first;
    private readonly List<(string? NewFacet, string? Group, ImmutableArray<Row> Rows)> _sections;

    public RowsLayout(Layout layout)
    {
        _layout = layout;
        _flipped = !layout.Spec.PlacesRunDown;
        _places = layout.Spec.Places!;
        _values = layout.Spec.Values!;

        // Short names, such as years, always have a column; long ones only where there is room for it.
        _hasColumn = layout.Artboard.HasNameColumn || _places.Label is null;
        _first = layout.Rows.FirstOrDefault(layout.HasValue);
        _sections = Sections();
    }

    private bool IsNarrow => !_layout.Artboard.HasNameColumn;

    private bool HasTicks => !_layout.Marks.Any(m => m.StandsOnZero);

    private double RowHeight => _flipped || _layout.Spec.Marks.Any(m => m is BarMark) ? (IsNarrow ? 37 : 46)
        : !_hasColumn ? 17.5
        : _places.Note is null ? 28
        : Math.Clamp((TallestScreen - Top() - _sections.Sum(s => HeadHeight(s.NewFacet, s.Group))) / Math.Max(1, _layout.Rows.Length), 33.5, 37.5);

    private double GroupHead => _places.Group is null ? 0 : IsNarrow ? 26 : 34;

    /// <inheritdoc/>
    public double NaturalHeight()
    {
        var heads = _sections.Sum(s => HeadHeight(s.NewFacet, s.Group));
        return Top() + heads + (_layout.Rows.Length * RowHeight) + NotesBelow() + Bottom;
    }

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var layout = _layout;
        var frame = new Box(0, 0, sketch.Width, sketch.Height);
        var labels = new LabelPlacer(sketch, frame);
        var sections = _sections;
        var heads = sections.Sum(s => HeadHeight(s.NewFacet, s.Group));
        var room = sketch.Height - Top() - heads - NotesBelow() - Bottom;
        var rowHeight = layout.Rows.IsEmpty ? RowHeight : Math.Min(RowHeight * 1.5, room / layout.Rows.Length);

        var name = NameColumn(sketch);
        var margin = MarginColumn(sketch);
        var (low, high) = layout.ValueDomain();
        var (left, right) = PlotEdges(sketch, name, margin);
        var values = new LinearScale(low, high, left, right);
        var middles = Arrange(sections, rowHeight);
        var bottom = middles.Count == 0 ? sketch.Height - Bottom : middles.Values.Max() + (rowHeight / 2);

        DrawNotes(sketch, labels, values, middles, bottom);
        if (HasTicks)
            DrawTicks(sketch, values, bottom);
        DrawHeads(sketch, labels, sections, rowHeight, margin);
        DrawNames(sketch, labels, middles);
        if (!HasTicks)
            DrawZeroLines(sketch, sections, values, rowHeight);

        var panel = new Panel(
            sketch,
            labels,
            layout.Language,
            PlacesRunDown: true,
            row => middles[row.Key],
            values,
            Thickness: Math.Min(rowHeight * 0.58, 30),
            DotRadius: IsNarrow ? 5 : 6.5,
            LabelSize: IsNarrow ? 12.5f : 14,
            _values.Unit,
            margin > 0 ? sketch.Width : null,
            Facet: "",
            row => _hasColumn ? [] : ShortNames(row),
            layout.IsLit,
            _first);
        foreach (var mark in layout.Marks)
        {
            foreach (var facet in layout.Facets)
                mark.Draw(panel with { Facet = facet }, layout.In(facet, layout.Rows));
        }

        DrawMissing(panel, middles, rowHeight);
        if (!_hasColumn)
            DrawLeaders(sketch, values, middles);
        labels.PlaceAll();
        return labels;
    }

    private double Top() => HasTicks ? TopTicks : IsNarrow ? 22 : 26;

    private double NotesBelow() => IsNarrow && !_layout.Notes.IsEmpty ? 20 : 0;

    private double HeadHeight(string? newFacet, string? group) => (newFacet is null ? 0 : FacetHead) + (group is null ? 0 : GroupHead);

    // Runs of rows that stand under one head.
    private List<(string? NewFacet, string? Group, ImmutableArray<Row> Rows)> Sections()
    {
        var sections = new List<(string?, string?, ImmutableArray<Row>)>();
        foreach (var facet in _layout.Facets)
        {
            var rows = _layout.In(facet, _layout.Rows);
            if (rows.IsEmpty)
                continue;
            string? newFacet = _layout.Spec.Facet is null ? null : facet;
            if (_places.Group is not { } group)
            {
                sections.Add((newFacet, null, rows));
                continue;
            }

            foreach (var run in rows.GroupBy(r => r.Identity(group)).OrderBy(g => GroupOrder(g.Key)))
            {
                sections.Add((newFacet, run.Key, [.. run]));
                newFacet = null;
            }
        }

        return sections;
    }

    private int GroupOrder(string group) =>
        _layout.Spec.Data.Rows.Select(r => r.Identity(_places.Group!)).Distinct().ToList().IndexOf(group);

    private Dictionary<string, double> Arrange(List<(string? NewFacet, string? Group, ImmutableArray<Row> Rows)> sections, double rowHeight)
    {
        var middles = new Dictionary<string, double>(StringComparer.Ordinal);
        var y = Top();
        foreach (var (newFacet, group, rows) in sections)
        {
            y += HeadHeight(newFacet, group);
            foreach (var row in rows)
            {
                middles[row.Key] = y + (rowHeight / 2);
                y += rowHeight;
            }
        }

        return middles;
    }

    private double NameColumn(Sketch sketch)
    {
        if (!_hasColumn)
            return 0;
        if (_places.Label is not null)
            return LongNames;
        return _layout.Spec.Data.Rows.Max(r => sketch.Measure(PlaceName(r), NameStyle)) + 14;
    }

    private double MarginColumn(Sketch sketch)
    {
        var rules = _layout.Spec.Marks.OfType<RuleMark>().ToList();
        if (rules.Count == 0)
            return 0;
        var style = new TextStyle(IsNarrow ? 12.5f : 14, true, "ink");
        return rules.SelectMany(m => _layout.Spec.Data.Rows.SelectMany(m.ValuesOf)).Max(v => sketch.Measure(_layout.Language.Signed(v), style)) + 14;
    }

    private (double Left, double Right) PlotEdges(Sketch sketch, double name, double margin)
    {
        // Bars carry their values beyond their ends: room for the widest on each side that has one.
        var beyond = HasTicks ? 0 : sketch.Measure(_layout.Language.Number(88_888), new TextStyle(IsNarrow ? 12.5f : 14, true, "ink")) + (2 * Panel.Gap);
        var mirrored = _layout.Spec.Marks.OfType<BarMark>().Any(b => b.Mirror);
        return HasTicks
            ? (name + (_hasColumn ? 0 : 8), sketch.Width - (_hasColumn ? 30 : 16))
            : (name + (mirrored ? beyond : 0), sketch.Width - margin - beyond);
    }

    private string PlaceName(Row row) => row.Text(_places.Label ?? _places.Field ?? "", _layout.Language);

    private ImmutableArray<TextRun> ShortNames(Row row)
    {
        var name = row.Text(_places.Short ?? _places.Label ?? "", _layout.Language);
        var note = _places.ShortNote is null ? "" : row.Text(_places.ShortNote, _layout.Language);
        return note.Length == 0
            ? [new(name, new TextStyle(12.5f, true, "ink"))]
            : [new(name + " ", new TextStyle(12.5f, true, "ink")), new(note, NoteStyle)];
    }

    private void DrawTicks(Sketch sketch, LinearScale values, double bottom)
    {
        var ticks = _values.Ticks ?? [.. LinearScale.Ticks(values.Low, values.High, IsNarrow ? 4 : 5)];
        foreach (var (tick, i) in ticks.Select((t, i) => (t, i)))
        {
            var x = values[tick];
            var key = FormattableString.Invariant($"tick-{tick}");
            sketch.Begin(key);
            sketch.Line(x, TopTicks - 4, x, bottom, new Paint(Stroke: "grid"));
            var words = _values.Unit == "%" && i < ticks.Length - 1 ? _layout.Language.Number(tick) : Amount.Value(tick, _values.Unit, _layout.Language);
            var half = sketch.Measure(words, NoteStyle) / 2;
            var anchor = x - half < 0 ? Anchor.Start : x + half > sketch.Width ? Anchor.End : Anchor.Middle;
            sketch.Text(anchor == Anchor.Start ? 0 : anchor == Anchor.End ? sketch.Width : x, 13, anchor, halo: false, new TextRun(words, NoteStyle));
        }
    }

    private void DrawHeads(Sketch sketch, LabelPlacer labels, List<(string? NewFacet, string? Group, ImmutableArray<Row> Rows)> sections, double rowHeight, double margin)
    {
        var y = Top();
        var facet = "";
        foreach (var (newFacet, group, rows) in sections)
        {
            if (newFacet is not null)
            {
                facet = newFacet + "-";
                sketch.Begin("facet-" + newFacet);
                sketch.Text(0, y + 16, Anchor.Start, halo: false, new TextRun(_layout.FacetTitle(newFacet), new TextStyle(IsNarrow ? 13.5f : 15, true, "ink")));
                sketch.Line(0, y + 24, sketch.Width, y + 24, new Paint(Stroke: "ink3"));
                y += FacetHead;
            }

            if (group is not null)
            {
                var role = _layout.Spec.Data.Rows.First(r => r.Identity(_places.Group!) == group)[_places.Group!] is KindCell kind ? kind.Kind.Slug() : "ink";
                var words = _places.GroupTitles.GetValueOrDefault(group)?.In(_layout.Language) ?? rows[0].Text(_places.Group!, _layout.Language);
                var baseline = y + GroupHead - (IsNarrow ? 8 : 13);
                sketch.Begin($"group-{facet}{group}", rows.Any(_layout.IsLit));
                sketch.Text(0, baseline, Anchor.Start, halo: true, new TextRun(words, new TextStyle(IsNarrow ? 13 : 14, true, role)));
                sketch.Line(0, baseline + 6, sketch.Width, baseline + 6, new Paint(Stroke: IsNarrow ? "rule" : role));
                labels.Take("group-" + group, new Box(0, baseline - 10, sketch.Measure(words, new TextStyle(14, true, role)), baseline + 5));
                y += GroupHead;
            }

            y += rows.Length * rowHeight;
        }

        if (!HasTicks)
            DrawSeriesTitles(sketch, margin);
    }

    // Above the first panel, each series is named where its marks stand.
    private void DrawSeriesTitles(Sketch sketch, double margin)
    {
        var (low, high) = _layout.ValueDomain();
        var (left, right) = PlotEdges(sketch, NameColumn(sketch), margin);
        var zero = new LinearScale(low, high, left, right)[0];
        foreach (var mark in _layout.Marks.Where(m => m.Title is not null))
        {
            var (x, anchor) = mark switch
            {
                RuleMark => (sketch.Width, Anchor.End),
                BarMark { Mirror: true } => (zero - Panel.Gap, Anchor.End),
                _ => (zero + Panel.Gap, Anchor.Start),
            };
            sketch.Begin("title-" + mark.Name);
            sketch.Text(x, 13, anchor, halo: false, new TextRun(mark.Title!.In(_layout.Language), new TextStyle(IsNarrow ? 12.5f : 13, false, mark is RuleMark ? "ink" : mark.Channels.Colour ?? "ink")));
        }
    }

    private void DrawNames(Sketch sketch, LabelPlacer labels, Dictionary<string, double> middles)
    {
        if (!_hasColumn)
            return;
        foreach (var row in _layout.Rows)
        {
            var y = middles[row.Key];
            var note = _places.Note is null ? "" : row.Text(_places.Note, _layout.Language);
            var first = note.Length == 0 ? y + 4.5 : y - 3.5;
            sketch.Begin("name-" + row.Key, _layout.IsLit(row));
            var column = NameColumn(sketch) - 12;
            sketch.Text(0, first, Anchor.Start, halo: true, new TextRun(Fitting(sketch, PlaceName(row), NameStyle, column, labels), NameStyle));
            if (note.Length > 0)
            {
                if (sketch.Measure(note, NoteStyle) > column && _places.ShortNote is { } shorter)
                    note = row.Text(shorter, _layout.Language);
                sketch.Text(0, y + 11, Anchor.Start, halo: true, new TextRun(Fitting(sketch, note, NoteStyle, column, labels), NoteStyle));
            }

            labels.Take("name-" + row.Key, new Box(0, y - 14, column, y + 14));
        }
    }

    // A name that is too long for its column is cut at a word, and said so.
    private static string Fitting(Sketch sketch, string words, TextStyle style, double width, LabelPlacer labels)
    {
        if (sketch.Measure(words, style) <= width)
            return words;
        labels.Dropped.Add(words);
        var cut = words;
        while (cut.LastIndexOf(' ') is > 0 and var space)
        {
            cut = cut[..space].TrimEnd(',', ';', ':');
            if (sketch.Measure(cut + "…", style) <= width)
                break;
        }

        return cut + "…";
    }

    private void DrawZeroLines(Sketch sketch, List<(string? NewFacet, string? Group, ImmutableArray<Row> Rows)> sections, LinearScale values, double rowHeight)
    {
        var y = Top();
        foreach (var (newFacet, group, rows) in sections)
        {
            y += HeadHeight(newFacet, group);
            sketch.Begin("zero-" + (newFacet ?? group ?? "0"));
            sketch.Line(values[0], y - 2, values[0], y + (rows.Length * rowHeight) + 2, new Paint(Stroke: "ink", Width: 1.2f));
            y += rows.Length * rowHeight;
        }
    }

    // Dotted lines lead from the axis to the mark.
    private void DrawLeaders(Sketch sketch, LinearScale values, Dictionary<string, double> middles)
    {
        foreach (var row in _layout.Rows)
        {
            if (_layout.Marks.SelectMany(m => m.ValuesOf(row)).ToList() is not { Count: > 0 } all)
                continue;
            var (from, to) = (values[values.Low], values[all.Min()] - 12);
            if (to - from < 12)
                continue;
            sketch.Begin("leader-" + row.Key);
            sketch.Line(from, middles[row.Key], to, middles[row.Key], new Paint(Stroke: "rule", Dash: "1 4"));
        }
    }

    private void DrawNotes(Sketch sketch, LabelPlacer labels, LinearScale values, Dictionary<string, double> middles, double bottom)
    {
        foreach (var note in _layout.Notes)
        {
            var (left, right) = (values[note.Low], values[note.High]);
            sketch.Begin("note-" + note.Name);
            sketch.Rect(left, TopTicks - 4, right - left, bottom - TopTicks + 4, new Paint("wash"));
            var lines = note.Text.In(_layout.Language).Split('\n');
            var style = new TextStyle(12.5f, true, "ink");
            if (IsNarrow)
            {
                var words = string.Join(' ', lines);
                var x = Math.Max(0, Math.Min(left, sketch.Width - sketch.Measure(words, style)));
                sketch.Text(x, bottom + 15, Anchor.Start, halo: false, new TextRun(words, style));
                continue;
            }

            var at = note.At is not null && middles.TryGetValue(note.At, out var y) ? y : bottom - 30;
            var start = note.Place is { } place ? values[place] : right + 60;
            sketch.Line(right + 4, at, start - 8, at, new Paint(Stroke: "ink"));
            for (var i = 0; i < lines.Length; i++)
                sketch.Text(start, at + 4 + ((i - ((lines.Length - 1) / 2.0)) * 17), Anchor.Start, halo: true, new TextRun(lines[i], style));
            var width = lines.Max(l => sketch.Measure(l, style));
            labels.Take("note-" + note.Name, new Box(start, at - (9 * lines.Length), start + width, at + (9 * lines.Length)));
        }
    }

    private void DrawMissing(Panel panel, Dictionary<string, double> middles, double rowHeight)
    {
        foreach (var row in _layout.Rows.Where(r => !_layout.HasValue(r)))
        {
            var zero = panel.Values[Math.Clamp(0, panel.Values.Low, panel.Values.High)];
            var y = middles[row.Key];
            var half = Math.Min(rowHeight * 0.3, 14);
            panel.Sketch.Begin("missing-" + row.Key);
            panel.Sketch.Rect(zero - 26, y - half, 52, 2 * half, new Paint("rule", "ink3", 1, "3 3", Hatch: true));
            panel.Labels.Take("missing-" + row.Key, new Box(zero - 26, y - half, zero + 26, y + half));
            var style = panel.Word("ink2");
            var lines = panel.Sketch.Wrap(_layout.MissingWords(row), style, panel.Sketch.Width - zero - 34);
            for (var i = 0; i < lines.Count; i++)
            {
                var baseline = panel.Baseline(y) + ((i - ((lines.Count - 1) / 2.0)) * (style.Size + 3));
                panel.Labels.Ask(new LabelRequest($"label-missing{i}-{row.Key}", true, [new(lines[i], style)], [(zero + 34, baseline, Anchor.Start)]));
            }
        }
    }
}
