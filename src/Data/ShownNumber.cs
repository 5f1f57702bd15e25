namespace Explainer.Data;

/// <summary>A number that readers see beside words, such as on a chart: the words may say it without naming a figure.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">What it counts; empty for nothing.</param>
/// <param name="Hedge">How the number itself holds back.</param>
public readonly record struct ShownNumber(double Value, string Unit = "", Hedge Hedge = Hedge.None);
