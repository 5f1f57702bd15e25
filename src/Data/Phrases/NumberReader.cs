namespace Explainer.Data;

/// <summary>Reads one number at a place in a text: digits, number words, or both with words such as "million".</summary>
/// <param name="words">The language's words for numbers.</param>
/// <param name="tokens">The text.</param>
/// <param name="plain">The texts of its tokens.</param>
public sealed class NumberReader(ReadingWords words, List<Token> tokens, List<string> plain)
{
    // From a thousand on a word for a scale closes what came before it: two hundred thousand | three hundred.
    private const double Closing = 1000;

    /// <summary>The number that begins at a token; null when none does. Ordinals such as 16th and years are none.</summary>
    /// <param name="at">The token.</param>
    public (SpokenNumber Number, double Scale, Hedge Hedge, int Next)? Read(int at) =>
        words.InvertedScales.Match(plain, at) is { } inverted && ReadForward(at + inverted.Length) is { Scale: 1 } turned
            ? (turned.Number.Times(inverted.Value), inverted.Value, Hedge.About, turned.Next)
            : ReadForward(at);

    // Where a scale was read before it, no other may stand.
    private (SpokenNumber Number, double Scale, Hedge Hedge, int Next)? ReadForward(int at)
    {
        if (at >= tokens.Count || IsOrdinal(at) || IsYear(at))
            return null;
        var number = new Sum();
        var (next, hedge) = (at, Hedge.None);
        if (tokens[at].Digits is { } digits)
        {
            number.Begin(digits);
            next++;
            if (Glued(next) && words.GluedScales.Match(plain, next) is { } glued)
            {
                number.Multiply(glued.Value);
                next += glued.Length;
            }
        }

        while (next < tokens.Count)
        {
            var skipped = Skip(next, number);
            if (words.Numbers.Match(plain, next + skipped) is { } word && number.Takes(word.Value))
            {
                number.Add(word.Value);
                next += skipped + word.Length;
            }
            else if (words.Scales.Match(plain, next) is { } scale && number.TakesScale(scale.Value))
            {
                number.Multiply(scale.Value);
                next += scale.Length;
            }
            else if (number.HasAny && words.HedgesAfter.Match(plain, next) is { } inner && words.Scales.Match(plain, next + inner.Length) is { } after && number.TakesScale(after.Value))
            {
                // 60 с лишним тысяч.
                (hedge, next) = (inner.Value, next + inner.Length);
            }
            else
            {
                break;
            }
        }

        return number.HasAny ? (number.Total, number.Scale, hedge, next) : null;
    }

    // Hyphens and "and" within a number: twenty-five, a hundred and twenty; but not between one hundred and two hundred.
    private int Skip(int at, Sum number)
    {
        const double Small = 100;
        if (!number.HasAny)
            return 0;
        if (plain[at] == "-" && Glued(at) && Glued(at + 1))
            return 1;
        var inside = words.Inside.Length(plain, at);
        return inside > 0 && number.IsRound && words.Numbers.Match(plain, at + inside) is { Value: < Small } next && words.Scales.Match(plain, at + inside + next.Length) is not { Value: < Closing } ? inside : 0;
    }

    private bool Glued(int at) => at > 0 && at < tokens.Count && tokens[at].Start == tokens[at - 1].End;

    private bool IsOrdinal(int at) => tokens[at].Digits is not null && Glued(at + 1) && words.OrdinalEndings.Length(plain, at + 1) > 0;

    private bool IsYear(int at)
    {
        const int Digits = 4;
        const double Last = 2100;
        return plain[at].Length == Digits && plain[at].All(char.IsAsciiDigit) && tokens[at].Digits is { Value: >= Closing and <= Last }
            && (words.YearsAfter.Length(plain, at + 1) > 0 || words.YearsBefore.Any(w => w.Stands(plain, at - w.Words.Length)));
    }

    // A number as it is put together from left to right: what is closed by a scale, and what is still open.
    private sealed class Sum
    {
        private double closed;
        private double open;
        private double step = 1;
        private double last = 1;
        private bool isDigits;

        public bool HasAny { get; private set; }

        public double Scale { get; private set; } = 1;

        public bool IsRound => !isDigits && closed + open > 0 && (closed + open) % 100 == 0;

        public SpokenNumber Total => SpokenNumber.Of(closed + open, step);

        public void Begin(SpokenNumber digits) => (open, step, isDigits, HasAny) = (digits.Value, digits.Step, true, true);

        // Twenty takes five, but not thirty; digits take only parts of one: 2½.
        public bool Takes(double number) => !HasAny || (number is > 0 and < 1
            ? open % 1 == 0 && step >= 1
            : !isDigits && closed + open > 0 && open % Math.Pow(10, Math.Floor(Math.Log10(number)) + 1) == 0);

        public bool TakesScale(double scale) => !HasAny || (open > 0 && (closed == 0 || scale < last));

        public void Add(double number)
        {
            var unit = open == 0 && number < 1 ? last : 1;
            step = (number % 1 == 0 ? 1 : Math.Min(number % 1, 1 - (number % 1))) * unit;
            open += number * unit;
            HasAny = true;
        }

        public void Multiply(double scale)
        {
            open = (HasAny ? open : 1) * scale;
            HasAny = true;
            Scale *= scale;
            if (scale >= Closing)
                (closed, open, step, last) = (closed + open, 0, step * scale, scale);
            else if (step < 1)
                step *= scale;
        }
    }
}
