namespace Explainer.Charts;

/// <summary>How an axis turns values into places.</summary>
public enum ScaleType
{
    /// <summary>One band for each row or each distinct value.</summary>
    Band,

    /// <summary>Numbers, evenly.</summary>
    Linear,

    /// <summary>Numbers above zero, each factor of ten as long as the next.</summary>
    Log,

    /// <summary>Days, evenly.</summary>
    Time,
}
