using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>Words of a text that name a figure, with the sentence around them.</summary>
/// <param name="Figure">The figure's id, and where the link was written.</param>
/// <param name="Words">The linked words as readers see them; empty where the figure prints itself.</param>
/// <param name="Before">The sentence before them.</param>
/// <param name="After">The sentence after them.</param>
/// <param name="Paragraph">The whole paragraph.</param>
/// <param name="Anchor">The id that they have on their page.</param>
/// <param name="Span">Where the words stand; the whole link where there are none.</param>
public sealed record FigureMention(Name Figure, string Words, string Before, string After, string Paragraph, string Anchor, SourceSpan Span);
