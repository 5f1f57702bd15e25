namespace Explainer.Charts;

/// <summary>Dots that fill the artboard, without axes; a plan knows where they stand in every state.</summary>
internal sealed class UnitLayout(Layout layout, UnitPlan plan) : IChartLayout
{
    /// <inheritdoc/>
    public double NaturalHeight() => plan.NaturalHeight(layout.State);

    /// <inheritdoc/>
    public LabelPlacer Draw(Sketch sketch)
    {
        var labels = new LabelPlacer(sketch, new Box(0, 0, sketch.Width, sketch.Height));
        plan.Draw(layout, sketch, labels);
        return labels;
    }
}
