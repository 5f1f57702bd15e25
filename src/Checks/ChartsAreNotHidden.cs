using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0324: the name of a chart, which its steps bear, is one that the reading modes of browsers take for a button or an advertisement.</summary>
public sealed class ChartsAreNotHidden : IRule
{
    private static readonly string[] Hidden = ["comments", "promo", "share"];

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from chart in site.Charts.Values
        where Hidden.Contains(chart.Id)
        select Diagnostic.Warning("EX0324", chart.Span.Head, $"the reading modes of browsers leave out what is called '{chart.Id}'", "give the chart's file another name");
}
