using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0403: a scene without steps.</summary>
public sealed class ScenesHaveSteps : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from story in site.Stories
        from scene in story.Parts.OfType<Scene>()
        where scene.Steps.IsEmpty
        select Diagnostic.Error(
            "EX0403",
            scene.Place.Name.Span,
            $"the scene of '{scene.Place.Name.Value}' has no steps",
            "begin each step with @ and the name of a state, on a line of its own; a chart without steps is ::: chart NAME");
}
