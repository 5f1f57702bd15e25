namespace Explainer.Charts;

/// <summary>A closed outline of arcs; ~0 is arc 0 backwards.</summary>
/// <param name="Arcs">The arcs, end to end.</param>
/// <param name="Area">What it encloses, on the unit sphere.</param>
/// <param name="IsShared">Whether a neighbour uses one of its arcs too.</param>
internal sealed record AtlasRing(int[] Arcs, double Area, bool IsShared);
