using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>A number in a text that no figure stands behind.</summary>
/// <param name="Words">The number, with its unit.</param>
/// <param name="Paragraph">The paragraph, or other text, that it stands in.</param>
/// <param name="Start">Where it begins in it.</param>
/// <param name="Span">Where it was written.</param>
public sealed record BareNumber(string Words, string Paragraph, int Start, SourceSpan Span);
