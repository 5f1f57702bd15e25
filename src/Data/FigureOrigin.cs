using Explainer.Input;

namespace Explainer.Data;

/// <summary>Where a figure's value comes from, when it is not only written down.</summary>
public abstract record FigureOrigin;

/// <summary>A figure that is reckoned from others.</summary>
/// <param name="Scalar">The formula as it was written.</param>
/// <param name="Formula">The formula; null when it cannot be used.</param>
/// <param name="Decimals">To how many decimals the result is rounded, below zero to tens and hundreds; null to keep it whole.</param>
public sealed record FormulaOrigin(YamlScalar Scalar, Formula? Formula, int? Decimals) : FigureOrigin;

/// <summary>A figure that is a cell of a dataset.</summary>
/// <param name="Data">The dataset's name.</param>
/// <param name="Row">The row's key.</param>
/// <param name="Field">The field.</param>
public sealed record CellOrigin(YamlScalar Data, YamlScalar Row, YamlScalar Field) : FigureOrigin;
