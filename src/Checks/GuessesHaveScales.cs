using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0515, EX0518: a guess needs a chart with one scale before and after, and answers that count what the scale counts.</summary>
public sealed class GuessesHaveScales : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) => site.Blocks.Values.OfType<GuessSpec>().SelectMany(Check);

    private static IEnumerable<Diagnostic> Check(GuessSpec guess)
    {
        if (guess.Place.Chart is not { } chart || guess is not { BeforeState: { } before, AfterState: { } after })
            yield break;
        if (chart.Values is { HasUnreadDomain: true } || before.HasUnreadDomain || after.HasUnreadDomain)
            yield break;
        if (guess.Ends is null)
        {
            yield return Diagnostic.Error("EX0515", guess.Place.Name.Span, $"the chart '{chart.Id}' has no scale on which to guess", "it needs a linear axis of values with a 'domain'");
            yield break;
        }

        if ((before.ValueDomain ?? chart.Values!.Domain) != guess.Ends || before.Value != after.Value)
            yield return Diagnostic.Error("EX0515", guess.Before.Span, $"the states '{before.Name}' and '{after.Name}' have different axes, so a guess on one means nothing on the other", "give both the same axis");
        var unit = chart.UnitIn(after);
        if (unit != BlockReader.PerCent && guess.Unit is null)
            yield return Diagnostic.Error("EX0518", guess.Place.Name.Span, unit.Length == 0 ? "the guess counts in no unit, as the chart's axis has none" : $"the guess counts '{unit}' and needs words for it", unit.Length == 0 ? "write 'unit' on the axis of values, and its words here" : $"such as unit: {unit}, or in each language");
        foreach (var answer in guess.Answers.Where(a => a.Figure is { } figure && figure.Unit != unit))
            yield return Diagnostic.Error("EX0518", answer.Id.Span, $"the figure '{answer.Id.Value}' counts '{answer.Figure!.Unit}', but the chart's axis counts {(unit.Length == 0 ? "nothing" : $"'{unit}'")}", unit.Length == 0 ? $"write 'unit' on the axis of values, or at its field: unit: {answer.Figure.Unit}" : "compare only what counts the same");
    }
}
