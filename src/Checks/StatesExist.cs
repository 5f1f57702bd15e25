using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0402: a step or a guess names a state that its chart does not have.</summary>
public sealed class StatesExist : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        var steps = site.Stories.SelectMany(s => s.Parts.OfType<Scene>()).SelectMany(s => s.Steps.Select(step => (s.Place, State: step.Name)));
        var guesses = site.Blocks.Values.OfType<GuessSpec>().SelectMany(g => new[] { (g.Place, State: g.Before), (g.Place, State: g.After) });
        return
            from named in steps.Concat(guesses)
            let chart = named.Place.Chart
            where chart is not null && chart.State(named.State.Value) is null
            select Diagnostic.Error(
                "EX0402",
                named.State.Span,
                $"the chart '{chart.Id}' has no state '{named.State.Value}'",
                Nearest.Hint(named.State.Value, [.. chart.States.Select(s => s.Name)]));
    }
}
