using ScottPlot;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>Draws by hand what ScottPlot has no plottable for: the room of a line of text, round-ended strokes, half-rounds, many dots at once.</summary>
internal sealed class CanvasPlottable(Action<SKCanvas, ScottPlot.Paint> draw) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        draw(rp.Canvas, paint);
    }
}
