using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A line of a group's words.</summary>
/// <param name="Group">Index of the group.</param>
/// <param name="X">Where its anchor stands.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Anchor">Which part of it stands there.</param>
/// <param name="Runs">Its stretches.</param>
internal readonly record struct UnitLine(int Group, double X, double Y, Anchor Anchor, ImmutableArray<TextRun> Runs);
