using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>An SVG element of a mark.</summary>
/// <param name="Name">Its tag.</param>
/// <param name="Attributes">Its attributes, in the order in which they are written.</param>
/// <param name="Content">Its content as markup; empty for shapes.</param>
public sealed record Element(string Name, ImmutableArray<KeyValuePair<string, string>> Attributes, string Content = "")
{
    /// <summary>What it was drawn from, by which it can be painted without a style sheet; no part of what is written.</summary>
    internal Part? Part { get; init; }

    /// <summary>Two elements are the same when they are written the same.</summary>
    public bool Equals(Element? other) =>
        other is not null && Name == other.Name && Content == other.Content && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Content, Attributes.Length);
}
