using ScottPlot;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>Draws by hand what ScottPlot has no plottable for: text at a baseline, round-ended strokes, half-rounds, many dots at once.</summary>
internal sealed class CanvasPlottable(Action<SKCanvas, ScottPlot.Paint> draw) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var paint = ScottPlot.Paint.NewDisposablePaint();
        paint.SKFont.Hinting = SKFontHinting.None;
        paint.SubpixelText = true;
        draw(rp.Canvas, paint);
    }
}
