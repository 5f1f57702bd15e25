using System.Globalization;
using Explainer.Diagnostics;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;

namespace Explainer.Prose;

/// <summary>Markdown, read and written as HTML.</summary>
/// <param name="pipeline">What of Markdown there is.</param>
/// <param name="links">Writes links.</param>
/// <param name="paragraphs">Writes paragraphs.</param>
internal sealed class Markup(MarkdownPipeline pipeline, SchemeLinkRenderer links, ParagraphRenderer paragraphs)
{
    /// <summary>Reads a text; null, with EX0411, when it is nested too deeply.</summary>
    /// <param name="text">The text.</param>
    /// <param name="what">What it is, as findings call it.</param>
    /// <param name="place">Tells where a line of it that goes too deep was written, by the offset of its first letter.</param>
    /// <param name="findings">Where findings go.</param>
    public MarkdownDocument? Parse(string text, string what, Func<int, Diagnostics.SourceSpan> place, ICollection<Diagnostic> findings)
    {
        if (TryParse(text) is { } document)
            return document;
        findings.Add(Diagnostic.Error("EX0411", place(TooDeepIn(text)), $"this {what} is nested too deeply", "take out some levels of lists, quotations or emphasis"));
        return null;
    }

    /// <summary>Pieces of a text as HTML.</summary>
    public string Html(IEnumerable<MarkdownObject> pieces)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<ParagraphRenderer>(paragraphs);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(links);
        foreach (var piece in pieces)
            renderer.Render(piece);
        return writer.ToString();
    }

    private MarkdownDocument? TryParse(string text)
    {
        try
        {
            var document = Markdown.Parse(text, pipeline);

            // Emphasis is nested without a bound until it is written.
            Html([document]);
            return document;
        }
        catch (ArgumentException e) when (e.Message.Contains("depth", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
    }

    // The parser does not say where it gave up: what stands above the line can be read without it, and not with it.
    private int TooDeepIn(string text)
    {
        var ends = text.Select((c, at) => (c, at)).Where(x => x.c == '\n').Select(x => x.at + 1).Append(text.Length).ToList();
        var (low, high) = (0, ends.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (TryParse(text[..ends[middle]]) is null)
                high = middle;
            else
                low = middle + 1;
        }

        var start = low == 0 ? 0 : ends[low - 1];
        return start + text[start..].TakeWhile(char.IsWhiteSpace).Count();
    }
}
