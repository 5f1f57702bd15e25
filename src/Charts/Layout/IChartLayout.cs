namespace Explainer.Charts;

/// <summary>A way to arrange a chart on an artboard.</summary>
internal interface IChartLayout
{
    /// <summary>The height in pixels that suits the state at its width.</summary>
    double NaturalHeight();

    /// <summary>Draws into a sketch and tells which texts found no place.</summary>
    LabelPlacer Draw(Sketch sketch);
}
