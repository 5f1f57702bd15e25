using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0513, EX0514: a story places a block that does not exist, or with a word that is not the block's type.</summary>
public sealed class BlocksExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        foreach (var place in site.Stories.SelectMany(s => s.Parts.OfType<BlockPlace>()))
        {
            if (place.Block is null && !site.UnreadBlocks.Contains(place.Name.Value))
                yield return Diagnostic.Error("EX0513", place.Name.Span, $"there is no block '{place.Name.Value}' in input/blocks", Nearest.Hint(place.Name.Value, [.. site.Blocks.Keys]));
            else if (place.Block is { } block && block.Type != place.Type)
                yield return Diagnostic.Error("EX0514", place.Name.Span, $"the block '{block.Id}' is no {place.Type}", $"its type is {block.Type}: write ::: {block.Type} {block.Id}");
        }
    }
}
