namespace Explainer.Charts;

/// <summary>How an axis turns values into places.</summary>
public enum ScaleType
{
    /// <summary>One band for each row or each distinct value.</summary>
    Band,

    /// <summary>Numbers, evenly.</summary>
    Linear,

    /// <summary>Days, evenly.</summary>
    Time,
}
