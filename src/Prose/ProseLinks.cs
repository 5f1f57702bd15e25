using Explainer.Data;
using Explainer.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>Where the links of a text may lead: to the web, to mail or within the site.</summary>
internal static class ProseLinks
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>Reports links that lead elsewhere, and kinds that there are not (EX0410).</summary>
    /// <param name="document">The text.</param>
    /// <param name="place">Tells where a part of it stands in its file.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(MarkdownDocument document, Func<Markdig.Syntax.SourceSpan, Diagnostics.SourceSpan> place, ICollection<Diagnostic> findings)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(l => !l.IsImage && SchemeLinkRenderer.FigureOf(l) is null))
        {
            var span = place(link.Span);
            if (SchemeLinkRenderer.KindOf(link) is { } kind)
            {
                var known = Enum.GetValues<Kind>().Select(k => k.Slug()).ToList();
                if (!known.Contains(kind))
                    findings.Add(Diagnostic.Error("EX0410", span, $"there is no kind '{kind}'", Nearest.Hint(kind, known)));
            }
            else
            {
                CheckAddress(link.Url ?? "", span, findings);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail))
            CheckAddress(link.Url, place(link.Span), findings);
    }

    /// <summary>Those that stay within the site: without a scheme, and without the two slashes before which one is left out.</summary>
    public static IEnumerable<SiteLink> Within(MarkdownDocument document, SourceText source) =>
        from link in document.Descendants<LinkInline>()
        where !link.IsImage
        let url = link.Url ?? ""
        where !SchemeOf(url).Contains(':', StringComparison.Ordinal) && !url.StartsWith("//", StringComparison.Ordinal)
        let place = link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan
        select new SiteLink(url, source.Span(place.Start, place.End + 1));

    // A colon may stand in a path or query of this site; before the first slash it ends a scheme.
    private static void CheckAddress(string url, Diagnostics.SourceSpan span, ICollection<Diagnostic> findings)
    {
        if (SchemeOf(url).Contains(':', StringComparison.Ordinal) && (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !Schemes.Contains(address.Scheme)))
            findings.Add(Diagnostic.Error("EX0410", span, $"a link cannot point to '{url}'", "links go to https:, http:, mailto:, figure:, kind:, or to a place on this site"));
    }

    private static string SchemeOf(string url) => url.Split('/', '?', '#')[0];
}
