namespace Explainer.Charts;

/// <summary>How the dots of a chart of units stand.</summary>
public enum UnitArrangement
{
    /// <summary>Scattered, all together.</summary>
    Crowd,

    /// <summary>A disc for each group.</summary>
    Circles,

    /// <summary>A pile on a base line for each group.</summary>
    Piles,

    /// <summary>Line by line, group after group.</summary>
    Rows,
}
