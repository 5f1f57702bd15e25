namespace Explainer.Charts;

/// <summary>A crowd of units fills the whole artboard; it has no axes.</summary>
internal sealed class CrowdLayout(Layout layout) : IChartLayout
{
    /// <inheritdoc/>
    public double NaturalHeight() => layout.Artboard.Width switch { >= 800 => 540, >= 560 => 420, _ => layout.Artboard.Width * 0.86 };

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height));
        var panel = new Panel(
            sketch,
            labels,
            layout.Language,
            PlacesRunDown: false,
            _ => 0,
            new LinearScale(0, 1, 0, 1),
            Thickness: 0,
            DotRadius: layout.Artboard.Width switch { >= 800 => 4.2, >= 560 => 3.3, >= 340 => 2.5, _ => 2.1 },
            LabelSize: 12,
            Unit: "",
            Margin: null,
            Facet: "",
            _ => [],
            layout.IsLit,
            First: null);
        foreach (var mark in layout.Marks)
            mark.Draw(panel, layout.Rows);
        return labels;
    }
}
