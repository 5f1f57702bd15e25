using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Places run down the page, one line each, under heads for facets and groups; values run across.</summary>
internal sealed class RowsLayout : IChartLayout
{
    private const double BracketDepth = 7;
    private const double FootDepth = 3;
    private const double LeastLeader = 24;
    private const double FacetHead = 34;

    // From the words at ticks down to the first row.
    private const double TickRise = 11;
    private const double LongNames = 318;
    private const double WidestNames = 0.42;
    private const double NameGap = 14;
    private const int Few = 4;

    // A state of fewer rows than others fills their room, up to rows so many times as high as they need.
    private const double MostAir = 1.8;

    // Lines of small type can hardly be closer.
    private const double LeastLine = 15;

    // From this height on a row holds two lines of words.
    private const double TwoLines = 32;
    private const double SecondLine = 11;
    private const double BalanceDrop = 7;

    private static readonly TextStyle NameStyle = new(13, true, "ink");
    private static readonly TextStyle NoteStyle = new(12, false, "ink2");
    private static readonly TextStyle TitleStyle = new(12.5f, false, "ink2");

    private readonly Layout _layout;
    private readonly bool _flipped;
    private readonly bool _hasColumn;
    private readonly bool _namesAbove;
    private readonly AxisSpec _places;
    private readonly AxisSpec _values;
    private readonly Row? _first;
    private readonly ImmutableArray<Section> _sections;
    private readonly Key _key;

    public RowsLayout(Layout layout)
    {
        _layout = layout;
        _flipped = !layout.Spec.PlacesRunDown;
        _places = layout.Spec.Places!;
        _values = layout.Spec.Values!;

        // Short names, such as years, always have a column; long ones only where there is room for it. Without one, names
        // stand at the marks, or above bars, which fill their lines.
        var widest = layout.Spec.Data.Rows.Max(r => Measure(PlaceName(r), NameStyle));
        _hasColumn = layout.Artboard.HasNameColumn || (_places.Label is null && widest + NameGap <= WidestNames * layout.Artboard.Width);
        _namesAbove = !_hasColumn && layout.Spec.Marks.Any(m => m is BarMark);
        _first = layout.Rows.FirstOrDefault(layout.HasValue);
        _sections = Sections();
        _key = Key.Of(Key.ItemsOf(layout, _ => false), layout.Artboard.Width, layout.Typefaces);
    }

    /// <inheritdoc/>
    public AxisSpan? Across => _values.Scale == ScaleType.Linear && PlotEdges(MarginColumn()) is var (left, right) ? new AxisSpan(left, right) : null;

    private bool IsNarrow => _layout.IsNarrow;

    // On a phone steps pass beneath the chart, so that every line of it is one fewer of the text.
    private bool IsPhone => _layout.Artboard.IsPhone;

    private double TopTicks => IsPhone ? 21 : 24;

    private double NameAbove => IsPhone ? 17 : 20;

    private double Bottom => IsPhone ? 3 : 8;

    private bool TellsValues => _layout.Marks.Any(m => m.TellsValues);

    // Where values stand at their bars a scale is not needed, unless it is another in another state: then bars that are as
    // long as before mean something else, and nobody would see it.
    private bool HasTicks => !TellsValues || _layout.Spec.States.Select(s => s.ValueDomain ?? _values.Domain).Distinct().Skip(1).Any();

    private bool HasSeriesTitles => TellsValues && _layout.Marks.Any(m => m.Title is not null);

    private int BandCount => _sections.Sum(s => s.Bands.Length);

    private double Heads => _sections.Sum(HeadHeight);

    private IEnumerable<RuleMark> Balances => _layout.Spec.Marks.OfType<RuleMark>().Where(r => r.Value is not null);

    // Where there is little room a row's balance stands under its name, so that the bars have what a column of balances would take.
    private bool BalancesUnderNames => IsNarrow && _hasColumn && _places.Note is null && RowHeight >= TwoLines && Balances.Any();

    private TextStyle BalanceStyle => new(IsNarrow ? 12.5f : 14, true, "ink");

    // A chart taller than this leaves no room for its title and source on its readers' screens.
    private double TallestScreen => _layout.Artboard.Width switch { >= 800 => 655, >= 560 => 440, _ => 296 };

