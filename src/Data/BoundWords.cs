using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>Words in YAML that name a figure.</summary>
/// <param name="Figure">The figure's id.</param>
/// <param name="Start">Where the words begin in the text as readers see it.</param>
/// <param name="End">Where they end.</param>
/// <param name="Span">Where they were written.</param>
/// <param name="Link">Where they were written with their link.</param>
public sealed record BoundWords(string Figure, int Start, int End, SourceSpan Span, SourceSpan Link);
