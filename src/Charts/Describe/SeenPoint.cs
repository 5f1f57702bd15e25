using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A value that a state shows: a row of a mark.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="Row">The row.</param>
/// <param name="Value">The value as it is seen: a share where the mark shows shares.</param>
internal sealed record SeenPoint(Mark Mark, Row Row, double Value);
