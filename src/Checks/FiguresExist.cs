using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0420: a text, a block or a correction points at a figure that does not exist.</summary>
public sealed class FiguresExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        (from figure in site.Stories.SelectMany(s => s.Figures).Concat(site.Mentions.Select(m => m.Mention.Figure)).Concat(site.Corrections.SelectMany(c => c.Figures)).Concat(site.Blocks.Values.SelectMany(b => b.Figures).Select(f => f.Id))
         where !site.HasUnreadFigures && !site.Figures.ContainsKey(figure.Value)
         select Diagnostic.Error("EX0420", figure.Span, $"there is no figure '{figure.Value}' in input/figures", Nearest.Hint(figure.Value, [.. site.Figures.Keys]))).Distinct();
}
