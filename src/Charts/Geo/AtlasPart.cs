namespace Explainer.Charts;

/// <summary>One connected part of a region, such as an island.</summary>
/// <param name="Outer">Its outline.</param>
/// <param name="Holes">What is cut out of it: lakes and other regions.</param>
/// <param name="IsLargest">Whether no part of the region is larger.</param>
/// <param name="Middle">The middle of a cap of the globe that holds it.</param>
/// <param name="Radius">The radius of that cap, as an angle.</param>
internal sealed record AtlasPart(AtlasRing Outer, AtlasRing[] Holes, bool IsLargest, GeoPoint Middle, double Radius);
