using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>What is drawn under one key: the same key is the same thing in every state.</summary>
/// <param name="Key">Its key, unique in the drawing.</param>
/// <param name="IsLit">Whether it is in full colour, not stepped back behind others.</param>
/// <param name="Elements">Its elements, in paint order.</param>
public sealed record KeyedMark(string Key, bool IsLit, ImmutableArray<Element> Elements)
{
    /// <summary>Two marks are the same when key, light and elements are.</summary>
    public bool Equals(KeyedMark? other) =>
        other is not null && Key == other.Key && IsLit == other.IsLit && Elements.SequenceEqual(other.Elements);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, IsLit, Elements.Length);
}
