using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Stories;

/// <summary>Arithmetic on published values whose inputs the reader can change.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Title">What it asks or shows.</param>
/// <param name="Inputs">The values that can be changed.</param>
/// <param name="Formula">How they give the result.</param>
/// <param name="Result">The result.</param>
/// <param name="Told">How the formula gives the result, as a sentence with gaps for the values; null to print the formula.</param>
/// <param name="Span">Where it was written.</param>
public sealed record WhatIfSpec(string Id, LocalText Title, ImmutableArray<WhatIfInput> Inputs, Formula Formula, WhatIfResult Result, WhatIfSentence? Told, SourceSpan Span) : BlockSpec(Id, Span)
{
    /// <inheritdoc/>
    public override string Type => "what-if";

    /// <inheritdoc/>
    public override IEnumerable<BlockFigure> Figures => Inputs.SelectMany(i => i.Published).Concat(Result.Published);

    /// <inheritdoc/>
    public override IEnumerable<ShownNumber> Numbers =>
        base.Numbers.Concat(Inputs.SelectMany(i => new[] { i.Slider.From, i.Slider.To, i.Slider.Start }.Select(v => new ShownNumber(v, i.Unit is null ? "%" : ""))))
            .Concat(Formula.Steps.Where(s => s is { Name: null, Operation: null }).Select(s => new ShownNumber(s.Number, "")));

    /// <inheritdoc/>
    public override IEnumerable<LocalText> Words =>
        Inputs.SelectMany(i => new[] { i.Title, i.Unit }).Concat([Title, Result.Title, Result.Unit, Told?.Text]).Concat(Figures.Select(f => f.Short)).OfType<LocalText>();

    /// <summary>What the formula gives at first, or null when it gives nothing.</summary>
    public double? Start => Formula.Evaluate(name => Inputs.First(i => i.Name == name).Slider.Start);

    /// <summary>
    /// Whether the formula gives something for some of the values that can be chosen. All of them are tried of one slider; of
    /// several, as many as the longest has, each slider going at a pace of its own.
    /// </summary>
    public bool HasValue
    {
        get
        {
            var sliders = Inputs.Select((input, i) => (input.Name, input.Slider, Pace: (2 * i) + 1)).ToDictionary(s => s.Name, StringComparer.Ordinal);
            return Enumerable.Range(0, SliderSpec.MostSteps + 1).Any(n => Formula.Evaluate(name => After(n, name)) is not null);

            double After(int n, string name) => sliders[name].Slider.ValueAt(n * sliders[name].Pace % (sliders[name].Slider.Steps + 1));
        }
    }

    /// <summary>The least and the greatest that the sliders can give, or null when one cannot tell.</summary>
    public (double Low, double High)? Reach => Formula.Span(name => Inputs.First(i => i.Name == name).Slider is var slider ? (slider.From, slider.To) : null);
}
