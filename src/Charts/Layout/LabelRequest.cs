using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A text that wants a place beside its mark.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IsLit">Whether its mark is in full colour.</param>
/// <param name="Runs">Its stretches, the most needed first; the last are dropped when they do not fit.</param>
/// <param name="Places">Where it may stand, the best first; y is the baseline.</param>
/// <param name="Needed">How many of its stretches must be there for it to say enough.</param>
/// <param name="IsOptional">Whether the chart says enough without it.</param>
internal sealed record LabelRequest(string Key, bool IsLit, ImmutableArray<TextRun> Runs, ImmutableArray<(double X, double Y, Anchor Anchor)> Places, int Needed = 1, bool IsOptional = false);
