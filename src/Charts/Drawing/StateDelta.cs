using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>What a state changes against another one: marks that are absent, and marks that differ.</summary>
/// <param name="Absent">Indices of marks that the state does not have.</param>
/// <param name="Changed">Marks that differ, by index.</param>
public sealed record StateDelta(ImmutableArray<int> Absent, ImmutableArray<(int Index, KeyedMark Mark)> Changed);
