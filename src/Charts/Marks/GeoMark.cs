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
/// <param name="Per">How many units each dot within a circle stands for; null for flat circles.</param>
/// <param name="Elsewhere">Rows without a place, such as the rest of a total, which stand hollow below the map; or null.</param>
/// <param name="IsRing">Whether its circles are rings around the middle of another mark's, so that two numbers of a place can be compared.</param>
public sealed record GeoMark(MarkChannels Channels, string? Region, string? Lon, string? Lat, string? Size, string? Hedge, RowFilter? Hatch, string? Short, double? Per, RowFilter? Elsewhere, bool IsRing)
    : Mark(Channels)
{
    // A filled region smaller than this many square pixels is marked by a dot of its colour too.
    private const double SmallestFill = 14;
    private const double DotRadius = 3;
    private const double CircleGap = 2;
    private const double PlaceRadius = 2.4;
    private const double KeptWide = 8;
    private const double KeptNarrow = 4;
    private const int MostCircles = 120;

    // More dots in one circle would be too fine for a phone.
    private const int MostDots = 150;
    private const double Aside = 5;
    private const double OffMapHead = 24;
    private const double OffMapGap = 12;
    private const double OffMapLine = 18;
    private const double OffMapSquare = 6;
    private const double HollowPart = 0.6;

    // Paper on both sides of a ring, together; among dots less is enough.
    private const float RingRim = 2.5f;
    private const float DottedRim = 1.2f;

    private const double RingWordsPart = 0.38;

    // The name of a region without a circle, so near to a circle, would be read as the circle's.
    private const double RegionApart = 3;
    private const double StepAside = 5;

    // Up to this width, in pixels, a name stands beside a region.
    private const double SmallRegion = 64;

    private static readonly double[] Distances = [10, 18, 28, 40, 54, 70, 90, 115, 140];

    private static readonly (double X, double Y)[] Directions =
        [(1, 0), (-1, 0), (0.87, -0.5), (0.87, 0.5), (-0.87, -0.5), (-0.87, 0.5), (0.5, -0.87), (0.5, 0.87), (-0.5, -0.87), (-0.5, 0.87), (0, -1), (0, 1)];

    internal static Mark? Read(MapReader map, MarkContext context, MarkChannels channels)
    {
        var size = FieldRef.Read(map, "size", context.Data, FieldType.Number);
        var hedge = FieldRef.Read(map, "hedge", context.Data, FieldType.Text);
        var hatch = RowFilter.ReadFlag(map, "hatch", context.Data);
        var shorter = FieldRef.Read(map, "short", context.Data);
        var per = ReadDots(map, context.Data, size);
        var elsewhere = RowFilter.ReadFlag(map, "elsewhere", context.Data);
        var isRing = map.Flag("ring");
        if (map.Node("lon") is null && map.Node("lat") is null)
        {
            var region = FieldRef.ReadRequired(map, "region", context.Data, FieldType.Text);
            return region is null ? null : new GeoMark(channels, region, null, null, size, hedge, hatch, shorter, per, elsewhere, isRing);
        }

        var lon = FieldRef.ReadRequired(map, "lon", context.Data, FieldType.Number);
        var lat = FieldRef.ReadRequired(map, "lat", context.Data, FieldType.Number);
        return lon is null || lat is null ? null : new GeoMark(channels, null, lon, lat, size, hedge, hatch, shorter, per, elsewhere, isRing);
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
    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => teller.Now.Rows.Where(r => !IsRing || ValuesOf(r).Any()).Select(r => teller.Tell(this, r, !ValuesOf(r).Any() ? teller.MissingWords(r)
        : FieldOfNumbers is { } field ? AmountOf(r, field, teller.Now.Chart.Data.Field(field)!.Unit, teller.Now.Language)
        : Channels.Colour is OrdinalColour colour ? teller.Now.Text(r, colour.Field) : ""));

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfMap(this, seen);

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        var map = chart.Map!;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (IsRing && (Size is null || HostIn(chart.Marks) is null))
        {
            findings.Add(Diagnostic.Error("EX0305", Span, Size is null ? "a ring is as large as a number says, but this mark has no 'size'" : "a ring stands around a circle, but no earlier mark has circles", "give the mark a 'size', and another geo mark with a 'size' before it"));
            return;
        }

        if (IsRing && chart.States.FirstOrDefault(s => chart.MarksIn(s) is var drawn && drawn.Contains(this) && HostIn(drawn) is null) is { } bare)
        {
            findings.Add(Diagnostic.Error("EX0305", bare.Span ?? Span, $"in the state '{bare.Name}' the rings of '{Name}' have no circles to stand around", $"draw '{HostIn(chart.Marks)!.Name}' there too, or take '{Name}' out"));
            return;
        }

        if (Size is not null && chart.Data.Rows.Length > MostCircles)
        {
            findings.Add(Diagnostic.Error("EX0316", Span, $"{chart.Data.Rows.Length} circles are too many for a map", $"draw {MostCircles} at most"));
            return;
        }

        ImmutableArray<ProjectedMap> views = map.PhoneView is null ? [map.On(Artboard.All[0])] : [map.On(Artboard.All[0]), map.On(Artboard.All[^1])];
        CheckDots(chart, findings);
        foreach (var row in chart.Data.Rows)
        {
            if (IsElsewhere(row) || (IsRing && HostIn(chart.Marks)!.IsElsewhere(row)))
                continue;
            if (Region is not null)
                CheckRegion(chart, row, row.Identity(Region), map, views, seen, findings);
            else if (row.Number(Lon!) is not { } lon || row.Number(Lat!) is not { } lat)
                findings.Add(Diagnostic.Error("EX0338", row[row.Number(Lon!) is null ? Lon! : Lat!].Span, $"the row '{row.Key}' has no place on the globe", "give it a longitude and a latitude, or leave it out"));
            else if (Math.Abs(lon) > 180 || Math.Abs(lat) > 90)
                findings.Add(Diagnostic.Error("EX0338", row[Lon!].Span, FormattableString.Invariant($"{lon}, {lat} is no place on the globe"), "longitudes lie from -180 to 180, latitudes from -90 to 90"));
            else if (Size is null && views.Any(v => v.Point(lon, lat) is null))
                findings.Add(Diagnostic.Warning("EX0339", row[Lon!].Span, $"the row '{row.Key}' lies outside the map's view", "widen 'view', or leave the row out"));
            if (Size is not null && row.Number(Size) < 0)
                findings.Add(Diagnostic.Error("EX0321", row[Size].Span, "a size below zero cannot be drawn", "leave it out"));
        }
    }

    private void CheckDots(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (Size is null || IsRing)
        {
            if (Per is not null || Elsewhere is not null)
                findings.Add(Diagnostic.Error("EX0305", Span, $"'{(Per is null ? "elsewhere" : "dots")}' goes with circles, but this mark has none", IsRing ? "write it beside the circles around which the rings stand" : "give the mark a 'size', or take it out"));
            return;
        }

        if (Per is not { } per)
            return;
        foreach (var row in Sized(chart).Where(r => DotsOf(r) == 0))
            findings.Add(Diagnostic.Warning("EX0320", row[Size].Span, FormattableString.Invariant($"the row '{row.Key}' gets no dot: it is less than half of the {per:0.##} that one stands for"), "choose a smaller 'dots', or leave the row out"));
    }

    // How many units a dot stands for; where that makes no sense, it is told and left out.
    private static double? ReadDots(MapReader map, Dataset data, string? size)
    {
        if (map.Number("dots") is not { } per)
            return null;
        var at = map.Scalar("dots")!.Span;
        if (per <= 0)
        {
            map.Findings.Add(Diagnostic.Error("EX0309", at, "'dots' says how many units each dot stands for, so it should be above zero"));
            return null;
        }

        if (size is null || data.Rows.MaxBy(r => r.Number(size) ?? 0) is not { } largest || !(largest.Number(size) / per > MostDots))
            return per;
        map.Findings.Add(Diagnostic.Error("EX0309", at, $"the circle of '{largest.Key}' would have {largest.Number(size) / per:0} dots", $"choose 'dots' so that no circle has more than {MostDots}"));
        return null;
    }

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        if (IsRing)
            return [];
        var items = Channels.Colour.Entries(layout.Rows, layout.Language)
            .Select(e => Size is null ? Key.Square($"{Name}-{e.Role}", e.Words, SwatchOf(e.Role, layout.Rows)) : new KeyItem($"{Name}-{e.Role}", e.Words, 12, (sketch, x, y) => sketch.Circle(x + 6, y, 5.5, new Paint(e.Role))));
        return layout.Rows.FirstOrDefault(r => !ValuesOf(r).Any()) is { } missing && (Size is null || Region is not null)
            ? items.Append(Key.Square($"{Name}-missing", layout.MissingWords(missing), Size is null ? Missing : Uncounted))
            : items;
    }

    /// <summary>Height of what stands below the map, as its places lie outside it; zero when there is none.</summary>
    internal double OffMapHeight(Layout layout, ProjectedMap map, CircleScale scale) =>
        OffMapLines(layout, map, scale) is { Count: > 0 } lines ? OffMapHead + lines.Sum(HeightOf) : 0;

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        // Rings are drawn by the mark around whose circles they stand.
        if (Size is null)
            DrawRegions(panel, rows);
        else if (!IsRing)
            DrawCircles(panel, rows);
    }

    internal override bool IsHatched(Row row) => Hatch?.Chooses(row) ?? false;

    private static Paint Missing => new("ink3", "ink3", 0.8f, Hatch: true);

    private static Paint Uncounted => new("ink2", "ink2", 1, Hatch: true);

    /// <summary>The mark around whose circles rings stand: the first that has some.</summary>
    internal GeoMark? HostIn(IEnumerable<Mark> marks) => marks.TakeWhile(m => m != this).OfType<GeoMark>().FirstOrDefault(m => m is { Size: not null, IsRing: false });

    // Where a row's place is, or null when it is out of view, or nowhere.
    private (double X, double Y)? PlaceOf(Row row, ProjectedMap map) =>
        IsElsewhere(row) ? null
        : Region is not null ? map.Find(row.Identity(Region))?.Anchor
        : row.Number(Lon!) is { } lon && row.Number(Lat!) is { } lat ? map.Point(lon, lat) : null;

    private void CheckRegion(ChartSpec chart, Row row, string code, MapSpec map, ImmutableArray<ProjectedMap> views, HashSet<string> seen, ICollection<Diagnostic> findings)
    {
        var at = row[Region!].Span;
        if (map.Atlas.Find(code) is null)
            findings.Add(Diagnostic.Error("EX0338", at, $"the map has no region '{code}'", map.Atlas.HintFor(code)));
        else if (!seen.Add(code) && chart.States.Any(s => chart.RowsIn(s).Count(r => r.Identity(Region!) == code) > 1))
            findings.Add(Diagnostic.Error("EX0317", at, $"an earlier row stands at '{code}' too, so one of them would hide the other", "show one of them in each state"));
        else if (Size is null && views.Any(v => !v.Find(code)!.IsInView))
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
            panel.Labels.Ask(Beside(panel, row, (x, y), DotRadius + 1, [new(name, StyleOf(panel.Layout, false, "ink"))]) with { IsOptional = true });
    }

    private void LabelRegion(Panel panel, Row row, (double X, double Y) at, string words)
    {
        var style = new TextStyle(12, true, "ink");
        var (x, y) = at;
        panel.Labels.Ask(new LabelRequest("label-" + KeyOf(row), panel.IsLit(row), [new(words, style)], [(x, y + 4, Anchor.Middle), (x, y + 18, Anchor.Middle), (x, y - 10, Anchor.Middle)], IsOptional: true));
    }

    /// <summary>Hatches the regions without a number, on which circles and words will stand.</summary>
    internal void DrawUncounted(Panel panel, IReadOnlyList<Row> rows)
    {
        if (Size is null || IsRing)
            return;
        var frame = panel.Map!.Value;
        foreach (var row in UncountedIn(frame.Map, rows))
        {
            var region = frame.Map.Find(row.Identity(Region!))!;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            FillRegion(panel, frame, region, Uncounted);

            // Words of a circle on the hatching of a small region would be taken for the region's.
            if (region.Bounds.Width < SmallRegion)
            {
                foreach (var part in frame.Of(region.Rings))
                    panel.Labels.Take(KeyOf(row), Rings.Bounds(part));
            }
        }
    }

    private List<Row> UncountedIn(ProjectedMap map, IReadOnlyList<Row> rows) =>
        [.. rows.Where(r => IsUncounted(r) && map.Find(r.Identity(Region!)) is { IsInView: true })];

    // Circles stand where they do in every state: apart from each other, as near to their places as they can. A region
    // without a number is hatched, so that it is not taken for one with few people.
    private void DrawCircles(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        var map = frame.Map;
        var uncounted = UncountedIn(map, rows);
        var inView = Sized(panel.Layout.Spec).Where(r => PlaceOf(r, map) is not null).ToList();
        var placed = Placed(panel.Layout, frame, inView);
        var names = new List<LabelRequest>();
        foreach (var (row, circle) in inView.Zip(placed).Where(p => rows.Contains(p.First)).OrderByDescending(p => p.Second.Radius))
        {
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            var at = frame.Of((circle.X, circle.Y));
            if (circle.Distance > circle.Radius + (2 * PlaceRadius) && !IsHome(row, map, circle))
            {
                // It begins at the edge of the circle, so that it is seen to be the circle's.
                var place = frame.Of((circle.TrueX, circle.TrueY));
                var (dx, dy) = ((place.X - at.X) / circle.Distance, (place.Y - at.Y) / circle.Distance);
                panel.Sketch.Line(at.X + (dx * circle.Radius), at.Y + (dy * circle.Radius), place.X, place.Y, new Paint(Stroke: RoleOf(row), Width: 1.2f));
                panel.Sketch.Circle(place.X, place.Y, PlaceRadius, new Paint(RoleOf(row), "paper", 1));
                panel.Labels.TakeLine(at, place);
            }

            names.AddRange(DrawCircle(panel, row, frame.Circles, at));
        }

        names.AddRange(DrawOffMap(panel, frame));

        // On a phone a region without a number that steps back is told by its hatching alone. A line to one that lies under a
        // circle would name the circle.
        names.AddRange(uncounted.Where(r => HasName(panel.Layout, r) && (!panel.Layout.IsNarrow || panel.IsLit(r)) && !IsCovered(map.Find(r.Identity(Region!))!.Anchor!.Value))
            .Select(r => BesideRegion(panel, r, frame, map.Find(r.Identity(Region!))!)));

        // What is spoken of has the first choice.
        foreach (var name in names.OrderBy(n => !n.IsLit))
            panel.Labels.Ask(name);

        bool IsCovered((double X, double Y) at) => placed.Any(c => Math.Pow(c.X - at.X, 2) + Math.Pow(c.Y - at.Y, 2) <= c.Radius * c.Radius);
    }

    // A circle that lies half beside its place would seem to stand for another: where there is room, it leaves the place wholly,
    // to be led there by a line.
    private ImmutableArray<PlacedCircle> Placed(Layout layout, MapFrame frame, List<Row> rows)
    {
        var map = frame.Map;
        var bounds = new Box(1, 1, map.Width - 1, map.Height - 1);
        var kept = Kept(layout, map);
        ImmutableArray<(double X, double Y, double Radius)> circles = [.. rows.Select(r => (PlaceOf(r, map)!.Value.X, PlaceOf(r, map)!.Value.Y, ReachOf(r, layout, frame.Circles)))];
        var near = CirclePlacer.Place(circles, bounds, CircleGap, kept);
        var left = rows.Zip(near).Where(p => p.Second.Distance > p.Second.Radius / 2 && !IsHome(p.First, map, p.Second)).Select(p => (p.Second.TrueX, p.Second.TrueY, KeptRadius(layout))).ToList();
        if (left.Count == 0)
            return near;
        var apart = CirclePlacer.Place(circles, bounds, CircleGap, [.. kept, .. left]);
        return apart.All(c => c.IsFree) ? apart : near;
    }

    // Anywhere in its own region a circle is at home.
    private bool IsHome(Row row, ProjectedMap map, PlacedCircle circle) =>
        Region is not null && InnerPoint.IsInside([.. map.Find(row.Identity(Region))!.Rings], circle.X, circle.Y);

    private static double KeptRadius(Layout layout) => layout.IsNarrow ? KeptNarrow : KeptWide;

    // A small region without a number would lie wholly under a circle, and nobody could see that it has none.
    private List<(double X, double Y, double Radius)> Kept(Layout layout, ProjectedMap map) =>
        [.. layout.Spec.Data.Rows.Where(IsUncounted).Select(r => map.Find(r.Identity(Region!)))
            .Where(r => r is { IsInView: true, Anchor: not null }).Select(r => (r!.Anchor!.Value.X, r.Anchor.Value.Y, KeptRadius(layout)))];

    private IEnumerable<Row> Sized(ChartSpec chart) => chart.Data.Rows.Where(r => r.Number(Size!) is > 0);

    // All circles and rings of a map are on one scale. Those with dots are larger, so that each dot is seen.
    internal static CircleScale ScaleOf(Layout layout)
    {
        var marks = layout.Spec.Marks.OfType<GeoMark>().Where(m => m.Size is not null).ToList();
        var numbers = marks.SelectMany(m => m.Sized(layout.Spec).Select(m.SizeOf)).ToList();
        var dotted = marks.Where(m => m.Per is not null).SelectMany(m => m.Sized(layout.Spec).Select(r => (m.SizeOf(r), m.DotsOf(r)))).ToList();
        var width = layout.Artboard.Width;
        return CircleScale.Of(numbers.DefaultIfEmpty(1).Max(), dotted.Count > 0 ? Math.Clamp(width / 17.0, 16, 48) : Math.Clamp(width / 24.0, 11, 36), dotted);
    }

    private double SizeOf(Row row) => row.Number(Size!)!.Value;

    private int DotsOf(Row row) => (int)Math.Round(SizeOf(row) / Per!.Value, MidpointRounding.AwayFromZero);

    private double RadiusOf(Row row, CircleScale scale) => scale.RadiusOf(SizeOf(row));

    private bool IsElsewhere(Row row) => Elsewhere?.Chooses(row) ?? false;

    // Circles keep their places, so those that another state puts a ring around leave room for it in this one too.
    private double ReachOf(Row row, Layout layout, CircleScale scale) => RingsAround(row, layout.Spec.Marks).Select(m => m.RadiusOf(row, scale)).Append(RadiusOf(row, scale)).Max();

    private IEnumerable<GeoMark> RingsAround(Row row, IEnumerable<Mark> marks) =>
        marks.OfType<GeoMark>().Where(m => m.IsRing && m.HostIn(marks) == this && row.Number(m.Size!) is > 0);

    // What lies beyond the map stands in lines below it, on the same scale: circles, the largest first, as those of a line
    // should be alike, then, where they have names, regions without a number, so that a cut of the map hides none of them.
    // Each takes the first line that has room; what is elsewhere comes after the places there.
    private List<List<OffMapItem>> OffMapLines(Layout layout, ProjectedMap map, CircleScale scale)
    {
        if (Size is null)
            return [];
        var lines = new List<List<OffMapItem>>();
        foreach (var item in layout.Rows.Where(r => PlaceOf(r, map) is null && (r.Number(Size) is > 0 || (IsUncounted(r) && HasName(layout, r)))).Select(Item).OrderByDescending(i => i.Radius))
        {
            if (lines.Find(l => l.Sum(i => i.Width + OffMapGap) + item.Width <= layout.Artboard.Width) is { } line)
                line.Add(item);
            else
                lines.Add([item]);
        }

        return [.. lines.Select(l => l.OrderBy(i => IsUncounted(i.Row)).ThenBy(i => IsElsewhere(i.Row)).ToList())];

        OffMapItem Item(Row row)
        {
            var radius = IsUncounted(row) ? OffMapSquare : ReachOf(row, layout, scale);
            return new(row, radius, (2 * radius) + Aside + (Channels.HasLabels ? WordsOf(layout, row).Concat(Spaced(RingWords(layout, row))).Sum(r => layout.Typefaces.Measure(r.Text, r.Style)) * LabelPlacer.Kerned : 0));
        }
    }

    private static double HeightOf(List<OffMapItem> line) => line.Max(i => Math.Max(OffMapLine, (2 * i.Radius) + CircleGap));

    private List<LabelRequest> DrawOffMap(Panel panel, MapFrame frame)
    {
        var names = new List<LabelRequest>();
        var lines = OffMapLines(panel.Layout, frame.Map, frame.Circles);
        if (lines.Count == 0)
            return names;
        panel.Sketch.Begin("off-map");
        panel.Sketch.Text(0, frame.Below + 12, Anchor.Start, halo: false, new TextRun(panel.Language.Word(lines.Exists(l => l.Exists(i => IsElsewhere(i.Row))) ? "map.off-or-nowhere" : "map.off"), new TextStyle(12, false, "ink2")));
        panel.Labels.Take("off-map", new Box(0, frame.Below, panel.Sketch.Width, frame.Below + OffMapHead - 6));
        var top = frame.Below + OffMapHead - 4;
        foreach (var line in lines)
        {
            var left = 0.0;
            foreach (var (row, radius, width) in line)
            {
                var middle = (X: left + radius, Y: top + (HeightOf(line) / 2));
                left += width + OffMapGap;
                panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
                if (!IsUncounted(row))
                {
                    names.AddRange(DrawCircle(panel, row, frame.Circles, middle, isOffMap: true));
                    continue;
                }

                panel.Sketch.Rect(middle.X - radius, middle.Y - radius, 2 * radius, 2 * radius, Uncounted);
                names.Add(Beside(panel, row, middle, radius, WordsOf(panel.Layout, row), isOffMap: true));
            }

            top += HeightOf(line);
        }

        return names;
    }

    private readonly record struct OffMapItem(Row Row, double Radius, double Width);

    private bool IsUncounted(Row row) => Region is not null && !ValuesOf(row).Any();

    private bool HasName(Layout layout, Row row) => Channels.HasLabels && NameOf(layout, row) is { Length: > 0 };

    // A place's name, and the number where there is one.
    private ImmutableArray<TextRun> WordsOf(Layout layout, Row row)
    {
        if (IsUncounted(row))
            return [new(NameOf(layout, row)!, StyleOf(layout, false, "ink2"))];
        TextRun value = new(NumberOf(layout, row), StyleOf(layout, true, "ink"));
        return NameOf(layout, row) is { Length: > 0 } name ? [new(name + " ", StyleOf(layout, false, "ink")), value] : [value];
    }

    // What the rings around a circle say, each in the colour of its ring; where words would take much of the width, the number alone.
    private ImmutableArray<TextRun> RingWords(Layout layout, Row row)
    {
        return [.. RingsAround(row, layout.Marks).Where(m => m.Channels.HasLabels).Select(Words)];

        TextRun Words(GeoMark ring)
        {
            TextRun number = new(ring.NumberOf(layout, row), StyleOf(layout, false, ring.RoleOf(row)));
            var named = ring.NameOf(layout, row) is { Length: > 0 } name ? number with { Text = layout.Language.Word("mark.value", name, number.Text) } : number;
            return layout.Typefaces.Measure(named.Text, named.Style) <= layout.Artboard.Width * RingWordsPart ? named : number;
        }
    }

    private string NumberOf(Layout layout, Row row) => AmountOf(row, Size!, layout.Spec.Data.Field(Size!)!.Unit, layout.Language, layout.IsNarrow);

    private static TextStyle StyleOf(Layout layout, bool isBold, string role) => new(layout.Artboard.IsPhone ? 12 : layout.IsNarrow ? 12.5f : 13.5f, isBold, role);

    private string AmountOf(Row row, string field, string unit, Language language, bool isTight = false) =>
        Hedge is not null && row.Identity(Hedge) is { Length: > 0 } hedge
            ? Amount.Print(row.Number(field), row.Number(field), hedge, unit, language, new NumberForm(IsTight: isTight))
            : Amount.Value(row.Number(field)!.Value, unit, language, new NumberForm(IsTight: isTight));

    private string? NameOf(Layout layout, Row row) =>
        layout.IsNarrow && Short is not null && row.Text(Short, layout.Language) is { Length: > 0 } shorter ? shorter
        : Channels.Label is { } label ? row.Text(label, layout.Language) : null;

    // A circle, the rings around its middle, and what asks to be written beside them.
    private IEnumerable<LabelRequest> DrawCircle(Panel panel, Row row, CircleScale scale, (double X, double Y) at, bool isOffMap = false)
    {
        var reach = RadiusOf(row, scale);
        FillCircle(panel.Sketch, row, scale, at);
        foreach (var ring in RingsAround(row, panel.Layout.Marks))
        {
            // Paper on both sides of its line parts it from the circle.
            var radius = ring.RadiusOf(row, scale);
            panel.Sketch.Begin(ring.KeyOf(row), panel.IsLit(row));
            var width = panel.Layout.Artboard.IsPhone ? 2 : 2.5f;
            panel.Sketch.Circle(at.X, at.Y, radius, new Paint(Stroke: "paper", Width: width + (Per is null ? RingRim : DottedRim)));
            panel.Sketch.Circle(at.X, at.Y, radius, new Paint(Stroke: ring.RoleOf(row), Width: width));
            reach = Math.Max(reach, radius + 2);
        }

        panel.Labels.Take(KeyOf(row), new Box(at.X - reach, at.Y - reach, at.X + reach, at.Y + reach));
        if (!Channels.HasLabels)
            return [];
        var (words, more) = (WordsOf(panel.Layout, row), RingWords(panel.Layout, row));

        // A phone has room for the numbers that are spoken of.
        if (!isOffMap && !panel.IsLit(row) && panel.Layout.Artboard.IsPhone && words.Length > 1)
            words = [words[0]];
        return [isOffMap ? Beside(panel, row, at, reach, [.. words, .. Spaced(more)], [], isOffMap) : Beside(panel, row, at, reach, words, more)];
    }

    // Flat, or a rim around dots; of what is elsewhere the dots are rings without a rim, and a flat circle is an outline.
    private void FillCircle(Sketch sketch, Row row, CircleScale scale, (double X, double Y) at)
    {
        var (role, radius, isHollow) = (RoleOf(row), RadiusOf(row, scale), IsElsewhere(row));
        if (Per is null)
        {
            sketch.Circle(at.X, at.Y, radius, isHollow ? new Paint("paper", role, 1.5f, "4 3") : new Paint(role, "paper", 1));
            return;
        }

        sketch.Circle(at.X, at.Y, radius, isHollow ? new Paint("paper") : new Paint("paper", role, 1));
        var (disc, dot) = (DotCircle.Of(DotsOf(row)), CircleScale.Dot * scale.Pitch);
        disc.Draw(sketch, at, scale.Pitch, dot, role);
        if (isHollow)
            disc.Draw(sketch, at, scale.Pitch, dot * HollowPart, "paper");
    }

    // A name stands beside a small region, and on a large one.
    private LabelRequest BesideRegion(Panel panel, Row row, MapFrame frame, ProjectedRegion region)
    {
        var isSmall = region.Bounds.Width < SmallRegion;
        var (x, y) = isSmall ? ((region.Bounds.Left + region.Bounds.Right) / 2, (region.Bounds.Top + region.Bounds.Bottom) / 2) : region.Anchor!.Value;
        var name = Beside(panel, row, frame.Of((x, y)), isSmall ? Math.Max(DotRadius, region.Bounds.Width / 2) - 2 : DotRadius, WordsOf(panel.Layout, row));

        // Between circles it may have to step aside a little.
        var (right, left) = (name.Places[0], name.Places[1]);
        return name with
        {
            IsOptional = true,
            Apart = RegionApart,
            Places = [.. name.Places, (right.X + StepAside, right.Y + StepAside, Anchor.Start), (left.X - StepAside, left.Y + StepAside, Anchor.End)],
        };
    }

    private static IEnumerable<TextRun> Spaced(IEnumerable<TextRun> words) => words.Select(w => w with { Text = "  " + w.Text });

    private LabelRequest Beside(Panel panel, Row row, (double X, double Y) at, double radius, ImmutableArray<TextRun> words, ImmutableArray<TextRun> under = default, bool isOffMap = false)
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
            Afar = isOffMap ? [] : [.. Distances.SelectMany(d => Around(x, y, radius + d))],
            IsNear = panel.Layout.IsNarrow && !panel.IsLit(row),
        };
    }

    // Places around a circle, to its sides first.
    private static IEnumerable<(double X, double Y, Anchor Anchor)> Around(double x, double y, double distance) =>
        Directions.Select(d => (x + (d.X * distance), y + (d.Y * distance) + 4.4, d.X > 0.3 ? Anchor.Start : d.X < -0.3 ? Anchor.End : Anchor.Middle));
}
