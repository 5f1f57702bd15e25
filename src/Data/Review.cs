using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>When a figure or dataset is to be looked at again.</summary>
/// <param name="Day">The day.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Review(DateOnly Day, SourceSpan Span);
