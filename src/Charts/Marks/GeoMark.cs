using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>What rows say of places on a map: regions that are filled, or circles whose areas are in proportion to numbers.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Region">Field of the regions' codes; null where places are given by longitude and latitude.</param>
/// <param name="Lon">Field of the longitudes, or null.</param>
/// <param name="Lat">Field of the latitudes, or null.</param>
/// <param name="Size">Field of the numbers to which circles are in proportion; null to fill regions.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers of circles, or null.</param>
/// <param name="Hatch">Rows whose regions are hatched, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
public sealed record GeoMark(MarkChannels Channels, string? Region, string? Lon, string? Lat, string? Size, string? Hedge, RowFilter? Hatch, string? Short)
    : Mark(Channels)
{
    // A filled region smaller than this many square pixels is marked by a dot of its colour too.
    private const double SmallestFill = 14;
    private const double DotRadius = 3;
    private const double CircleGap = 2;
    private const double KeptWide = 8;
    private const double KeptNarrow = 4;
    private const int MostCircles = 120;
    private const double Aside = 5;
    private const double OffMapHead = 24;
    private const double OffMapGap = 12;
    private const double OffMapLine = 18;
    private const double OffMapSquare = 6;

    private static readonly double[] Distances = [10, 18, 28, 40, 54, 70, 90, 115, 140];

    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0.87, -0.5), (0.87, 0.5), (-0.87, -0.5), (-0.87, 0.5), (0.5, -0.87), (0.5, 0.87), (-0.5, -0.87), (-0.5, 0.87), (0, -1), (0, 1)];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var size = FieldRef.Read(map, "size", context.Data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", context.Data, FieldType.Text);
        var hatch = RowFilter.ReadFlag(map, "hatch", context.Data);
        var shorter = FieldRef.Read(map, "short", context.Data);
        if (map.Node("lon") is null && map.Node("lat") is null)
        {
            var region = FieldRef.ReadRequired(map, "region", context.Data, FieldType.Text);
            return region is null ? null : new GeoMark(channels, region, null, null, size, hedge, hatch, shorter);
        }

        var lon = FieldRef.ReadRequired(map, "lon", context.Data, FieldType.Number);
        var lat = FieldRef.ReadRequired(map, "lat", context.Data, FieldType.Number);
        return lon is null || lat is null ? null : new GeoMark(channels, null, lon, lat, size, hedge, hatch, shorter);
    }

    internal override IEnumerable<string> FieldsOfWords => base.FieldsOfWords.Concat(Short is null ? [] : [Short]);

    /// <summary>The field whose numbers are seen, as areas of circles or as steps of colour; null where there is none.</summary>
    internal string? FieldOfNumbers => Size ?? (Channels.Colour as SequentialColour)?.Field;

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) =>
        FieldOfNumbers is { } field ? row.Number(field) is { } value ? [value] : [] : [0];

    internal override (string Sort, int Count) Sort(Seen seen) => (Size is null ? "map" : "map-circles", seen.Rows.Count(r => ValuesOf(r).Any()));

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
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (Size is not null && chart.Data.Rows.Length > MostCircles)
        {
            findings.Add(Diagnostic.Error("EX0316", Span, $"{chart.Data.Rows.Length} circles are too many for a map", $"draw {MostCircles} at most"));
            return;
        }

        var projected = map.At(Artboard.All[0].Width, double.PositiveInfinity);
        foreach (var row in chart.Data.Rows)
        {
            if (Region is not null)
                CheckRegion(chart, row, row.Identity(Region), map, projected, seen, findings);
            else if (row.Number(Lon!) is not { } lon || row.Number(Lat!) is not { } lat)
                findings.Add(Diagnostic.Error("EX0338", row[row.Number(Lon!) is null ? Lon! : Lat!].Span, $"the row '{row.Key}' has no place on the globe", "give it a longitude and a latitude, or leave it out"));
            else if (Math.Abs(lon) > 180 || Math.Abs(lat) > 90)
                findings.Add(Diagnostic.Error("EX0338", row[Lon!].Span, FormattableString.Invariant($"{lon}, {lat} is no place on the globe"), "longitudes lie from -180 to 180, latitudes from -90 to 90"));
            else if (Size is null && projected.Point(lon, lat) is null)
                findings.Add(Diagnostic.Warning("EX0339", row[Lon!].Span, $"the row '{row.Key}' lies outside the map's view", "widen 'view', or leave the row out"));
            if (Size is not null && row.Number(Size) < 0)
                findings.Add(Diagnostic.Error("EX0321", row[Size].Span, "a size below zero cannot be drawn", "leave it out"));
        }
    }

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        var items = Channels.Colour.Entries(layout.Rows, layout.Language)
            .Select(e => Size is null ? Key.Square($"{Name}-{e.Role}", e.Words, SwatchOf(e.Role, layout.Rows)) : new KeyItem($"{Name}-{e.Role}", e.Words, 12, (sketch, x, y) => sketch.Circle(x + 6, y, 5.5, new Paint(e.Role))));
        return layout.Rows.FirstOrDefault(r => !ValuesOf(r).Any()) is { } missing && (Size is null || Region is not null)
            ? items.Append(Key.Square($"{Name}-missing", layout.MissingWords(missing), Size is null ? Missing : Uncounted))
            : items;
    }

    /// <summary>Height of what stands below the map, as its places lie outside it; zero when there is none.</summary>
    internal double OffMapHeight(Layout layout, ProjectedMap map) =>
        OffMapLines(layout, map) is { Count: > 0 } lines ? OffMapHead + lines.Sum(l => l.Height) : 0;

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        if (Size is null)
            DrawRegions(panel, rows);
        else
            DrawCircles(panel, rows);
    }

    internal override bool IsHatched(Row row) => Hatch?.Chooses(row) ?? false;

    private static Paint Missing => new("rule", "ink3", 0.8f, Hatch: true);

    // On land, where nothing else is filled, the stripes must be darker to be seen.
    private static Paint Uncounted => new("ink3", "ink3", 0.8f, Hatch: true);

    // Where a row's place is, or null when it is out of view.
    private (double X, double Y)? PlaceOf(Row row, ProjectedMap map) =>
        Region is not null ? map.Find(row.Identity(Region))?.Anchor
        : row.Number(Lon!) is { } lon && row.Number(Lat!) is { } lat ? map.Point(lon, lat) : null;

    private void CheckRegion(ChartSpec chart, Row row, string code, MapSpec map, ProjectedMap projected, HashSet<string> seen, ICollection<Diagnostic> findings)
    {
        var at = row[Region!].Span;
        if (map.Atlas.Find(code) is null)
            findings.Add(Diagnostic.Error("EX0338", at, $"the map has no region '{code}'", map.Atlas.HintFor(code)));
        else if (!seen.Add(code) && chart.States.Any(s => chart.RowsIn(s).Count(r => r.Identity(Region!) == code) > 1))
            findings.Add(Diagnostic.Error("EX0317", at, $"an earlier row stands at '{code}' too, so one of them would hide the other", "show one of them in each state"));
        else if (Size is null && !projected.Find(code)!.IsInView)
            findings.Add(Diagnostic.Warning("EX0339", at, $"'{code}' lies outside the map's view", "widen 'view', or leave the row out"));
    }

    private void DrawRegions(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        foreach (var row in rows)
        {
            var role = RoleOf(row);
            var paint = !ValuesOf(row).Any() ? Missing : IsHatched(row) ? new Paint(role, role, 0.8f, Hatch: true) : new Paint(role, "paper", 0.7f);
            if (Region is null)
            {
                if (PlaceOf(row, frame.Map) is { } dot)
                    DrawDot(panel, row, frame.Of(dot), new Paint(role, "paper", 1));
                continue;
            }

            if (frame.Map.Find(row.Identity(Region)) is not { IsInView: true } region)
                continue;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            FillRegion(panel, frame, region, paint);
            if (Channels.HasLabels && NameOf(panel.Layout, row) is { Length: > 0 } name)
                LabelRegion(panel, row, frame.Of(region.Anchor!.Value), name);
        }
    }

    private static void FillRegion(Panel panel, MapFrame frame, ProjectedRegion region, Paint paint)
    {
        if (!region.Rings.IsEmpty)
            panel.Sketch.Outline(() => frame.Of(region.Rings), paint, frame.Drawn("region " + region.Code));
        var (x, y) = frame.Of(region.Anchor!.Value);
        if (region.Area < SmallestFill)
            panel.Sketch.Circle(x, y, DotRadius, paint);
    }

    private void DrawDot(Panel panel, Row row, (double X, double Y) at, Paint paint)
    {
        var (x, y) = at;
        panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
        panel.Sketch.Circle(x, y, DotRadius + 1, paint);
        panel.Labels.Take(KeyOf(row), new Box(x - 4, y - 4, x + 4, y + 4));
        if (Channels.HasLabels && NameOf(panel.Layout, row) is { Length: > 0 } name)
            Beside(panel, row, (x, y), DotRadius + 1, [new(name, new TextStyle(12.5f, false, "ink"))], isOptional: true);
    }

    private void LabelRegion(Panel panel, Row row, (double X, double Y) at, string words)
    {
        var style = new TextStyle(12, true, "ink");
        var (x, y) = at;
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [new(words, style)], [(x, y + 4, Anchor.Middle), (x, y + 18, Anchor.Middle), (x, y - 10, Anchor.Middle)], IsOptional: true));
    }

    // Circles stand where they do in every state: apart from each other, as near to their places as they can. A region
    // without a number is hatched, so that it is not taken for one with few people.
    private void DrawCircles(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        var map = frame.Map;
        var uncounted = rows.Where(r => IsUncounted(r) && map.Find(r.Identity(Region!)) is { IsInView: true }).ToList();
        foreach (var row in uncounted)
        {
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            FillRegion(panel, frame, map.Find(row.Identity(Region!))!, Uncounted);
        }

        var inView = Sized(panel.Layout.Spec).Where(r => PlaceOf(r, map) is not null).ToList();
        var placed = CirclePlacer.Place([.. inView.Select(r => (PlaceOf(r, map)!.Value.X, PlaceOf(r, map)!.Value.Y, RadiusOf(r, panel.Layout)))], new Box(1, 1, map.Width - 1, map.Height - 1), CircleGap, Kept(panel.Layout, map));
        foreach (var (row, circle) in inView.Zip(placed).Where(p => rows.Contains(p.First)).OrderByDescending(p => p.Second.Radius))
        {
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            var (x, y) = frame.Of((circle.X, circle.Y));
            if (circle.Distance > circle.Radius)
            {
                var (trueX, trueY) = frame.Of((circle.TrueX, circle.TrueY));
                panel.Sketch.Line(x, y, trueX, trueY, new Paint(Stroke: RoleOf(row)));
                panel.Sketch.Circle(trueX, trueY, 2, new Paint(RoleOf(row)));
                panel.Labels.TakeLine((x, y), (trueX, trueY));
            }

            DrawCircle(panel, row, (x, y), circle.Radius);
        }

        DrawOffMap(panel, frame);

        // A line to a region that lies under a circle would name the circle.
        foreach (var row in uncounted.Where(r => HasName(panel.Layout, r) && !IsCovered(map.Find(r.Identity(Region!))!.Anchor!.Value)))
            Beside(panel, row, frame.Of(map.Find(row.Identity(Region!))!.Anchor!.Value), DotRadius, WordsOf(panel.Layout, row), isOptional: true);

        bool IsCovered((double X, double Y) at) => placed.Any(c => Math.Pow(c.X - at.X, 2) + Math.Pow(c.Y - at.Y, 2) <= c.Radius * c.Radius);
    }

    // A small region without a number would lie wholly under a circle, and nobody could see that it has none.
    private List<(double X, double Y, double Radius)> Kept(Layout layout, ProjectedMap map) =>
        [.. layout.Spec.Data.Rows.Where(IsUncounted).Select(r => map.Find(r.Identity(Region!)))
            .Where(r => r is { IsInView: true, Anchor: not null }).Select(r => (r!.Anchor!.Value.X, r.Anchor.Value.Y, layout.IsNarrow ? KeptNarrow : KeptWide))];

    private IEnumerable<Row> Sized(ChartSpec chart) => chart.Data.Rows.Where(r => r.Number(Size!) is > 0);

    private double RadiusOf(Row row, Layout layout)
    {
        var largest = Sized(layout.Spec).Max(r => r.Number(Size!)!.Value);
        return Math.Max(2.5, Math.Sqrt(row.Number(Size!)!.Value / largest) * Math.Clamp(layout.Artboard.Width / 24.0, 11, 36));
    }

    // What lies beyond the map stands in lines below it, on the same scale: circles first, then, where they have names,
    // regions without a number, so that a cut of the map hides none of them. Each takes the first line that has room.
    private List<(List<(Row Row, double X, double Radius)> Items, double Height)> OffMapLines(Layout layout, ProjectedMap map)
    {
        var lines = new List<(List<(Row Row, double X, double Radius)> Items, double Height)>();
        if (Size is null)
            return lines;
        var ends = new List<double>();
        foreach (var row in layout.Rows.Where(r => PlaceOf(r, map) is null && (r.Number(Size) is > 0 || (IsUncounted(r) && HasName(layout, r)))).OrderBy(IsUncounted))
        {
            var radius = IsUncounted(row) ? OffMapSquare : RadiusOf(row, layout);
            var width = (2 * radius) + Aside + (Channels.HasLabels ? WordsOf(layout, row).Sum(r => layout.Typefaces.Measure(r.Text, r.Style)) * LabelPlacer.Kerned : 0);
            var line = ends.FindIndex(end => end + width <= layout.Artboard.Width);
            if (line < 0)
            {
                line = lines.Count;
                lines.Add(([], OffMapLine));
                ends.Add(0);
            }

            var (items, height) = lines[line];
            items.Add((row, ends[line], radius));
            lines[line] = (items, Math.Max(height, (2 * radius) + CircleGap));
            ends[line] += width + OffMapGap;
        }

        return lines;
    }

    private void DrawOffMap(Panel panel, MapFrame frame)
    {
        var lines = OffMapLines(panel.Layout, frame.Map);
        if (lines.Count == 0)
            return;
        panel.Sketch.Begin("off-map");
        panel.Sketch.Text(0, frame.Below + 12, Anchor.Start, halo: false, new TextRun(panel.Language.Word("map.off"), new TextStyle(12, false, "ink2")));
        var top = frame.Below + OffMapHead - 4;
        foreach (var (items, height) in lines)
        {
            foreach (var (row, x, radius) in items)
            {
                var middle = (X: x + radius, Y: top + (height / 2));
                panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
                if (!IsUncounted(row))
                {
                    DrawCircle(panel, row, middle, radius, besideOnly: true);
                    continue;
                }

                panel.Sketch.Rect(x, middle.Y - radius, 2 * radius, 2 * radius, Uncounted);
                Beside(panel, row, middle, radius, WordsOf(panel.Layout, row), isOptional: false, besideOnly: true);
            }

            top += height;
        }
    }

    private bool IsUncounted(Row row) => Region is not null && !ValuesOf(row).Any();

    private bool HasName(Layout layout, Row row) => Channels.HasLabels && NameOf(layout, row) is { Length: > 0 };

    // A place's name, and the number where there is one.
    private ImmutableArray<TextRun> WordsOf(Layout layout, Row row)
    {
        if (IsUncounted(row))
            return [new(NameOf(layout, row)!, new TextStyle(12, false, "ink2"))];
        var amount = AmountOf(row, Size!, layout.Spec.Data.Field(Size!)!.Unit, layout.Language, layout.IsNarrow);
        TextRun value = new(amount, new TextStyle(12.5f, true, "ink"));
        return NameOf(layout, row) is { Length: > 0 } name ? [new(name + " ", new TextStyle(12.5f, false, "ink")), value] : [value];
    }

    private string AmountOf(Row row, string field, string unit, Language language, bool isTight = false) =>
        Hedge is not null && row.Identity(Hedge) is { Length: > 0 } hedge
            ? Amount.Print(row.Number(field), row.Number(field), hedge, unit, language, new NumberForm(IsTight: isTight))
            : Amount.Value(row.Number(field)!.Value, unit, language, new NumberForm(IsTight: isTight));

    private string? NameOf(Layout layout, Row row) =>
        layout.IsNarrow && Short is not null && row.Text(Short, layout.Language) is { Length: > 0 } shorter ? shorter
        : Channels.Label is { } label ? row.Text(label, layout.Language) : null;

    private void DrawCircle(Panel panel, Row row, (double X, double Y) at, double radius, bool besideOnly = false)
    {
        panel.Sketch.Circle(at.X, at.Y, radius, new Paint(RoleOf(row), "paper", 1));
        panel.Labels.Take(KeyOf(row), new Box(at.X - radius, at.Y - radius, at.X + radius, at.Y + radius));
        if (Channels.HasLabels)
            Beside(panel, row, at, radius, WordsOf(panel.Layout, row), isOptional: false, besideOnly);
    }

    private void Beside(Panel panel, Row row, (double X, double Y) at, double radius, ImmutableArray<TextRun> words, bool isOptional, bool besideOnly = false)
    {
        // On a phone what steps back, and is no circle, is named only where there is room at its side.
        var isQuiet = isOptional && panel.Layout.IsNarrow && !panel.IsLit(row);
        var (x, y) = at;
        var (right, left, middle) = (x + radius + Aside, x - radius - Aside, y + 4.4);
        ImmutableArray<(double, double, Anchor)> beside = [(right, middle, Anchor.Start), (left, middle, Anchor.End)];
        panel.Labels.Ask(new LabelRequest(
            "label-" + KeyOf(row),
            panel.IsLit(row),
            words,
            besideOnly || isQuiet ? beside : [.. beside, (x, y - radius - 6, Anchor.Middle), (x, y + radius + 14, Anchor.Middle), (right, middle - 12, Anchor.Start), (right, middle + 12, Anchor.Start), (left, middle - 12, Anchor.End), (left, middle + 12, Anchor.End)],
            Needed: 1,
            IsOptional: isOptional)
        {
            Of = (x, y, radius),
            Afar = besideOnly || isQuiet ? [] : [.. Distances.SelectMany(d => Around(x, y, radius + d))],
        });
    }

    // Places around a circle, to its sides first.
    private static IEnumerable<(double X, double Y, Anchor Anchor)> Around(double x, double y, double distance) =>
        Directions.Select(d => (x + (d.X * distance), y + (d.Y * distance) + 4.4, d.X > 0.3 ? Anchor.Start : d.X < -0.3 ? Anchor.End : Anchor.Middle));
}
