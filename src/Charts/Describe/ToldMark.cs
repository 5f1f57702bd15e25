using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A mark that stands for data, as it is told to those who point at it or walk over the chart.</summary>
/// <param name="Key">Its key in the drawing.</param>
/// <param name="Words">What it is, and its value.</param>
/// <param name="Figures">The figures whose numbers it shows.</param>
public sealed record ToldMark(string Key, string Words, ImmutableArray<string> Figures);
