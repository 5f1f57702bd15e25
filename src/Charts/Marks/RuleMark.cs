using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A rule: short, across a band at each row's value, such as the balance of two bars; or an author's, across the whole panel.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values; null when it goes across the panel.</param>
/// <param name="At">The value or place at which it goes across the panel, or null.</param>
/// <param name="IsDashed">Whether it is dashed.</param>
public sealed record RuleMark(MarkChannels Channels, string? Value, PointSpec? At, bool IsDashed)
    : Mark(Channels)
{
    private const double Overhang = 5;

    // Words nearer than this to a neighbour's would be read with them.
    private const double Air = 16;

    // Words beside an upright rule keep this far off it.
    private const double Clear = 3;

    private static readonly double[] Aside = [0, 0.3, -0.3, 0.6, -0.6, 1, -1, 1.3, -1.3, 2, -2, -2.5];

    internal override IEnumerable<string> FieldsOfValues => Value is null ? [] : [Value];

    /// <summary>Whether it has words and goes across all places.</summary>
    internal bool NamesValue => Title is not null && At is { HasPlace: false };

    internal override IEnumerable<PointSpec> Points => At is null ? [] : [At];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var dashed = map.Flag("dashed");
        if (map.Node("at") is { } node)
        {
            var at = PointSpec.Read(map, "at", context);
            if (at is { HasPlace: true, Value: not null })
            {
                map.Findings.Add(Diagnostic.Error("EX0305", node.Span, "a rule goes across the panel, so it stands at x or at y, not at both"));
                return null;
            }

            return at is null ? null : new RuleMark(channels, null, at, dashed);
        }

        var value = ReadValue(map, context);
        return value is null ? null : new RuleMark(channels, value, null, dashed);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => Value is { } field && row.Number(field) is { } value ? [value] : [];

    internal override bool TellsOfValues => Value is not null;

    internal override (string Sort, int Count) Sort(Seen seen) => ("rules", seen.PointsOf(this).Length);

    // A balance is printed with its sign.
    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) =>
        teller.Now.PointsOf(this).Select(p => teller.Tell(this, p.Row, teller.Now.NumberOf(p, teller.Now.Form with { IsSigned = true })));

    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField } : this;

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        if (At is { } at)
        {
            DrawAcross(panel, at);
            return;
        }

        foreach (var row in rows)
        {
            if (row.Number(Value!) is not { } value)
                continue;
            var role = RoleOf(row);
            var place = panel.Places(row);
            var half = (panel.Thickness / 2) + Overhang;
            var (x1, y1) = panel.At(place - half, value);
            var (x2, y2) = panel.At(place + half, value);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Line(x1, y1, x2, y2, new Paint(Stroke: "paper", Width: 6));
            panel.Sketch.Line(x1, y1, x2, y2, new Paint(Stroke: role, Width: 2.5f, Dash: IsDashed ? "5 3" : null));
            if (Channels.HasLabels)
                Label(panel, row, value, role, x2, y2);
        }
    }

    private void DrawAcross(Panel panel, PointSpec at)
    {
        if (!panel.Holds(at) || (at.HasPlace && panel.PlaceOf(at) is null))
            return;

        // At a value it crosses all places, at a place all values; which of the two runs across the page is the panel's affair.
        var runsDown = at.HasPlace != panel.PlacesRunDown;
        var pixel = at.HasPlace ? panel.PlaceOf(at)!.Value : panel.Values[at.Value!.Value];
        var area = panel.Area;
        var (from, to) = runsDown ? ((pixel, area.Top), (pixel, area.Bottom)) : ((area.Left, pixel), (area.Right, pixel));
        var role = Channels.Colour is ConstantColour constant ? constant.Role : "ink";
        panel.Sketch.Begin(Name + Suffix(panel));
        panel.Sketch.Line(from.Item1, from.Item2, to.Item1, to.Item2, new Paint(Stroke: role, Width: 1.5f, Dash: IsDashed ? "5 3" : null));
        if (runsDown)
            panel.Labels.Take(Name, new Box(pixel - Clear, area.Top, pixel + Clear, area.Bottom));
        else
            panel.Labels.TakeLine(from, to);
        if (Title is null)
            return;
        TextRun words = new(Title.In(panel.Language), panel.Word(role));
        panel.Labels.Ask(new LabelRequest($"label-{Name}{Suffix(panel)}", true, [words], runsDown
            ? [.. HeadPlaces(panel, pixel), (pixel + 5, area.Top + 11, Anchor.Start), (pixel - 5, area.Top + 11, Anchor.End), (pixel + 5, area.Bottom - 6, Anchor.Start), (pixel - 5, area.Bottom - 6, Anchor.End), (pixel, area.Top - 4, Anchor.Middle)]
            : [(area.Right, pixel - 5, Anchor.End), (area.Left, pixel - 5, Anchor.Start), (area.Right, pixel + 14, Anchor.End), (area.Left, pixel + 14, Anchor.Start), (area.Middle, pixel - 5, Anchor.Middle)])
        { Air = Air, IsLast = true });
    }

    // Among the rows its words would be read as one row's, so they stand above all of them.
    private static IEnumerable<(double X, double Y, Anchor Anchor)> HeadPlaces(Panel panel, double pixel) =>
        panel.Head is not { } head ? [] : [(pixel, head, Anchor.Middle), (pixel - 4, head, Anchor.Start), (pixel + 4, head, Anchor.End)];

    private void Label(Panel panel, Row row, double value, string role, double x, double y)
    {
        var lit = panel.IsLit(row);
        TextRun words = new(panel.Layout.Balance(value), panel.Value(role));
        if (panel.PlacesRunDown)
        {
            // Under the bold name of its row, a balance is plain.
            if (panel.Margin is { Side: Anchor.Start })
                words = words with { Style = panel.Word(role) };
            var middle = panel.Baseline(panel.Places(row));
            panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, [words], [panel.Margin is { } margin ? (margin.X, middle + margin.Down, margin.Side) : (x, middle, Anchor.Start)]));
            return;
        }

        // Beside the rule; a little lower or higher where a neighbour's label is in the way.
        var baseline = panel.Baseline(y);
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), lit, [words], [.. Aside.Select(a => (x + Panel.Gap, baseline + (a * panel.LabelSize), Anchor.Start))])
        {
            Air = Air,
            Under = Title is not null && ReferenceEquals(row, panel.First) && panel.Facet == panel.Layout.Facets[0] ? [new(Title.In(panel.Language), panel.Word("ink2"))] : [],
        });
    }
}
