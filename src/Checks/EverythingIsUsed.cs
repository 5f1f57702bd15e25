using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0422, EX0423: a chart that no story shows, a figure that no text points at.</summary>
public sealed class EverythingIsUsed : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        var charts = site.Stories.SelectMany(s => s.ChartPlaces).Select(p => p.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var chart in site.Charts.Values.Where(c => !charts.Contains(c.Id)))
            yield return Diagnostic.Warning("EX0422", chart.Span with { End = chart.Span.Start + 1 }, $"no story shows the chart '{chart.Id}'");

        var figures = site.Stories.SelectMany(s => s.Figures).Select(f => f.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var figure in site.Figures.Values.Where(f => !figures.Contains(f.Id)))
            yield return Diagnostic.Warning("EX0423", figure.Span, $"no text points at the figure '{figure.Id}'");
    }
}
