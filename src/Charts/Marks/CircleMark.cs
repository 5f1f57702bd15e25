using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Circles at places, whose areas are in proportion to numbers: flat, or filled with dots that can be counted.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Places">Where the rows' places are; a region without a number is hatched.</param>
/// <param name="Size">Field of the numbers.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
/// <param name="Per">How many units each dot within a circle stands for; null for flat circles.</param>
/// <param name="Elsewhere">Rows without a place, such as the rest of a total, which stand hollow below the map; or null.</param>
public sealed record CircleMark(MarkChannels Channels, GeoPlaces Places, string Size, string? Hedge, string? Short, double? Per, RowFilter? Elsewhere)
    : SizedGeoMark(Channels, Places, Size, Hedge, Short)
{
    // More dots in one circle would be too fine for a phone.
    private const int MostDots = 150;
    private const double CircleGap = 2;
    private const double PlaceRadius = 2.4;
    private const double KeptWide = 8;
    private const double KeptNarrow = 4;
    private const double OffMapSquare = 6;
    private const double HollowPart = 0.6;

    // Paper on both sides of a ring, together; among dots less is enough.
    private const float RingRim = 2.5f;
    private const float DottedRim = 1.2f;

    // The name of a region without a circle, so near to a circle, would be read as the circle's.
    private const double RegionApart = 3;
    private const double StepAside = 5;

    // Up to this width, in pixels, a name stands beside a region.
    private const double SmallRegion = 64;

    private static Paint Uncounted => new("ink2", "ink2", 1, Hatch: true);

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        var items = ColoursToExplain(layout).Select(e => new KeyItem(e.Id, e.Words, 12, (sketch, x, y) => sketch.Circle(x + 6, y, 5.5, new Paint(e.Role))));
        return layout.Rows.FirstOrDefault(IsUncounted) is { } missing ? items.Append(Key.Square($"{Name}-missing", layout.MissingWords(missing), Uncounted)) : items;
    }

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (chart.States.FirstOrDefault(s => chart.MarksIn(s) is var drawn && drawn.Contains(this) && drawn.OfType<CircleMark>().First() != this) is { } both)
        {
            findings.Add(Diagnostic.Error("EX0305", both.Span ?? Span, "a map has one mark with circles at a time: two of them would lie over each other", "draw them in states of their own, or make the second rings ('ring: yes')"));
            return;
        }

        base.Check(chart, findings);
        if (Per is not { } per)
            return;
        foreach (var row in Sized(chart).Where(r => DotsOf(r) == 0))
            findings.Add(Diagnostic.Warning("EX0320", row[Size].Span, FormattableString.Invariant($"the row '{row.Key}' gets no dot: it is less than half of the {per:0.##} that one stands for"), "choose a smaller 'dots', or leave the row out"));
    }

    /// <summary>How many units a dot stands for; where that makes no sense, it is told and left out.</summary>
    internal static double? ReadDots(MapReader map, Dataset data, string size)
    {
        if (map.Number("dots") is not { } per)
            return null;
        var at = map.Scalar("dots")!.Span;
        if (per <= 0)
        {
            map.Findings.Add(Diagnostic.Error("EX0309", at, "'dots' says how many units each dot stands for, so it should be above zero"));
            return null;
        }

        if (data.Rows.MaxBy(r => r.Number(size) ?? 0) is not { } largest || !(largest.Number(size) / per > MostDots))
            return per;
        map.Findings.Add(Diagnostic.Error("EX0309", at, $"the circle of '{largest.Key}' would have {largest.Number(size) / per:0} dots", $"choose 'dots' so that no circle has more than {MostDots}"));
        return null;
    }

    /// <summary>Whether a row has no place, such as the rest of a total.</summary>
    internal bool IsElsewhere(Row row) => Elsewhere?.Chooses(row) ?? false;

    /// <summary>How many dots a row's circle holds.</summary>
    internal int DotsOf(Row row) => (int)Math.Round(SizeOf(row) / Per!.Value, MidpointRounding.AwayFromZero);

    /// <summary>What stands below a map, as its places lie beyond it or nowhere.</summary>
    internal OffMap OffMapOf(Layout layout, ProjectedMap map, CircleScale scale)
    {
        return OffMap.Arrange(layout.Rows.Where(r => PlaceOf(r, map) is null && (r.Number(Size) is > 0 || (IsUncounted(r) && HasName(layout, r)))).Select(Item), layout.Artboard.Width);

        // In its line what has no number comes last, and before it what is elsewhere.
        OffMapItem Item(Row row)
        {
            var radius = IsUncounted(row) ? OffMapSquare : ReachOf(row, layout, scale);
            var words = Channels.HasLabels ? WordsOf(layout, row).Concat(Spaced(RingWords(layout, row))).Sum(r => layout.Typefaces.Measure(r.Text, r.Style)) * LabelPlacer.Kerned : 0;
            return new(row, radius, (2 * radius) + Aside + words, (IsUncounted(row) ? 2 : 0) + (IsElsewhere(row) ? 1 : 0));
        }
    }

    /// <summary>Hatches the regions without a number, on which circles and words will stand.</summary>
    internal void DrawUncounted(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        foreach (var row in UncountedIn(frame.Map, rows))
        {
            var region = frame.Map.Find(row.Identity(Places.Region!))!;
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

    // Circles stand where they do in every state: apart from each other, as near to their places as they can. A region
    // without a number is hatched, so that it is not taken for one with few people.
    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
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
        names.AddRange(uncounted.Where(r => HasName(panel.Layout, r) && (!panel.Layout.IsNarrow || panel.IsLit(r)) && !IsCovered(map.Find(r.Identity(Places.Region!))!.Anchor!.Value))
            .Select(r => BesideRegion(panel, r, frame, map.Find(r.Identity(Places.Region!))!)));

        // What is spoken of has the first choice.
        foreach (var name in names.OrderBy(n => !n.IsLit))
            panel.Labels.Ask(name);

        bool IsCovered((double X, double Y) at) => placed.Any(c => Math.Pow(c.X - at.X, 2) + Math.Pow(c.Y - at.Y, 2) <= c.Radius * c.Radius);
    }

    private protected override bool HasPlace(Row row, ChartSpec chart) => !IsElsewhere(row);

    // Where a row's place is, or null when it is out of view, or nowhere.
    private (double X, double Y)? PlaceOf(Row row, ProjectedMap map) => IsElsewhere(row) ? null : Places.Of(row, map);

    private List<Row> UncountedIn(ProjectedMap map, IReadOnlyList<Row> rows) =>
        [.. rows.Where(r => IsUncounted(r) && map.Find(r.Identity(Places.Region!)) is { IsInView: true })];

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
        Places.Region is not null && InnerPoint.IsInside([.. map.Find(row.Identity(Places.Region))!.Rings], circle.X, circle.Y);

    private static double KeptRadius(Layout layout) => layout.IsNarrow ? KeptNarrow : KeptWide;

    // A small region without a number would lie wholly under a circle, and nobody could see that it has none.
    private List<(double X, double Y, double Radius)> Kept(Layout layout, ProjectedMap map) =>
        [.. layout.Spec.Data.Rows.Where(IsUncounted).Select(r => map.Find(r.Identity(Places.Region!)))
            .Where(r => r is { IsInView: true, Anchor: not null }).Select(r => (r!.Anchor!.Value.X, r.Anchor.Value.Y, KeptRadius(layout)))];

    // Circles keep their places, so those that another state puts a ring around leave room for it in this one too.
    private double ReachOf(Row row, Layout layout, CircleScale scale) => RingsAround(row, layout.Spec.Marks).Select(m => m.RadiusOf(row, scale)).Append(RadiusOf(row, scale)).Max();

    private IEnumerable<RingMark> RingsAround(Row row, IEnumerable<Mark> marks) =>
        marks.OfType<RingMark>().Where(m => m.HostIn(marks) == this && row.Number(m.Size) is > 0);

    private List<LabelRequest> DrawOffMap(Panel panel, MapFrame frame)
    {
        var names = new List<LabelRequest>();
        var items = OffMapOf(panel.Layout, frame.Map, frame.Circles);
        if (items.Lines.IsEmpty)
            return names;
        panel.Sketch.Begin("off-map");
        panel.Sketch.Text(0, frame.Below + 12, Anchor.Start, halo: false, new TextRun(panel.Language.Word(items.Placed().Any(i => IsElsewhere(i.Row)) ? "map.off-or-nowhere" : "map.off"), new TextStyle(12, false, "ink2")));
        panel.Labels.Take("off-map", new Box(0, frame.Below, panel.Sketch.Width, frame.Below + OffMap.Head - 6));
        foreach (var (row, radius, x, y) in items.Placed())
        {
            var middle = (X: x, Y: frame.Below + y);
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            if (!IsUncounted(row))
            {
                names.AddRange(DrawCircle(panel, row, frame.Circles, middle, isOffMap: true));
                continue;
            }

            panel.Sketch.Rect(middle.X - radius, middle.Y - radius, 2 * radius, 2 * radius, Uncounted);
            names.Add(Beside(panel, row, middle, radius, WordsOf(panel.Layout, row), isOffMap: true));
        }

        return names;
    }

    private bool IsUncounted(Row row) => Places.Region is not null && !ValuesOf(row).Any();

    private bool HasName(Layout layout, Row row) => Channels.HasLabels && NameOf(layout, row) is { Length: > 0 };

    // A place's name, and the number where there is one.
    private ImmutableArray<TextRun> WordsOf(Layout layout, Row row)
    {
        if (IsUncounted(row))
            return [new(NameOf(layout, row)!, StyleOf(layout, false, "ink2"))];
        TextRun value = new(NumberOf(layout, row), StyleOf(layout, true, "ink"));
        return NameOf(layout, row) is { Length: > 0 } name ? [new(name + " ", StyleOf(layout, false, "ink")), value] : [value];
    }

    private ImmutableArray<TextRun> RingWords(Layout layout, Row row) =>
        [.. RingsAround(row, layout.Marks).Where(m => m.Channels.HasLabels).Select(m => m.WordsOf(layout, row))];

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
}
