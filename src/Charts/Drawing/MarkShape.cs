namespace Explainer.Charts;

/// <summary>A shape of the site's mark.</summary>
/// <param name="Path">Its outline as SVG writes paths.</param>
/// <param name="Fill">Role of the fill, or null for none.</param>
/// <param name="Stroke">Role of the stroke, or null for none.</param>
/// <param name="Width">Width of the stroke.</param>
internal sealed record MarkShape(string Path, string? Fill, string? Stroke, double Width);
