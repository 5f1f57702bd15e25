using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A line through the values of rows in the order of their places, broken where a value is missing.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, or null.</param>
/// <param name="Dashed">Rows whose line is dashed and whose dots are rings, to tell it from another without colour, or null.</param>
/// <param name="Joins">Whether it goes on over missing values instead of breaking.</param>
/// <param name="HasDots">Whether a dot stands on every published point; null to have them where they are few.</param>
public sealed record LineMark(MarkChannels Channels, string Value, string? Hedge, RowFilter? Dashed, bool? HasDots, bool Joins)
    : Mark(Channels)
{
    private const int MostDots = 25;
    private const double ToldRadius = 2.5;

    // At the left end a label begins at its point.
    private const double Inner = 26;

    // Beyond a panel's side there may be the next one, whose own words begin at its edge.
    private const double Overlap = 4;
    private const double OverlapAtEnd = 10;

    // A number on the way keeps this far from others: side by side they would be read as one.
    private const double NumberAir = 8;

    // Right of an end, as near to its height as lines let it.
    private static readonly double[] Beside = [0, -4, 4, -8, 8];

    /// <summary>From the dot at an end to the number beside it.</summary>
    internal const double EndGap = 4;

    private static readonly double[] Distances = [0, 2, 4, 8, 13, 18];
    private static readonly double[] Sideways = [16, 24, 32];

    internal override bool RunsAlong => true;

    internal override IEnumerable<string> FieldsOfValues => [Value];

    internal override string? FieldOfHedges => Hedge;

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var value = ReadValue(map, context);
        var hedge = FieldRef.Read(map, "hedge", context.Data, FieldType.Text);
        var dashed = RowFilter.ReadFlag(map, "dashed", context.Data);
        bool? dots = map.Node("dots") is null ? null : map.Flag("dots");
        var joins = map.Flag("join");
        return value is null ? null : new LineMark(channels, value, hedge, dashed, dots, joins);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Value) is { } value ? [value] : [];

    internal override bool TellsOfValues => true;

    /// <summary>What stands at its ends where that is a number and nothing else.</summary>
    internal IEnumerable<string> NumbersAtEnds(Layout layout) => !Channels.HasLabels || Series is not null || Title is not null ? []
        : layout.Spec.Data.Rows.Where(r => r.Number(Value) is not null).Select(r => NumberOf(r, layout));

    internal override (string Sort, int Count) Sort(Seen seen) => ("lines", seen.SeriesOf(m => m is LineMark));

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => teller.TellSeries(this, rows => teller.Trend(this, rows));

    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField } : this;

    internal override IEnumerable<KeyItem> KeyItems(Layout layout) =>
        Series is null ? base.KeyItems(layout) : layout.Rows.GroupBy(r => r.Identity(Series)).Select(s =>
            Key.Stroke($"{Name}-{s.Key}", s.First().Text(Series, layout.Language), new Paint(Stroke: RoleOf(s.First()), Width: 2.5f, Dash: IsDashed(s.First()) ? "2 3" : null)));

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var names = new List<(string, string, string, bool, double)>();
        foreach (var series in rows.GroupBy(r => Series is null ? "" : r.Identity(Series)))
        {
            var ordered = series.OrderBy(panel.Places).ToList();
            if (ordered.FindLast(r => r.Number(Value) is not null) is not { } last)
                continue;
            DrawSeries(panel, series.Key, ordered);
            if (Series is not null)
                names.Add(($"{Name}-{series.Key}", last.Text(Series, panel.Language), RoleOf(last), ordered.Any(panel.IsLit), PointOf(panel, last).Y));
        }

        if (Channels.HasLabels)
            EndNames.Draw(panel, names);
    }

    private bool IsDashed(Row row) => Dashed?.Chooses(row) ?? false;

    private (double X, double Y) PointOf(Panel panel, Row row) => panel.At(panel.Places(row), row.Number(Value)!.Value);

    private void DrawSeries(Panel panel, string series, List<Row> rows)
    {
        var valued = rows.Where(r => r.Number(Value) is not null).ToList();
        var role = RoleOf(valued[0]);
        panel.Sketch.Begin(KeyOf(series, panel.Facet), rows.Any(panel.IsLit));
        var pieces = PiecesOf(rows, r => r.Number(Value) is not null, Joins).ConvertAll(p => p.ConvertAll(r => PointOf(panel, r)));
        if (pieces.Any(p => p.Count > 1))
            panel.Sketch.Polylines([.. pieces.Where(p => p.Count > 1)], new Paint(Stroke: role, Width: Series is null ? 1.5f : 2, Dash: IsDashed(valued[0]) ? "2 3" : null));
        foreach (var piece in pieces)
        {
            for (var i = 1; i < piece.Count; i++)
                panel.Labels.TakeLine(piece[i - 1], piece[i]);
        }

        var radius = Series is null ? panel.DotRadius : panel.DotRadius - 1.2;
        foreach (var row in HasDotAt(valued.Count) ? valued : valued.Where(r => IsAlone(rows, r)))
        {
            var (x, y) = PointOf(panel, row);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Circle(x, y, IsDashed(row) ? radius - 0.8 : radius, IsDashed(row) ? new Paint("paper", role, 1.6f) : new Paint(role));
            panel.Labels.Take(KeyOf(row), new Box(x - radius, y - radius, x + radius, y + radius));
        }

        if (Channels.HasLabels && Series is null)
            LabelPoints(panel, rows, valued, role);
    }

    // The ends of a line are named, or what the state asks for; the points between them read off the axis.
    private void LabelPoints(Panel panel, List<Row> rows, List<Row> valued, string role)
    {
        var told = panel.Layout.State.Labels;
        var end = valued[^1].Number(Value)!.Value;
        var isLowest = !panel.Layout.Marks.OfType<LineMark>().Any(m => m.Series is null && rows.FindLast(r => r.Number(m.Value) is not null)?.Number(m.Value) < end);
        foreach (var row in valued)
        {
            var isEnd = ReferenceEquals(row, valued[^1]);
            if (!(told?.Chooses(row) ?? (isEnd || (ReferenceEquals(row, valued[0]) && panel.Layout.Facets.Length <= 4))))
                continue;
            if (!HasDotAt(valued.Count))
            {
                var (x, y) = PointOf(panel, row);
                panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
                panel.Sketch.Circle(x, y, ToldRadius, new Paint(role));
            }

            Label(panel, row, role, isEnd, isFalling: isEnd && valued.Count > 1 && end < valued[^2].Number(Value), isLowest);
        }
    }

    // A value between two missing ones has no line to show it.
    private bool IsAlone(List<Row> rows, Row row)
    {
        if (Joins)
            return false;
        var at = rows.IndexOf(row);
        return (at == 0 || rows[at - 1].Number(Value) is null) && (at == rows.Count - 1 || rows[at + 1].Number(Value) is null);
    }

    private string NumberOf(Row row, Layout layout)
    {
        var hedge = Hedge is null ? "" : row.Identity(Hedge);
        return Amount.Print(row.Number(Value), row.Number(Value), hedge.Length == 0 ? null : hedge, layout.ValueUnit, layout.Language, layout.Form);
    }

    private bool HasDotAt(int points) => HasDots ?? points <= MostDots;

    private void Label(Panel panel, Row row, string role, bool isEnd, bool isFalling, bool isLowest)
    {
        var layout = panel.Layout;
        var (x, y) = PointOf(panel, row);
        var number = row.Number(Value)!.Value;
        TextRun value = new(NumberOf(row, layout), panel.Value(role));
        // A year beside a number would be read as a part of it, but for its brackets.
        var words = isEnd && Title is not null ? Title.In(panel.Language) : NeedsPlace(layout, row, isEnd) ? $"({row.Text(layout.Spec.Places!.Field!, panel.Language)})" : "";

        // Where a line comes down to its end, words above it would reach back over other values; so a name would below in little room.
        // There, between two lines, they could speak of either: they stand over the upper one, be it on a line of the grid.
        var isStacked = isFalling && Title is not null && layout.IsNarrow;
        var isOver = isStacked && !isLowest;
        var isBelow = isFalling && !isOver && (Title is not null || layout.State.Labels is not null);
        ImmutableArray<TextRun> runs = words.Length > 0 && !isStacked ? [value with { Text = value.Text + " " }, new(words, panel.Word(role))] : [value];

        // A panel that a state lights is there for its number.
        var isNeeded = layout.Spec.Facet is null ? isEnd : panel.IsLit(row) && (layout.State.Labels is not null || layout.State.Highlight is not null);
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), runs, [.. OnItsSide(panel, number, PlacesAt(panel, x, y, panel.Sketch.Measure(runs), isEnd ? HeightsAtEnd(isBelow, isOver) : null, isStacked ? LabelRequest.LineHeight : 0))], IsOptional: !isNeeded && (!isEnd || layout.Facets.Length > 2))
        {
            OffGrid = !isOver,
            Point = isEnd ? (x, y) : null,
            Air = isEnd ? 0 : NumberAir,
            Under = isStacked ? [new(words, panel.Word(role))] : [],
            Within = layout.Spec.Facet is null ? null : panel.Area with { Left = panel.Area.Left - Overlap, Top = double.NegativeInfinity, Right = panel.Area.Right + OverlapAtEnd, Bottom = double.PositiveInfinity },
        });
    }

    // Panels have few ticks: a point that is not where all lines end says where it is, and so do points at several places that
    // a state picks.
    private static bool NeedsPlace(Layout layout, Row row, bool isEnd) =>
        layout.Spec.Facet is not null && layout.Spec.Places!.Field is { } along
        && (!isEnd || (layout.State.Labels is { } told && layout.Rows.Where(told.Chooses).Select(r => r.Identity(along)).Distinct().Skip(1).Any()) || row.Number(along) < layout.Rows.Max(r => r.Number(along)));

    // Nearer before farther, unless everything over the line comes before what is below it.
    private static IEnumerable<(bool IsBelow, double Distance)> HeightsAtEnd(bool isBelow, bool isOver) =>
        isOver ? [.. Distances.Select(d => (false, d)), .. Distances.Select(d => (true, d))] : Distances.SelectMany(d => new[] { (isBelow, d), (!isBelow, d) });

    private IEnumerable<(double X, double Y, Anchor Anchor)> PlacesAt(Panel panel, double x, double y, double width, IEnumerable<(bool IsBelow, double Distance)>? heights, double under)
    {
        var radius = HasDots ?? true ? panel.DotRadius : ToldRadius;
        var (above, below) = (y - radius - under - (HasDots ?? true ? 6 : 3.5), y + radius + (HasDots ?? true ? panel.LabelSize + 1 : panel.LabelSize * 0.95));

        if (heights is not null)
        {
            // As nearly in the middle over its point as neighbours let it; the name of a line ends where the line does.
            double[] ends = panel.Layout.Spec.Facet is null ? [x + radius] : [.. new[] { OverlapAtEnd, Overlap }.Select(o => Math.Max(x + radius, Math.Min(x + (width / 2), panel.Area.Right + o)))];
            return
            [
                .. Beside.Select(d => (x + radius + EndGap, panel.Baseline(y) + d, Anchor.Start)),
                .. heights.SelectMany(h => ends.Select(end => (end, h.IsBelow ? below + h.Distance : above - h.Distance, Anchor.End))),
                .. Sideways.Select(d => (x - d, panel.Baseline(y), Anchor.End)),
            ];
        }

        return
        [
            .. x - panel.Area.Left > Inner ? [(x, above, Anchor.Middle)] : Array.Empty<(double, double, Anchor)>(),
            (x - radius, above, Anchor.Start), (x + radius, above, Anchor.End), (x - radius, above, Anchor.End), (x + radius + 4, above, Anchor.Start),

            // Of a point near the left edge, as far to that side as there is room.
            .. panel.Layout.Spec.Facet is null && x - panel.Area.Left < width ? [(panel.Area.Left, above, Anchor.Start)] : Array.Empty<(double, double, Anchor)>(),
            (x, above - Distances[3], Anchor.Middle), (x - radius, above - Distances[2], Anchor.End), (x - radius - 3, panel.Baseline(y), Anchor.End),
            (x - radius, below, Anchor.Start), (x, below, Anchor.Middle), (x + radius + 6, panel.Baseline(y), Anchor.Start), (x + radius, below, Anchor.End),
        ];
    }

    // A gain whose number stands under the line of zero would be read as a loss, or among the ticks as one of them.
    private static List<(double X, double Y, Anchor Anchor)> OnItsSide(Panel panel, double value, IEnumerable<(double X, double Y, Anchor Anchor)> places)
    {
        var all = places.ToList();
        var own = all.Where(p => value >= 0 ? LabelPlacer.BoxOf(0, p.Y, Anchor.Start, 0, panel.LabelSize).Bottom <= panel.Zero : LabelPlacer.BoxOf(0, p.Y, Anchor.Start, 0, panel.LabelSize).Top >= panel.Zero).ToList();
        return own.Count > 0 ? own : all;
    }
}
