using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Places run across, as bands, dates or numbers, in a grid of panels on one scale; values run up.</summary>
internal sealed class ColumnsLayout : IChartLayout
{
    private const double NameLine = 16;
    private const double TitleHeight = 20;
    private const double MostNamesAtEnd = 0.36;

    // Numbers beside the ends of lines take no more of a panel than this.
    private const double MostEndRoom = 0.27;

    private static readonly TextStyle NameStyle = new(13, true, "ink");
    private static readonly TextStyle TickStyle = new(12, false, "ink2");
    private static readonly TextStyle TitleStyle = new(12.5f, false, "ink2");

    private readonly Layout _layout;
    private readonly int _across;
    private readonly int _down;
    private readonly double _ticksColumn;
    private readonly double _namesColumn;
    private readonly Key _key;

    private IReadOnlyList<double>? _valueTicks;
    private double? _step;
    private int? _nameLines;
    private double? _endRoom;

    public ColumnsLayout(Layout layout)
    {
        _layout = layout;
        (_across, _down) = Grid(layout);
        _ticksColumn = HasTicks ? ValueTicks.Max(t => Measure(layout.WordsOf(ValueTicks)(t), TickStyle)) + 12 : 0;
        _namesColumn = NamesColumn();

        // Both columns take room from the panels.
        (_step, _nameLines) = (null, null);
        _key = Key.Of(Key.ItemsOf(layout, m => _namesColumn > 0 && m is { Series: not null, RunsAlong: true }), layout.Artboard.Width, layout.Typefaces);
    }

    private bool IsBand => _layout.Spec.Places!.Scale == ScaleType.Band;

    private bool IsNarrow => _layout.IsNarrow;

    private TextStyle FacetStyle => new(_across > 2 && IsNarrow ? 12 : _down > 1 || _across > 2 ? 13.5f : 16, true, "ink");

    // On a phone steps pass beneath the chart, so that panels one above another are as low as lines can be told apart.
    private bool IsTight => _layout.Artboard.IsPhone && _down > 1;

    private double Gap => _across == 1 ? 0 : IsNarrow ? (_across > 2 ? 14 : 22) : _across == 2 ? 40 : 28;

    private double PanelWidth => (_layout.Artboard.Width - _ticksColumn - _namesColumn - (Gap * (_across - 1))) / _across;

    private bool TellsValues => _layout.Marks.OfType<BarMark>().Where(b => b.TellsValues).All(BarLabelsFit);

    private bool HasTicks => !_layout.Marks.Any(m => m.TellsValues) || !TellsValues || !IsBand;

    private IReadOnlyList<double> ValueTicks => _valueTicks ??= FindValueTicks();

    private string? ValueTitle => _layout.Spec.Values!.Title?.In(_layout.Language) ?? (IsCloud ? TitleOf(_layout.Marks.SelectMany(m => m.FieldsOfValues).FirstOrDefault()) : null);

    private string? PlaceTitle => _layout.Spec.Places!.Title?.In(_layout.Language) ?? (IsCloud ? TitleOf(_layout.Spec.Places.Field) : null);

    // Two numbers make a point: both axes need their words.
    private bool IsCloud => _layout.Spec.Places!.Scale is ScaleType.Linear or ScaleType.Log && !_layout.Marks.Any(m => m.RunsAlong);

    /// <summary>Whether the names of bands have room beside each other, broken into two lines at most.</summary>
    public static bool NamesFit(Layout layout)
    {
        if (layout.Spec.Places!.Scale != ScaleType.Band || layout.HasOrderedPlaces)
            return true;
        var step = BandStep(layout);
        return layout.Rows.Select(r => NameOf(layout, r, step)).Distinct().All(n => LinesOf(layout, n, step).Count <= 2 && LinesOf(layout, n, step).All(l => layout.Typefaces.Measure(l, NameStyle) <= step - 6));
    }

