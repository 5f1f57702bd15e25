using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A map: land, borders, and what rows say of its places.</summary>
internal sealed class MapLayout : IChartLayout
{
    // How close to each other the places are at which a name of the map is tried.
    private const double NameStep = 9;

    // Nearer to the words of a mark, in one line with them, it would be read as one of them.
    private const double NameAir = 18;

    // Land fades in steps of so many pixels.
    private const double FadeStep = 4;

    private readonly Layout _layout;
    private readonly ProjectedMap _map;
    private readonly Key _key;
    private readonly LabelSides _sides;
    private readonly CircleScale _circles;

    public MapLayout(Layout layout, LabelSides sides)
    {
        _layout = layout;
        _sides = sides;
        _map = layout.Spec.Map!.On(layout.Artboard, layout.Artboard.Width switch { >= 800 => 540, >= 560 => 390, _ => 320 });
        _circles = CircleScale.Of(layout);
        var below = layout.Marks.OfType<CircleMark>().Select(m => m.OffMapOf(layout, _map, _circles).Sign?.Id).ToHashSet();
        _key = Key.Of(Key.ItemsOf(layout, _ => false).Where(i => !below.Contains(i.Id)), layout.Artboard.Width, layout.Typefaces);
    }

    /// <inheritdoc/>
    public double NaturalHeight() => _key.Height + _map.Height + OffMapHeight + 2;

    private double OffMapHeight => _layout.Spec.Marks.OfType<CircleMark>().Select(m => m.OffMapOf(_layout, _map, _circles).Height).DefaultIfEmpty(0).Max();

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height), _sides);
        _key.Draw(sketch, labels, 0);
        var frame = new MapFrame(_map, (sketch.Width - _map.Width) / 2, _key.Height, _key.Height + _map.Height + 2, _layout.Spec.Map!, sketch.Width, _circles);
        sketch.Begin("land");
        sketch.Outline(() => frame.Of(_map.Land), new Paint("land"), frame.Drawn("land"));
        foreach (var home in _layout.Spec.Map!.Names.Keys.Select(_map.Find).OfType<ProjectedRegion>().Where(r => !r.Rings.IsEmpty))
            sketch.Outline(() => frame.Of(home.Rings), new Paint("land2"), frame.Drawn("named " + home.Code));
        sketch.Begin("borders");
        sketch.Outline(() => frame.Of(_map.Borders), new Paint(Stroke: "paper", Width: 0.7f), frame.Drawn("borders"), isClosed: false);

        var panel = new Panel(
            sketch,
            labels,
            _layout.Language,
            PlacesRunDown: false,
            _ => 0,
            new LinearScale(0, 1, 0, 1),
            Thickness: 0,
            DotRadius: 4,
            LabelSize: 12.5f,
            Unit: "",
            Margin: null,
            Facet: "",
            _ => [],
            _layout.IsLit,
            First: null,
            Of: _layout,
            Map: frame);
        foreach (var mark in _layout.Marks.OfType<CircleMark>())
            mark.DrawUncounted(panel, _layout.Rows);
        Fade(sketch, frame);
        foreach (var mark in _layout.Marks)
            mark.Draw(panel, _layout.Rows);
        foreach (var (code, title) in _layout.Spec.Map!.Names)
        {
            if (_map.Find(code) is { IsInView: true } region)
                Name(labels, frame, region, new TextRun(title.In(_layout.Language), new TextStyle(12, false, "ink2")));
        }

        labels.PlaceAll();
        return labels;
    }

    // Land that goes on beyond the map's edge fades there, so that the edge is not read as a coast or a border.
    private void Fade(Sketch sketch, MapFrame frame)
    {
        if (_map.Cut == default)
            return;
        var steps = Math.Ceiling(frame.Fade / FadeStep);
        var depth = frame.Fade / steps;
        sketch.Begin("edge");
        for (var i = 0; i < steps; i++)
        {
            // The outermost strips are bare paper, a little beyond the frame, over the outlines of regions that are cut there.
            var (outer, inner) = (frame.Inset(i == 0 ? -1 : i * depth), frame.Inset((i + 1) * depth));
            ImmutableArray<Box> strips = [outer with { Bottom = inner.Top }, outer with { Top = inner.Bottom }, new(outer.Left, inner.Top, inner.Left, inner.Bottom), new(inner.Right, inner.Top, outer.Right, inner.Bottom)];
            sketch.Outline(() => frame.Of([.. strips.Where(s => s is { Width: > 0, Height: > 0 }).SelectMany(s => i == 0 ? [Corners(s)] : LandIn(s))]), new Paint("paper", Opacity: 1 - (float)(i / steps)), frame.Drawn($"edge {i}"));
        }
    }

    private static ImmutableArray<(double X, double Y)> Corners(Box box) => [(box.Left, box.Top), (box.Right, box.Top), (box.Right, box.Bottom), (box.Left, box.Bottom)];

    // Where there is no land, thin paper over paper would show: browsers round.
    private IEnumerable<ImmutableArray<(double X, double Y)>> LandIn(Box box) =>
        _map.Land.Select(ring => Rings.Clip([.. ring], box).ToImmutableArray()).Where(r => r.Length > 2);

    // A name of the map stands where marks leave room, the whole of it in its region where that has such a place; it says
    // where readers are, so it is there in every state alike, but on phones, where what is spoken of may need all the room.
    private void Name(LabelPlacer labels, MapFrame frame, ProjectedRegion region, TextRun name)
    {
        var rings = frame.Of(region.Rings);
        var anchor = frame.Of(region.Anchor!.Value);
        var bounds = Rings.Bounds([.. rings.SelectMany(r => r).Append(anchor)]);
        var width = _layout.Typefaces.Measure(name.Text, name.Style) * LabelPlacer.Kerned;
        var places = from x in Steps(bounds.Left, bounds.Right)
                     from y in Steps(bounds.Top, bounds.Bottom)
                     where IsOnRegion(LabelPlacer.BoxOf(x, y, Anchor.Middle, width, name.Style.Size))
                     orderby Math.Pow(x - anchor.X, 2) + Math.Pow(y - anchor.Y, 2), x, y
                     select (x, y);
        labels.Ask(new LabelRequest("name-" + region.Code, IsLit: true, [name], [.. places.Append(anchor).Select(p => (p.Item1, p.Item2, Anchor.Middle))], IsOptional: _layout.Artboard.IsPhone) { IsLast = true, Air = NameAir, NeedsAir = _layout.Artboard.IsPhone });

        bool IsOnRegion(Box box) => new[] { box.Left, box.Right }.All(x => InnerPoint.IsInside(rings, x, box.Top) && InnerPoint.IsInside(rings, x, box.Bottom));
    }

    /// <summary>The places at which a name is tried, from one to another.</summary>
    internal static IEnumerable<double> Steps(double from, double to)
    {
        for (var at = from; at <= to; at += NameStep)
            yield return at;
    }
}
