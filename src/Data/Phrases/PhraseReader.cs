using System.Globalization;
using System.Text;

namespace Explainer.Data;

/// <summary>
/// Reads what words say about numbers: digits in the ways of either kind of language, number words, parts, ranges, units
/// and hedges. It takes its words from the language and knows no language itself.
/// </summary>
/// <param name="words">The language's words for numbers.</param>
/// <param name="decimalMark">Its decimal separator; the other of point and comma separates thousands.</param>
public sealed class PhraseReader(ReadingWords words, string decimalMark)
{
    private const string Dashes = "–—-‑−";
    private const string Spaces = " \u00A0\u202F\u2009";

    // How many words may stand between a hedge and its number: "примерно у 132 тысяч".
    private const int Between = 1;

    /// <summary>What linked words say, read in their sentence; null when they hold no number, or more than two.</summary>
    /// <param name="before">The sentence before them.</param>
    /// <param name="text">The linked words.</param>
    /// <param name="after">The sentence after them.</param>
    public Phrase? Read(string before, string text, string after)
    {
        var amounts = Find(text);
        if (amounts.Count is 0 or > 2)
            return null;
        var (low, high) = (amounts[0], amounts[^1]);
        if (amounts.Count == 2 && !IsJoined(text[low.End..high.Start]))
            return null;
        var measure = high.Measure != Measure.Plain ? high.Measure : low.Measure;
        if (measure == Measure.Plain)
            measure = MeasureAfter(after);
        var lowNumber = low.Number;
        if (amounts.Count == 2 && high.HasScale && !low.HasScale && ScaleOf(high) is var scale && low.Number.Value < 1000 && low.Number.Value * scale <= high.Number.Value)
            lowNumber = low.Number.Times(scale);
        return new Phrase(lowNumber, high.Number, measure, HedgeOf(before, text, after, low, high), low.IsNegative);
    }

