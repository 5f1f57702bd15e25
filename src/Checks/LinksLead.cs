using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>
/// EX0425, EX0426: a link leads to no page or file of the site, or to no place on the page. It is asked of what is published,
/// as only that tells which ids a theme's layouts give. Links to other hosts are left alone.
/// </summary>
public static class LinksLead
{
    // Any host will do: it only tells links within the site from others.
    private static readonly Uri Root = new("https://site.invalid/");

    /// <summary>Finds links that lead nowhere.</summary>
    public static IEnumerable<Diagnostic> Check(SiteContent site, PublishedPlaces places)
    {
        var addresses = new SiteAddresses(site.Languages);
        return site.Stories.SelectMany(s => s.Links, (s, link) => (Link: link, s.Language, Name: s.Slug))
            .Concat(site.Pages.SelectMany(p => p.Links, (p, link) => (Link: link, p.Language, p.Name)))
            .DistinctBy(l => l.Link.Span)
            .Select(l => Check(l.Link, addresses.Of(l.Language, l.Name), addresses.Front(l.Language), places))
            .OfType<Diagnostic>();
    }

    private static Diagnostic? Check(SiteLink link, string page, string front, PublishedPlaces places)
    {
        if (link.Address.Length == 0)
            return Diagnostic.Warning("EX0425", link.Span, "this link has no address", "write it between the round brackets");
        if (!Uri.TryCreate(new Uri(Root, page), link.Address, out var target) || target.Authority != Root.Authority)
            return null;
        var address = Uri.UnescapeDataString(target.AbsolutePath);
        if (!places.Has(address) || HoldsEncodedSlash(target))
            return Diagnostic.Warning("EX0425", link.Span, $"there is nothing at '{address}' on this site", HintFor(address, link.Address, front, places));
        var anchor = Anchor(target.Fragment);
        if (anchor.Length == 0 || anchor == "top" || places.IdsIn(address) is not { } ids || ids.Contains(anchor) || ids.Contains(Uri.UnescapeDataString(anchor)))
            return null;
        return Diagnostic.Warning("EX0426", link.Span, $"there is no place '#{Uri.UnescapeDataString(anchor)}' on the page '{address}'", HintFor(Uri.UnescapeDataString(anchor), ids));
    }

    private static bool HoldsEncodedSlash(Uri target) => target.AbsolutePath.Contains("%2F", StringComparison.OrdinalIgnoreCase);

    // What follows :~: searches the page for words.
    private static string Anchor(string fragment) => fragment.TrimStart('#').Split(":~:")[0];

    // A relative address is often meant from the front page.
    private static string HintFor(string address, string written, string front, PublishedPlaces places)
    {
        if (places.Has(address + "/"))
            return $"write '{address}/', with a slash at its end";
        var fromFront = front + written.TrimStart('.', '/');
        return (places.Has(fromFront) ? fromFront : Nearest.Of(address, places.Pages) ?? Nearest.Of(address, places.Addresses)) is { } near
            ? $"did you mean '{near}'?"
            : $"write the address as a browser shows it, from its first slash on, such as '{front}{SitePages.Sources}/'";
    }

    // Ids with a dot are made by the generator, for each figure and step; there are hundreds.
    private static string? HintFor(string anchor, ImmutableArray<string> ids) =>
        Nearest.Of(anchor, ids) is { } near ? $"did you mean '#{near}'?" : Nearest.Hint(anchor, [.. ids.Where(id => !id.Contains('.', StringComparison.Ordinal)).Select(id => "#" + id)]);
}
