namespace Explainer.Data;

/// <summary>A number in a text, with what it counts in.</summary>
/// <param name="Number">The number without its sign; of a part, the part of one.</param>
/// <param name="Measure">What it counts in.</param>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Scale">What the word such as "million" that belongs to it multiplies by; 1 when there is none.</param>
/// <param name="Hedge">How a word in the middle of it holds back.</param>
/// <param name="Start">Where it begins in the text, its minus sign included.</param>
/// <param name="End">Where it ends in the text, its unit included.</param>
public sealed record SpokenAmount(SpokenNumber Number, Measure Measure, Direction Direction, double Scale, Hedge Hedge, int Start, int End);
