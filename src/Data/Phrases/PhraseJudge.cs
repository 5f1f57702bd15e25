namespace Explainer.Data;

/// <summary>
/// Compares what words say with the figure that they name, at the precision and with the hedge that the words use: 38 per
/// cent is true of 37.7, about 60,000 of 60,312, and more than half of 54.5.
/// </summary>
public static class PhraseJudge
{
    // Without a hedge a number may be rounded, but not so far that a reader would take another for it.
    private const double MostRounding = 0.05;
    private const double MostAbout = 0.1;
    private const double MostBeyond = 0.2;
    private const double Grain = 1e-9;

    /// <summary>What is wrong with the words; null when they are true.</summary>
    /// <param name="phrase">What the words say; null when no number was found in them.</param>
    /// <param name="text">The words.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="language">The language of the words.</param>
    public static PhraseFault? Judge(Phrase? phrase, string text, Figure figure, Language language)
    {
        var right = figure.In(language);
        if (phrase is null)
            return new PhraseFault("EX0455", $"these words name the figure '{figure.Id}', but no number can be read in them", right);
        if (InUnitOf(phrase, figure) is not { } said)
            return new PhraseFault("EX0452", $"'{text}' counts in {Name(phrase.Measure)}, but the figure '{figure.Id}' in {(figure.Unit == "%" ? "per cent" : figure.Unit)}", right);
        if (phrase.IsNegative && (figure.Low ?? figure.High) > 0)
            return Wrong();
        if (Shape(said, figure) is { } shape)
            return new PhraseFault("EX0453", shape, right);

        var (low, high) = (Math.Abs(figure.Low ?? figure.High ?? 0), Math.Abs(figure.High ?? figure.Low ?? 0));
        if (figure is { Low: < 0, High: < 0 })
            (low, high) = (high, low);
        if (said.IsRange)
            return IsNear(said.Low, low, said.Hedge) && IsNear(said.High, high, said.Hedge) ? null : Wrong();
        var hedge = said.Hedge;
        var value = hedge == Hedge.UpTo ? high : low;
        if (hedge is Hedge.UpTo or Hedge.AtLeast)
            hedge = Hedge.None;
        if (figure.Hedge is { } own && own != Hedge.None)
        {
            if (said.Hedge != own)
                return Holds(said.High, value, own, own) ? new PhraseFault("EX0454", $"the source itself says '{right}', and these words do not", right) : Wrong();
            return Holds(said.High, value, Hedge.None, own) ? null : Wrong();
        }

        if (Holds(said.High, value, hedge, Hedge.None))
            return null;
        if (hedge == Hedge.None && Holds(said.High, value, Hedge.About, Hedge.None))
            return new PhraseFault("EX0454", $"'{text}' is rounded from {right}, and the words do not say so", language.Word("hedge.about", text));
        return Wrong();

        PhraseFault Wrong() => new("EX0451", $"'{text}' is not what the figure '{figure.Id}' says: {right}", right);
    }

    // Parts and factors become what the figure counts in; null where no reckoning leads there.
    private static Phrase? InUnitOf(Phrase phrase, Figure figure) => (phrase.Measure, figure.Unit) switch
    {
        (Measure.Percent, "%") or (Measure.Points, "points") or (Measure.Times, "times") => phrase,
        (Measure.Part, "%") => phrase with { Low = phrase.Low.Times(100), High = phrase.High.Times(100) },
        (Measure.Times, "%") => phrase with { Low = Change(phrase.Low, figure), High = Change(phrase.High, figure) },
        (Measure.Plain, "%" or "points") => null,
        (Measure.Plain, _) => phrase,
        _ => null,
    };

    // Twice as few is a change of −50 per cent, twice as many of +100.
    private static SpokenNumber Change(SpokenNumber factor, Figure figure)
    {
        var falls = (figure.Low ?? figure.High) < 0;
        var of = Of(factor.Value);
        var next = Of(factor.Value + factor.Round);
        return new SpokenNumber(of, Math.Abs(next - of) / 2, Math.Abs(next - of));

        double Of(double f) => 100 * (falls ? 1 - (1 / f) : f - 1);
    }

    // A bound is no value, and a range is neither.
    private static string? Shape(Phrase said, Figure figure) => figure switch
    {
        { Low: null } when said.IsRange || said.Hedge != Hedge.UpTo => $"the figure '{figure.Id}' is an upper bound, and these words do not say so",
        { High: null } when said.IsRange || said.Hedge is not (Hedge.AtLeast or Hedge.Over) => $"the figure '{figure.Id}' is a lower bound, and these words do not say so",
        { Low: { } a, High: { } b } when !a.Equals(b) && !said.IsRange && said.Hedge is not (Hedge.UpTo or Hedge.AtLeast) => $"the figure '{figure.Id}' is a range, and these words name one number",
        { Low: { } a, High: { } b } when a.Equals(b) && said.IsRange => $"the figure '{figure.Id}' is one number, and these words name a range",
        { Low: { } a, High: { } b } when a.Equals(b) && said.Hedge == Hedge.AtLeast => $"the figure '{figure.Id}' is a value, and these words make a lower bound of it",
        _ => null,
    };

    private static bool IsNear(SpokenNumber said, double value, Hedge hedge) => Holds(said, value, hedge == Hedge.About ? Hedge.About : Hedge.None, Hedge.None);

    private static bool Holds(SpokenNumber said, double value, Hedge hedge, Hedge own)
    {
        var (number, grain) = (said.Value, Grain * Math.Max(1, said.Value));
        var near = Math.Min(said.Round / 2, MostAbout * number);
        var beyond = Math.Min(said.Round, MostBeyond * number);
        return hedge switch
        {
            Hedge.None or Hedge.UpTo or Hedge.AtLeast => Math.Abs(value - number) <= Math.Min(said.Step / 2, MostRounding * number) + grain,
            Hedge.About => Math.Abs(value - number) <= near + grain,
            Hedge.Almost => (value < number || own == Hedge.Almost) && value <= number + grain && number - value <= near + grain,
            Hedge.Over => (value > number || own == Hedge.Over) && value >= number - grain && value - number <= beyond + grain,
            _ => (value < number || own == Hedge.Under) && value <= number + grain && number - value <= beyond + grain,
        };
    }

    private static string Name(Measure measure) => measure switch
    {
        Measure.Percent => "per cent",
        Measure.Points => "percentage points",
        Measure.Times => "times",
        Measure.Part => "parts of a whole",
        _ => "no unit",
    };
}
