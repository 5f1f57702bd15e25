using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0402: a step names a state that its chart does not have.</summary>
public sealed class StatesExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from story in site.Stories
        from scene in story.Parts.OfType<Scene>()
        let chart = scene.Place.Chart
        where chart is not null
        from step in scene.Steps
        where step.State is null
        select Diagnostic.Error(
            "EX0402",
            step.Name.Span,
            $"the chart '{scene.Place.Name.Value}' has no state '{step.Name.Value}'",
            Nearest.Hint(step.Name.Value, [.. chart.States.Select(s => s.Name)]));
}
