using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A line through the values of rows in the order of their places, with a dot on every published point.</summary>
/// <param name="Value">Field of the values.</param>
/// <param name="Dashed">Whether it is dashed and its dots are rings, to tell it from another line without colour.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record LineMark(MarkChannels Channels, string Value, bool Dashed)
    : Mark(Channels)
{
    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.ReadRequired(map, "value", data, FieldType.Number);
        var dashed = map.Flag("dashed");
        return value is null ? null : new LineMark(channels, value, dashed);
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
        panel.Sketch.Begin(Name, points.Any(p => panel.IsLit(p.Row)));
        if (points.Count > 1)
            panel.Sketch.Polyline([.. points.Select(p => p.At)], new Paint(Stroke: role, Width: 1.5f, Dash: Dashed ? "2 3" : null));

        var radius = panel.DotRadius;
        for (var i = 0; i < points.Count; i++)
        {
            var (row, (x, y)) = points[i];
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Circle(x, y, Dashed ? radius - 0.8 : radius, Dashed ? new Paint("paper", role, 1.6f) : new Paint(role));
            panel.Labels.Take(KeyOf(row), new Box(x - radius, y - radius, x + radius, y + radius));
            if (i == 0 || i == points.Count - 1)
                Label(panel, row, role, x, y, i == 0);
        }
    }

    // The ends of a line are named; the points between them read off the axis.
    private void Label(Panel panel, Row row, string role, double x, double y, bool first)
    {
        var lift = panel.DotRadius + 6;
        var words = panel.Language.Number(row.Number(Value)!.Value);
        TextRun value = new(words, panel.Value(role));
        var drop = panel.DotRadius + panel.LabelSize + 2;
        if (first)
        {
            var title = Title is null ? [] : new[] { new TextRun(" " + Title.In(panel.Language), panel.Word(role)) };
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [value, .. title], [(x + lift + 2, panel.Baseline(y) - 2, Anchor.Start), (x, y + drop, Anchor.Start), (x, y - lift, Anchor.Start)]));
        }
        else
        {
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [value], [(x + panel.DotRadius, y - lift, Anchor.End), (x + panel.DotRadius, y + drop, Anchor.End)]));
        }
    }
}
