using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0401: a story or a block shows a chart that does not exist.</summary>
public sealed class ChartsExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        (from place in site.Stories.SelectMany(s => s.ChartPlaces).Concat(site.Blocks.Values.OfType<GuessSpec>().Select(g => g.Place))
         where place.Chart is null && !site.UnreadCharts.Contains(place.Name.Value)
         select Diagnostic.Error("EX0401", place.Name.Span, $"there is no chart '{place.Name.Value}' in input/charts", Nearest.Hint(place.Name.Value, [.. site.Charts.Keys]))).Distinct();
}
