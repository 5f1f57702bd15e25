using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What wants to stand below a map.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Radius">Half the height of its sign, in pixels.</param>
/// <param name="Width">Its width with its words, in pixels.</param>
/// <param name="WordsHeight">The height of its words, in pixels.</param>
/// <param name="IsLast">Whether it ends its line.</param>
internal readonly record struct OffMapItem(Row Row, double Radius, double Width, double WordsHeight, bool IsLast = false);
