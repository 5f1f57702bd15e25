using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>
/// Reads headlines: lines of words, which may be emphasised and coloured by kind, but not link, as they stand in links
/// themselves.
/// </summary>
/// <param name="figures">The site's figures.</param>
/// <param name="language">The language of the headlines.</param>
public sealed class HeadlineReader(IReadOnlyDictionary<string, Figure> figures, Language language)
{
    private readonly Markup _markup = new(BuildPipeline(), new SchemeLinkRenderer(figures, language), new ParagraphRenderer());

    /// <summary>Reads a headline, whose lines end where the author broke them; findings stand at the place of all of it.</summary>
    public Headline Read(string text, Diagnostics.SourceSpan span, ICollection<Diagnostic> findings)
    {
        // Two spaces keep a line's end; without empty lines all is one paragraph.
        var lines = string.Join("  \n", text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        if (_markup.Parse(lines, "headline", _ => span, findings) is not { } document)
            return new Headline("", []);
        ProseLinks.Check(document, _ => span, findings);
        var headline = new Headline(_markup.Html(document.OfType<ParagraphBlock>().SelectMany(p => p.Inline!)), LinesOf(document));
        if (document.Descendants().Any(d => d is AutolinkInline || (d is LinkInline link && SchemeLinkRenderer.KindOf(link) is null)))
            findings.Add(Diagnostic.Error("EX0410", span, "a headline cannot hold links or pictures", "only [words](kind:NAME), which colours them"));
        else if (headline.Lines.IsEmpty)
            findings.Add(Diagnostic.Error("EX0114", span, "the headline has no words", "write those that readers are to see"));
        return headline;
    }

    // Whatever begins a list, quotation or heading in a text is words here.
    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseEmphasisExtras();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new ParagraphBlockParser { ParseSetextHeadings = false });
        return builder.Build();
    }

    // What is emphasised in another way than by a kind is plain there.
    private static ImmutableArray<ImmutableArray<KindRun>> LinesOf(MarkdownDocument document)
    {
        var lines = new List<List<KindRun>> { new() };
        foreach (var inline in document.Descendants<LeafInline>())
        {
            if (inline is LineBreakInline)
            {
                lines.Add([]);
                continue;
            }

            var words = inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                CodeInline code => code.Content,
                _ => "",
            };
            if (words.Length > 0)
                lines[^1].Add(new KindRun(words, KindOf(inline)));
        }

        return [.. lines.Where(l => l.Count > 0).Select(l => l.ToImmutableArray())];
    }

    private static Kind? KindOf(Inline inline) =>
        inline.FindParentOfType<LinkInline>().Select(SchemeLinkRenderer.KindOf).FirstOrDefault(k => k is not null) is { } slug
            ? Enum.GetValues<Kind>().Select(k => (Kind?)k).FirstOrDefault(k => k!.Value.Slug() == slug)
            : null;
}
