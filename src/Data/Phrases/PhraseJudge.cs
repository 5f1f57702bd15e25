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
    private const double Grain = 1e-14;
    private const string Bound = "EX0453";

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
        if (InUnitOf(phrase, figure.Unit, figure.Low ?? figure.High ?? 0) is not { } said)
            return new PhraseFault("EX0452", $"'{text}' counts in {Name(phrase.Measure)}, but the figure '{figure.Id}' in {(figure.Unit == "%" ? "per cent" : figure.Unit)}", right);
        var fault = Compare(said, text, figure, language, right);
        if (fault is null || !said.IsDoubtful)
            return fault;
        var bare = Compare(said with { Hedge = Hedge.None }, text, figure, language, right);
        return bare is null || fault.Code == Bound ? bare : fault;
    }

    /// <summary>Whether words say a number that stands beside them, at the precision and with the hedge that they use: either end of a range, and either side of a bound.</summary>
    public static bool Says(Phrase phrase, ShownNumber shown)
    {
        // What stands beside says what both count, so that the words need not.
        if ((phrase.Measure == Measure.Plain ? phrase : InUnitOf(phrase, shown.Unit, shown.Value)) is not { } said || !Goes(said.Low.Direction, shown.Value))
            return false;
        var hedge = said.Hedge is Hedge.UpTo or Hedge.AtLeast || (shown.Hedge != Hedge.None && said.Hedge == shown.Hedge) ? Hedge.None : said.Hedge;
        var value = Math.Abs(shown.Value);
        return Holds(said.Low.Number, value, hedge) || (said.IsDoubtful && Holds(said.Low.Number, value, Hedge.None));
    }

    private static PhraseFault? Compare(Phrase said, string text, Figure figure, Language language, string right)
    {
        if (!GoesWith(said, figure))
            return Wrong();
        if (Shape(said, figure) is { } shape)
            return new PhraseFault(Bound, shape, right);

        // Bounds hold back by themselves.
        var isBound = figure.Low is null || figure.High is null || said.Hedge is Hedge.UpTo or Hedge.AtLeast;
        var hedge = isBound ? Hedge.None : said.Hedge;
        if (!isBound && figure.Hedge is { } own && own != Hedge.None)
        {
            if ((hedge == Hedge.JustOver ? Hedge.Over : hedge) == own)
                return Holds(said, figure, Hedge.None) ? null : Wrong();
            return Holds(said, figure, Hedge.None) || Holds(said, figure, own) ? new PhraseFault("EX0454", $"the source itself says '{right}', and these words do not", right) : Wrong();
        }

        if (Holds(said, figure, hedge))
            return null;
        if (hedge == Hedge.None && Holds(said, figure, Hedge.About))
            return new PhraseFault("EX0454", $"'{text}' is rounded from {right}, and the words do not say so", language.Word("hedge.about", text));
        return Wrong();

        PhraseFault Wrong() => new("EX0451", $"'{text}' is not what the figure '{figure.Id}' says: {right}", right);
    }

    // Parts and factors become what the figure counts in; null where no reckoning leads there.
    private static Phrase? InUnitOf(Phrase phrase, string unit, double value) => (phrase.Measure, unit) switch
    {
        (Measure.Percent, "%") or (Measure.Points, "points") or (Measure.Times, "times") => phrase,
        (Measure.Part, "%") => Each(phrase, n => n.Number.Times(100)),
        (Measure.Times, "%") => Each(phrase, n => Change(n, value < 0)),
        (Measure.Plain, "%" or "points" or "times") => null,
        (Measure.Plain, _) => phrase,
        _ => null,
    };

    private static Phrase Each(Phrase phrase, Func<SpokenAmount, SpokenNumber> reckon)
    {
        var low = phrase.Low with { Number = reckon(phrase.Low) };
        return phrase with { Low = low, High = phrase.IsRange ? phrase.High with { Number = reckon(phrase.High) } : low };
    }

    // Twice as few is a change of −50 per cent, twice as many of +100, and half as many of −50 again.
    private static SpokenNumber Change(SpokenAmount factor, bool isFall)
    {
        var falls = factor.Direction switch
        {
            Direction.Down => factor.Number.Value > 1,
            Direction.Up => false,
            _ => isFall,
        };
        var of = Of(factor.Number.Value);
        var next = Math.Abs(Of(factor.Number.Value + factor.Number.Round) - of);
        return new SpokenNumber(Math.Abs(of), next / 2, next);

        double Of(double f) => 100 * (falls ? 1 - (1 / f) : f - 1);
    }

    // A minus sign or "twice as many" must go the figure's way; "fell by 2,038" says no way at all.
    private static bool GoesWith(Phrase said, Figure figure)
    {
        var (low, high) = (figure.Low ?? figure.High ?? 0, figure.High ?? figure.Low ?? 0);
        if (low < 0 && high > 0 && said.IsRange && said.Low.Direction != Direction.Negative)
            return false;
        return Goes(said.Low.Direction, low) && Goes(said.High.Direction, high);
    }

    private static bool Goes(Direction direction, double value) => direction switch
    {
        Direction.Negative => value < 0,
        Direction.Up => value >= 0,
        _ => true,
    };

    // A bound is no value, and a range is neither.
    private static string? Shape(Phrase said, Figure figure)
    {
        var isBound = said.Hedge is Hedge.UpTo or Hedge.AtLeast;
        if (figure.Low is not { } low)
            return said.IsRange || said.Hedge is not (Hedge.UpTo or Hedge.Under) ? $"the figure '{figure.Id}' is an upper bound, and these words do not say so" : null;
        if (figure.High is not { } high)
            return said.IsRange || said.Hedge is not (Hedge.AtLeast or Hedge.Over) ? $"the figure '{figure.Id}' is a lower bound, and these words do not say so" : null;
        if (low.Equals(high) && isBound)
            return $"the figure '{figure.Id}' is a value, and these words make a bound of it";
        if (low.Equals(high))
            return said.IsRange ? $"the figure '{figure.Id}' is one number, and these words name a range" : null;
        if (said.IsRange)
            return isBound ? $"the figure '{figure.Id}' is a range with two ends, and these words make a bound of it" : null;
        return isBound ? null : $"the figure '{figure.Id}' is a range, and these words name one number";
    }

    // Signs are compared elsewhere: a fall of 3 to 5 is the range from −5 to −3.
    private static bool Holds(Phrase said, Figure figure, Hedge hedge)
    {
        var (low, high) = (Math.Abs(figure.Low ?? figure.High ?? 0), Math.Abs(figure.High ?? figure.Low ?? 0));
        if (figure is { Low: < 0, High: < 0 } && said.Low.Direction != Direction.Negative)
            (low, high) = (high, low);
        if (said.IsRange)
            return Holds(said.Low.Number, low, hedge) && Holds(said.High.Number, high, hedge);
        return Holds(said.Low.Number, said.Hedge is Hedge.UpTo or Hedge.Under ? high : low, hedge);
    }

    private static bool Holds(SpokenNumber said, double value, Hedge hedge)
    {
        var (number, grain) = (said.Value, Grain * Math.Max(1, said.Value));
        var near = Math.Min(said.Round / 2, MostAbout * number);
        var beyond = Math.Min(said.Round, MostBeyond * number);
        var more = value - number;
        return hedge switch
        {
            Hedge.About => Math.Abs(more) <= near + grain,
            Hedge.Almost => more < -grain && -more <= near + grain,
            Hedge.JustOver => more > grain && more <= near + grain,
            Hedge.Over => more > grain && more <= beyond + grain,
            Hedge.Under => more < -grain && -more <= beyond + grain,
            _ => Math.Abs(more) <= Math.Min(said.Step / 2, MostRounding * number) + grain,
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
