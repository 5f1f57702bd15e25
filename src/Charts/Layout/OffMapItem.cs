using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What wants to stand below a map.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Radius">Half of its height, in pixels.</param>
/// <param name="Width">Its width with its words, in pixels.</param>
/// <param name="Rank">Its place in its line: what has a higher one comes later.</param>
internal readonly record struct OffMapItem(Row Row, double Radius, double Width, int Rank);
