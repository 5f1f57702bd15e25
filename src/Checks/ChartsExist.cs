using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0401: a story shows a chart that does not exist.</summary>
public sealed class ChartsExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from story in site.Stories
        from place in story.ChartPlaces
        where place.Chart is null && !site.UnreadCharts.Contains(place.Name.Value)
        select Diagnostic.Error("EX0401", place.Name.Span, $"there is no chart '{place.Name.Value}' in input/charts", Nearest.Hint(place.Name.Value, [.. site.Charts.Keys]));
}
