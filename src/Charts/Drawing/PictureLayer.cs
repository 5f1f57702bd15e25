namespace Explainer.Charts;

/// <summary>A drawing at its place in a picture.</summary>
/// <param name="X">Where its left edge stands.</param>
/// <param name="Y">Where its upper edge stands.</param>
/// <param name="Scale">How much it is enlarged.</param>
/// <param name="Drawing">The drawing.</param>
internal sealed record PictureLayer(double X, double Y, double Scale, KeyedDrawing Drawing);
