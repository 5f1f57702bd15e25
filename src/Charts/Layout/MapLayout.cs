namespace Explainer.Charts;

/// <summary>A map: land, borders, and what rows say of its places.</summary>
internal sealed class MapLayout : IChartLayout
{
    private const double OffMapHead = 24;

    private readonly Layout _layout;
    private readonly ProjectedMap _map;
    private readonly Key _key;

    public MapLayout(Layout layout)
    {
        _layout = layout;
        _map = layout.Spec.Map!.At(layout.Artboard.Width, layout.Artboard.Width switch { >= 800 => 540, >= 560 => 390, _ => 320 });
        _key = Key.Of(Key.ItemsOf(layout, _ => false), layout.Artboard.Width, layout.Typefaces);
    }

    /// <inheritdoc/>
    public double NaturalHeight() => _key.Height + _map.Height + OffMapHeight + 2;

    private double OffMapHeight => _layout.Spec.Marks.OfType<GeoMark>().Select(m => m.OffMapRadius(_layout, _map)).Max() is > 0 and var radius ? OffMapHead + (2 * radius) : 0;

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height));
        _key.Draw(sketch, labels, 0);
        var frame = new MapFrame(_map, (sketch.Width - _map.Width) / 2, _key.Height, _key.Height + _map.Height + 2, _layout.Spec.Map!, sketch.Width);
        sketch.Begin("land");
        sketch.Outline(() => frame.Of(_map.Land), new Paint("land"), frame.Drawn("land"));
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
        foreach (var mark in _layout.Marks)
            mark.Draw(panel, _layout.Rows);
        labels.PlaceAll();
        return labels;
    }
}
