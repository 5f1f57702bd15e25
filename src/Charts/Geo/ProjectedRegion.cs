using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>What a map shows of a region, in pixels.</summary>
/// <param name="Code">The region's code.</param>
/// <param name="Rings">Closed outlines and holes; the inside is what an odd number of them encloses.</param>
/// <param name="Area">What is visible of it, in square pixels.</param>
/// <param name="Anchor">A point well inside its largest visible part, for words and circles; null when nothing of it is in view.</param>
/// <param name="Bounds">The rectangle around its rings; around the anchor when it is too small for rings.</param>
internal sealed record ProjectedRegion(string Code, ImmutableArray<ImmutableArray<(double X, double Y)>> Rings, double Area, (double X, double Y)? Anchor, Box Bounds)
{
    public bool IsInView => Anchor is not null;
}
