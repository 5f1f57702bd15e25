namespace Explainer.Charts;

/// <summary>A stretch of text in one style; several runs side by side make a line.</summary>
/// <param name="Text">The words.</param>
/// <param name="Style">Their style.</param>
public sealed record TextRun(string Text, TextStyle Style);
