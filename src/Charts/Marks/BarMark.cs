using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A bar from zero to a value, alone at its place or together with the others of a series.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values.</param>
/// <param name="Mirror">Rows whose bars point the other way from zero, or null.</param>
/// <param name="Hatch">Rows whose bars are hatched instead of flat, or null.</param>
/// <param name="Pale">Rows whose bars have a pale fill and an outline, or null.</param>
/// <param name="Hollow">Rows whose bars are drawn hollow and dashed: not published, but implied; or null.</param>
/// <param name="To">Field of the high ends of rows whose values are ranges, or null.</param>
/// <param name="Arrange">How the bars of a series stand at their place.</param>
public sealed record BarMark(MarkChannels Channels, string Value, RowFilter? Mirror, RowFilter? Hatch, RowFilter? Pale, RowFilter? Hollow, string? To, Arrange Arrange)
    : Mark(Channels)
{
    private static readonly Dictionary<string, Arrange> Arrangements = new(StringComparer.Ordinal)
    {
        ["stacked"] = Arrange.Stacked,
        ["grouped"] = Arrange.Grouped,
        ["share"] = Arrange.Share,
    };

    private const float Faint = 0.28f;
    private const double LeastReach = 4;
    private const double Rim = 0.75;
    private const double ZeroGap = 2;

    // Where a rule is in the way, a value stands beyond it.
    private static readonly double[] Beyond = [0, 16, 32, 48];

    internal override bool IsHatched(Row row) => Hatch?.Chooses(row) ?? false;

    internal override bool IsHollow(Row row) => Hollow?.Chooses(row) ?? false;

    private bool IsPale(Row row) => Pale?.Chooses(row) ?? false;

    internal override bool StandsOnZero => true;

    internal override bool TellsValues => Channels.HasLabels && !IsPiled;

    internal override bool IsShare => Series is not null && Arrange == Arrange.Share;

    internal override IEnumerable<string> FieldsOfValues => [Value];

    internal override IEnumerable<string> FieldsOfNumbers => To is null ? FieldsOfValues : [Value, To];

    // One on another, so that values stand within the bars.
    private bool IsPiled => Series is not null && Arrange != Arrange.Grouped;

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var value = ReadValue(map, context);
        var mirror = RowFilter.ReadFlag(map, "mirror", context.Data);
        var hatch = RowFilter.ReadFlag(map, "hatch", context.Data);
        var pale = RowFilter.ReadFlag(map, "pale", context.Data);
        var hollow = RowFilter.ReadFlag(map, "hollow", context.Data);
        var to = FieldRef.Read(map, "to", context.Data, FieldType.Number);
        var arrange = map.Choice("arrange", Arrange.Stacked, Arrangements);
        if (map.Node("arrange") is { } node && map.Node("series") is null)
            map.Findings.Add(Diagnostic.Error("EX0305", node.Span, "only a series can be arranged", "name the field that tells its rows apart as 'series'"));
        if (map.Node("to") is { } high && channels.Series is not null && arrange != Arrange.Grouped)
            map.Findings.Add(Diagnostic.Error("EX0305", high.Span, "the parts of a pile have no high ends", "leave 'to' out, or write arrange: grouped"));
        return value is null ? null : new BarMark(channels, value, mirror, hatch, pale, hollow, to, arrange);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => Signed(row) is { } value ? [value] : [];

    internal override IEnumerable<double> Reach(IReadOnlyList<Row> rows) =>
        IsPiled ? Pile(rows).SelectMany(p => new[] { p.From, p.To }) : base.Reach(rows).Concat(rows.Select(HighEnd).OfType<double>());

    internal override bool TellsOfValues => !IsPiled;

    internal override (string Sort, int Count) Sort(Seen seen) => IsPiled && seen.Count(Series!) > 1
        ? (IsShare ? "shares" : "stacked", seen.PlacesOf(this))
        : (Series is null || seen.Count(Series) <= 1 ? "bars" : "grouped", seen.Marks.OfType<BarMark>().Sum(m => seen.PointsOf(m).Length));

    internal override IEnumerable<string> Tell(Seen seen) => IsPiled ? Telling.OfPiles(this, seen) : base.Tell(seen);

    // The high ends are those of the field that it showed.
    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField, To = null } : this;

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (IsPiled)
            PileCheck.Report(chart, Value, IsShare, findings);
        else if (To is not null)
            RangeMark.CheckEnds(chart, Value, To, findings);
    }

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var series = Series is { } field ? rows.Select(r => r.Identity(field)).Distinct().ToList() : [];
        foreach (var place in rows.Where(r => r.Number(Value) is not null).GroupBy(panel.Places))
        {
            if (IsPiled)
            {
                foreach (var (row, from, to) in Pile([.. place]))
                    DrawPart(panel, row, place.Key, from, to);
                continue;
            }

            foreach (var row in place)
            {
                var slot = panel.Thickness / Math.Max(1, series.Count);
                var middle = series.Count == 0 ? place.Key : place.Key - (panel.Thickness / 2) + (slot * (series.IndexOf(row.Identity(Series!)) + 0.5));
                DrawWhole(panel, row, middle, series.Count == 0 ? slot : Math.Max(2, slot - 2));
            }
        }
    }

    private double? HighEnd(Row row) => HighOf(row) is { } high ? Mirror?.Chooses(row) ?? false ? -high : high : null;

    /// <summary>What stands at a row's bar: the words of a field, or else its value, or both ends of its range.</summary>
    internal string WordsOf(Row row, Layout layout)
    {
        if (Channels.Label is { } label)
            return row.Text(label, layout.Language);
        var value = row.Number(Value)!.Value;
        return Amount.Print(value, HighOf(row) ?? value, null, layout.ValueUnit, layout.Language, layout.Form);
    }

    /// <summary>The high end of a row whose value is a range, or null.</summary>
    internal double? HighOf(Row row) => To is { } field ? row.Number(field) : null;

    // From the low end to the high one the bar is pale: what a range says is less sure there. A range of a few pixels would
    // look like a fault; its words tell it.
    private Box DrawReach(Panel panel, Row row, Box box, Box reach)
    {
        if ((panel.PlacesRunDown ? reach.Width : reach.Height) < LeastReach)
            return box;
        panel.Sketch.Rect(reach.Left + Rim, reach.Top + Rim, Math.Max(0.5, reach.Width - (2 * Rim)), Math.Max(0.5, reach.Height - (2 * Rim)), PaleIn(RoleOf(row)));
        panel.Labels.Take(KeyOf(row), reach);
        return new Box(Math.Min(box.Left, reach.Left), Math.Min(box.Top, reach.Top), Math.Max(box.Right, reach.Right), Math.Max(box.Bottom, reach.Bottom));
    }

    private double? Signed(Row row) => row.Number(Value) is { } value ? Mirror?.Chooses(row) ?? false ? -value : value : null;

    // From zero outwards to both sides; the turned ones in reverse, so that neighbours in the data are neighbours here.
    private IEnumerable<(Row Row, double From, double To)> Pile(IReadOnlyList<Row> rows)
    {
        var valued = rows.Where(r => r.Number(Value) is not null).ToList();
        var whole = Arrange == Arrange.Share ? valued.Sum(r => r.Number(Value)!.Value) / 100 : 1;
        if (whole <= 0)
            yield break;
        var (up, down) = (0.0, 0.0);
        foreach (var row in valued.Where(r => Mirror?.Chooses(r) ?? false).Reverse())
        {
            var next = down - (row.Number(Value)!.Value / whole);
            yield return (row, down, next);
            down = next;
        }

        foreach (var row in valued.Where(r => !(Mirror?.Chooses(r) ?? false)))
        {
            var next = up + (row.Number(Value)!.Value / whole);
            yield return (row, up, next);
            up = next;
        }
    }

    private void DrawWhole(Panel panel, Row row, double place, double thickness)
    {
        var end = Signed(row)!.Value;
        var box = OffZero(panel, panel.Between(place - (thickness / 2), 0, place + (thickness / 2), end), end);
        DrawBox(panel, row, box);
        if (HighEnd(row) is { } high)
            box = DrawReach(panel, row, box, panel.Between(place - (thickness / 2), end, place + (thickness / 2), high));
        if (Channels.HasLabels && panel.TellsValues)
            Label(panel, row, box, place, end < 0);
    }

    // Bars that point both ways are told apart by the line of zero: a hairline of paper on each side of it lets it be seen.
    private static Box OffZero(Panel panel, Box box, double end)
    {
        if (!panel.Layout.IsMirrored)
            return box;
        return (panel.PlacesRunDown, end < 0) switch
        {
            (true, true) => box with { Right = Math.Max(box.Left + 0.5, box.Right - ZeroGap) },
            (true, false) => box with { Left = Math.Min(box.Right - 0.5, box.Left + ZeroGap) },
            (false, true) => box with { Top = Math.Min(box.Bottom - 0.5, box.Top + ZeroGap) },
            _ => box with { Bottom = Math.Max(box.Top + 0.5, box.Bottom - ZeroGap) },
        };
    }

    private void DrawPart(Panel panel, Row row, double place, double from, double to)
    {
        // A hairline of paper keeps neighbours of one pile apart.
        var box = panel.Between(place - (panel.Thickness / 2), from, place + (panel.Thickness / 2), to);
        box = panel.PlacesRunDown
            ? box with { Right = Math.Max(box.Left + 0.5, box.Right - 1) }
            : box with { Top = Math.Min(box.Bottom - 0.5, box.Top + 1) };
        DrawBox(panel, row, box);
        var words = Channels.Label is { } label ? row.Text(label, panel.Language) : Arrange == Arrange.Share ? panel.Layout.Share(Math.Abs(to - from)) : panel.Layout.Value(row.Number(Value)!.Value);
        TextRun run = new(words, new TextStyle(12, true, "paper"));
        if (!Channels.HasLabels || !panel.IsLit(row) || IsHatched(row) || IsHollow(row) || IsPale(row) || !CarriesWords(RoleOf(row)) || box.Height < 16 || box.Width < panel.Sketch.Measure([run]) + 6)
            return;
        panel.Sketch.Begin("label-" + KeyOf(row), panel.IsLit(row));
        panel.Sketch.Text(box.Middle, ((box.Top + box.Bottom) / 2) + 4.2, Anchor.Middle, halo: false, run);
    }

    private void DrawBox(Panel panel, Row row, Box box)
    {
        var role = RoleOf(row);
        panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));

        // A stroke stands half outside its shape; a bar with one is drawn that much smaller so that all end on the value.
        var paint = IsHatched(row) ? new Paint(role, role, 1.5f, Hatch: true) : IsPale(row) ? PaleIn(role) : IsHollow(row) ? new Paint("paper", role, 1.5f, "4 3") : new Paint(role);
        if (paint.Stroke is not null)
            panel.Sketch.Rect(box.Left + Rim, box.Top + Rim, Math.Max(0.5, box.Width - (2 * Rim)), Math.Max(0.5, box.Height - (2 * Rim)), paint);
        else
            panel.Sketch.Rect(box.Left, box.Top, box.Width, box.Height, paint);
        panel.Labels.Take(KeyOf(row), box);
    }

    private static Paint PaleIn(string role) => new(role, role, (float)(2 * Rim), Opacity: Faint);

    // On a middle ground neither paper nor ink can be read by day and by night.
    private static bool CarriesWords(string role) => role is not ("step1" or "mid" or "rule");

    private void Label(Panel panel, Row row, Box box, double place, bool backwards)
    {
        var role = RoleOf(row);
        var words = WordsOf(row, panel.Layout);
        var lit = panel.IsLit(row);
        var size = panel.LabelSize;
        ImmutableArray<TextRun> runs = [new(words, panel.Value(role))];
        if (panel.PlacesRunDown)
        {
            var y = panel.Baseline(place);
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, runs, backwards
                ? [.. Beyond.Select(b => (box.Left - Panel.Gap - b, y, Anchor.End))]
                : [.. Beyond.Select(b => (box.Right + Panel.Gap + b, y, Anchor.Start))]));
            return;
        }

        var baseline = backwards ? box.Bottom + size + 4 : box.Top - 7;
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, runs, [(box.Middle, baseline, Anchor.Middle)], IsOptional: Series is not null));
        if (Title is not null && ReferenceEquals(row, panel.First))
        {
            var beyond = backwards ? baseline + size + 2 : baseline - size - 3;
            panel.Labels.Ask(new LabelRequest("title-" + KeyOf(row), lit, [new(Title.In(panel.Language), panel.Word(role))], [(box.Middle, beyond, Anchor.Middle)]));
        }
    }
}
