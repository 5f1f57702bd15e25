namespace Explainer.Data;

/// <summary>What a phrase counts in.</summary>
public enum Measure
{
    /// <summary>Nothing is said: people, tonnes, or whatever the sentence is about.</summary>
    Plain,

    /// <summary>Per cent.</summary>
    Percent,

    /// <summary>Percentage points.</summary>
    Points,

    /// <summary>Times as many, twofold.</summary>
    Times,

    /// <summary>A part of a whole: a half, one in six.</summary>
    Part,
}
