using System.Globalization;
using System.Net;
using Explainer.Data;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>Writes a paragraph that is a picture alone as a figure, whose caption is the picture's title; other paragraphs as usual.</summary>
internal sealed class PhotoRenderer(IReadOnlyDictionary<string, Photo> photos, IReadOnlyDictionary<string, Figure> figures, Language language) : ParagraphRenderer
{
    // The column of text is 600 pixels wide, in 2-page.css.
    private const string Sizes = "(min-width: 640px) 600px, calc(100vw - 32px)";

    /// <summary>The name of a picture's file as its text writes it, with signs such as %20 read.</summary>
    public static string NameOf(LinkInline link) => Uri.UnescapeDataString(link.Url ?? "");

    /// <summary>The picture that a paragraph is; null when it is words.</summary>
    public static LinkInline? AloneIn(Block? block) =>
        block is ParagraphBlock { Inline: { } inline } && inline.FirstChild is LinkInline { IsImage: true, NextSibling: null } link ? link : null;

    /// <summary>The caption of a picture, as it was written; null when it has none.</summary>
    public static string? CaptionOf(LinkInline link) => string.IsNullOrWhiteSpace(link.Title) ? null : link.Title;

    /// <inheritdoc/>
    protected override void Write(HtmlRenderer renderer, ParagraphBlock obj)
    {
        if (AloneIn(obj) is not { } link || !photos.TryGetValue(NameOf(link), out var photo))
        {
            base.Write(renderer, obj);
            return;
        }

        var width = photo.Widths[^1];
        renderer.EnsureLine();
        renderer.Write($"<figure class=\"photo\"><picture><source type=\"image/webp\" srcset=\"{Set(photo, "webp")}\" sizes=\"{Sizes}\">");
        renderer.Write(string.Create(CultureInfo.InvariantCulture, $"<img src=\"/{photo.PublishedPath(width, photo.Ending)}\" srcset=\"{Set(photo, photo.Ending)}\" sizes=\"{Sizes}\" width=\"{width}\" height=\"{photo.HeightAt(width)}\" loading=\"lazy\" decoding=\"async\" alt=\""));
        renderer.WriteEscape(new ParagraphText(link, figures, language).Text);
        renderer.Write("\"></picture>");
        if (CaptionOf(link) is { } caption)
            renderer.Write($"<figcaption>{WebUtility.HtmlEncode(BoundText.Plain(caption))}</figcaption>");
        renderer.WriteLine("</figure>");
    }

    private static string Set(Photo photo, string ending) =>
        string.Join(", ", photo.Widths.Select(w => string.Create(CultureInfo.InvariantCulture, $"/{photo.PublishedPath(w, ending)} {w}w")));
}
