namespace Explainer.Charts;

/// <summary>Words for which a chart had no room.</summary>
/// <param name="Words">The words.</param>
/// <param name="MissingIn">The row whose missing value they explain, or null.</param>
internal readonly record struct DroppedWords(string Words, string? MissingIn);
