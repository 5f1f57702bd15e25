namespace Explainer.Data;

/// <summary>What a formula does with the values before it.</summary>
public enum FormulaOperation
{
    /// <summary>The sum of two values.</summary>
    Add,

    /// <summary>The first of two values less the second.</summary>
    Subtract,

    /// <summary>The product of two values.</summary>
    Multiply,

    /// <summary>The first of two values divided by the second.</summary>
    Divide,

    /// <summary>The lesser of two values.</summary>
    Min,

    /// <summary>The greater of two values.</summary>
    Max,

    /// <summary>One value with its sign changed.</summary>
    Negate,
}
