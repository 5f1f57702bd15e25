using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>A link to a place on the site itself.</summary>
/// <param name="Address">The address as it was written: from the root or relative, perhaps with an anchor, or nothing but one.</param>
/// <param name="Span">Where it was written.</param>
public sealed record SiteLink(string Address, SourceSpan Span);
