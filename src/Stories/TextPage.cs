using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Words of an author's own for a page that the generator makes, such as the method on the page of sources.</summary>
/// <param name="Name">The page.</param>
/// <param name="Language">Their language.</param>
/// <param name="Html">The words as HTML.</param>
/// <param name="Mentions">The words among them that point at figures.</param>
/// <param name="BareNumbers">Numbers that no figure stands behind.</param>
public sealed record TextPage(string Name, Language Language, string Html, ImmutableArray<FigureMention> Mentions, ImmutableArray<BareNumber> BareNumbers)
{
    /// <summary>The pictures that they show, in reading order.</summary>
    public ImmutableArray<PlacedPhoto> Photos { get; init; } = [];

    /// <summary>Their links to places on the site, in reading order.</summary>
    public ImmutableArray<SiteLink> Links { get; init; } = [];
}
