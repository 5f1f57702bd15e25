using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What a row of a chart of units amounts to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Dots">How many dots it has.</param>
/// <param name="Amount">How many units it has.</param>
internal readonly record struct UnitCount(Row Row, int Dots, double Amount);
