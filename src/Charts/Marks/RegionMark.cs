using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Regions of a map that are filled, or dots at places that are no regions.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Places">Where the rows' places are.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers, or null.</param>
/// <param name="Hatch">Rows whose regions are hatched, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
public sealed record RegionMark(MarkChannels Channels, GeoPlaces Places, string? Hedge, RowFilter? Hatch, string? Short)
    : GeoMark(Channels, Places, Hedge, Short)
{
    private static Paint Missing => new("ink3", "ink3", 0.8f, Hatch: true);

    internal override string? FieldOfNumbers => (Channels.Colour as SequentialColour)?.Field;

    internal override (string Sort, int Count) Sort(Seen seen) => ("map", seen.Rows.Count(r => ValuesOf(r).Any()));

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        var items = base.KeyItems(layout);
        return layout.Rows.FirstOrDefault(r => !ValuesOf(r).Any()) is { } missing ? items.Append(Key.Square($"{Name}-missing", layout.MissingWords(missing), Missing)) : items;
    }

    internal override bool IsHatched(Row row) => Hatch?.Chooses(row) ?? false;

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        foreach (var row in rows)
        {
            var role = RoleOf(row);
            var paint = !ValuesOf(row).Any() ? Missing : IsHatched(row) ? new Paint(role, role, 0.8f, Hatch: true) : new Paint(role, "paper", 0.7f);
            if (Places.Region is null)
            {
                if (Places.Of(row, frame.Map) is { } dot)
                    DrawDot(panel, row, frame.Of(dot), new Paint(role, "paper", 1));
                continue;
            }

            if (frame.Map.Find(row.Identity(Places.Region)) is not { IsInView: true } region)
                continue;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            FillRegion(panel, frame, region, paint);
            if (Channels.HasLabels && NameOf(panel.Layout, row) is { Length: > 0 } name)
                LabelRegion(panel, row, frame.Of(region.Anchor!.Value), name);
        }
    }

    private void DrawDot(Panel panel, Row row, (double X, double Y) at, Paint paint)
    {
        var (x, y) = at;
        panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
        panel.Sketch.Circle(x, y, DotRadius + 1, paint);
        panel.Labels.Take(KeyOf(row), new Box(x - 4, y - 4, x + 4, y + 4));
        if (Channels.HasLabels && NameOf(panel.Layout, row) is { Length: > 0 } name)
            panel.Labels.Ask(Beside(panel, row, (x, y), DotRadius + 1, [new(name, StyleOf(panel.Layout, false, "ink"))]) with { IsOptional = true });
    }

    private void LabelRegion(Panel panel, Row row, (double X, double Y) at, string words)
    {
        var style = new TextStyle(12, true, "ink");
        var (x, y) = at;
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [new(words, style)], [(x, y + 4, Anchor.Middle), (x, y + 18, Anchor.Middle), (x, y - 10, Anchor.Middle)], IsOptional: true));
    }
}