    // A few bars may fill the room of many; how many there are at most is the same in every state.
    private bool IsFew => _layout.BarsAtPlace == 1 && _layout.Spec.BandsOf(_layout.Spec.Data.Rows).Count() <= Few;

    private double RowHeight
    {
        get
        {
            var hasBars = _layout.Spec.Marks.Any(m => m is BarMark);
            var room = (TallestScreen - Top() - Heads) / Math.Max(1, BandCount);
            var least = (_layout.BarsAtPlace > 1 ? (_layout.BarsAtPlace * 15) + 12 : IsPhone ? 18 : IsNarrow ? 20 : 24) + (_namesAbove ? NameAbove : 0);
            if (_flipped || hasBars)
                return Math.Max(least, Math.Min(room, (IsFew ? (IsNarrow ? 68 : 76) : IsNarrow ? 37 : 46) + (_namesAbove ? 10 : 0)));
            if (_layout.LargestDot > 0)
                return (2 * _layout.LargestDot) + 5;
            return !_hasColumn ? Math.Clamp(room, LeastLine, 17.5) : _places.Note is null ? (IsNarrow ? 28 : Math.Clamp(room, 28, 42)) : Math.Clamp(room, 33.5, 37.5);
        }
    }

    private double GroupHead => _places.Group is null ? 0 : IsPhone ? 20 : IsNarrow ? 24 : 34;

    private string? ValueTitle => TellsValues ? null : _values.Title?.In(_layout.Language);

