using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Explainer.Prose;

/// <summary>Reads Markdown into the pieces of a story. HTML is not let through, and links only to the web, to mail or within the site.</summary>
/// <param name="figures">The figures to which the text may point.</param>
/// <param name="language">The language of the text.</param>
/// <param name="photos">The pictures that it may show, by path; null for none.</param>
/// <param name="listed">The address of the page that lists the figures; empty when it is the text's own.</param>
public sealed class ProseReader(IReadOnlyDictionary<string, Figure> figures, Language language, IReadOnlyDictionary<string, Photo>? photos = null, string listed = "")
{
    private const int SectionLevel = 2;

    private readonly PhotoReader _photos = new(photos ?? NoPhotos, figures, language);
    private readonly Markup _markup = new(BuildPipeline(), new SchemeLinkRenderer(figures, language, listed), new PhotoRenderer(photos ?? NoPhotos, figures, language));

    private static ImmutableDictionary<string, Photo> NoPhotos => ImmutableDictionary<string, Photo>.Empty;

    /// <summary>Reads the text from an offset on; what stands before it, such as front matter, is passed over.</summary>
    public ProseDocument Read(SourceText source, int start, ICollection<Diagnostic> findings)
    {
        if (_markup.Parse(Blank(source.Content, start), "text", at => source.Span(at, at + 1), findings) is not { } document)
            return new ProseDocument([], [], [], [], 0);

        var paragraphs = document.Descendants<LeafBlock>().Select(b => new ParagraphText(b.Inline, figures, language)).ToList();
        FigureMentions.NameAll(paragraphs);
        var misread = ContainerReader.Misread(document, source);
        misread.ForEach(findings.Add);
        var containers = new ContainerReader(_markup, source, misread.Count > 0 ? [] : findings);
        var blocks = Blocks(document, source, containers);
        containers.CheckPlaces(document);
        ProseLinks.Check(document, span => source.Span(span.Start, span.End + 1), findings);
        LiteralText.Check(document, source, findings);
        var captions = PhotoReader.Captions(document, source, findings);
        var finder = new BareNumberFinder(language);
        return new ProseDocument(
            blocks,
            [.. paragraphs.SelectMany(p => FigureMentions.Of(p, source)), .. captions.SelectMany(c => BoundMentions.Of(c, c.Text))],
            [.. paragraphs.SelectMany(p => finder.Find(p, source)).Concat(captions.SelectMany(c => finder.Find(c))).OrderBy(n => n.Span.Start)],
            Headings(document),
            WordCount.Of(document))
        {
            Photos = [.. _photos.Shown(document, source, findings)],
            Links = [.. ProseLinks.Within(document, source)],
        };
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePreciseSourceLocation()
            .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
            .UsePipeTables()
            .UseFootnotes()
            .UseEmphasisExtras();
        builder.BlockParsers.Insert(0, new StepMarkerParser());

        // Of the extension the blocks alone: its two colons among words would take them out of `std::string`.
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        return builder.Build();
    }

    // Offsets in the blanked text are offsets in the file.
    private static string Blank(string content, int start) =>
        string.Create(content.Length, (content, start), static (span, state) =>
        {
            state.content.CopyTo(span);
            foreach (ref var c in span[..state.start])
            {
                if (c is not ('\n' or '\r'))
                    c = ' ';
            }
        });

    private ImmutableArray<ProseBlock> Blocks(MarkdownDocument document, SourceText source, ContainerReader containers)
    {
        var blocks = ImmutableArray.CreateBuilder<ProseBlock>();
        var text = new List<Block>();
        foreach (var block in document)
        {
            if (block is CustomContainer or StepMarker)
            {
                Flush();
                if (block is CustomContainer container && containers.Read(container) is { } read)
                    blocks.Add(read);
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                text.Add(block);
            }
        }

        Flush();
        return blocks.ToImmutable();

        void Flush()
        {
            if (text.Count == 0)
                return;
            blocks.Add(new TextBlock(_markup.Html(text), source.Span(text[0].Span.Start, text[^1].Span.End + 1)));
            text.Clear();
        }
    }

    // Of the text itself: headings in quotations, lists and steps begin no section.
    private ImmutableArray<Heading> Headings(MarkdownDocument document) =>
        [.. document.OfType<HeadingBlock>().Where(h => h.Level == SectionLevel).Select(h => new Heading(h.GetAttributes().Id ?? "", new ParagraphText(h.Inline, figures, language).Text))];
}
