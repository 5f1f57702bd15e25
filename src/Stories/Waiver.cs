using Explainer.Diagnostics;

namespace Explainer.Stories;

/// <summary>A number that a story may say without a figure behind it, and why.</summary>
/// <param name="Words">The words, as they stand in the text.</param>
/// <param name="Why">The reason, for the next editor.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Waiver(string Words, string Why, SourceSpan Span);