    /// <inheritdoc/>
    public double NaturalHeight() => Top() + Heads + (BandCount * RowHeight) + NotesBelow() + Bottom;

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height));
        _key.Draw(sketch, labels, 0);
        var room = sketch.Height - Top() - Heads - NotesBelow() - Bottom;
        var rowHeight = BandCount == 0 ? RowHeight : Math.Min(RowHeight * MostAir, room / BandCount);

        var margin = MarginColumn();
        var (left, right) = PlotEdges(margin);
        var values = _layout.ValueScale(left, right);
        var tops = Arrange(rowHeight);
        var bottom = tops.Count == 0 ? sketch.Height - Bottom : tops.Values.Max() + rowHeight;
        var above = _namesAbove ? NameAbove : 0;
        double MiddleOf(Band band, string facet) => tops[(facet, band.Id)] + above + ((rowHeight - above) / 2);

        DrawNotes(sketch, values, bottom);
        if (HasTicks)
            DrawTicks(sketch, labels, values, bottom);
        DrawHeads(sketch, labels, rowHeight, margin);
        DrawNames(sketch, labels, tops, rowHeight);
        if (values.Low <= 0 && values.High >= 0 && _layout.Marks.Any(m => m.StandsOnZero))
            DrawZeroLines(sketch, values, rowHeight);

        foreach (var facet in _layout.Facets)
        {
            var bands = _sections.Where(s => s.Facet == facet).SelectMany(s => s.Bands).ToList();
            if (bands.Count == 0)
                continue;
            var middles = bands.ToDictionary(b => b.Id, b => MiddleOf(b, facet), StringComparer.Ordinal);
            var panel = new Panel(
                sketch,
                labels,
                _layout.Language,
                PlacesRunDown: true,
                row => middles[_layout.Spec.BandOf(row)],
                values,
                Thickness: Math.Min((rowHeight - above) * (_layout.BarsAtPlace > 1 ? 0.84 : _namesAbove ? 0.66 : 0.58), _layout.BarsAtPlace > 1 ? 120 : IsFew ? 46 : 30),
                DotRadius: IsNarrow ? 5 : 6.5,
                LabelSize: IsNarrow ? 12.5f : 14,
                _layout.ValueUnit,
                BalancesUnderNames ? (0, BalanceDrop, Anchor.Start) : margin > 0 ? (sketch.Width, 0, Anchor.End) : null,
                _layout.Spec.Facet is null ? "" : facet,
                row => _hasColumn || _namesAbove ? [] : ShortNames(row),
                _layout.IsLit,
                _first,
                new Box(left, bands.Min(b => tops[(facet, b.Id)]), right, bands.Max(b => tops[(facet, b.Id)]) + rowHeight),
                PlaceScale: null,
                middles,
                TellsValues: true,
                NamesAtEnd: null,
                _layout)
            {
                Head = RuleWords > 0 && facet == _layout.Facets[0] ? Top() - (HasTicks ? TickRise + RuleWords : TickRise / 2) : null,
            };
            foreach (var mark in _layout.Marks)
                mark.Draw(panel, _layout.In(facet, _layout.Rows));
            DrawMissing(panel, bands, middles, rowHeight - above);
            if (!_layout.Marks.Any(m => m.StandsOnZero))
                DrawLeaders(sketch, values, bands, middles);
            if (_layout.Marks.IsEmpty && !_hasColumn && !_namesAbove)
                NameEmptyRows(labels, bands, middles, left);
        }

        DrawNoteWords(sketch, labels, values, rowHeight, tops, bottom);
        labels.PlaceAll();
        return labels;
    }

    // Words of rules stand above the ticks.
    private double RuleWords => _layout.Spec.Marks.OfType<RuleMark>().Any(r => r.NamesValue) ? 15 : 0;

    private double Top() => _key.Height + RuleWords + (HasTicks ? TopTicks + (ValueTitle is null ? 0 : 17) : HasSeriesTitles ? 0 : 6) + (HasSeriesTitles ? (IsNarrow ? 22 : 26) : 0);

    private double NotesBelow() => IsNarrow && !_layout.Notes.IsEmpty ? 18 : 0;

    private double HeadHeight(Section section) => (section.NewFacet ? FacetHead : 0) + (section.Group is null ? 0 : GroupHead);

    private float Measure(string words, TextStyle style) => _layout.Typefaces.Measure(words, style);

    // Runs of bands that stand under one head.
    private ImmutableArray<Section> Sections()
    {
        var sections = ImmutableArray.CreateBuilder<Section>();
        foreach (var facet in _layout.Facets)
        {
            var bands = _layout.Bands(_layout.In(facet, _layout.Rows));
            if (bands.Count == 0)
                continue;
            var isNew = _layout.Spec.Facet is not null;
            if (_places.Group is not { } group)
            {
                sections.Add(new Section(facet, isNew, null, [.. bands]));
                continue;
            }

            foreach (var run in bands.GroupBy(b => b.First.Identity(group)).OrderBy(g => GroupOrder(g.Key)))
            {
                sections.Add(new Section(facet, isNew, run.Key, [.. run]));
                isNew = false;
            }
        }

        return sections.ToImmutable();
    }

    private int GroupOrder(string group) =>
        _layout.Spec.Data.Rows.Select(r => r.Identity(_places.Group!)).Distinct().ToList().IndexOf(group);

    private Dictionary<(string Facet, string Band), double> Arrange(double rowHeight)
    {
        var tops = new Dictionary<(string, string), double>();
        var y = Top();
        foreach (var section in _sections)
        {
            y += HeadHeight(section);
            foreach (var band in section.Bands)
            {
                tops[(section.Facet, band.Id)] = y;
                y += rowHeight;
            }
        }

        return tops;
    }

    private double NameColumn()
    {
        if (!_hasColumn)
            return 0;
        if (_places.Label is not null && _places.Note is not null)
            return LongNames;
        var widest = _layout.Spec.Data.Rows.Max(r => Measure(PlaceName(r), NameStyle));
        return Math.Min(_layout.Artboard.Width * WidestNames, Math.Max(widest, BalancesUnderNames ? WidestBalance() : 0) + NameGap);
    }

    private double MarginColumn() => !Balances.Any() || BalancesUnderNames ? 0 : WidestBalance() + 14;

    private double WidestBalance() =>
        Balances.SelectMany(m => _layout.Spec.Data.Rows.SelectMany(m.ValuesOf)).Select(v => Measure(_layout.Balance(v), BalanceStyle)).Append(0).Max();

    private (double Left, double Right) PlotEdges(double margin)
    {
        var name = NameColumn();
        if (!TellsValues)
            return (name + (_hasColumn ? 0 : 6), _layout.Artboard.Width - (_hasColumn ? 30 : 16));

        // Bars carry their values beyond their ends: room for the widest on each side that has one.
        var style = new TextStyle(IsNarrow ? 12.5f : 14, true, "ink");
        var told = _layout.Spec.Marks.Where(m => m.TellsValues).ToList();
        var ends = told.SelectMany(m => _layout.Spec.Data.Rows.SelectMany(r => m.ValuesOf(r).Select(v => (Value: v, Words: m is BarMark bar ? bar.WordsOf(r, _layout) : _layout.Value(Math.Abs(v)))))).ToList();
        double Room(bool left) => ends.Where(e => e.Value < 0 == left).Select(e => Measure(e.Words, style) + (2 * Panel.Gap)).Append(0).Max();
        return (name + Room(true), _layout.Artboard.Width - margin - Room(false));
    }

    private string PlaceName(Row row) => row.Text(_places.Label ?? _places.Field ?? "", _layout.Language);

    private ImmutableArray<TextRun> ShortNames(Row row)
    {
        var name = row.Text(_places.Short ?? _places.Label ?? _places.Field ?? "", _layout.Language);
        var note = _places.ShortNote is null ? "" : row.Text(_places.ShortNote, _layout.Language);
        return note.Length == 0
            ? [new(name, new TextStyle(12.5f, true, "ink"))]
            : [new(name, new TextStyle(12.5f, true, "ink")), new(", " + note, NoteStyle)];
    }

    private void DrawTicks(Sketch sketch, LabelPlacer labels, IScale values, double bottom)
    {
        var top = Top();
        if (ValueTitle is { } title)
        {
            sketch.Begin("title-values");
            sketch.Text(sketch.Width, _key.Height + 12, Anchor.End, halo: false, new TextRun(labels.Fitting(title, TitleStyle, sketch.Width), TitleStyle));
        }

        string Words(double tick, IReadOnlyList<double> among) =>
            _layout.ValueUnit == "%" && tick != among[^1] ? _layout.WordsOf(among)(tick).Replace("%", "", StringComparison.Ordinal).TrimEnd() : _layout.WordsOf(among)(tick);
        var (lines, words) = Ticks.Across(values, _values.Ticks, IsNarrow ? 4 : 5, values.Ticks, (tick, among) => Measure(Words(tick, among), NoteStyle), (0, sketch.Width));
        foreach (var tick in lines)
        {
            var x = values[tick];
            sketch.Begin(FormattableString.Invariant($"tick-{tick}"));
            sketch.Line(x, top - 4, x, bottom, new Paint(Stroke: "grid"));
            if (!words.Contains(tick))
                continue;
            var half = Measure(Words(tick, words), NoteStyle) / 2;
            var middle = Math.Clamp(x, half, sketch.Width - half);
            sketch.Text(middle, top - TickRise, Anchor.Middle, halo: false, new TextRun(Words(tick, words), NoteStyle));
            labels.Take("ticks", LabelPlacer.BoxOf(middle, top - TickRise, Anchor.Middle, 2 * half, NoteStyle.Size));
        }
    }

    private void DrawHeads(Sketch sketch, LabelPlacer labels, double rowHeight, double margin)
    {
        var y = Top();
        foreach (var section in _sections)
        {
            if (section.NewFacet)
            {
                var style = new TextStyle(IsNarrow ? 13.5f : 15, true, "ink");
                sketch.Begin("facet-" + section.Facet, section.Bands.SelectMany(b => b.Rows).Any(_layout.IsLit));
                sketch.Text(0, y + 16, Anchor.Start, halo: false, new TextRun(labels.Fitting(_layout.FacetTitle(section.Facet), style, sketch.Width), style));
                sketch.Line(0, y + 24, sketch.Width, y + 24, new Paint(Stroke: "ink3"));
                y += FacetHead;
            }

            if (section.Group is { } group)
            {
                DrawGroupHead(sketch, labels, section, group, y);
                y += GroupHead;
            }

            y += section.Bands.Length * rowHeight;
        }

        if (HasSeriesTitles)
            DrawSeriesTitles(sketch, labels, margin);
    }

    private void DrawGroupHead(Sketch sketch, LabelPlacer labels, Section section, string group, double y)
    {
        var role = _layout.Spec.Data.Rows.First(r => r.Identity(_places.Group!) == group)[_places.Group!] is KindCell kind ? kind.Kind.Slug() : "ink";
        var style = new TextStyle(IsNarrow ? 13 : 14, true, role);
        var words = labels.Fitting(_places.GroupTitles.GetValueOrDefault(group)?.In(_layout.Language) ?? section.Bands[0].First.Text(_places.Group!, _layout.Language), style, sketch.Width);
        var baseline = y + GroupHead - (IsPhone ? 7 : IsNarrow ? 8 : 13);
        var key = $"group-{(_layout.Spec.Facet is null ? "" : section.Facet + "-")}{group}";
        sketch.Begin(key, section.Bands.SelectMany(b => b.Rows).Any(_layout.IsLit));
        sketch.Text(0, baseline, Anchor.Start, halo: true, new TextRun(words, style));
        sketch.Line(0, baseline + 6, sketch.Width, baseline + 6, new Paint(Stroke: role));
        labels.Take(key, new Box(0, baseline - 10, Measure(words, style), baseline + 5));
    }

    // Above the first panel, each series is named where its marks stand.
    private void DrawSeriesTitles(Sketch sketch, LabelPlacer labels, double margin)
    {
        var (left, right) = PlotEdges(margin);
        var zero = _layout.ValueScale(left, right)[0];
        foreach (var mark in _layout.Marks.Where(m => m.Title is not null && !m.Points.Any()))
        {
            var (x, anchor) = mark switch
            {
                RuleMark when BalancesUnderNames => (0, Anchor.Start),
                RuleMark => (sketch.Width, Anchor.End),
                BarMark { Mirror: not null } => (zero - Panel.Gap, Anchor.End),
                _ => (zero + Panel.Gap, Anchor.Start),
            };
            var role = mark is RuleMark || _first is null ? "ink" : mark.RoleOf(_first);
            var style = new TextStyle(IsNarrow ? 12.5f : 13, false, TextStyle.RoleFor(role));
            sketch.Begin("title-" + mark.Name);
            sketch.Text(x, _key.Height + 13, anchor, halo: false, new TextRun(labels.Fitting(mark.Title!.In(_layout.Language), style, anchor == Anchor.End ? x : sketch.Width - x), style));
        }
    }

    private void DrawNames(Sketch sketch, LabelPlacer labels, Dictionary<(string Facet, string Band), double> tops, double rowHeight)
    {
        if (!_hasColumn && !_namesAbove)
            return;
        foreach (var (section, band) in _sections.SelectMany(s => s.Bands.Select(b => (s, b))))
        {
            var top = tops[(section.Facet, band.Id)];
            var row = band.First;
            var key = $"name-{(_layout.Spec.Facet is null ? "" : section.Facet + "-")}{band.Id}";
            sketch.Begin(key, band.Rows.Any(_layout.IsLit));
            var column = _namesAbove ? sketch.Width : NameColumn() - 12;
            var note = _places.Note is null || _namesAbove ? "" : row.Text(_places.Note, _layout.Language);
            var y = _namesAbove ? top + 10 : top + (rowHeight / 2);
            var hasSecond = note.Length > 0 || (BalancesUnderNames && _layout.Marks.OfType<RuleMark>().Any(m => band.Rows.Any(r => m.ValuesOf(r).Any())));
            ImmutableArray<TextRun> line = [new TextRun(labels.Fitting(PlaceName(row), NameStyle, column), NameStyle), .. _namesAbove ? NoteBehind(row, column) : []];
            sketch.Text(0, hasSecond ? y - 3.5 : y + 4.5, Anchor.Start, halo: true, line);
            if (note.Length > 0)
            {
                if (Measure(note, NoteStyle) > column && _places.ShortNote is { } shorter)
                    note = row.Text(shorter, _layout.Language);
                sketch.Text(0, y + SecondLine, Anchor.Start, halo: true, new TextRun(labels.Fitting(note, NoteStyle, column), NoteStyle));
            }

            labels.Take(key, _namesAbove ? new Box(0, top, sketch.Measure(line), top + 15) : new Box(0, y - 14, column, hasSecond && note.Length == 0 ? y : y + 14));
        }
    }

    // Above a bar the note stands behind the name, where there is room for it.
    private ImmutableArray<TextRun> NoteBehind(Row row, double column)
    {
        if ((_places.ShortNote ?? _places.Note) is not { } field || row.Text(field, _layout.Language) is not { Length: > 0 } note)
            return [];
        var words = new TextRun(", " + note, NoteStyle);
        return Measure(PlaceName(row), NameStyle) + Measure(words.Text, NoteStyle) <= column ? [words] : [];
    }

    private void DrawZeroLines(Sketch sketch, IScale values, double rowHeight)
    {
        var y = Top();
        foreach (var section in _sections)
        {
            y += HeadHeight(section);
            sketch.Begin($"zero-{(_layout.Spec.Facet is null ? "" : section.Facet + "-")}{section.Group}");

            // Where names stand above bars, the line would cut their first letters, and must not touch what hangs below them.
            if (_namesAbove)
            {
                for (var i = 0; i < section.Bands.Length; i++)
                    sketch.Line(values[0], y + (i * rowHeight) + NameAbove, values[0], y + ((i + 1) * rowHeight) - 2, new Paint(Stroke: "ink", Width: 1.2f));
            }
            else
            {
                sketch.Line(values[0], y - 2, values[0], y + (section.Bands.Length * rowHeight) + 2, new Paint(Stroke: "ink", Width: 1.2f));
            }

            y += section.Bands.Length * rowHeight;
        }
    }

    // Where names stand at marks and a state has none, as before a guess, they tell all the same whose rows these are.
    private void NameEmptyRows(LabelPlacer labels, List<Band> bands, Dictionary<string, double> middles, double left)
    {
        foreach (var band in bands)
            labels.Ask(new LabelRequest("name-" + band.First.Key, band.Rows.Any(_layout.IsLit), ShortNames(band.First), [(left + Panel.Gap, middles[band.Id] + 4.5, Anchor.Start)]));
    }

    // Dotted lines lead from the axis to the mark.
    private void DrawLeaders(Sketch sketch, IScale values, List<Band> bands, Dictionary<string, double> middles)
    {
        foreach (var band in bands)
        {
            if (_layout.Marks.SelectMany(m => band.Rows.SelectMany(m.ValuesOf)).ToList() is not { Count: > 0 } all)
                continue;
            var (from, to) = (values.From, values[Math.Max(values.Low, all.Min())] - 12);
            if (to - from < 12)
                continue;
            sketch.Begin("leader-" + band.First.Key);
            sketch.Line(from, middles[band.Id], to, middles[band.Id], new Paint(Stroke: "rule", Dash: "1 4"));
        }
    }

    private void DrawNotes(Sketch sketch, IScale values, double bottom)
    {
        foreach (var note in NotesInSight(values))
        {
            var (left, right) = EdgesOf(note, values);
            sketch.Begin("note-" + note.Name);
            sketch.Rect(left, Top() - 4, right - left, bottom - Top() + 4, new Paint("wash"));

            // A bracket at its head: lines all the way down would run through the words of rows.
            var head = Top() - 4;
            sketch.Polylines([[(left, head + BracketDepth), (left, head), (right, head), (right, head + BracketDepth)]], new Paint(Stroke: "mid"));

            // Where its words stand under the rows, another one leads to them.
            if (IsNarrow)
                sketch.Polylines([[(left, bottom - FootDepth), (left, bottom), (right, bottom), (right, bottom - FootDepth)]], new Paint(Stroke: "mid"));
        }
    }

    // After the grid and the dotted lines, so that none of them runs through the words.
    private void DrawNoteWords(Sketch sketch, LabelPlacer labels, IScale values, double rowHeight, Dictionary<(string Facet, string Band), double> tops, double bottom)
    {
        var x = 0.0;
        var taken = new List<(double Top, double Bottom)>();
        foreach (var note in NotesInSight(values))
        {
            var (left, right) = EdgesOf(note, values);
            sketch.Begin("label-note-" + note.Name);
            var lines = note.Text.In(_layout.Language).Split('\n');
            var style = new TextStyle(12.5f, true, "ink");
            if (IsNarrow)
            {
                var words = labels.Fitting(string.Join(' ', lines), style, sketch.Width - x);
                var start = Math.Max(x, Math.Min(left, sketch.Width - Measure(words, style)));
                sketch.Text(start, bottom + 14, Anchor.Start, halo: false, new TextRun(words, style));
                x = start + Measure(words, style) + 12;
                continue;
            }

            // Notes at one height stand one above another.
            var half = 9 * lines.Length;
            var at = NotePlace(note, rowHeight, tops, bottom);
            while (taken.Any(t => at - half < t.Bottom + 4 && at + half > t.Top - 4) && at - half > Top())
                at -= half;
            taken.Add((at - half, at + half));
            DrawNoteBeside(sketch, labels, note, lines, style, at, right, note.Place is { } place ? values[place] : right + 60);
        }
    }

    private IEnumerable<NoteSpec> NotesInSight(IScale values) => _layout.Notes.Where(n => n.High >= values.Low && n.Low <= values.High);

    private static (double Left, double Right) EdgesOf(NoteSpec note, IScale values) =>
        (values[Math.Max(note.Low, values.Low)], values[Math.Min(note.High, values.High)]);

    private double NotePlace(NoteSpec note, double rowHeight, Dictionary<(string Facet, string Band), double> tops, double bottom) =>
        note.At is not null && _layout.Rows.FirstOrDefault(r => r.Key == note.At) is { } row
            && tops.TryGetValue((_layout.Spec.Facet is { } facet ? row.Identity(facet) : "", _layout.Spec.BandOf(row)), out var top)
            ? top + (rowHeight / 2)
            : bottom - 30;

    private static void DrawNoteBeside(Sketch sketch, LabelPlacer labels, NoteSpec note, string[] lines, TextStyle style, double at, double edge, double start)
    {
        lines = [.. lines.Select(l => labels.Fitting(l, style, sketch.Width))];
        var width = lines.Max(l => sketch.Measure(l, style));
        start = Math.Min(start, sketch.Width - width);
        if (start - edge >= LeastLeader)
            sketch.Line(edge + 4, at, start - 8, at, new Paint(Stroke: "ink"));

        // Paper behind it keeps lines of the grid out of the words.
        sketch.Rect(start - 3, at - (9 * lines.Length), width + 6, 18 * lines.Length, new Paint("paper"));
        for (var i = 0; i < lines.Length; i++)
            sketch.Text(start, at + 4 + ((i - ((lines.Length - 1) / 2.0)) * 17), Anchor.Start, halo: true, new TextRun(lines[i], style));
        labels.Take("note-" + note.Name, new Box(start, at - (9 * lines.Length), start + width, at + (9 * lines.Length)));
    }

    private void DrawMissing(Panel panel, List<Band> bands, Dictionary<string, double> middles, double room)
    {
        foreach (var band in bands.Where(b => !b.Rows.Any(_layout.HasValue) && !_layout.Marks.All(m => m.Points.Any())))
        {
            var zero = panel.Zero;
            var y = middles[band.Id];
            var half = Math.Min(room * 0.3, 14);
            var row = band.First;
            var left = Math.Clamp(zero - half, panel.Values.From, Math.Max(panel.Values.From, panel.Values.To - (2 * half)));
            var right = left + (2 * half);
            var isRight = panel.Sketch.Width - right - 8 >= left - NameColumn() - 8;
            panel.Sketch.Begin("missing-" + row.Key);
            panel.Sketch.Rect(left, y - half, 2 * half, 2 * half, new Paint("ink3", "ink3", 1, "3 3", Hatch: true));
            panel.Labels.Take("missing-" + row.Key, new Box(left, y - half, right, y + half));
            var style = panel.Word("ink2");
            var lines = panel.Sketch.Wrap(_layout.MissingWords(row), style, isRight ? panel.Sketch.Width - right - 8 : left - NameColumn() - 8);
            var baseline = panel.Baseline(y) - ((lines.Count - 1) / 2.0 * LabelRequest.LineHeight);
            panel.Labels.Ask(new LabelRequest("label-missing-" + row.Key, true, [new(lines[0], style), .. !panel.Names(row).IsEmpty ? panel.Names(row).Insert(0, new(" ", style)) : []], [isRight ? (right + 8, baseline, Anchor.Start) : (left - 8, baseline, Anchor.End)])
            {
                Under = [.. lines.Skip(1).Select(l => new TextRun(l, style))],
                MissingIn = row.Key,
            });
        }
    }

    // Bands under one head: the first of a facet bears the facet's name too.
    private sealed record Section(string Facet, bool NewFacet, string? Group, ImmutableArray<Band> Bands);
}
