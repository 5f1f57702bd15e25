using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0420: the text points at a figure that does not exist.</summary>
public sealed class FiguresExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from story in site.Stories
        from figure in story.Figures
        where !site.Figures.ContainsKey(figure.Value)
        select Diagnostic.Error("EX0420", figure.Span, $"there is no figure '{figure.Value}' in input/figures", Nearest.Hint(figure.Value, [.. site.Figures.Keys]));
}
