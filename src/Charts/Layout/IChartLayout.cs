namespace Explainer.Charts;

/// <summary>A way to arrange a chart on an artboard.</summary>
internal interface IChartLayout
{
    /// <summary>The height in pixels that suits the state at its width.</summary>
    double NaturalHeight();

    /// <summary>Pixels of the ends of the axis of values where it runs across the page and is linear; null elsewhere.</summary>
    AxisSpan? Across => null;

    /// <summary>Draws into a sketch and tells which texts found no place.</summary>
    LabelPlacer Draw(Sketch sketch);
}
