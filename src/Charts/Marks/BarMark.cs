using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A bar from zero to a value; downwards or leftwards when it mirrors another.</summary>
/// <param name="Value">Field of the values.</param>
/// <param name="Mirror">Whether positive values point the other way from zero.</param>
/// <param name="Hatch">Whether it is hatched instead of flat.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record BarMark(MarkChannels Channels, string Value, bool Mirror, bool Hatch)
    : Mark(Channels)
{
    internal override bool StandsOnZero => true;

    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var value = FieldRef.ReadRequired(map, "value", data, FieldType.Number);
        var mirror = map.Flag("mirror");
        var hatch = map.Flag("hatch");
        return value is null ? null : new BarMark(channels, value, mirror, hatch);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Value) is { } value ? [Mirror ? -value : value] : [];

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        foreach (var row in rows)
        {
            if (row.Number(Value) is not { } value)
                continue;
            var role = RoleOf(row);
            var place = panel.Places(row);
            var end = Mirror ? -value : value;
            var box = panel.Between(place - (panel.Thickness / 2), 0, place + (panel.Thickness / 2), end);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));

            // A stroke stands half outside its shape; the hatched bar is drawn that much smaller so that both end on the value.
            if (Hatch)
                panel.Sketch.Rect(box.Left + 0.75, box.Top + 0.75, Math.Max(0.5, box.Width - 1.5), Math.Max(0.5, box.Height - 1.5), new Paint(role, role, 1.5f, Hatch: true));
            else
                panel.Sketch.Rect(box.Left, box.Top, box.Width, box.Height, new Paint(role));
            panel.Labels.Take(KeyOf(row), box);
            Label(panel, row, value, role, box, end < 0);
        }
    }

    private void Label(Panel panel, Row row, double value, string role, Box box, bool backwards)
    {
        var words = panel.Language.Number(value);
        var lit = panel.IsLit(row);
        var size = panel.LabelSize;
        ImmutableArray<TextRun> runs = [new(words, panel.Value(role))];
        if (panel.PlacesRunDown)
        {
            var y = panel.Baseline((box.Top + box.Bottom) / 2);
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, runs, backwards
                ? [(box.Left - Panel.Gap, y, Anchor.End)]
                : [(box.Right + Panel.Gap, y, Anchor.Start)]));
            return;
        }

        var baseline = backwards ? box.Bottom + size + 4 : box.Top - 7;
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, runs, [(box.Middle, baseline, Anchor.Middle)]));
        if (Title is not null && ReferenceEquals(row, panel.First))
        {
            var beyond = backwards ? baseline + size + 2 : baseline - size - 3;
            panel.Labels.Ask(new LabelRequest("title-" + KeyOf(row), lit, [new(Title.In(panel.Language), panel.Word(role))], [(box.Middle, beyond, Anchor.Middle)]));
        }
    }
}
