using System.Collections.Immutable;
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
    private static readonly string[] Types = ["scene", "chart", "guess", "what-if"];

    /// <summary>What a container says; null, with a finding, when it is none that there is.</summary>
    public ProseBlock? Read(CustomContainer container)
    {
        var span = SpanOf(container);
        var opening = FirstLine(span);
        var info = container.Info ?? "";
        var argument = container.Arguments?.Trim() ?? "";
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

    private Diagnostics.SourceSpan SpanOf(Block block) => source.Span(block.Span.Start, block.Span.End + 1);

    private static Diagnostics.SourceSpan FirstLine(Diagnostics.SourceSpan span)
    {
        var end = span.Source.Content.IndexOf('\n', span.Start);
        return end < 0 || end > span.End ? span : span with { End = end };
    }
}
