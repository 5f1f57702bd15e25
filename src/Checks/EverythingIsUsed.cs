using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0422, EX0423, EX0487, EX0519: a chart that no story shows, a figure that no text points at, a picture that no text shows, a block that no story places.</summary>
public sealed class EverythingIsUsed : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        var charts = site.Stories.SelectMany(s => s.ChartPlaces).Select(p => p.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var chart in site.Charts.Values.Where(c => !charts.Contains(c.Id)))
            yield return Diagnostic.Warning("EX0422", chart.Span.Head, $"no story shows the chart '{chart.Id}'");

        var figures = site.WithInputs(site.Stories.SelectMany(s => s.Figures).Concat(site.Mentions.Select(m => m.Mention.Figure)).Concat(site.Corrections.SelectMany(c => c.Figures)).Select(f => f.Value));
        foreach (var figure in site.Figures.Values.Where(f => !figures.Contains(f.Id)))
            yield return Diagnostic.Warning("EX0423", figure.Span, $"no text points at the figure '{figure.Id}'");

        var photos = site.PlacedPhotos.Select(p => p.Photo.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in site.Photos.Keys.Where(p => !photos.Contains(p)))
            yield return new Diagnostic("EX0487", Severity.Warning, null, $"no text shows the picture 'input/{path}'", "show it, or delete it");

        var blocks = site.Stories.SelectMany(s => s.Parts.OfType<BlockPlace>()).Select(p => p.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var block in site.Blocks.Values.Where(b => !blocks.Contains(b.Id)))
            yield return Diagnostic.Warning("EX0519", block.Span.Head, $"no story places the block '{block.Id}'");
    }
}
