using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A short rule across a band at a value, such as the balance of two bars.</summary>
/// <param name="Value">Field of the values.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record RuleMark(MarkChannels Channels, string Value)
    : Mark(Channels)
{
    private const double Overhang = 5;

    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.ReadRequired(map, "value", data, FieldType.Number);
        return value is null ? null : new RuleMark(channels, value);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Value) is { } value ? [value] : [];

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row.Number(Value) is not { } value)
                continue;
            var role = RoleOf(row);
            var place = panel.Places(row);
            var half = (panel.Thickness / 2) + Overhang;
            var (x1, y1) = panel.At(place - half, value);
            var (x2, y2) = panel.At(place + half, value);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Line(x1, y1, x2, y2, new Paint(Stroke: "paper", Width: 6));
            panel.Sketch.Line(x1, y1, x2, y2, new Paint(Stroke: role, Width: 2.5f));
            Label(panel, row, value, role, x2, y2);
        }
    }

    private void Label(Panel panel, Row row, double value, string role, double x, double y)
    {
        var lit = panel.IsLit(row);
        TextRun words = new(panel.Language.Signed(value), panel.Value(role));
        if (panel.PlacesRunDown)
        {
            var middle = panel.Baseline(panel.Places(row));
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, [words], [(panel.Margin ?? x, middle, panel.Margin is null ? Anchor.Start : Anchor.End)]));
            return;
        }

        // Beside the rule; a little lower or higher where a neighbour's label is in the way.
        var baseline = panel.Baseline(y);
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, [words], [
            (x + Panel.Gap, baseline, Anchor.Start),
            (x + Panel.Gap, baseline + panel.LabelSize, Anchor.Start),
            (x + Panel.Gap, baseline - panel.LabelSize, Anchor.Start),
        ]));
        if (Title is not null && ReferenceEquals(row, panel.First))
            panel.Labels.Ask(new LabelRequest("title-" + KeyOf(row), lit, [new(Title.In(panel.Language), panel.Word("ink2"))], [(x + Panel.Gap, baseline + panel.LabelSize + 3, Anchor.Start)]));
    }
}
