using Markdig.Extensions.CustomContainers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Explainer.Prose;

/// <summary>A line such as <c>@surveys</c> that begins a step of a scene.</summary>
internal sealed class StepMarker(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>The name of the state.</summary>
    public string State { get; init; } = "";
}

/// <summary>Recognises lines that hold nothing but <c>@</c> and a name.</summary>
internal sealed class StepMarkerParser : BlockParser
{
    public StepMarkerParser() => OpeningCharacters = ['@'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var text = line.ToString();
        var name = text[1..].TrimEnd();

        // Outside a scene only a lone word is taken for a step in the wrong place; inside, whatever follows is meant as a state.
        var isInScene = processor.CurrentContainer is CustomContainer;
        if (processor.IsCodeIndent || name.Length == 0 || (!isInScene && !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')))
            return BlockState.None;
        processor.NewBlocks.Push(new StepMarker(this)
        {
            State = name,
            Line = processor.LineIndex,
            Column = processor.Column,
            Span = new SourceSpan(line.Start, line.Start + name.Length),
        });
        return BlockState.BreakDiscard;
    }
}
