using Explainer.Data;
using Explainer.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>Finds the pictures of a text and their captions.</summary>
/// <param name="photos">The pictures that it may show, by path.</param>
/// <param name="figures">The figures to which it may point.</param>
/// <param name="language">Its language.</param>
internal sealed class PhotoReader(IReadOnlyDictionary<string, Photo> photos, IReadOnlyDictionary<string, Figure> figures, Language language)
{
    /// <summary>Each picture that can be shown; what hinders the others is reported.</summary>
    public List<PlacedPhoto> Shown(MarkdownDocument document, SourceText source, ICollection<Diagnostic> findings)
    {
        var shown = new List<PlacedPhoto>();
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            var span = source.Span(link.Span.Start, link.Span.End + 1);
            var name = PhotoRenderer.NameOf(link);
            if (!photos.TryGetValue(name, out var photo))
                findings.Add(Diagnostic.Error("EX0481", span, $"there is no picture '{name}' in input", photos.Count > 0 ? Nearest.Hint(name, [.. photos.Keys]) : "put the file into input/images and write images/ and its name"));
            else if (photo.Fault is { } fault)
                findings.Add(Diagnostic.Error(fault.Code, span, $"the file '{name}' {fault.What}", fault.Hint));
            else if (PhotoRenderer.AloneIn(link.Parent?.ParentBlock) != link)
                findings.Add(Diagnostic.Error("EX0486", span, "a picture stands among words", "put an empty line before it and after it"));
            else
                shown.Add(new PlacedPhoto(photo, span));
            if (string.IsNullOrWhiteSpace(new ParagraphText(link, figures, language).Text))
                findings.Add(Diagnostic.Error("EX0482", span, "a picture has no words for those who cannot see it", "say in the brackets what it shows: ![words](images/NAME)"));
        }

        return shown;
    }

    /// <summary>The captions, whose words may name figures though they are no Markdown.</summary>
    public static List<BoundText> Captions(MarkdownDocument document, SourceText source, ICollection<Diagnostic> findings) =>
        [.. document.Descendants<LinkInline>().Where(l => l.IsImage && PhotoRenderer.CaptionOf(l) is not null).Select(l => BoundText.Read(l.Title!, (start, end) => InCaption(l, start, end, source), findings))];

    // Where words of a caption were written: those that stand there as often before; all of it where escapes hide them.
    private static Diagnostics.SourceSpan InCaption(LinkInline link, int start, int end, SourceText source)
    {
        var (words, whole) = (link.Title![start..end], source.Span(link.TitleSpan.Start, link.TitleSpan.End + 1));
        var at = -1;
        for (var seen = link.Title.IndexOf(words, StringComparison.Ordinal); seen >= 0 && seen <= start; seen = link.Title.IndexOf(words, seen + 1, StringComparison.Ordinal))
        {
            at = whole.Text.IndexOf(words, at + 1, StringComparison.Ordinal);
            if (at < 0)
                return whole;
        }

        return source.Span(whole.Start + at, whole.Start + at + words.Length);
    }
}
