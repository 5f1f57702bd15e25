using System.Collections.Immutable;
using System.Globalization;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A dot at a value.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Value">Field of the values.</param>
/// <param name="Hollow">Rows drawn as rings, or null.</param>
/// <param name="Size">Field of the numbers to which the dots' areas are in proportion, or null.</param>
public sealed record DotMark(MarkChannels Channels, string Value, RowFilter? Hollow, string? Size)
    : Mark(Channels)
{
    private const int FewRows = 12;
    private const double LargestInKey = 9;

    internal override IEnumerable<string> FieldsOfValues => [Value];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var value = ReadValue(map, context);
        var hollow = RowFilter.ReadFlag(map, "hollow", context.Data);
        var size = FieldRef.Read(map, "size", context.Data, FieldType.Number);
        return value is null ? null : new DotMark(channels, value, hollow, size);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Value) is { } value ? [value] : [];

    internal override bool TellsOfValues => true;

    internal override (string Sort, int Count) Sort(Seen seen) => (seen.IsScatter ? "scatter" : "dots", seen.PointsOf(this).Length);

    internal override IEnumerable<string> Tell(Seen seen) => seen.IsScatter ? Telling.OfScatter(this, seen).Concat(base.Tell(seen)) : base.Tell(seen);

    internal override IEnumerable<string> FieldsOfNumbers => Size is null ? FieldsOfValues : [Value, Size];

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => teller.Now.PointsOf(this).Select(p => teller.Tell(this, p.Row, string.Join("; ", Measures(teller, p))));

    internal override Mark Showing(string axisField, string shownField) => Value == axisField ? this with { Value = shownField } : this;

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        foreach (var row in chart.Data.Rows.Where(r => Size is not null && r.Number(Size) < 0))
            findings.Add(Diagnostic.Error("EX0321", row[Size!].Span, "a size below zero cannot be drawn", "leave it out to have an ordinary dot"));
    }

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        var colours = ColoursToExplain(layout)
            .Select(e => new KeyItem(e.Id, e.Words, 12, (sketch, x, y) => sketch.Symbol(x + 6, y, 5.5, HasShapes(layout.Spec) ? ShapeOf(e.Role) : Symbol.Circle, new Paint(e.Role))));
        return Size is null ? colours : colours.Concat(SizeItems(layout));
    }

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var isFree = panel.Bands is null;
        var shaped = isFree && Channels.Colour is OrdinalColour;

        // The large ones first, so that the small ones lie on them and can be seen.
        foreach (var row in Size is null ? rows : [.. rows.OrderByDescending(r => r.Number(Size) ?? 0)])
        {
            if (row.Number(Value) is not { } value)
                continue;
            var role = RoleOf(row);
            var (x, y) = panel.At(panel.Places(row), value);
            var radius = RadiusOf(row, panel.Layout);
            var isHollow = Hollow?.Chooses(row) ?? false;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            panel.Sketch.Symbol(x, y, isHollow ? radius - 1 : radius, shaped ? ShapeOf(role) : Symbol.Circle, isHollow ? new Paint("paper", role, 2) : Size is null ? new Paint(role) : new Paint(role, "paper", 1));
            panel.Labels.Take(KeyOf(row), new Box(x - radius, y - radius, x + radius, y + radius));
            if (Channels.HasLabels)
                Label(panel, row, value, role, (x, y), radius, rows.Count, isFree);
        }
    }

    // Between two numbers both are told, and the size.
    private IEnumerable<string> Measures(MarkTeller teller, SeenPoint point)
    {
        var (seen, row) = (teller.Now, point.Row);
        if (seen.IsScatter && seen.Chart.Places is { } places && row.Number(places.Field!) is { } across)
        {
            yield return teller.Measure(places.Title is { } title ? seen.Text(title) : seen.TitleOf(places.Field!), across, places.Unit);
            yield return teller.Measure(seen.State.Value is null && seen.Chart.Values!.Title is { } up ? seen.Text(up) : seen.TitleOf(Value), point.Value, seen.Chart.UnitIn(seen.State));
        }
        else
        {
            yield return teller.ValueOf(point);
        }

        if (Size is not null && row.Number(Size) is { } size)
            yield return teller.Measure(seen.TitleOf(Size), size, seen.Chart.Data.Field(Size)!.Unit);
    }

    // Where colours tell rows apart and no band does, shapes tell them apart too.
    private bool HasShapes(ChartSpec chart) => chart.Places is not { Scale: ScaleType.Band } && Channels.Colour is OrdinalColour;

    private Symbol ShapeOf(string role)
    {
        var index = ((OrdinalColour)Channels.Colour).Roles.Select(r => r.Role).Distinct().ToList().IndexOf(role);
        return (Symbol)(Math.Max(0, index) % Enum.GetValues<Symbol>().Length);
    }

    private double RadiusOf(Row row, Layout layout) => row.Number(Size ?? "") is { } size ? RadiusOf(size, layout) : layout.IsNarrow ? 5 : 6;

    private double RadiusOf(double size, Layout layout)
    {
        var largest = layout.Spec.Data.Rows.Max(r => r.Number(Size!) ?? 0);
        return largest <= 0 ? 3 : Math.Max(2, Math.Sqrt(size / largest) * layout.LargestDot);
    }

    // Two sizes, from which the others can be told.
    private IEnumerable<KeyItem> SizeItems(Layout layout)
    {
        var unit = layout.Spec.Data.Field(Size!)!;
        var largest = layout.Spec.Data.Rows.Max(r => r.Number(Size!) ?? 0);
        if (largest <= 0)
            yield break;
        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        var big = largest >= 5 * power ? 5 * power : largest >= 2 * power ? 2 * power : power;

        // Where even the tenth of it is too large for a line of the key, half of that is not.
        var fitting = new[] { big / 10, big }.Where(s => RadiusOf(s, layout) <= LargestInKey).DefaultIfEmpty(big / 20);
        foreach (var size in fitting)
        {
            var radius = RadiusOf(size, layout);
            yield return new KeyItem($"{Name}-size-{size.ToString(CultureInfo.InvariantCulture)}", Amount.Value(size, unit.Unit, layout.Language), 2 * radius, (sketch, x, y) => sketch.Circle(x + radius, y, radius, new Paint("paper", "ink2", 1.2f)));
        }
    }

    private void Label(Panel panel, Row row, double value, string role, (double X, double Y) at, double radius, int rows, bool isFree)
    {
        var (x, y) = at;
        var named = Channels.Label is { } label ? row.Text(label, panel.Language) : null;

        // In a cloud of points the axes tell values; only names are worth a label.
        if (named is { Length: 0 } || (named is null && isFree && panel.Layout.Spec.Places!.Scale != ScaleType.Time))
            return;
        ImmutableArray<TextRun> runs = named is not null && isFree
            ? [new(named, new TextStyle(12.5f, false, TextStyle.RoleFor(role)))]
            : [new((named ?? Amount.Value(value, panel.Unit, panel.Language, panel.Layout.Form)) + (panel.Names(row).IsEmpty ? "" : " "), panel.Value(role)), .. panel.Names(row)];
        var (above, below) = (y - radius - 5, y + radius + panel.LabelSize);
        var (right, left) = (x + radius + Panel.Gap, x - radius - Panel.Gap);
        panel.Labels.Ask(new LabelRequest(
            "label-" + KeyOf(row),
            panel.IsLit(row),
            runs,
            panel.PlacesRunDown
                ? [(right, panel.Baseline(y), Anchor.Start), (left, panel.Baseline(y), Anchor.End)]
                : isFree && named is not null
                    ? [(right - 2, panel.Baseline(y), Anchor.Start), (left + 2, panel.Baseline(y), Anchor.End), (x, above, Anchor.Middle), (x, below, Anchor.Middle)]
                    : [(x, above, Anchor.Middle), (x, below, Anchor.Middle), (right, panel.Baseline(y), Anchor.Start)],
            Needed: Math.Min(2, runs.Length),
            IsOptional: rows > FewRows && isFree));
    }
}
