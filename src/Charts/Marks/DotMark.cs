using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A dot at a value.</summary>
/// <param name="Value">Field of the values.</param>
/// <param name="Hollow">Rows drawn as rings.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record DotMark(MarkChannels Channels, string Value, RowFilter? Hollow)
    : Mark(Channels)
{
    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.ReadRequired(map, "value", data, FieldType.Number);
        var hollow = RowFilter.Read(map.Node("hollow"), "'hollow'", data, map.Findings);
        return value is null ? null : new DotMark(channels, value, hollow);
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
            var (x, y) = panel.At(panel.Places(row), value);
            var radius = panel.DotRadius;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Circle(x, y, Hollow?.Chooses(row) ?? false ? radius - 1 : radius, Hollow?.Chooses(row) ?? false ? new Paint("paper", role, 2) : new Paint(role));
            panel.Labels.Take(KeyOf(row), new Box(x - radius, y - radius, x + radius, y + radius));

            ImmutableArray<TextRun> runs = [new(Amount.Value(value, panel.Unit, panel.Language) + (panel.Names(row).IsEmpty ? "" : " "), panel.Value(role)), .. panel.Names(row)];
            var (above, below) = (y - radius - 5, y + radius + panel.LabelSize);
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), runs, panel.PlacesRunDown
                ? [(x + radius + Panel.Gap, panel.Baseline(y), Anchor.Start), (x - radius - Panel.Gap, panel.Baseline(y), Anchor.End)]
                : [(x, above, Anchor.Middle), (x, below, Anchor.Middle), (x + radius + Panel.Gap, panel.Baseline(y), Anchor.Start)], Needed: Math.Min(2, runs.Length)));
        }
    }
}
