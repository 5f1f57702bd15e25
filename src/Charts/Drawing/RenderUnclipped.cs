using ScottPlot;

namespace Explainer.Charts;

/// <summary>Renders plottables without clipping each to the plot's area, which is the whole artboard: half the SVG would be such clips.</summary>
internal sealed class RenderUnclipped : IRenderAction
{
    public void Render(RenderPack rp)
    {
        foreach (var plottable in rp.Plot.PlottableList)
        {
            plottable.Axes.DataRect = rp.DataRect;
            plottable.Render(rp);
        }
    }
}
