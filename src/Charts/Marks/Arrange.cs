namespace Explainer.Charts;

/// <summary>How the rows of a series that share a place stand together.</summary>
public enum Arrange
{
    /// <summary>One on top of the other.</summary>
    Stacked,

    /// <summary>Side by side.</summary>
    Grouped,

    /// <summary>One on top of the other, as shares of the whole in per cent.</summary>
    Share,
}
