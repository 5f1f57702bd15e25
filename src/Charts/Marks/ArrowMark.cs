using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>An arrow: from one value to another at each row's place, or an author's from point to point.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="From">Field of the values where arrows begin; null when it goes between points.</param>
/// <param name="To">Field of the values where they end; null when it goes between points.</param>
/// <param name="Start">The point where it begins, or null.</param>
/// <param name="End">The point where it ends, or null.</param>
/// <param name="Said">Words at its beginning, or null.</param>
public sealed record ArrowMark(MarkChannels Channels, string? From, string? To, PointSpec? Start, PointSpec? End, LocalText? Said)
    : Mark(Channels)
{
    private const double HeadLength = 8;
    private const double HeadWidth = 4.5;

    // Where a rule is in the way, a value stands beyond it.
    private static readonly double[] Beyond = [0, 5, 9, 14, 20];

    internal override IEnumerable<string> FieldsOfValues => From is null ? [] : [From, To!];

    internal override IEnumerable<LocalText> Words => Said is null ? [] : [Said];

    internal override IEnumerable<PointSpec> Points => Start is null ? [] : [Start, End!];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        if (map.Node("from") is YamlMap || map.Node("to") is YamlMap)
        {
            var before = map.Findings.Count;
            var (start, end) = (PointSpec.Read(map, "from", context), PointSpec.Read(map, "to", context));
            var said = LocalText.ReadFilled(map.Node("words"), "'words'", map.Findings);
            if (start is not { HasPlace: true, Value: not null } || end is not { HasPlace: true, Value: not null })
            {
                if (map.Findings.Count == before)
                    map.Findings.Add(Diagnostic.Error("EX0106", channels.Span, "an arrow between points needs 'from' and 'to', each with x and y", "or the names of two fields"));
                return null;
            }

            if (start.Facet != end.Facet || start with { Span = end.Span } == end)
            {
                map.Findings.Add(Diagnostic.Error("EX0305", end.Span, start.Facet != end.Facet ? "an arrow cannot go from one panel to another" : "this arrow ends where it begins"));
                return null;
            }

            return new ArrowMark(channels, null, null, start, end, said);
        }

        var from = FieldRef.ReadRequired(map, "from", context.Data, FieldType.Number);
        var to = FieldRef.ReadRequired(map, "to", context.Data, FieldType.Number);
        return from is null || to is null ? null : new ArrowMark(channels, from, to, null, null, null);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) =>
        From is not null && row.Number(From) is { } from && row.Number(To!) is { } to ? [from, to] : [];

    internal override (string Sort, int Count) Sort(Seen seen) => ("arrows", seen.Rows.Count(r => ValuesOf(r).Any()));

    internal override IEnumerable<string> Tell(Seen seen) => From is null ? [] : Telling.OfArrows(this, seen);

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => From is null ? [] :
        teller.Now.Rows.Where(r => ValuesOf(r).Any()).Select(r => teller.Tell(this, r, teller.Now.Word("trend.ends", teller.Now.Value(r.Number(From)!.Value), teller.Now.Value(r.Number(To!)!.Value))));

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        if (Start is { } start)
        {
            DrawBetweenPoints(panel, start);
            return;
        }

        foreach (var row in rows)
        {
            if (row.Number(From!) is not { } from || row.Number(To!) is not { } to)
                continue;
            var place = panel.Places(row);
            var (tail, head) = (panel.At(place, from), panel.At(place, to));
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            var role = RoleOf(row);
            panel.Sketch.Circle(tail.X, tail.Y, 2.5, new Paint(role));
            DrawArrow(panel, tail, head, role);
            panel.Labels.Take(KeyOf(row), Box.Between(Math.Min(tail.X, head.X) - 3, Math.Min(tail.Y, head.Y) - 3, Math.Max(tail.X, head.X) + 3, Math.Max(tail.Y, head.Y) + 3));
            if (Channels.HasLabels)
                Label(panel, row, tail, head);
        }
    }

    private void DrawBetweenPoints(Panel panel, PointSpec start)
    {
        if (!panel.Holds(start) || !panel.Holds(End!) || panel.PlaceOf(start) is not { } from || panel.PlaceOf(End!) is not { } to)
            return;
        var (tail, head) = (panel.At(from, start.Value!.Value), panel.At(to, End!.Value!.Value));
        var role = Channels.Colour is ConstantColour constant ? constant.Role : "ink";
        panel.Sketch.Begin(Name + Suffix(panel));
        DrawArrow(panel, tail, head, role);
        if (Said is null)
            return;
        var style = new TextStyle(12.5f, false, "ink");
        var words = Said.In(panel.Language).Replace('\n', ' ');
        var above = head.Y > tail.Y;
        panel.Labels.Ask(new LabelRequest($"label-{Name}{Suffix(panel)}", true, [new(words, style)], [
            (tail.X, above ? tail.Y - 6 : tail.Y + 14, Anchor.Middle),
            (tail.X, above ? tail.Y - 6 : tail.Y + 14, Anchor.Start),
            (tail.X, above ? tail.Y - 6 : tail.Y + 14, Anchor.End),
            (tail.X + 6, tail.Y + 4, Anchor.Start),
            (tail.X - 6, tail.Y + 4, Anchor.End),
        ]));
    }

    // The shaft ends within the head, so that the tip is sharp and stands on the value.
    private static void DrawArrow(Panel panel, (double X, double Y) tail, (double X, double Y) head, string role)
    {
        var (dx, dy) = (head.X - tail.X, head.Y - tail.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length < 1)
            return;
        var (ux, uy) = (dx / length, dy / length);
        var long_ = Math.Min(HeadLength, length);
        var (neckX, neckY) = (head.X - (ux * long_), head.Y - (uy * long_));
        panel.Sketch.Line(tail.X, tail.Y, neckX + ux, neckY + uy, new Paint(Stroke: role, Width: 2));
        panel.Sketch.Polygon([head, (neckX - (uy * HeadWidth), neckY + (ux * HeadWidth)), (neckX + (uy * HeadWidth), neckY - (ux * HeadWidth))], new Paint(role));
        panel.Labels.TakeLine(tail, head);
    }

    private void Label(Panel panel, Row row, (double X, double Y) tail, (double X, double Y) head)
    {
        var words = Channels.Label is { } label ? row.Text(label, panel.Language) : Amount.Value(row.Number(To!)!.Value, panel.Unit, panel.Language, panel.Layout.Form);
        TextRun run = new(words + (panel.Names(row).IsEmpty ? "" : " "), panel.Value(RoleOf(row)));
        var y = panel.Baseline(head.Y);
        var forward = head.X >= tail.X;

        // Words at the tail would be taken for the value there.
        var beyond = Beyond.Select(b => forward ? (head.X + Panel.Gap + b, y, Anchor.Start) : (head.X - Panel.Gap - b, y, Anchor.End));
        var (above, side) = (head.Y - 7, forward ? Anchor.End : Anchor.Start);
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [run, .. panel.Names(row)], panel.PlacesRunDown
            ? [.. beyond, (head.X, above, side), (head.X, above, Anchor.Middle), (head.X, head.Y + panel.LabelSize + 5, Anchor.Middle)]
            : [(head.X, head.Y < tail.Y ? head.Y - 6 : head.Y + panel.LabelSize + 2, Anchor.Middle), (head.X + 8, y, Anchor.Start)], Needed: panel.Names(row).IsEmpty ? 1 : 2));
        if (panel.PlacesRunDown && Channels.Label is null)
            LabelTail(panel, row, forward ? (tail.X - Panel.Gap, y, Anchor.End) : (tail.X + Panel.Gap, y, Anchor.Start));
    }

    // Where it came from, said more quietly, if there is room.
    private void LabelTail(Panel panel, Row row, (double X, double Y, Anchor Anchor) place)
    {
        var words = Amount.Value(row.Number(From!)!.Value, panel.Unit, panel.Language, panel.Layout.Form);
        panel.Labels.Ask(new LabelRequest($"label-{KeyOf(row)}-from", panel.IsLit(row), [new TextRun(words, panel.Word("ink2"))], [place], IsOptional: true) { IsLast = true });
    }
}
