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
    private const double PlaceRadius = 1.8;
    private const float LineWidth = 0.8f;
    private const double KeptWide = 8;
    private const double KeptNarrow = 5.5;
    private const double HollowPart = 0.6;

    // Paper on both sides of a ring, together; among dots less is enough.
    private const float RingRim = 2.5f;
    private const float DottedRim = 1.2f;

    // The name of a region without a circle, so near to a circle, would be read as the circle's.
    private const double RegionApart = 3;
    private const double StepAside = 5;

    // A name at sea is so near to its region, in pixels, and so far from all land; of such places a few are enough.
    private const double SeaReach = 8;
    private const double SeaAir = 2;
    private const int MostAtSea = 5;

    // A region smaller than this many square pixels has no room for stripes; half the square in which they stand then.
    private const double SmallestHatch = 30;
    private const double SmallSquare = 5;

    // Up to this width, in pixels, a name stands beside a region.
    private const double SmallRegion = 64;

    // Between a sign below the map, its words and what follows them.
    private const double SignGap = 6;

    private static TextStyle OffMapHeading => new(12, false, "ink2");

    private static Paint Uncounted => new("ink2", "ink2", 1, Hatch: true);

    internal override IEnumerable<KeyItem> KeyItems(Layout layout)
    {
        var items = ColoursToExplain(layout).Select(e => new KeyItem(e.Id, e.Words, 12, (sketch, x, y) => sketch.Circle(x + 6, y, 5.5, new Paint(e.Role))));
        return layout.Rows.FirstOrDefault(IsUncounted) is { } missing ? items.Append(MissingSign(layout.MissingWords(missing))) : items;
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
        var off = layout.Rows.Where(r => PlaceOf(r, map) is null).ToList();
        var circles = off.Where(r => r.Number(Size) is > 0).ToList();
        var names = off.Where(r => IsUncounted(r) && HasName(layout, r)).ToList();
        var width = layout.Artboard.Width;
        var heading = layout.Typefaces.Wrap(layout.Language.Lines.Space(layout.Language.Word(circles.Exists(IsElsewhere) ? "map.off-or-nowhere" : "map.off")), OffMapHeading, width / LabelPlacer.Kerned);
        var sign = names.Count == 0 ? null : MissingSign(layout.Language.Word("mark.value", layout.MissingWords(names[0]), "").TrimEnd());
        var (flat, stacked) = (Arranged(false), Arranged(true));
        return stacked.Height < flat.Height ? stacked : flat;

        OffMap Arranged(bool isStacked) => new([.. heading], OffMap.LinesOfCircles(circles.Select(r => Item(r, isStacked)), width), isStacked)
        {
            Names = OffMap.LinesOfNames(names.Select(r => Item(r, false)), width, sign is null ? 0 : SignOf(layout, sign)),
            Sign = sign,
        };

        OffMapItem Item(Row row, bool isStacked)
        {
            var radius = IsUncounted(row) ? 0 : ReachOf(row, layout, scale);
            var (line, under) = Channels.HasLabels ? OffMapWords(layout, row, isLit: true, isStacked) : ([], []);
            var words = under.Select(Measure).Append(line.Sum(Measure)).Max() * LabelPlacer.Kerned;
            return new(row, radius, radius > 0 ? (2 * radius) + Aside + words : words, (1 + under.Length) * LabelRequest.LineHeight, IsElsewhere(row));
        }

        double Measure(TextRun run) => layout.Typefaces.Measure(run.Text, run.Style);
    }

    /// <summary>Hatches the regions without a number, on which circles and words will stand.</summary>
    internal void DrawUncounted(Panel panel, IReadOnlyList<Row> rows)
    {
        var frame = panel.Map!.Value;
        foreach (var row in UncountedIn(frame.Map, rows))
        {
            var region = frame.Map.Find(row.Identity(Places.Region!))!;
            panel.Sketch.Begin(KeyOf(row), panel.IsLit(row));
            Hatch(panel, frame, region);

            // Words of a circle on the hatching of a small region would be taken for the region's.
            if (region.Bounds.Width < SmallRegion)
            {
                foreach (var part in frame.Of(region.Rings))
                    panel.Labels.Take(KeyOf(row), Rings.Bounds(part));
            }
        }
    }

    // The stripes of a region that is too small for them fill a square at its place, like that of the key.
    private static void Hatch(Panel panel, MapFrame frame, ProjectedRegion region)
    {
        var (x, y) = frame.Of(region.Anchor!.Value);
        if (region.Area < SmallestHatch)
        {
            panel.Sketch.Rect(x - SmallSquare, y - SmallSquare, 2 * SmallSquare, 2 * SmallSquare, Uncounted);
            panel.Labels.Take("square-" + region.Code, new Box(x - SmallSquare, y - SmallSquare, x + SmallSquare, y + SmallSquare));
            return;
        }

        // What fades land leaves half of an outline, which lies beyond it: the outline ends where land begins to fade.
        var isClear = frame.Clear.Holds(region.Bounds);
        FillOutline(panel, frame, region, isClear ? Uncounted : Uncounted with { Stroke = null });
        if (isClear)
            return;
        ImmutableArray<ImmutableArray<(double X, double Y)>> lines = [.. region.Rings.SelectMany(r => Rings.Lines([.. r, r[0]], frame.Clear)).Select(l => l.ToImmutableArray())];
        if (!lines.IsEmpty)
            panel.Sketch.Outline(() => frame.Of(lines), Uncounted with { Fill = null, Hatch = false }, frame.Drawn("outline of " + region.Code), isClosed: false);
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
                panel.Sketch.Line(at.X + (dx * circle.Radius), at.Y + (dy * circle.Radius), place.X, place.Y, new Paint(Stroke: "ink2", Width: LineWidth));
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
    // to be led there by a line. Others may have to step aside for it.
    private ImmutableArray<PlacedCircle> Placed(Layout layout, MapFrame frame, List<Row> rows)
    {
        var map = frame.Map;
        var bounds = new Box(1, 1, map.Width - 1, map.Height - 1);
        var kept = Kept(layout, map);
        ImmutableArray<(double X, double Y, double Radius)> circles = [.. rows.Select(r => (PlaceOf(r, map)!.Value.X, PlaceOf(r, map)!.Value.Y, ReachOf(r, layout, frame.Circles)))];
        var led = ImmutableHashSet<int>.Empty;
        var placed = CirclePlacer.Place(circles, bounds, CircleGap, kept);
        while (Leaving().ToList() is { Count: > 0 } leaving)
        {
            led = led.Union(leaving);
            var apart = CirclePlacer.Place(circles, bounds, CircleGap, kept, led, KeptRadius(layout));
            if (!apart.All(c => c.IsFree))
                break;
            placed = apart;
        }

        return placed;

        IEnumerable<int> Leaving() => Enumerable.Range(0, rows.Count).Where(i => !led.Contains(i) && placed[i].Distance > placed[i].Radius / 2 && !IsHome(rows[i], map, placed[i]));
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
        var requests = new List<LabelRequest>();
        var off = OffMapOf(panel.Layout, frame.Map, frame.Circles);
        if (off.IsEmpty)
            return requests;
        panel.Sketch.Begin("off-map");
        for (var i = 0; i < off.Heading.Length; i++)
            panel.Sketch.Text(0, frame.Below + OffMap.Baseline + (i * OffMap.HeadLine), Anchor.Start, halo: false, new TextRun(off.Heading[i], OffMapHeading));
        panel.Labels.Take("off-map", new Box(0, frame.Below, panel.Sketch.Width, frame.Below + off.Head - 2));
        foreach (var (line, y) in off.Placed())
        {
            var middle = frame.Below + y;
            if (off.Sign is { } sign && line == off.Names[0])
            {
                panel.Sketch.Begin("key-" + sign.Id);
                sign.Draw(panel.Sketch, 0, middle);
                panel.Sketch.Text(sign.Width + SignGap, middle + 4.4, Anchor.Start, halo: false, new TextRun(sign.Words, StyleOf(panel.Layout, false, "ink")));
            }

            foreach (var (item, left) in line.Placed())
            {
                panel.Sketch.Begin(KeyOf(item.Row), panel.IsLit(item.Row));
                if (item.Radius > 0)
                    requests.AddRange(DrawCircle(panel, item.Row, frame.Circles, (left + item.Radius, middle), off));
                else
                    panel.Sketch.Text(left, middle + 4.4, Anchor.Start, halo: false, [.. WordsOf(panel.Layout, item.Row, isLit: true)]);
            }
        }

        return requests;
    }

    private KeyItem MissingSign(string words) => Key.Square($"{Name}-missing", words, Uncounted);

    // How much of a line the sign and its words take.
    private static double SignOf(Layout layout, KeyItem sign)
    {
        var style = StyleOf(layout, false, "ink");
        return sign.Width + SignGap + (layout.Typefaces.Measure(sign.Words, style) * LabelPlacer.Kerned) + SignGap;
    }

    private bool IsUncounted(Row row) => Places.Region is not null && !ValuesOf(row).Any();

    private bool HasName(Layout layout, Row row) => Channels.HasLabels && NameOf(layout, row) is { Length: > 0 };

    // A place's name, and the number where there is one; on phones a number that is not spoken of is quiet.
    private ImmutableArray<TextRun> WordsOf(Layout layout, Row row, bool isLit)
    {
        if (IsUncounted(row))
            return [new(NameOf(layout, row)!, StyleOf(layout, false, "ink2"))];
        TextRun value = new(NumberOf(layout, row), StyleOf(layout, isLit || !layout.Artboard.IsPhone, "ink"));
        return NameOf(layout, row) is { Length: > 0 } name ? [new(name + " ", StyleOf(layout, false, "ink")), value] : [value];
    }

    // Below a map all words stand in one line, or, to take less of the width, each in a line of its own.
    private (ImmutableArray<TextRun> Line, ImmutableArray<TextRun> Under) OffMapWords(Layout layout, Row row, bool isLit, bool isStacked)
    {
        var words = WordsOf(layout, row, isLit);
        var rings = NamedRings(row, layout).Select(m => m.WordsOf(layout, row));
        return isStacked ? (words[..1], [.. words[1..], .. rings]) : ([.. words, .. rings.Select(r => r with { Text = "  " + r.Text })], []);
    }

    private IEnumerable<RingMark> NamedRings(Row row, Layout layout) => RingsAround(row, layout.Marks).Where(m => m.Channels.HasLabels);

    // A circle, the rings around its middle, and what asks to be written beside them.
    private IEnumerable<LabelRequest> DrawCircle(Panel panel, Row row, CircleScale scale, (double X, double Y) at, OffMap? off = null)
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
        if (off is not null)
        {
            var (line, under) = OffMapWords(panel.Layout, row, panel.IsLit(row), off.IsStacked);
            return [Beside(panel, row, at, reach, line, under, isOffMap: true)];
        }

        return [Beside(panel, row, at, reach, WordsOf(panel.Layout, row, panel.IsLit(row)), [.. NamedRings(row, panel.Layout).SelectMany(m => m.LinesOf(panel.Layout, row))])];
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

    // A name stands beside a small region, and beside a large one in the sea, as stripes under it make it hard to read; on it
    // only where no sea is near.
    private LabelRequest BesideRegion(Panel panel, Row row, MapFrame frame, ProjectedRegion region)
    {
        var isSmall = region.Bounds.Width < SmallRegion;
        var (x, y) = isSmall ? ((region.Bounds.Left + region.Bounds.Right) / 2, (region.Bounds.Top + region.Bounds.Bottom) / 2) : region.Anchor!.Value;
        var words = WordsOf(panel.Layout, row, panel.IsLit(row));
        var name = Beside(panel, row, frame.Of((x, y)), isSmall ? Math.Max(DotRadius, region.Bounds.Width / 2) - 2 : DotRadius, words);

        // Between circles it may have to step aside a little.
        var (right, left) = (name.Places[0], name.Places[1]);
        return name with
        {
            IsOptional = true,
            Apart = RegionApart,
            Places =
            [
                .. isSmall ? [] : AtSea(frame, region, panel.Sketch.Measure(words) * LabelPlacer.Kerned, words[0].Style.Size),
                .. name.Places,
                (right.X + StepAside, right.Y + StepAside, Anchor.Start),
                (left.X - StepAside, left.Y + StepAside, Anchor.End),
            ],
        };
    }

    // The places for a name nearest to the middle of a region that lie beside it and on no land.
    private static IEnumerable<(double X, double Y, Anchor Anchor)> AtSea(MapFrame frame, ProjectedRegion region, double width, double size)
    {
        var (map, bounds, anchor) = (frame.Map, region.Bounds, region.Anchor!.Value);
        var all = new Box(0, 0, map.Width, map.Height);
        var places = from x in MapLayout.Steps(bounds.Left - (width / 2), bounds.Right + (width / 2))
                     from y in MapLayout.Steps(bounds.Top - size, bounds.Bottom + (2 * size))
                     let box = LabelPlacer.BoxOf(x, y, Anchor.Middle, width, size)
                     where all.Holds(box) && region.Rings.Any(r => Rings.Overlap(r, box.Grown(SeaReach)))
                     orderby Math.Pow(x - anchor.X, 2) + Math.Pow(y - anchor.Y, 2), x, y
                     where !map.Land.Any(r => Rings.Overlap(r, box.Grown(SeaAir)))
                     select frame.Of((x, y));
        return places.Take(MostAtSea).Select(p => (p.X, p.Y, Anchor.Middle));
    }
}