    /// <summary>Every amount in a text, from first to last. Ordinals such as 16th are none.</summary>
    public List<SpokenAmount> Find(string text)
    {
        var tokens = Tokenize(text);
        var plain = tokens.ConvertAll(t => t.Text);
        var found = new List<SpokenAmount>();
        for (var i = 0; i < tokens.Count;)
        {
            if (ReadAmount(tokens, plain, i) is var (number, measure, next, hasScale) && next > i)
            {
                var isNegative = i > 0 && tokens[i - 1].Text is "-" or "−" && tokens[i - 1].End == tokens[i].Start && (i == 1 || tokens[i - 2].Digits is null);
                (measure, next) = measure == Measure.Plain ? MeasureAt(plain, next) : (measure, next);
                found.Add(new SpokenAmount(number, measure, isNegative, hasScale, tokens[i].Start, tokens[next - 1].End));
                i = next;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static double ScaleOf(SpokenAmount amount)
    {
        var scale = 1.0;
        while (amount.Number.Value / scale >= 1000)
            scale *= 1000;
        return scale;
    }

    private bool IsJoined(string between)
    {
        var plain = Tokenize(between).ConvertAll(t => t.Text);
        return plain.Count is > 0 and <= 3 && plain.All(p => Dashes.Contains(p, StringComparison.Ordinal) || Length(words.Joins, plain, plain.IndexOf(p)) > 0 || Length(words.Articles, plain, plain.IndexOf(p)) > 0);
    }

    private Hedge HedgeOf(string before, string text, string after, SpokenAmount low, SpokenAmount high)
    {
        var left = Tokenize(before).ConvertAll(t => t.Text);
        left.AddRange(Tokenize(text[..low.Start]).ConvertAll(t => t.Text));
        foreach (var gap in Enumerable.Range(0, Between + 1))
        {
            var hedge = words.Hedges.Where(h => h.Words.Stands(left, left.Count - gap - h.Words.Words.Length)).OrderByDescending(h => h.Words.Words.Length).ToList();
            if (hedge.Count > 0)
                return hedge[0].Hedge;
        }

        // Some hedges follow: "a sixth at most", "80 and more".
        var right = Tokenize(text[high.End..]).ConvertAll(t => t.Text);
        right.AddRange(Tokenize(after).ConvertAll(t => t.Text));
        foreach (var (pattern, hedge) in words.Hedges.OrderByDescending(h => h.Words.Words.Length))
        {
            if (pattern.Words[0] == "…" && new WordPattern(pattern.Words[1..]).Stands(right, 0))
                return hedge;
        }

        return Hedge.None;
    }

    // "between 10 and 16 per cent": the unit of the second is that of the first.
    private Measure MeasureAfter(string after)
    {
        const int Near = 3;
        var plain = Tokenize(after).ConvertAll(t => t.Text);
        var (measure, _) = MeasureAt(plain, 0);
        if (measure != Measure.Plain || Length(words.Joins, plain, 0) == 0)
            return measure;
        return Find(after).FirstOrDefault() is { } next && Tokenize(after[..next.Start]).Count <= Near ? next.Measure : Measure.Plain;
    }

    private (Measure Measure, int Next) MeasureAt(List<string> plain, int at)
    {
        if (Length(words.Points, plain, at) is > 0 and var points)
            return (Measure.Points, at + points);
        if (Length(words.Percent, plain, at) is > 0 and var percent)
            return (Measure.Percent, at + percent);
        return Length(words.Times, plain, at) is > 0 and var times ? (Measure.Times, at + times) : (Measure.Plain, at);
    }

    private (SpokenNumber Number, Measure Measure, int Next, bool HasScale) ReadAmount(List<Token> tokens, List<string> plain, int at)
    {
        var nothing = (default(SpokenNumber), Measure.Plain, at, false);
        if (Length(words.Every, plain, at) is > 0 and var every)
        {
            var ordinal = Match(words.Ordinals, plain, at + every);
            if (ordinal is not null)
                return (Part(1 / ordinal.Value.Value), Measure.Part, at + every + ordinal.Value.Length, false);
            return ReadWhole(tokens, plain, at + every) is { } whole && whole.Number.Value != 0
                ? (Part(1 / whole.Number.Value), Measure.Part, whole.Next, false)
                : nothing;
        }

        if (Match(words.Multiples, plain, at) is { } multiple)
            return (new SpokenNumber(multiple.Value, 1, 1), Measure.Times, at + multiple.Length, false);
        if (Match(words.Parts, plain, at) is { } part)
            return Scaled(Part(1 / part.Value), plain, at + part.Length);
        if (ReadWhole(tokens, plain, at) is { } count)
        {
            if (Match(words.Parts, plain, count.Next) is { } parts && count.Number.Value < parts.Value)
                return (Part(count.Number.Value / parts.Value), Measure.Part, count.Next + parts.Length, false);
            return (count.Number, Measure.Plain, count.Next, count.HasScale);
        }

        return Match(words.Scales, plain, at) is { Value: >= 1000 } scale
            ? (new SpokenNumber(scale.Value, scale.Value, scale.Value), Measure.Plain, at + scale.Length, true)
            : nothing;
    }

    // "half a million" is a number; "half" alone a part of one.
    private (SpokenNumber Number, Measure Measure, int Next, bool HasScale) Scaled(SpokenNumber part, List<string> plain, int next)
    {
        var at = next + Length(words.Articles, plain, next);
        if (Match(words.Scales, plain, at) is not { Value: >= 1000 } scale)
            return (part, Measure.Part, next, false);
        var value = part.Value * scale.Value;
        return (new SpokenNumber(value, value, value), Measure.Plain, at + scale.Length, true);
    }

    private (SpokenNumber Number, int Next, bool HasScale)? ReadWhole(List<Token> tokens, List<string> plain, int at)
    {
        if (at >= tokens.Count)
            return null;
        if (tokens[at].Digits is { } digits)
        {
            // 16th, 2022-го: places in an order, not amounts.
            var after = at + 1;
            if (after < tokens.Count && tokens[after].Start == tokens[at].End)
            {
                if (Length(words.OrdinalEndings, plain, after) > 0)
                    return null;
                if (Dashes.Contains(plain[after], StringComparison.Ordinal) && after + 1 < tokens.Count && tokens[after + 1].Start == tokens[after].End && tokens[after + 1].Digits is null && Length(words.OrdinalEndings, plain, after + 1) > 0)
                    return null;
            }

            return Match(words.Scales, plain, after) is { } scale ? (digits.Times(scale.Value), after + scale.Length, true) : (digits, after, false);
        }

        // Number words add up; a scale multiplies what came before it.
        var (total, current, next, any, step, hasScale) = (0.0, 0.0, at, false, 1.0, false);
        while (next < tokens.Count)
        {
            if (Match(words.Numbers, plain, next) is { } number)
            {
                (current, any) = (current + number.Value, true);
                step = number.Value == Math.Floor(number.Value) ? 1 : 0.5;
                next += number.Length;
            }
            else if (any && Match(words.Scales, plain, next) is { } scale)
            {
                hasScale = true;
                (current, step, next) = (current * scale.Value, step * scale.Value, next + scale.Length);
                if (scale.Value >= 1000)
                    (total, current) = (total + current, 0);
            }
            else if (any && plain[next] == "-" && next + 1 < tokens.Count && tokens[next + 1].Start == tokens[next].End && Match(words.Numbers, plain, next + 1) is not null)
            {
                next++;
            }
            else
            {
                break;
            }
        }

        var value = total + current;
        return any ? (new SpokenNumber(value, step, RoundOf(value, step)), next, hasScale) : null;
    }

    private static SpokenNumber Part(double value) => new(value, value * 0.1, value * 0.2);

    private static double RoundOf(double value, double step)
    {
        var round = step;
        while (value != 0 && Math.Abs(value / (round * 10) - Math.Round(value / (round * 10))) < 1e-9)
            round *= 10;
        return round;
    }

    private static int Length(IEnumerable<WordPattern> patterns, List<string> plain, int at) =>
        patterns.Where(p => p.Stands(plain, at)).Select(p => p.Words.Length).DefaultIfEmpty().Max();

    private static (double Value, int Length)? Match(IEnumerable<(WordPattern Words, double Value)> patterns, List<string> plain, int at)
    {
        (double Value, int Length)? best = null;
        foreach (var (pattern, value) in patterns)
        {
            if (pattern.Stands(plain, at) && pattern.Words.Length > (best?.Length ?? 0))
                best = (value, pattern.Words.Length);
        }

        return best;
    }

    private List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                var number = ReadDigits(text, ref i);
                tokens.Add(new Token(text[start..i], start, i, number));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || text[i] is '’' or '\''))
                    i++;
                tokens.Add(new Token(text[start..i].ToLowerInvariant(), start, i, null));
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(text[start]) && !Spaces.Contains(text[start], StringComparison.Ordinal))
                    tokens.Add(new Token(text[start] is '‑' ? "-" : text[start].ToString(), start, i, null));
            }
        }

        return tokens;
    }

    // Groups of three stand after a space of any kind or after the mark that is not the decimal one.
    private SpokenNumber ReadDigits(string text, ref int i)
    {
        var digits = new StringBuilder();
        var group = decimalMark == "," ? '.' : ',';
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            digits.Append(text[i++]);
        if (i - start <= 3 && text[start] != '0')
        {
            char? used = null;
            while (i + 3 < text.Length && (text[i] == group || Spaces.Contains(text[i], StringComparison.Ordinal)) && (used is null || used == text[i]) && AreThree(text, i + 1))
            {
                used = text[i];
                digits.Append(text, i + 1, 3);
                i += 4;
            }
        }

        var decimals = 0;
        if (i + 1 < text.Length && text[i] is '.' or ',' && char.IsAsciiDigit(text[i + 1]))
        {
            digits.Append('.');
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++, decimals++)
                digits.Append(text[i]);
        }

        var value = double.Parse(digits.ToString(), CultureInfo.InvariantCulture);
        var step = Math.Pow(10, -decimals);
        return new SpokenNumber(value, step, RoundOf(value, step));
    }

    private static bool AreThree(string text, int at) =>
        at + 3 <= text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));

    private sealed record Token(string Text, int Start, int End, SpokenNumber? Digits);
}
