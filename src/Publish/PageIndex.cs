using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Every page of a site by its address, with its editions in other languages.</summary>
/// <param name="site">The site.</param>
internal sealed class PageIndex(SiteContent site)
{
    private readonly SiteAddresses _addresses = new(site.Languages);

    /// <summary>The pages, grouped by what they are editions of: the front pages first, then stories, then the pages of sources and corrections.</summary>
    public ImmutableArray<ImmutableArray<PageEntry>> Editions =>
    [
        [.. site.Languages.Select(l => new PageEntry(l, _addresses.Front(l), Newest(l)))],
        .. site.Stories.GroupBy(s => s.Slug, StringComparer.Ordinal).Select(g => g.Select(s => new PageEntry(s.Language, _addresses.Of(s.Language, s.Slug), s.Published)).ToImmutableArray()),
        .. SitePages.All.Select(name => site.Languages.Select(l => new PageEntry(l, _addresses.Of(l, name), Newest(l))).ToImmutableArray()),
    ];

    /// <summary>The editions of the page at an address.</summary>
    public ImmutableArray<PageEntry> EditionsOf(string address) => Editions.FirstOrDefault(e => e.Any(p => p.Address == address), []);

    private DateOnly? Newest(Language language) =>
        site.Stories.Where(s => s.Language == language).Select(s => (DateOnly?)s.Published).Max();
}
