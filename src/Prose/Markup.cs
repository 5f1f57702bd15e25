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
    /// <param name="place">Where that finding stands.</param>
    /// <param name="findings">Where findings go.</param>
    public MarkdownDocument? Parse(string text, string what, Diagnostics.SourceSpan place, ICollection<Diagnostic> findings)
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
            findings.Add(Diagnostic.Error("EX0411", place, $"this {what} is nested too deeply", "take out some levels of lists, quotations or emphasis"));
            return null;
        }
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
}
