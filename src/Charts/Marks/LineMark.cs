using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A line through the values of rows in the order of their places, with a dot on every published point.</summary>
/// <param name="Value">Field of the values.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, or null.</param>
/// <param name="Dashed">Whether it is dashed and its dots are rings, to tell it from another line without colour.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record LineMark(MarkChannels Channels, string Value, string? Hedge, bool Dashed)
    : Mark(Channels)
{
    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.ReadRequired(map, "value", data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", data, FieldType.Text);
        var dashed = map.Flag("dashed");
        return value is null ? null : new LineMark(channels, value, hedge, dashed);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Value) is { } value ? [value] : [];

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var points = rows
            .Where(r => r.Number(Value) is not null)
            .Select(r => (Row: r, At: panel.At(panel.Places(r), r.Number(Value)!.Value)))
            .OrderBy(p => panel.Places(p.Row))
            .ToList();
        if (points.Count == 0)
            return;
        var role = RoleOf(points[0].Row);
        panel.Sketch.Begin(panel.Facet.Length == 0 ? Name : $"{Name}-{panel.Facet}", points.Any(p => panel.IsLit(p.Row)));
        if (points.Count > 1)
            panel.Sketch.Polyline([.. points.Select(p => p.At)], new Paint(Stroke: role, Width: 1.5f, Dash: Dashed ? "2 3" : null));

        for (var i = 1; i < points.Count; i++)
            panel.Labels.TakeLine(points[i - 1].At, points[i].At);

        var radius = panel.DotRadius;
        foreach (var (row, (x, y)) in points)
        {
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Circle(x, y, Dashed ? radius - 0.8 : radius, Dashed ? new Paint("paper", role, 1.6f) : new Paint(role));
            panel.Labels.Take(KeyOf(row), new Box(x - radius, y - radius, x + radius, y + radius));
        }

        // The ends of a line are named; the points between them read off the axis.
        Label(panel, points[0].Row, role, points[0].At, points.Count == 1);
        if (points.Count > 1)
            Label(panel, points[^1].Row, role, points[^1].At, true);
    }

    private void Label(Panel panel, Row row, string role, (double X, double Y) at, bool last)
    {
        var (x, y) = at;
        var radius = panel.DotRadius;
        var (above, below) = (y - radius - 6, y + radius + panel.LabelSize + 1);
        var hedge = Hedge is null ? "" : row.Identity(Hedge);
        var number = row.Number(Value);
        TextRun value = new(Amount.Print(number, number, hedge.Length == 0 ? null : hedge, panel.Unit, panel.Language), panel.Value(role));
        ImmutableArray<TextRun> runs = last && Title is not null ? [value with { Text = value.Text + " " }, new(Title.In(panel.Language), panel.Word(role))] : [value];
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), runs, last
            ? [(x + radius, above, Anchor.End), (x + radius, below, Anchor.End), (x + radius, below + panel.LabelSize, Anchor.End)]
            : [(x - radius, above, Anchor.Start), (x + radius + 4, above, Anchor.Start), (x - radius, below, Anchor.Start), (x + radius + 6, panel.Baseline(y), Anchor.Start)], IsOptional: !last));
    }
}
