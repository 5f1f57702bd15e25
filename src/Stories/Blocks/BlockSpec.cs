using System.Collections.Immutable;
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

    /// <summary>Numbers that its words may say though neither it nor a figure does, and why.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>The numbers that readers see in it.</summary>
    public virtual IEnumerable<ShownNumber> Numbers =>
        Figures.Select(f => f.Figure).OfType<Figure>().SelectMany(f => new[] { f.Low, f.High }.OfType<double>().Select(v => new ShownNumber(v, f.Unit, f.Hedge ?? Hedge.None)));

    /// <summary>Words that readers see.</summary>
    public abstract IEnumerable<LocalText> Words { get; }
}
