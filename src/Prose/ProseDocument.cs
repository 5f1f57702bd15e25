using System.Collections.Immutable;

namespace Explainer.Prose;

/// <summary>The text of a story, read.</summary>
/// <param name="Blocks">Its pieces in reading order.</param>
/// <param name="Mentions">The words that point at figures, in reading order, each in its sentence.</param>
/// <param name="BareNumbers">Numbers that no figure stands behind, in reading order.</param>
/// <param name="Headings">The headings of its sections, in reading order.</param>
/// <param name="Words">How many words there are to read.</param>
public sealed record ProseDocument(ImmutableArray<ProseBlock> Blocks, ImmutableArray<FigureMention> Mentions, ImmutableArray<BareNumber> BareNumbers, ImmutableArray<Heading> Headings, int Words)
{
    /// <summary>The pictures that it shows, in reading order.</summary>
    public ImmutableArray<PlacedPhoto> Photos { get; init; } = [];

    /// <summary>The links that stay within the site, in reading order.</summary>
    public ImmutableArray<SiteLink> Links { get; init; } = [];
}
