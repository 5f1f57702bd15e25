using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>A column of a dataset.</summary>
/// <param name="Name">The name by which charts point at it.</param>
/// <param name="Type">What its cells hold.</param>
/// <param name="Unit">What its numbers count; empty when they count nothing.</param>
/// <param name="Title">What readers see above it in a table.</param>
/// <param name="Span">Where its name was written.</param>
/// <param name="Of">Of figures: the field of numbers that they speak of; null where they speak of the whole row.</param>
public sealed record Field(string Name, FieldType Type, string Unit, LocalText Title, SourceSpan Span, string? Of = null);
