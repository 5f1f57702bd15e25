using System.Net;
using Explainer.Data;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>
/// Writes links. <c>figure:ID</c> becomes a link to the figure's entry in a list of figures, and prints the figure where the
/// link has no words; <c>kind:NAME</c> colours words by who says so; everything else is an ordinary link.
/// </summary>
/// <param name="figures">The figures.</param>
/// <param name="language">The language in which they print themselves.</param>
/// <param name="listed">The address of the page that lists them; empty when it is the page itself.</param>
internal sealed class SchemeLinkRenderer(IReadOnlyDictionary<string, Figure> figures, Language language, string listed = "") : HtmlObjectRenderer<LinkInline>
{
    private const string FigureScheme = "figure:";
    private const string KindScheme = "kind:";

    private readonly LinkInlineRenderer _ordinary = new();

    /// <summary>The id of the figure to which a link points; null for any other link.</summary>
    public static string? FigureOf(LinkInline link) => After(FigureScheme, link);

    /// <summary>The kind that a link gives its words, as it was written; null for any other link.</summary>
    public static string? KindOf(LinkInline link) => After(KindScheme, link);

    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (FigureOf(link) is { } figure)
            WriteFigure(renderer, link, figure);
        else if (KindOf(link) is { } kind)
            WriteKind(renderer, link, kind);
        else
            _ordinary.Write(renderer, link);
    }

    private static string? After(string scheme, LinkInline link) =>
        link.Url is { } url && url.StartsWith(scheme, StringComparison.Ordinal) ? url[scheme.Length..] : null;

    private void WriteFigure(HtmlRenderer renderer, LinkInline link, string id)
    {
        var figure = figures.GetValueOrDefault(id);
        var kind = figure?.Provenance.Kind.Slug() ?? "estimate";
        var anchor = link.TryGetAttributes()?.Id is { } name ? $" id=\"{WebUtility.HtmlEncode(name)}\"" : "";
        renderer.Write($"<a class=\"figure k-{kind}\"{anchor} href=\"{WebUtility.HtmlEncode(listed)}#page.figure.{WebUtility.HtmlEncode(id)}\" data-figure=\"{WebUtility.HtmlEncode(id)}\">");
        if (link.FirstChild is null && figure is not null)
            renderer.WriteEscape(figure.In(language));
        else
            renderer.WriteChildren(link);
        renderer.Write("</a>");
    }

    private static void WriteKind(HtmlRenderer renderer, LinkInline link, string kind)
    {
        renderer.Write($"<b class=\"k-{WebUtility.HtmlEncode(kind)}\">");
        renderer.WriteChildren(link);
        renderer.Write("</b>");
    }
}
