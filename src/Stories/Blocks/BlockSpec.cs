using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Stories;

/// <summary>Something to try, described in <c>input/blocks/NAME.yml</c>, that any story can place.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Span">Where it was written.</param>
public abstract record BlockSpec(string Id, SourceSpan Span)
{
    /// <summary>The word that places it in a story: <c>guess</c> or <c>what-if</c>.</summary>
    public abstract string Type { get; }

    /// <summary>The figures that it names.</summary>
    public abstract IEnumerable<BlockFigure> Figures { get; }

    /// <summary>Words that readers see.</summary>
    public abstract IEnumerable<LocalText> Words { get; }
}