    /// <inheritdoc/>
    public double NaturalHeight()
    {
        var titles = (ValueTitle is null ? 0 : TitleHeight) + (PlaceTitle is null ? 0 : TitleHeight);
        var one = _layout.Artboard.Width switch { >= 800 => 560, >= 560 => 390, _ => 280 };
        var each = _layout.Artboard.Width switch { >= 800 => 186, >= 560 => 160, _ => Math.Clamp(330.0 / _down, 96, 148) };
        return _key.Height + titles + (_down == 1 ? one : Math.Max(one, (_down * each) + LongHeads));
    }

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height));
        _key.Draw(sketch, labels, 0);
        var top = _key.Height + DrawTitles(sketch, labels);
        var least = (sketch.Height - (PlaceTitle is null ? 0 : TitleHeight) - top - LongHeads) / _down;
        var from = top;
        for (var line = 0; line < _down; line++)
        {
            var head = FacetHead(line);
            var height = least + LongHead(line);
            var (low, high) = _layout.ValueDomain();
            var dot = _layout.LargestDot;
            var values = _layout.ValueScale(from + height - Below(low) - dot, from + head + Above(high) + dot);
            if (HasTicks)
                DrawTicks(sketch, labels, values, line);
            for (var i = 0; i < _across && (line * _across) + i < _layout.Facets.Length; i++)
            {
                var left = i * (PanelWidth + Gap);
                DrawPanel(sketch, labels, _layout.Facets[(line * _across) + i], new Box(left, from, left + PanelWidth, from + height), head, values);
            }

            from += height;
        }

        labels.PlaceAll();
        return labels;
    }

    private double FacetHead(int line) => _layout.Spec.Facet is null ? 0 : (IsTight ? 28 : 34) + LongHead(line);

    // What titles in two lines add to the heads of a line of panels.
    private double LongHead(int line) =>
        _layout.Spec.Facet is not null && _layout.Facets.Skip(line * _across).Take(_across).Any(f => FacetLines(f).Count > 1) ? NameLine : 0;

    private double LongHeads => Enumerable.Range(0, _down).Sum(LongHead);

    // Room above the highest value: labels on bars, and what explains the first of them.
    private double Above(double high) =>
        (HasTicks ? (IsTight ? 8 : 12) : high <= 0 ? 8 : _layout.Marks.Any(m => m.Title is not null) ? 36 : 22);

    private double Below(double low) => (IsBand ? (NameLines * NameLine) + 14 : IsTight ? 25 : 30) + (HasTicks || low >= 0 ? 0 : 22) + (HasTicks && low < 0 && IsBand ? 6 : 0);

    private int NameLines => _nameLines ??= _layout.HasOrderedPlaces ? 1 : Math.Clamp(_layout.Rows.Select(r => LinesOf(_layout, NameOf(_layout, r, Step), Step).Count).Append(1).Max(), 1, 2);

    private double Step => _step ??= IsBand ? PanelWidth / Math.Max(1, MostBands(_layout)) : PlaceStep;

    // From one bar to the next where places are no bands: as far as the two nearest are apart.
    private double PlaceStep
    {
        get
        {
            if (IsBand || !_layout.Marks.Any(m => m is BarMark))
                return 0;
            var places = _layout.Rows.Select(r => r.Number(_layout.Spec.Places!.Field!)).OfType<double>().Distinct().Order().ToList();
            var scale = _layout.PlaceScale(0, PanelWidth * places.Count / (places.Count + 1.0));
            var nearest = places.Zip(places.Skip(1), (a, b) => scale[b] - scale[a]).Append(PanelWidth / 2).Min();
            return Math.Clamp(nearest, 3, 90);
        }
    }

    // Dots and bars at the ends of the axis need room beyond them.
    private double Inset => Math.Max(8, Math.Max(PlaceStep / 2, _layout.LargestDot + 1));

    // Right of its dot a number can be taken for no other point.
    private double EndRoom => _endRoom ??= _layout.Spec.Marks.OfType<LineMark>()
        .SelectMany(m => m.NumbersAtEnds(_layout))
        .Select(n => DotRadius + LineMark.EndGap + (Measure(n, new TextStyle(LabelSize, true, "ink")) * LabelPlacer.Kerned))
        .Append(0)
        .Max() is var room && room <= PanelWidth * MostEndRoom ? room : 0;

    private double DotRadius => IsNarrow || _down > 1 ? 3.8 : 4.2;

    private float LabelSize => IsNarrow ? 12.5f : 14;

    private IReadOnlyList<double> FindValueTicks()
    {
        var scale = _layout.ValueScale(0, 1);
        return _layout.Spec.Values!.Ticks is { } given && given.Any(IsSeen) ? [.. given.Where(IsSeen)] : Ticks.Up(scale, _down > 1 ? 2 : IsNarrow ? 3 : 4);

        bool IsSeen(double tick) => tick >= scale.Low && tick <= scale.High;
    }

    private static int MostBands(Layout layout) => layout.Facets.Max(f => layout.BandsShown(f).Count);

    private static double BandStep(Layout layout)
    {
        var across = Grid(layout).Across;
        return (layout.Artboard.Width - (40.0 * (across - 1))) / across / Math.Max(1, MostBands(layout));
    }

    private static string NameOf(Layout layout, Row row, double step)
    {
        var places = layout.Spec.Places!;
        var name = row.Text(places.Label ?? places.Field!, layout.Language);
        return places.Short is { } shorter && layout.Typefaces.Measure(name, NameStyle) > step - 6 ? row.Text(shorter, layout.Language) : name;
    }

    private static IReadOnlyList<string> LinesOf(Layout layout, string name, double step) =>
        layout.Typefaces.Wrap(layout.Language.Lines.Space(name), NameStyle, step - 6);

    private static (int Across, int Down) Grid(Layout layout)
    {
        var count = layout.Facets.Length;
        if (count <= 2)
            return (count, 1);
        var (least, gap) = layout.Artboard.Width switch { >= 800 => (190.0, 28.0), >= 560 => (170, 22), _ => (count > 4 ? Math.Max(68, WidestWord(layout)) : 120, 14) };
        var most = Math.Clamp((int)((layout.Artboard.Width + gap) / (least + gap)), 1, count);
        var down = (int)Math.Ceiling(count / (double)most);
        return ((int)Math.Ceiling(count / (double)down), down);
    }

    // A panel on a phone is no narrower than a word of a title and a little air, so that none is cut or touches the next.
    private static double WidestWord(Layout layout) =>
        8 + layout.Facets.SelectMany(f => layout.FacetTitle(f).Split(' ')).Max(w => layout.Typefaces.Measure(w, new TextStyle(12, true, "ink")));

    // A word that is too long alone may reach into the gap beside its panel.
    private double WordWidth => PanelWidth + Math.Max(0, Gap - 4);

    private IReadOnlyList<string> FacetLines(string facet) =>
        _layout.Typefaces.Wrap(_layout.FacetTitle(facet), FacetStyle, PanelWidth);

    private double NamesColumn()
    {
        var named = _layout.Marks.Where(m => m is { Series: not null, RunsAlong: true } && m.Channels.HasLabels).ToList();
        if (named.Count == 0 || _layout.Facets.Length > 1)
            return 0;
        var names = named.SelectMany(m => _layout.Spec.Data.Rows.Select(r => r.Text(m.Series!, _layout.Language))).Distinct().ToList();
        var width = names.Max(n => Measure(n, EndNames.Style("ink"))) + 10;
        return width <= _layout.Artboard.Width * MostNamesAtEnd && names.Count * EndNames.LineHeight < 200 ? width : 0;
    }

    private bool BarLabelsFit(BarMark bar)
    {
        var step = Step * (bar.Series is null ? 1 : 0.8 / _layout.BarsAtPlace);
        var style = new TextStyle(LabelSize, true, "ink");
        return _layout.Rows.SelectMany(bar.ValuesOf).All(v => Measure(_layout.Value(Math.Abs(v)), style) <= step - 4);
    }

    private float Measure(string words, TextStyle style) => _layout.Typefaces.Measure(words, style);

    private string? TitleOf(string? field) => field is null ? null : _layout.Spec.Data.Field(field)!.Title.In(_layout.Language);

    // The words of the value axis stand above it, those of the axis of places below its end.
    private double DrawTitles(Sketch sketch, LabelPlacer labels)
    {
        if (PlaceTitle is { } across)
        {
            sketch.Begin("title-places");
            var end = sketch.Width - _ticksColumn - _namesColumn;
            sketch.Text(end, sketch.Height - 5, Anchor.End, halo: false, new TextRun(labels.Fitting(across, TitleStyle, end), TitleStyle));
        }

        if (ValueTitle is not { } up)
            return 0;
        sketch.Begin("title-values");
        sketch.Text(sketch.Width, _key.Height + 12, Anchor.End, halo: false, new TextRun(labels.Fitting(up, TitleStyle, sketch.Width), TitleStyle));
        return TitleHeight;
    }

    private void DrawPanel(Sketch sketch, LabelPlacer labels, string facet, Box box, double head, IScale values)
    {
        var rows = _layout.In(facet, _layout.Rows);
        if (_layout.Spec.Facet is not null)
        {
            var rule = box.Top + head - (IsTight ? 8 : 10);
            var lines = FacetLines(facet).Take(2).ToList();
            sketch.Begin("facet-" + facet, rows.Any(_layout.IsLit));
            for (var i = 0; i < lines.Count; i++)
                sketch.Text(box.Left, rule - 8 - ((lines.Count - 1 - i) * NameLine), Anchor.Start, halo: false, new TextRun(labels.Fitting(lines[i], FacetStyle, WordWidth), FacetStyle));
            sketch.Line(box.Left, rule, box.Right, rule, new Paint(Stroke: "ink3"));
            labels.Take("facet-" + facet, new Box(box.Left, box.Top, box.Right, rule + 2));
        }

        if (rows.IsEmpty)
            return;
        var area = new Box(box.Left, values.To, box.Right, values.From);
        var bands = IsBand ? Bands(facet, box) : null;
        var scale = IsBand ? null : _layout.PlaceScale(box.Left + Inset, box.Right - Math.Max(Inset, EndRoom));
        DrawNotes(sketch, labels, facet, box, values);
        if (values.Low <= 0 && values.High >= 0 && (_layout.Marks.Any(m => m.StandsOnZero) || values.Low >= 0))
        {
            sketch.Begin("zero-" + facet);
            sketch.Line(box.Left, values[0], box.Right, values[0], new Paint(Stroke: "ink", Width: 1.2f));
            labels.TakeLine((box.Left, values[0]), (box.Right, values[0]));
        }

        if (bands is not null)
            DrawPlaceNames(sketch, labels, facet, box, bands);
        else
            DrawPlaceTicks(sketch, labels, facet, box, values, scale!);

        var panel = new Panel(
            sketch,
            labels,
            _layout.Language,
            PlacesRunDown: false,
            row => bands is not null ? bands[_layout.Spec.BandOf(row)].Middle : scale![row.Number(_layout.Spec.Places!.Field!)!.Value],
            values,
            bands is null ? PlaceStep * (_layout.BarsAtPlace > 1 ? 0.82 : 0.66) : bands.Values.Select(b => b.Thickness).FirstOrDefault(),
            DotRadius,
            LabelSize,
            _layout.ValueUnit,
            Margin: null,
            facet,
            _ => [],
            _layout.IsLit,
            rows.FirstOrDefault(_layout.HasValue),
            area,
            scale,
            bands?.ToDictionary(b => b.Key, b => b.Value.Middle),
            TellsValues,
            _namesColumn > 0 ? box.Right + 8 : null,
            _layout);
        var placed = scale is null ? rows : [.. rows.Where(r => r.Number(_layout.Spec.Places!.Field!) is not null)];
        foreach (var mark in _layout.Marks)
            mark.Draw(panel, placed);
        if (bands is not null)
            DrawMissing(panel, rows);
    }

    // Bars stand a little left of the middle of their bands where balances are written at their right.
    private double Shift => _layout.Spec.Marks.Any(m => m is RuleMark { Value: not null }) ? 0.27 : 0.5;

    private Dictionary<string, (double Middle, double Thickness)> Bands(string facet, Box box)
    {
        var bands = _layout.BandsShown(facet);
        var step = box.Width / Math.Max(1, bands.Count);
        var thickness = _layout.BarsAtPlace > 1 ? Math.Min(150, step * 0.82) : (_layout.Marks.Any(m => m is RuleMark { Value: not null }) ? Math.Min(48, step * 0.36) : Math.Min(60, step * 0.66));
        return bands.Select((b, i) => (b.Id, Middle: box.Left + (step * (i + Shift)))).ToDictionary(b => b.Id, b => (b.Middle, thickness), StringComparer.Ordinal);
    }

    private void DrawPlaceNames(Sketch sketch, LabelPlacer labels, string facet, Box box, Dictionary<string, (double Middle, double Thickness)> places)
    {
        var bands = _layout.BandsShown(facet);
        var step = box.Width / Math.Max(1, bands.Count);
        var names = bands.Select(b => NameOf(_layout, b.First, step)).ToList();
        var widest = names.Count == 0 ? 0 : names.Max(n => Measure(n, NameStyle));
        var every = _layout.HasOrderedPlaces ? (int)Math.Ceiling((widest + 8) / step) : 1;
        var first = box.Bottom - (NameLines * NameLine) + 6;
        for (var i = 0; i < bands.Count; i++)
        {
            // The last one is the one that readers look for: count from there.
            if ((bands.Count - 1 - i) % every != 0)
                continue;
            var middle = places[bands[i].Id].Middle;
            var lines = _layout.HasOrderedPlaces ? [names[i]] : LinesOf(_layout, names[i], step).Take(2).Select(l => labels.Fitting(l, NameStyle, Math.Max(step - 2, 14))).ToList();
            sketch.Begin($"name-{facet}-{bands[i].Id}", bands[i].Rows.Any(_layout.IsLit));
            labels.Take("names", new Box(middle - (step / 2), first - 12, middle + (step / 2), box.Bottom));
            for (var line = 0; line < lines.Count; line++)
            {
                var half = Measure(lines[line], NameStyle) / 2;
                sketch.Text(Math.Clamp(middle, box.Left - 4 + half, Math.Max(box.Left + half, sketch.Width - half)), first + (line * NameLine), Anchor.Middle, halo: false, new TextRun(lines[line], NameStyle));
            }
        }
    }

    private void DrawPlaceTicks(Sketch sketch, LabelPlacer labels, string facet, Box box, IScale values, IScale scale)
    {
        var places = _layout.Spec.Places!;
        var floor = values.From;
        var isTime = places.Scale == ScaleType.Time;

        // Years alone were published: months would claim more.
        var yearsOnly = isTime && _layout.Spec.Data.Rows.All(r => r[places.Field!] is not TimeCell { Parts: > 1 });

        // Words that hang over the end of a panel come close to those of the next.
        var room = _across > 1 ? 2 : 8;

        var isShort = false;
        string Words(double tick, IReadOnlyList<double> among) => isTime ? Ticks.Day(tick, among, _layout.Language, isShort) : Amount.Value(tick, places.Unit == "%" ? "%" : "", _layout.Language);
        double WidthOf(double tick, IReadOnlyList<double> among) => Measure(Words(tick, among), TickStyle);

        (IReadOnlyList<double> Lines, IReadOnlyList<double> Words) Across() =>
            Ticks.Across(scale, places.Ticks, IsNarrow ? 6 : 8, about => isTime ? Ticks.Days(scale, about, yearsOnly) : scale.Ticks(about), WidthOf, (box.Left + 1, box.Right + room));

        // Years that an author names stand all, with two figures where there is no room for four.
        var (all, worded) = Across();
        if (isTime && worded.Count < all.Count)
        {
            isShort = true;
            var shorter = Across().Words;
            isShort = shorter.Count == all.Count;
            worded = isShort ? shorter : worded;
        }

        double Middle(double tick) => Ticks.Middle(scale[tick], WidthOf(tick, worded), (box.Left + 1, box.Right + room));

        // Where the words under the panel before end; its ticks are the same.
        double LastBefore() => Middle(worded[^1]) + (WidthOf(worded[^1], worded) / 2) - PanelWidth - Gap;

        foreach (var tick in all)
        {
            sketch.Begin(FormattableString.Invariant($"place-{facet}-{tick}"));
            var x = scale[tick];
            if (IsCloud && x > box.Left + 1)
                sketch.Line(x, values.To, x, floor, new Paint(Stroke: "grid"));
            if (!worded.Contains(tick))
                continue;

            // A tick without words asks more than it tells.
            sketch.Line(x, floor, x, floor + 5, new Paint(Stroke: "ink", Width: 1.2f));
            var half = WidthOf(tick, worded) / 2;
            var middle = Middle(tick);
            if (tick == worded[0] && worded.Count > 1 && box.Left > 0 && middle - half < LastBefore() + Ticks.GapAtEdge)
                continue;
            sketch.Text(middle, floor + 19, Anchor.Middle, halo: false, new TextRun(Words(tick, worded), TickStyle));
            labels.Take("place", new Box(middle - half, floor + 8, middle + half, floor + 23));
        }
    }

    private void DrawTicks(Sketch sketch, LabelPlacer labels, IScale values, int line)
    {
        var right = sketch.Width - _namesColumn;
        var wordsOf = _layout.WordsOf(ValueTicks);
        foreach (var tick in ValueTicks)
        {
            sketch.Begin(FormattableString.Invariant($"tick-{line}-{tick}"));
            var y = values[tick];
            if (tick != 0)
            {
                sketch.Line(0, y, right - _ticksColumn + 6, y, new Paint(Stroke: "grid"));
                labels.TakeGrid((0, y), (right - _ticksColumn + 6, y));
            }

            sketch.Text(sketch.Width, y + 4, Anchor.End, halo: false, new TextRun(wordsOf(tick), TickStyle));
        }

        labels.Take("ticks", new Box(sketch.Width - _ticksColumn + 4, values.To, sketch.Width, values.From));
    }

    private void DrawNotes(Sketch sketch, LabelPlacer labels, string facet, Box box, IScale values)
    {
        var style = new TextStyle(12.5f, true, "ink");
        foreach (var note in _layout.Notes.Where(n => n.High >= values.Low && n.Low <= values.High))
        {
            var (top, bottom) = (values[Math.Min(note.High, values.High)], values[Math.Max(note.Low, values.Low)]);
            sketch.Begin($"note-{facet}-{note.Name}");
            sketch.Rect(box.Left, top, box.Width, bottom - top, new Paint("wash"));
            sketch.Line(box.Left, top, box.Right, top, new Paint(Stroke: "mid"));
            sketch.Line(box.Left, bottom, box.Right, bottom, new Paint(Stroke: "mid"));
            var words = note.Text.In(_layout.Language).Replace('\n', ' ');
            labels.Ask(new LabelRequest($"label-note-{facet}-{note.Name}", true, [new(words, style)], [
                (box.Right, top - 5, Anchor.End),
                (box.Right, bottom + 15, Anchor.End),
                (box.Left, top - 5, Anchor.Start),
                (box.Left, bottom + 15, Anchor.Start),
                (box.Left, top + 15, Anchor.Start),
                (box.Right, top + 15, Anchor.End),
            ]));
        }
    }

    private void DrawMissing(Panel panel, ImmutableArray<Row> rows)
    {
        foreach (var row in rows.Where(r => !_layout.HasValue(r) && !_layout.Marks.All(m => m.Points.Any())))
        {
            var x = panel.Places(row);
            var zero = panel.Zero;
            var half = Math.Min(panel.Thickness / 2, 30);
            var (top, bottom) = panel.Values.Low < 0 ? (zero - half, zero + half) : (Math.Max(panel.Values.To, zero - (2 * half)), zero);
            panel.Sketch.Begin("missing-" + row.Key);
            panel.Sketch.Rect(x - half, top, 2 * half, bottom - top, new Paint("ink3", "ink3", 1, "3 3", Hatch: true));
            panel.Labels.Take("missing-" + row.Key, new Box(x - half, top, x + half, bottom));
            var style = panel.Word("ink2");
            var lines = panel.Sketch.Wrap(_layout.MissingWords(row), style, Math.Max(Step - 4, 40));
            var isBelow = panel.Values.Low < 0;

            // Words wider than what is left of the bar begin with its band: before that, a neighbour's balance stands.
            var middle = Math.Max(x, x - (Step * Shift) + 4 + (lines.Max(l => panel.Sketch.Measure(l, style)) / 2));
            var (below, above) = (bottom + 18, top - 8 - ((lines.Count - 1) * LabelRequest.LineHeight));
            panel.Labels.Ask(new LabelRequest("label-missing-" + row.Key, true, [new(lines[0], style)], isBelow
                ? [(middle, below, Anchor.Middle), (middle, above, Anchor.Middle)]
                : [(middle, above, Anchor.Middle)])
            {
                Under = [.. lines.Skip(1).Select(l => new TextRun(l, style))],
                MissingIn = row.Key,
            });
        }
    }
}
