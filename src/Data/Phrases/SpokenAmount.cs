namespace Explainer.Data;

/// <summary>A number in a text, with what it counts in.</summary>
/// <param name="Number">The number; of a part, the part of one.</param>
/// <param name="Measure">What it counts in.</param>
/// <param name="IsNegative">Whether it has a minus sign.</param>
/// <param name="HasScale">Whether a word such as "million" belongs to it.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text.</param>
public sealed record SpokenAmount(SpokenNumber Number, Measure Measure, bool IsNegative, bool HasScale, int Start, int End);
