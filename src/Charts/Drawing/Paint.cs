namespace Explainer.Charts;

/// <summary>Fill and stroke of a shape, by colour role; the style sheet gives roles their colours, light and dark.</summary>
/// <param name="Fill">Role of the fill, or null for none.</param>
/// <param name="Stroke">Role of the stroke, or null for none.</param>
/// <param name="Width">Stroke width in pixels.</param>
/// <param name="Dash">Dash pattern as in SVG, or null for a solid stroke.</param>
/// <param name="Hatch">Whether the fill is hatched instead of flat.</param>
/// <param name="Round">Whether stroke ends are round.</param>
/// <param name="IsDots">Whether the path is many dots: strokes of no length, or level ones that a dash pattern parts into dots.</param>
/// <param name="Opacity">How much its fill covers what lies below, up to 1. Below 1 and without a stroke its edges are sharp, so that shapes side by side show no seam.</param>
public sealed record Paint(string? Fill = null, string? Stroke = null, float Width = 1, string? Dash = null, bool Hatch = false, bool Round = false, bool IsDots = false, float Opacity = 1)
{
    /// <summary>Whether it is thin and has no stroke.</summary>
    internal bool IsVeil => Opacity < 1 && Stroke is null;
}
