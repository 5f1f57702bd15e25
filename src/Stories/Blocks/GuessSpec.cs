using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>A question that the reader answers on a chart's own scale before the chart does.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Question">The question.</param>
/// <param name="Place">The chart.</param>
/// <param name="Before">The name of the chart's state while the reader guesses.</param>
/// <param name="After">The name of its state once the reader has.</param>
/// <param name="Unit">What its values count, in words; null for the chart's per cent.</param>
/// <param name="Step">From one value that can be guessed to the next; null for a hundredth of the scale.</param>
/// <param name="Start">Where the handle stands at first; null for the middle.</param>
/// <param name="Answers">The figures with which the guess is compared.</param>
/// <param name="Kinds">What those who answer are called, by kind; empty where answers are told one by one.</param>
/// <param name="Span">Where it was written.</param>
public sealed record GuessSpec(
    string Id,
    LocalText Question,
    ChartPlace Place,
    Name Before,
    Name After,
    LocalText? Unit,
    double? Step,
    double? Start,
    ImmutableArray<BlockFigure> Answers,
    ImmutableDictionary<Kind, LocalText> Kinds,
    SourceSpan Span) : BlockSpec(Id, Span)
{
    /// <inheritdoc/>
    public override string Type => "guess";

    /// <inheritdoc/>
    public override IEnumerable<BlockFigure> Figures => Answers;

    /// <inheritdoc/>
    public override IEnumerable<ShownNumber> Numbers => Place.Chart is { } chart ? base.Numbers.Concat(ChartNumbers.Of(chart)) : base.Numbers;

    /// <inheritdoc/>
    public override IEnumerable<LocalText> Words => new[] { Question, Unit }.Concat(Answers.Select(a => a.Short)).Concat(Kinds.Values).OfType<LocalText>();

    /// <summary>The chart's state while the reader guesses, or null when there is none of that name.</summary>
    public StateSpec? BeforeState => Place.Chart?.State(Before.Value);

    /// <summary>The chart's state afterwards, or null when there is none of that name.</summary>
    public StateSpec? AfterState => Place.Chart?.State(After.Value);

    /// <summary>The ends of the chart's axis of values, or null where it has none that a handle could stand on.</summary>
    public (double Low, double High)? Ends =>
        Place.Chart is { Map: null, Values: { Scale: ScaleType.Linear } values } && AfterState is { } state ? state.ValueDomain ?? values.Domain : null;

    /// <summary>The values that can be guessed, or null where the chart's axis has no ends.</summary>
    public SliderSpec? Slider
    {
        get
        {
            if (Ends is not var (low, high))
                return null;
            var slider = new SliderSpec(low, high, Step ?? ((high - low) / 100), Start ?? low);
            return Start is null && slider.Step > 0 ? slider with { Start = slider.ValueAt(slider.Steps / 2) } : slider;
        }
    }
}
