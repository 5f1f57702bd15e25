namespace Explainer.Charts;

/// <summary>Which part of a text stands at its place, as in SVG's <c>text-anchor</c>.</summary>
public enum Anchor
{
    /// <summary>Its beginning.</summary>
    Start,

    /// <summary>Its middle.</summary>
    Middle,

    /// <summary>Its end.</summary>
    End,
}
