using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;

namespace Explainer.Prose;

/// <summary>Reads what stands between <c>:::</c> and <c>:::</c>: scenes with their steps, charts and blocks.</summary>
/// <param name="markup">Writes the words of steps.</param>
/// <param name="source">The text.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class ContainerReader(Markup markup, SourceText source, ICollection<Diagnostic> findings)
{
    private const string Closing = ":::";
    private static readonly string[] Types = ["scene", "chart", "guess", "what-if"];
    private static readonly Regex TooFew = new($@"^:{{1,2}}[ \t]*(?:{string.Join('|', Types)})\b.*$", RegexOptions.Multiline);
    private static readonly Regex Opening = new($@"(?<=^[ \t]*):::+[ \t]*(?:{string.Join('|', Types)})\b.*$", RegexOptions.Multiline);

    /// <summary>Reports lines that were to open a block and do not, or that close it at once. Where there are any, what else seems wrong with blocks follows from them.</summary>
    public static List<Diagnostic> Misread(MarkdownDocument document, SourceText source) =>
    [
        .. from paragraph in document.Descendants<ParagraphBlock>()
           from line in Lines(TooFew, paragraph, source)
           select Diagnostic.Error("EX0406", line, "this line opens no block: it begins with too few colons", $"write three: ::: {line.Text.TrimStart(':').TrimStart()}"),
        .. from code in document.Descendants<CodeBlock>()
           where code is not FencedCodeBlock
           from line in Lines(Opening, code, source)
           select Diagnostic.Error("EX0417", line, "this line is indented so far that it is printed as code", "begin it at the start of its line; where it is to be printed, put lines of ``` around it"),
        .. from container in document.Descendants<CustomContainer>()
           where container.Arguments?.TrimEnd().EndsWith(Closing, StringComparison.Ordinal) is true
           let opening = FirstLine(source.Span(container.Span.Start, container.Span.End + 1))
           select Diagnostic.Error("EX0416", opening, $"this {container.Info} is not closed by the ::: on its own first line", "the closing ::: stands on a line of its own, below"),
    ];

    /// <summary>What a container says; null, with a finding, when it is none that there is.</summary>
    public ProseBlock? Read(CustomContainer container)
    {
        var span = SpanOf(container);
        var opening = FirstLine(span);
        var info = container.Info ?? "";
        var argument = container.Arguments?.TrimEnd([.. Closing, ' ', '\t']).TrimStart() ?? "";
        if (info.Length == 0)
        {
            findings.Add(Diagnostic.Error("EX0406", opening, "this ::: closes nothing", "take it out, or write ::: scene NAME or ::: chart NAME to open a block"));
            return null;
        }

        if (!Types.Contains(info))
        {
            findings.Add(Diagnostic.Error("EX0406", opening, $"there is no block '::: {info}'", Nearest.Hint(info, Types)));
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
            findings.Add(Diagnostic.Error("EX0417", FirstLine(SpanOf(inner)), "a block cannot stand inside another", "close the one above with ::: first"));
        var at = source.Content.IndexOf(argument, source.Content.IndexOf(info, opening.Start, StringComparison.Ordinal) + info.Length, StringComparison.Ordinal);
        var name = new Name(argument, at < 0 ? opening : source.Span(at, at + argument.Length));
        if (info == "scene")
            return new SceneBlock(name, ReadSteps(container), span);
        if (container.Count > 0)
            findings.Add(Diagnostic.Error("EX0408", SpanOf(container[0]), $"a {info} block holds no text; its words stand in a file of its own", info == "chart" ? "move this text outside, or make it a scene" : "move this text outside"));
        return info == "chart" ? new ChartBlock(name, span) : new PlacedBlock(info, name, span);
    }

    /// <summary>Reports containers and lines of steps that stand where they would be lost without a word.</summary>
    public void CheckPlaces(MarkdownDocument document)
    {
        foreach (var lost in document.OfType<StepMarker>())
            findings.Add(Diagnostic.Error("EX0404", SpanOf(lost), $"the step '@{lost.State}' stands outside a scene", "put it between ::: scene NAME and :::"));
        foreach (var hidden in document.Descendants<StepMarker>().Where(m => m.Parent is not (MarkdownDocument or CustomContainer)))
            findings.Add(Diagnostic.Error("EX0404", SpanOf(hidden), $"the step '@{hidden.State}' stands in a list or quotation", "put it on a line of its own in a scene"));
        foreach (var hidden in document.Descendants<CustomContainer>().Where(c => c.Parent is not (MarkdownDocument or CustomContainer)))
            findings.Add(Diagnostic.Error("EX0417", FirstLine(SpanOf(hidden)), "a block cannot stand in a list or quotation", "put its lines between paragraphs, each at the start of its line"));
    }

    private ImmutableArray<StepBlock> ReadSteps(CustomContainer scene)
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
                findings.Add(Diagnostic.Error("EX0405", SpanOf(block), "this text stands in a scene but before its first step", "begin the step with @ and the name of a state, on a line of its own"));
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
            var span = SpanOf(marker);
            if (content.Count == 0)
                findings.Add(Diagnostic.Error("EX0409", span, $"the step '@{marker.State}' has no words", "write the paragraph that goes with this state under it"));
            steps.Add(new StepBlock(new Name(marker.State, span), markup.Html(content)));
            content.Clear();
        }
    }

    private static IEnumerable<Diagnostics.SourceSpan> Lines(Regex sort, Block block, SourceText source) =>
        sort.Matches(source.Content[block.Span.Start..Math.Min(block.Span.End + 1, source.Content.Length)])
            .Select(m => source.Span(block.Span.Start + m.Index, block.Span.Start + m.Index + m.Value.TrimEnd().Length));

    private Diagnostics.SourceSpan SpanOf(Block block) => source.Span(block.Span.Start, block.Span.End + 1);

    private static Diagnostics.SourceSpan FirstLine(Diagnostics.SourceSpan span)
    {
        var end = span.Source.Content.IndexOf('\n', span.Start);
        return end < 0 || end > span.End ? span : span with { End = end };
    }
}
