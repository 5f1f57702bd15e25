using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A value between two ends: a bar with round ends, a dot where both ends agree, an open line where one end is unknown.</summary>
/// <param name="Low">Field of the lower ends; a missing one leaves the range open downwards.</param>
/// <param name="High">Field of the upper ends; a missing one leaves the range open upwards.</param>
/// <param name="Hedge">Field of hedge words such as <c>about</c>, or null.</param>
/// <param name="Hollow">Rows drawn hollow and dashed: not published, but implied.</param>
/// <param name="Half">Rows drawn as half a disc: a value that covers only part of what the others cover.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record RangeMark(
    MarkChannels Channels, string Low, string High, string? Hedge, RowFilter? Hollow, RowFilter? Half)
    : Mark(Channels)
{
    private const double OpenLength = 34;

    internal override IEnumerable<string> FieldsOfValues => [Low, High];

    internal override string? FieldOfHedges => Hedge;

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var low = FieldRef.ReadRequired(map, "low", context.Data, FieldType.Number);
        var high = FieldRef.ReadRequired(map, "high", context.Data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", context.Data, FieldType.Text);
        var hollow = RowFilter.ReadFlag(map, "hollow", context.Data);
        var half = RowFilter.ReadFlag(map, "half", context.Data);
        return low is null || high is null
            ? null
            : new RangeMark(channels, low, high, hedge, hollow, half);
    }

    /// <summary>Reports rows whose low end lies above their high end.</summary>
    internal static void CheckEnds(ChartSpec chart, string low, string high, ICollection<Diagnostic> findings)
    {
        foreach (var row in chart.Data.Rows.Where(r => r.Number(low) > r.Number(high)))
            findings.Add(Diagnostic.Error("EX0314", row[low].Span, $"the low end of the row '{row.Key}' lies above its high end", "swap them"));
    }

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings) => CheckEnds(chart, Low, High, findings);

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => new[] { row.Number(Low), row.Number(High) }.OfType<double>();

    internal override (string Sort, int Count) Sort(Seen seen) => ("ranges", seen.Rows.Count(r => ValuesOf(r).Any()));

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfRanges(this, seen);

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) =>
        teller.Now.Rows.Where(r => ValuesOf(r).Any()).Select(r => teller.Tell(this, r, Telling.AmountOf(this, r, teller.Now)));

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
            var box = DrawShape(panel, row, role, near, far, low is null, high is null);
            panel.Labels.Take(KeyOf(row), box);
            if (Channels.HasLabels)
                Label(panel, row, role, box, (near.Y + far.Y) / 2);
        }
    }

    private Box DrawShape(Panel panel, Row row, string role, (double X, double Y) near, (double X, double Y) far, bool openLow, bool openHigh)
    {
        var sketch = panel.Sketch;
        var radius = panel.DotRadius;
        if (Hollow?.Chooses(row) ?? false)
        {
            sketch.Circle(near.X, near.Y, radius - 1, new Paint("paper", role, 2, "3 2.1"));
        }
        else if (Half?.Chooses(row) ?? false)
        {
            sketch.HalfDisc(near.X, near.Y, radius, new Paint(role));
        }
        else if (openLow || openHigh)
        {
            // The known end is a firm stop; the unknown one fades out in dashes.
            var away = openHigh ? OpenLength : -OpenLength;
            var (dx, dy) = panel.PlacesRunDown ? (away, 0.0) : (0.0, -away);
            sketch.Line(near.X, near.Y, near.X + dx, near.Y + dy, new Paint(Stroke: role, Width: 2, Dash: "5 3"));
            if (panel.PlacesRunDown)
                sketch.Line(near.X, near.Y - radius, near.X, near.Y + radius, new Paint(Stroke: role, Width: 4));
            else
                sketch.Line(near.X - radius, near.Y, near.X + radius, near.Y, new Paint(Stroke: role, Width: 4));
            return Box.Between(near.X, near.Y - radius, near.X + dx, near.Y + radius + Math.Abs(dy));
        }
        else if (near == far)
        {
            sketch.Circle(near.X, near.Y, radius, new Paint(role));
        }
        else
        {
            sketch.Line(near.X, near.Y, far.X, far.Y, new Paint(Stroke: role, Width: (float)(2 * radius), Round: true));
        }

        return Box.Between(near.X - radius, near.Y - radius, far.X + radius, far.Y + radius);
    }

    private void Label(Panel panel, Row row, string role, Box box, double middle)
    {
        var hedge = Hedge is null ? "" : row.Identity(Hedge);
        var words = Channels.Label is { } label ? row.Text(label, panel.Language) : Amount.Print(row.Number(Low), row.Number(High), hedge.Length == 0 ? null : hedge, panel.Unit, panel.Language, isTight: !panel.Names(row).IsEmpty);
        ImmutableArray<TextRun> runs = [new(words + (panel.Names(row).IsEmpty ? "" : " "), panel.Value(role)), .. panel.Names(row)];
        var y = panel.Baseline(middle);
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), runs, panel.PlacesRunDown
            ? [(box.Right + Panel.Gap, y, Anchor.Start), (box.Left - Panel.Gap, y, Anchor.End), (box.Right + 3, y, Anchor.Start), (box.Left - 3, y, Anchor.End)]
            : [(box.Middle, box.Top - Panel.Gap, Anchor.Middle), (box.Middle, box.Bottom + panel.LabelSize + 2, Anchor.Middle)], Needed: Math.Min(2, runs.Length)));
    }
}
