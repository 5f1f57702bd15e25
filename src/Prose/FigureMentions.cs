using System.Globalization;
using Explainer.Diagnostics;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>The words of prose that name figures.</summary>
internal static class FigureMentions
{
    /// <summary>
    /// Gives each link to a figure the id that it has on its page, so that whatever names a figure can be linked to: the third
    /// mention of a figure is <c>page.use.ID.3</c>. What a picture shows is no place on a page.
    /// </summary>
    public static void NameAll(IEnumerable<ParagraphText> paragraphs)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (link, _, _) in paragraphs.SelectMany(p => p.Links))
        {
            if (SchemeLinkRenderer.FigureOf(link) is not { } figure || link.FindParentOfType<LinkInline>().Any(l => l.IsImage))
                continue;
            counts[figure] = counts.GetValueOrDefault(figure) + 1;
            link.GetAttributes().Id = string.Create(CultureInfo.InvariantCulture, $"page.use.{figure}.{counts[figure]}");
        }
    }

    /// <summary>Those of a paragraph, in reading order, each in its sentence.</summary>
    public static IEnumerable<FigureMention> Of(ParagraphText paragraph, SourceText source)
    {
        foreach (var (link, start, end) in paragraph.Links)
        {
            if (SchemeLinkRenderer.FigureOf(link) is not { } figure)
                continue;
            var (from, to) = paragraph.SentenceAround(start, end);
            var span = source.Span(link.Span.Start, link.Span.End + 1);
            yield return new FigureMention(
                new Name(figure, span),
                link.FirstChild is null ? "" : paragraph.Text[start..end],
                paragraph.Text[from..start],
                paragraph.Text[end..to],
                paragraph.Text,
                link.TryGetAttributes()?.Id ?? "",
                link.FirstChild is { } first ? source.Span(first.Span.Start, link.LastChild!.Span.End + 1) : span);
        }
    }
}
