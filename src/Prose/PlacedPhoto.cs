using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>A picture where a text shows it.</summary>
/// <param name="Photo">The picture.</param>
/// <param name="Span">The place.</param>
public sealed record PlacedPhoto(Photo Photo, SourceSpan Span);
