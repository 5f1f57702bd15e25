using ScottPlot;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>
/// Makes what a plottable draws findable in the SVG: it clips to a rectangle that covers everything and whose left edge,
/// far out of sight, is <see cref="FarLeft"/> minus the number. The clip changes no pixel; the reader takes it out again.
/// </summary>
internal sealed class NumberedPlottable(int number, IPlottable inner) : IPlottable
{
    /// <summary>The left edge that carries number zero.</summary>
    public const int FarLeft = -100_000;

    private const float FarAway = 1_000_000;

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get => inner.Axes; set => inner.Axes = value; }

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        var before = rp.Canvas.Save();
        using var clip = new SKPath();
        clip.AddRect(new SKRect(FarLeft - number, -FarAway, FarAway, FarAway));
        rp.Canvas.ClipPath(clip);
        inner.Render(rp);
        rp.Canvas.RestoreToCount(before);
    }
}
