using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>A cell of a CSV file.</summary>
/// <param name="Text">What it holds, without quotes.</param>
/// <param name="Span">Where it stands.</param>
public sealed record CsvCell(string Text, SourceSpan Span);
