using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Words on a chart: those of a field at each row's value, or an author's at a fixed point.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values; null when it stands at a point.</param>
/// <param name="Field">Field of the words; null when it stands at a point.</param>
/// <param name="At">The point, or null.</param>
/// <param name="Said">The author's words, or null.</param>
public sealed record TextMark(MarkChannels Channels, string? Value, string? Field, PointSpec? At, LocalText? Said)
    : Mark(Channels)
{
    // Where something is in the way, words stand a little higher or lower.
    private static readonly double[] Shifts = [-10, 10, -20, 20, -32, 32, -48, 48];

    internal override IEnumerable<string> FieldsOfValues => Value is null ? [] : [Value];

    internal override IEnumerable<string> FieldsOfWords => base.FieldsOfWords.Concat(Field is null ? [] : [Field]);

    internal override IEnumerable<LocalText> Words => Said is null ? [] : [Said];

    internal override IEnumerable<PointSpec> Points => At is null ? [] : [At];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        if (map.Node("at") is not null)
        {
            var at = PointSpec.Read(map, "at", context);
            var said = LocalText.ReadFilled(map.RequiredNode("words"), "'words'", map.Findings);
            if (at is { Value: null } or { HasPlace: false })
            {
                map.Findings.Add(Diagnostic.Error("EX0106", map.Node("at")!.Span, "words stand at a point, which needs both x and y"));
                return null;
            }

            return at is null || said is null ? null : new TextMark(channels, null, null, at, said);
        }

        var value = ReadValue(map, context);
        var words = FieldRef.ReadRequired(map, "words", context.Data);
        return value is null || words is null ? null : new TextMark(channels, value, words, null, null);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => Value is { } field && row.Number(field) is { } value ? [value] : [];

    internal override (string Sort, int Count) Sort(Seen seen) => ("texts", seen.PointsOf(this).Count(p => IsWorded(p.Row, seen.Language)));

    // Words beside other marks are their labels.
    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => !ReferenceEquals(teller.Now.Main, this) ? [] :
        teller.Now.PointsOf(this).Where(p => IsWorded(p.Row, teller.Now.Language)).Select(p => teller.Tell(this, p.Row, teller.Now.Named(teller.Now.NumberOf(p), teller.Now.Text(p.Row, Field!)), "text-" + KeyOf(p.Row)));

    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField } : this;

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        if (At is { } at)
        {
            if (panel.Holds(at) && panel.PlaceOf(at) is { } place)
                DrawAt(panel, Name + Suffix(panel), Said!.In(panel.Language), panel.At(place, at.Value!.Value), "ink", true);
            return;
        }

        foreach (var row in rows.Where(r => r.Number(Value!) is not null && IsWorded(r, panel.Language)))
            DrawAt(panel, KeyOf(row), row.Text(Field!, panel.Language), panel.At(panel.Places(row), row.Number(Value!)!.Value), RoleOf(row), panel.IsLit(row));
    }

    private bool IsWorded(Row row, Language language) => !string.IsNullOrWhiteSpace(row.Text(Field!, language));

    // The words stand right of the point, or left of it, where they fit; broken where the author broke them, or else where they must.
    private static void DrawAt(Panel panel, string key, string words, (double X, double Y) at, string role, bool isLit)
    {
        var style = new TextStyle(12.5f, false, TextStyle.RoleFor(role));
        var right = panel.Sketch.Width - at.X - Panel.Gap;
        var left = at.X - Panel.Gap;
        var lines = panel.Language.Lines.Space(words).Split('\n').SelectMany(l => panel.Sketch.Wrap(l, style, Math.Max(60, Math.Max(left, right) - 4))).ToList();
        var isRight = lines.Max(l => panel.Sketch.Measure(l, style)) <= right || right >= left;
        var first = at.Y + 4.4 - ((lines.Count - 1) / 2.0 * LabelRequest.LineHeight);
        var (rightward, leftward) = ((at.X + Panel.Gap, Anchor.Start), (at.X - Panel.Gap, Anchor.End));
        var (before, after) = isRight ? (rightward, leftward) : (leftward, rightward);
        var (above, below) = (at.Y - Panel.Gap - ((lines.Count - 1) * LabelRequest.LineHeight), at.Y + 18);
        panel.Labels.Ask(new LabelRequest("text-" + key, isLit, [new(lines[0], style)], [
            (before.Item1, first, before.Item2),
            (after.Item1, first, after.Item2),
            (at.X, above, Anchor.Middle),
            (at.X, below, Anchor.Middle),
            (at.X, above, Anchor.End),
            (at.X, above, Anchor.Start),
            (at.X, below, Anchor.End),
            (at.X, below, Anchor.Start),
            .. Shifts.SelectMany(s => new[] { (before.Item1, first + s, before.Item2), (after.Item1, first + s, after.Item2), (at.X, first + s, Anchor.Middle) }),
        ])
        {
            Under = [.. lines.Skip(1).Select(l => new TextRun(l, style))],
        });
    }
}
