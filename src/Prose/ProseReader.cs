using System.Collections.Immutable;
using System.Globalization;
using Explainer.Data;
using Explainer.Diagnostics;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>Reads Markdown into the pieces of a story. HTML is not let through, and links only to the web, to mail or within the site.</summary>
/// <param name="figures">The figures to which the text may point.</param>
/// <param name="language">The language of the text.</param>
/// <param name="photos">The pictures that it may show, by path; null for none.</param>
/// <param name="listed">The address of the page that lists the figures; empty when it is the text's own.</param>
public sealed class ProseReader(IReadOnlyDictionary<string, Figure> figures, Language language, IReadOnlyDictionary<string, Photo>? photos = null, string listed = "")
{
    private const int SectionLevel = 2;

    private static readonly string[] Containers = ["scene", "chart", "guess", "what-if"];
    private static readonly ImmutableDictionary<string, Photo> NoPhotos = ImmutableDictionary<string, Photo>.Empty;

    private readonly IReadOnlyDictionary<string, Photo> _photos = photos ?? NoPhotos;
    private readonly Markup _markup = new(BuildPipeline(), new SchemeLinkRenderer(figures, language, listed), new PhotoRenderer(photos ?? NoPhotos, figures, language));

    /// <summary>Reads the text from an offset on; what stands before it, such as front matter, is passed over.</summary>
    public ProseDocument Read(SourceText source, int start, ICollection<Diagnostic> findings)
    {
        if (_markup.Parse(Blank(source.Content, start), "text", source.Span(start, start + 1), findings) is not { } document)
            return new ProseDocument([], [], [], [], 0);

        var paragraphs = document.Descendants<LeafBlock>().Select(b => new ParagraphText(b.Inline, figures, language)).ToList();
        NameMentions(paragraphs);
        var blocks = ImmutableArray.CreateBuilder<ProseBlock>();
        var text = new List<Block>();
        foreach (var block in document)
        {
            if (block is CustomContainer or StepMarker)
            {
                Flush(text, source, blocks);
                if (Special(block, source, findings) is { } special)
                    blocks.Add(special);
            }
            else if (block is not LinkReferenceDefinitionGroup)
            {
                text.Add(block);
            }
        }

        // What stands in a quotation or list would be lost without a word.
        foreach (var hidden in document.Descendants<StepMarker>().Where(m => m.Parent is not (MarkdownDocument or CustomContainer)))
            findings.Add(Diagnostic.Error("EX0404", SpanOf(hidden, source), $"the step '@{hidden.State}' stands in a list or quotation", "put it on a line of its own in a scene"));
        foreach (var hidden in document.Descendants<CustomContainer>().Where(c => c.Parent is not (MarkdownDocument or CustomContainer)))
            findings.Add(Diagnostic.Error("EX0417", FirstLine(SpanOf(hidden, source)), "a block cannot stand in a list or quotation", "put its lines between paragraphs, each at the start of its line"));
        Flush(text, source, blocks);
        ProseLinks.Check(document, span => source.Span(span.Start, span.End + 1), findings);
        var finder = new BareNumberFinder(language);
        var captions = Captions(document, source, findings);
        return new ProseDocument(
            blocks.ToImmutable(),
            [.. paragraphs.SelectMany(p => Mentions(p, source)), .. captions.SelectMany(c => BoundMentions.Of(c, c.Text))],
            [.. paragraphs.SelectMany(p => finder.Find(p, source)).Concat(captions.SelectMany(c => finder.Find(c))).OrderBy(n => n.Span.Start)],
            Headings(document),
            WordCount.Of(document))
        {
            Photos = [.. ShownPhotos(document, source, findings)],
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

    private ProseBlock? Special(Block block, SourceText source, ICollection<Diagnostic> findings)
    {
        if (block is StepMarker marker)
        {
            findings.Add(Diagnostic.Error("EX0404", SpanOf(block, source), $"the step '@{marker.State}' stands outside a scene", "put it between ::: scene NAME and :::"));
            return null;
        }

        var container = (CustomContainer)block;
        var span = SpanOf(container, source);
        var opening = FirstLine(span);
        var info = container.Info ?? "";
        var argument = container.Arguments?.Trim() ?? "";
        if (info.Length == 0)
        {
            findings.Add(Diagnostic.Error("EX0406", opening, "this ::: closes nothing", "take it out, or write ::: scene NAME or ::: chart NAME to open a block"));
            return null;
        }

        if (!Containers.Contains(info))
        {
            findings.Add(Diagnostic.Error("EX0406", opening, $"there is no block '::: {info}'", Nearest.Hint(info, Containers)));
            return null;
        }

        if (argument.Length == 0)
        {
            findings.Add(Diagnostic.Error("EX0407", opening, info is "scene" or "chart" ? $"this {info} does not say which chart it shows" : $"this {info} does not say which block it is", $"write ::: {info} and the {(info is "scene" or "chart" ? "chart" : "block")}'s name"));
            return null;
        }

        if (container.ClosingFencedCharCount == 0)
            findings.Add(Diagnostic.Error("EX0416", opening, $"this {info} is never closed", "put a line of ::: after its last words"));
        foreach (var inner in container.Descendants<CustomContainer>().Where(c => c.Parent is CustomContainer))
            findings.Add(Diagnostic.Error("EX0417", FirstLine(SpanOf(inner, source)), "a block cannot stand inside another", "close the one above with ::: first"));
        var at = source.Content.IndexOf(argument, source.Content.IndexOf(info, opening.Start, StringComparison.Ordinal) + info.Length, StringComparison.Ordinal);
        var name = new Name(argument, at < 0 ? opening : source.Span(at, at + argument.Length));
        if (info == "scene")
            return new SceneBlock(name, ReadSteps(container, source, findings), span);
        if (container.Count > 0)
            findings.Add(Diagnostic.Error("EX0408", SpanOf(container[0], source), $"a {info} block holds no text; its words stand in a file of its own", info == "chart" ? "move this text outside, or make it a scene" : "move this text outside"));
        return info == "chart" ? new ChartBlock(name, span) : new PlacedBlock(info, name, span);
    }

    private ImmutableArray<StepBlock> ReadSteps(CustomContainer scene, SourceText source, ICollection<Diagnostic> findings)
    {
        var steps = ImmutableArray.CreateBuilder<StepBlock>();
        StepMarker? marker = null;
        var content = new List<Block>();
        foreach (var block in scene)
        {
            if (block is StepMarker next)
            {
                Close();
                marker = next;
            }
            else if (marker is null)
            {
                findings.Add(Diagnostic.Error("EX0405", SpanOf(block, source), "this text stands in a scene but before its first step", "begin the step with @ and the name of a state, on a line of its own"));
            }
            else
            {
                content.Add(block);
            }
        }

        Close();
        return steps.ToImmutable();

        void Close()
        {
            if (marker is null)
                return;
            var span = SpanOf(marker, source);
            if (content.Count == 0)
                findings.Add(Diagnostic.Error("EX0409", span, $"the step '@{marker.State}' has no words", "write the paragraph that goes with this state under it"));
            steps.Add(new StepBlock(new Name(marker.State, span), _markup.Html(content)));
            content.Clear();
        }
    }

    private void Flush(List<Block> text, SourceText source, ImmutableArray<ProseBlock>.Builder blocks)
    {
        if (text.Count == 0)
            return;
        blocks.Add(new TextBlock(_markup.Html(text), source.Span(text[0].Span.Start, text[^1].Span.End + 1)));
        text.Clear();
    }

    // Each picture that can be shown; what hinders the others is reported.
    private List<PlacedPhoto> ShownPhotos(MarkdownDocument document, SourceText source, ICollection<Diagnostic> findings)
    {
        var shown = new List<PlacedPhoto>();
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage))
        {
            var span = source.Span(link.Span.Start, link.Span.End + 1);
            var name = PhotoRenderer.NameOf(link);
            if (!_photos.TryGetValue(name, out var photo))
                findings.Add(Diagnostic.Error("EX0481", span, $"there is no picture '{name}' in input", _photos.Count > 0 ? Nearest.Hint(name, [.. _photos.Keys]) : "put the file into input/images and write images/ and its name"));
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

    // Their words may name figures, though they are no Markdown.
    private static List<BoundText> Captions(MarkdownDocument document, SourceText source, ICollection<Diagnostic> findings) =>
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

    // Whatever names a figure can be linked to: the third mention of a figure is page.use.ID.3. What a picture shows is no place.
    private static void NameMentions(IEnumerable<ParagraphText> paragraphs)
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

    private static IEnumerable<FigureMention> Mentions(ParagraphText paragraph, SourceText source)
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

    // Of the text itself: headings in quotations, lists and steps begin no section.
    private ImmutableArray<Heading> Headings(MarkdownDocument document) =>
        [.. document.OfType<HeadingBlock>().Where(h => h.Level == SectionLevel).Select(h => new Heading(h.GetAttributes().Id ?? "", new ParagraphText(h.Inline, figures, language).Text))];

    private static Diagnostics.SourceSpan SpanOf(Block block, SourceText source) => source.Span(block.Span.Start, block.Span.End + 1);

    private static Diagnostics.SourceSpan FirstLine(Diagnostics.SourceSpan span)
    {
        var end = span.Source.Content.IndexOf('\n', span.Start);
        return end < 0 || end > span.End ? span : span with { End = end };
    }
}
