using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A value between two ends: a bar with round ends, a dot where both ends agree, a dashed line where an end is open.</summary>
/// <param name="Low">Field of the lower ends; a missing one leaves the range open downwards.</param>
/// <param name="High">Field of the upper ends; a missing one leaves the range open upwards.</param>
/// <param name="Hedge">Field of hedge words such as <c>about</c>, or null.</param>
/// <param name="Hollow">Rows drawn hollow and dashed: not published, but implied.</param>
/// <param name="Half">Rows drawn as half a disc: a value that covers only part of what the others cover.</param>
/// <param name="Ring">Rows drawn as rings: values that count something else than the others.</param>
/// <param name="Open">Rows that are a floor: the high end is published, but is not where it ends.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record RangeMark(
    MarkChannels Channels, string Low, string High, string? Hedge, RowFilter? Hollow, RowFilter? Half, RowFilter? Ring, RowFilter? Open)
    : Mark(Channels)
{
    private const double OpenLength = 34;

    private const double BodyOpenLength = 24;

    // Beyond a value that is known but for "over" or "under" there is little.
    private const double BeyondLength = 14;
    private const double LeastWidth = 2;

    // Words that take the whole width stand a little nearer to their marks, all of them alike.
    private const double TightGap = 4;
    private const double LeastGap = 2;

    internal override IEnumerable<string> FieldsOfValues => [Low, High];

    internal override string? FieldOfHedges => Hedge;

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var low = FieldRef.ReadRequired(map, "low", context.Data, FieldType.Number);
        var high = FieldRef.ReadRequired(map, "high", context.Data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", context.Data, FieldType.Text);
        var hollow = RowFilter.ReadFlag(map, "hollow", context.Data);
        var half = RowFilter.ReadFlag(map, "half", context.Data);
        var ring = RowFilter.ReadFlag(map, "ring", context.Data);
        var open = RowFilter.ReadFlag(map, "open", context.Data);
        return low is null || high is null
            ? null
            : new RangeMark(channels, low, high, hedge, hollow, half, ring, open);
    }

    /// <summary>Reports rows whose low end lies above their high end.</summary>
    internal static void CheckEnds(ChartSpec chart, string low, string high, ICollection<Diagnostic> findings)
    {
        foreach (var row in chart.Data.Rows.Where(r => r.Number(low) > r.Number(high)))
            findings.Add(Diagnostic.Error("EX0314", row[low].Span, $"the low end of the row '{row.Key}' lies above its high end", "swap them"));
    }

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        CheckEnds(chart, Low, High, findings);
        foreach (var row in chart.Data.Rows)
        {
            var (low, high) = (row.Number(Low), row.Number(High));

            // Where both ends agree, or none is known, there is one value at most, and the hedge tells on which side of it.
            if (low.Equals(high) || (SaysUp(row) ? high : SaysDown(row) ? low : null) is null)
                continue;
            var (end, kept) = SaysUp(row) ? (High, Low) : (Low, High);
            findings.Add(Diagnostic.Error(
                "EX0323",
                row[Hedge!].Span,
                $"the hedge '{HedgeOf(row)}' of the row '{row.Key}' leaves open the end that '{end}' gives as {row[end].Span.Text}",
                $"take the hedge or that end out; or, if the hedge speaks of a single number, write it as '{kept}' too"));
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => new[] { row.Number(Low), row.Number(High) }.OfType<double>();

    internal override (string Sort, int Count) Sort(Seen seen) => ("ranges", seen.Rows.Count(r => ValuesOf(r).Any()));

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfRanges(this, seen);

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) =>
        teller.Now.Rows.Where(r => ValuesOf(r).Any()).Select(r => teller.Tell(this, r, Telling.AmountOf(this, r, teller.Now)));

    /// <summary>Whether the values of a row go on beyond what is known of them.</summary>
    internal bool IsOpen(Row row) => OpenLow(row) || OpenHigh(row);

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            var (low, high) = (row.Number(Low), row.Number(High));
            if (low is null && high is null)
                continue;
            var role = RoleOf(row);
            var place = panel.Places(row);
            var near = panel.At(place, low ?? high!.Value);
            var far = panel.At(place, high ?? low!.Value);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            var box = DrawShape(panel, row, role, near, far);
            panel.Labels.Take(KeyOf(row), box);
            if (Channels.HasLabels)
                Label(panel, row, role, box, (near.Y + far.Y) / 2);
        }
    }

    private bool OpenLow(Row row) => row.Number(Low) is null || SaysDown(row);

    private bool OpenHigh(Row row) => row.Number(High) is null || SaysUp(row) || (Open?.Chooses(row) ?? false);

    private bool SaysDown(Row row) => HedgeOf(row) is "under" or "upto";

    private bool SaysUp(Row row) => HedgeOf(row) is "over" or "atleast";

    private string HedgeOf(Row row) => Hedge is null ? "" : row.Identity(Hedge);

    private Box DrawShape(Panel panel, Row row, string role, (double X, double Y) near, (double X, double Y) far)
    {
        var sketch = panel.Sketch;
        var radius = panel.DotRadius;
        var box = Box.Between(Math.Min(near.X, far.X) - radius, Math.Min(near.Y, far.Y) - radius, Math.Max(near.X, far.X) + radius, Math.Max(near.Y, far.Y) + radius);
        if (Hollow?.Chooses(row) ?? false)
            sketch.Circle(near.X, near.Y, radius - 1, new Paint("paper", role, 2, "3 2.1"));
        else if (Ring?.Chooses(row) ?? false)
            sketch.Circle(near.X, near.Y, radius - 1, new Paint("paper", role, 2));
        else if (Half?.Chooses(row) ?? false)
            sketch.HalfDisc(near.X, near.Y, radius, new Paint(role));
        else if (IsOpen(row))
            return DrawOpen(panel, row, role, near, far);
        else if (near == far)
            sketch.Circle(near.X, near.Y, radius, new Paint(role));
        else
            DrawBody(panel, role, near, far);
        return box;
    }

    // What is known ends in a firm stop, or is a body; where it is open it fades out in dashes.
    private Box DrawOpen(Panel panel, Row row, string role, (double X, double Y) near, (double X, double Y) far)
    {
        var sketch = panel.Sketch;
        var radius = panel.DotRadius;
        var isHigh = OpenHigh(row);
        var (x, y) = isHigh ? far : near;
        var length = HedgeOf(row) is "over" or "under" ? BeyondLength : near != far ? BodyOpenLength : OpenLength;
        var (dx, dy) = panel.PlacesRunDown ? (isHigh ? length : -length, 0.0) : (0.0, isHigh ? -length : length);
        sketch.Line(x, y, x + dx, y + dy, new Paint(Stroke: role, Width: 2, Dash: "5 3"));
        if (near != far)
            DrawBody(panel, role, near, far);
        else if (panel.PlacesRunDown)
            sketch.Line(x, y - radius, x, y + radius, new Paint(Stroke: role, Width: 4));
        else
            sketch.Line(x - radius, y, x + radius, y, new Paint(Stroke: role, Width: 4));
        var (across, up) = panel.PlacesRunDown ? (0.0, radius) : (radius, 0.0);
        var (left, right) = (Math.Min(Math.Min(near.X, far.X), x + dx), Math.Max(Math.Max(near.X, far.X), x + dx));
        var (top, bottom) = (Math.Min(Math.Min(near.Y, far.Y), y + dy), Math.Max(Math.Max(near.Y, far.Y), y + dy));
        return new Box(left - across, top - up, right + across, bottom + up);
    }

    // Round ends lie within the range. One too narrow for them has straight ends, and is as wide as can just be seen.
    private static void DrawBody(Panel panel, string role, (double X, double Y) near, (double X, double Y) far)
    {
        var radius = panel.DotRadius;
        var (dx, dy) = (far.X - near.X, far.Y - near.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var isRound = length > 2 * radius;
        var inset = isRound ? radius : Math.Min(0, (length - LeastWidth) / 2);
        var (ux, uy) = (dx / length * inset, dy / length * inset);
        panel.Sketch.Line(near.X + ux, near.Y + uy, far.X - ux, far.Y - uy, new Paint(Stroke: role, Width: (float)(2 * radius), Round: isRound));
    }

    private void Label(Panel panel, Row row, string role, Box box, double middle)
    {
        var hedge = HedgeOf(row);
        var words = Channels.Label is { } label ? row.Text(label, panel.Language) : Amount.Print(row.Number(Low), row.Number(High), hedge.Length == 0 ? null : hedge, panel.Unit, panel.Language, panel.Layout.Form with { IsTight = !panel.Names(row).IsEmpty });
        ImmutableArray<TextRun> runs = [new(words + (panel.Names(row).IsEmpty ? "" : " "), panel.Value(role)), .. panel.Names(row)];
        var y = panel.Baseline(middle);
        double[] gaps = panel.Names(row).IsEmpty ? [Panel.Gap, TightGap] : [TightGap, LeastGap];
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), runs, panel.PlacesRunDown
            ? [.. gaps.SelectMany(g => new[] { (box.Right + g, y, Anchor.Start), (box.Left - g, y, Anchor.End) })]
            : [(box.Middle, box.Top - Panel.Gap, Anchor.Middle), (box.Middle, box.Bottom + panel.LabelSize + 2, Anchor.Middle)], Needed: Math.Min(2, runs.Length)));
    }
}
