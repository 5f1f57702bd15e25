using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>What rows say of places on a map. Each sort fills, or stands for, the places in a way of its own.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Places">Where the rows' places are.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
public abstract record GeoMark(MarkChannels Channels, GeoPlaces Places, string? Hedge, string? Short)
    : Mark(Channels)
{
    /// <summary>The radius of a dot at a place, or at a region too small to be seen, in pixels.</summary>
    private protected const double DotRadius = 3;

    /// <summary>Between a place and the words beside it, in pixels.</summary>
    private protected const double Aside = 5;

    // Nearer to the end of a name the next circle would seem to be the named one, in pixels.
    private const double FreeEnd = 10;

    // A filled region smaller than this many square pixels is marked by a dot of its colour too.
    private const double SmallestFill = 14;

    private static readonly double[] Distances = [10, 18, 28, 40, 54, 70, 90, 115, 140];

    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0.87, -0.5), (0.87, 0.5), (-0.87, -0.5), (-0.87, 0.5), (0.5, -0.87), (0.5, 0.87), (-0.5, -0.87), (-0.5, 0.87), (0, -1), (0, 1)];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var data = context.Data;
        var size = FieldRef.Read(map, "size", data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", data, FieldType.Text);
        var shorter = FieldRef.Read(map, "short", data);
        var hatch = RowFilter.ReadFlag(map, "hatch", data);
        var elsewhere = RowFilter.ReadFlag(map, "elsewhere", data);
        var isRing = map.Flag("ring");
        var isSized = map.Node("size") is not null;
        Refuse("ring", isRing && !isSized, "a ring is as large as a number says, but this mark has no 'size'", "give the mark a 'size', and another geo mark with a 'size' before it");
        foreach (var key in new[] { "dots", "elsewhere" })
            Refuse(key, isRing || !isSized, $"'{key}' goes with circles, but this mark has none", isRing ? "write it beside the circles around which the rings stand" : "give the mark a 'size', or take it out");
        Refuse("hatch", isSized, "'hatch' goes with regions that are filled, but this mark has circles", "take it out; a region without a number is hatched anyway");
        if (GeoPlaces.Read(map, data) is not { } places)
            return null;
        if (size is null)
            return new RegionMark(channels, places, hedge, hatch, shorter);
        return isRing ? new RingMark(channels, places, size, hedge, shorter) : new CircleMark(channels, places, size, hedge, shorter, CircleMark.ReadDots(map, data, size), elsewhere);

        void Refuse(string key, bool isWrong, string message, string hint)
        {
            if (map.Node(key) is { } node && isWrong)
                map.Findings.Add(Diagnostic.Error("EX0305", node.Span, message, hint));
        }
    }

    internal override IEnumerable<string> FieldsOfWords => base.FieldsOfWords.Concat(Short is null ? [] : [Short]);

    /// <summary>The field whose numbers are seen, as areas of circles or as steps of colour; null where there is none.</summary>
    internal abstract string? FieldOfNumbers { get; }

    /// <summary>Whether a place out of view is missed, as it is nowhere else.</summary>
    private protected virtual bool MustBeInView => true;

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) =>
        FieldOfNumbers is { } field ? row.Number(field) is { } value ? [value] : [] : [0];

    internal override IEnumerable<string> FieldsOfNumbers => FieldOfNumbers is { } numbers ? [numbers] : [];

    internal override string? FieldOfHedges => Hedge;

    // What a place has: its number, or the words of its colour.
    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => teller.Now.Rows.Select(r => teller.Tell(this, r, !ValuesOf(r).Any() ? teller.MissingWords(r)
        : FieldOfNumbers is { } field ? AmountOf(r, field, teller.Now.Chart.Data.Field(field)!.Unit, teller.Now.Language)
        : Channels.Colour is OrdinalColour colour ? teller.Now.Text(r, colour.Field) : ""));

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfMap(this, seen);

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        var map = chart.Map!;
        ImmutableArray<ProjectedMap> views = map.PhoneView is null ? [map.On(Artboard.All[0])] : [map.On(Artboard.All[0]), map.On(Artboard.All[^1])];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in chart.Data.Rows.Where(r => HasPlace(r, chart)))
            Places.Check(chart, row, views, MustBeInView, seen, findings);
    }

    /// <summary>Whether a row should have a place.</summary>
    private protected virtual bool HasPlace(Row row, ChartSpec chart) => true;

    /// <summary>Fills a region; one that is too small gets a dot too.</summary>
    private protected static void FillRegion(Panel panel, MapFrame frame, ProjectedRegion region, Paint paint)
    {
        FillOutline(panel, frame, region, paint);
        var (x, y) = frame.Of(region.Anchor!.Value);
        if (region.Area < SmallestFill)
            panel.Sketch.Circle(x, y, DotRadius, paint);
    }

    /// <summary>Fills what is seen of a region.</summary>
    private protected static void FillOutline(Panel panel, MapFrame frame, ProjectedRegion region, Paint paint)
    {
        if (!region.Rings.IsEmpty)
            panel.Sketch.Outline(() => frame.Of(region.Rings), paint, frame.Drawn("region " + region.Code));
    }

    /// <summary>A row's number with its hedge and unit.</summary>
    private protected string AmountOf(Row row, string field, string unit, Language language, bool isTight = false) =>
        Hedge is not null && row.Identity(Hedge) is { Length: > 0 } hedge
            ? Amount.Print(row.Number(field), row.Number(field), hedge, unit, language, new NumberForm(IsTight: isTight))
            : Amount.Value(row.Number(field)!.Value, unit, language, new NumberForm(IsTight: isTight));

    /// <summary>What a row's place is called at this width, or null.</summary>
    private protected string? NameOf(Layout layout, Row row) =>
        layout.IsNarrow && Short is not null && row.Text(Short, layout.Language) is { Length: > 0 } shorter ? shorter
        : Channels.Label is { } label ? row.Text(label, layout.Language) : null;

    /// <summary>How words beside a place are set.</summary>
    private protected static TextStyle StyleOf(Layout layout, bool isBold, string role) => new(layout.Artboard.IsPhone ? 12 : layout.IsNarrow ? 12.5f : 13.5f, isBold, role);

    /// <summary>Words that want to stand beside a place: to its sides first, then, on the map, above, below and farther off.</summary>
    private protected LabelRequest Beside(Panel panel, Row row, (double X, double Y) at, double radius, ImmutableArray<TextRun> words, ImmutableArray<TextRun> under = default, bool isOffMap = false)
    {
        ImmutableArray<TextRun> lines = under.IsDefault ? [] : under;
        var (x, y) = at;
        var rise = lines.Length * LabelRequest.LineHeight;
        var (right, left, middle) = (x + radius + Aside, x - radius - Aside, y + 4.4 - (rise / 2));
        ImmutableArray<(double, double, Anchor)> beside = [(right, middle, Anchor.Start), (left, middle, Anchor.End)];
        return new LabelRequest(
            "label-" + KeyOf(row),
            panel.IsLit(row),
            words,
            isOffMap ? beside : [.. beside, (x, y - radius - 6 - rise, Anchor.Middle), (x, y + radius + 14, Anchor.Middle), (right, middle - 12, Anchor.Start), (right, middle + 12, Anchor.Start), (left, middle - 12, Anchor.End), (left, middle + 12, Anchor.End)])
        {
            Under = lines,
            Of = (x, y, radius),
            Air = isOffMap ? 0 : FreeEnd,
            Afar = isOffMap ? [] : [.. Distances.SelectMany(d => Around(x, y, radius + d))],
            IsNear = panel.Layout.IsNarrow && !panel.IsLit(row),
        };
    }

    // Places around a circle, to its sides first.
    private static IEnumerable<(double X, double Y, Anchor Anchor)> Around(double x, double y, double distance) =>
        Directions.Select(d => (x + (d.X * distance), y + (d.Y * distance) + 4.4, d.X > 0.3 ? Anchor.Start : d.X < -0.3 ? Anchor.End : Anchor.Middle));
}
