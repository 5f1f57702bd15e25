namespace Explainer.Data;

/// <summary>One step of a formula: a number, a name that stands for a value, or an operation on the values before it.</summary>
/// <param name="Number">The number; used when there is neither a name nor an operation.</param>
/// <param name="Name">The name, or null.</param>
/// <param name="Operation">The operation, or null.</param>
public readonly record struct FormulaStep(double Number, string? Name = null, FormulaOperation? Operation = null);
