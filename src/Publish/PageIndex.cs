using System.Collections.Immutable;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Every page of a site by its address, with its editions in other languages.</summary>
internal sealed class PageIndex
{
    private readonly Dictionary<string, ImmutableArray<PageEntry>> _byAddress;

    /// <summary>Lists the pages of a site.</summary>
    public PageIndex(SiteContent site)
    {
        var addresses = new SiteAddresses(site.Languages);
        var newest = site.Languages.ToDictionary(l => l, l => site.Stories.Where(s => s.Language == l).Select(s => (DateOnly?)site.ChangedOn(s)).Max());
        Editions =
        [
            [.. site.Languages.Select(l => new PageEntry(l, addresses.Front(l), newest[l]))],
            .. site.Stories.GroupBy(s => s.Slug, StringComparer.Ordinal).Select(g => g.Select(s => new PageEntry(s.Language, addresses.Of(s.Language, s.Slug), site.ChangedOn(s))).ToImmutableArray()),
            .. SitePages.All.Select(name => site.Languages.Where(l => site.Has(name, l)).Select(l => new PageEntry(l, addresses.Of(l, name), newest[l])).ToImmutableArray()).Where(e => e.Length > 0),
        ];
        _byAddress = Editions.SelectMany(e => e.Select(page => (page.Address, e))).ToDictionary(p => p.Address, p => p.e, StringComparer.Ordinal);
    }

    /// <summary>The pages, grouped by what they are editions of: the front pages first, then stories, then the pages that stand by themselves.</summary>
    public ImmutableArray<ImmutableArray<PageEntry>> Editions { get; }

    /// <summary>The editions of the page at an address; none of a page that stands for no address of its own.</summary>
    public ImmutableArray<PageEntry> EditionsOf(string address) => _byAddress.GetValueOrDefault(address, []);
}
