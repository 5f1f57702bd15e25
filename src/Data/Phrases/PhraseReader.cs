namespace Explainer.Data;

/// <summary>
/// Reads what words say about numbers: digits in the ways of either kind of language, number words, parts, ranges, units
/// and hedges. It takes its words from the language and knows no language itself.
/// </summary>
/// <param name="words">The language's words for numbers.</param>
/// <param name="decimalMark">Its decimal separator; the other of point and comma separates thousands.</param>
public sealed class PhraseReader(ReadingWords words, string decimalMark)
{
    private const string Dashes = "–—-−";

    // Farther away nothing belongs to a number.
    private const int Reach = 120;
    private readonly Tokenizer tokenizer = new(words, decimalMark);

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

        var inside = Plain(text[high.End..]);
        after = after[..Math.Min(after.Length, Reach)];
        List<string> right = [.. inside, .. Plain(after)];
        var isOne = amounts.Count == 1;
        if (inside.Count == 0)
            high = WithUnitAfter(high, right, after);
        high = Compared(high, right, 0);
        if (isOne)
            low = high;
        var left = Plain(before[Math.Max(0, before.Length - Reach)..]);
        var outside = left.Count;
        left.AddRange(Plain(text[..low.Start]));
        if (!isOne)
            DropOpening(left);
        if (low.Direction == Direction.Unsaid && low.Start == 0 && IsBelowZero(left))
            low = low with { Direction = Direction.Negative };
        if (isOne)
            high = low;
        else if (low.Scale == 1 && SharesScale(low, high))
            low = low with { Number = low.Number.Times(high.Scale) };

        var measure = high.Measure != Measure.Plain || (low.Measure == Measure.Part && high.Scale > 1) ? high.Measure : low.Measure;
        var (hedge, isDoubtful) = HedgeOf(left, outside, right, inside.Count, high);
        return new Phrase(low, isOne ? low : high, measure, hedge, isDoubtful);
    }

    /// <summary>Every amount in a text, from first to last. Ordinals such as 16th and years are none.</summary>
    public List<SpokenAmount> Find(string text)
    {
        var tokens = tokenizer.Cut(text);
        var plain = tokens.ConvertAll(t => t.Text);
        var numbers = new NumberReader(words, tokens, plain);
        var found = new List<SpokenAmount>();
        for (var i = 0; i < tokens.Count;)
        {
            if (words.Vague.Length(plain, i) is > 0 and var vague)
            {
                i += vague;
                i += words.Scales.Length(plain, i);
            }
            else if (ReadAmount(numbers, plain, i) is { } amount)
            {
                var (start, direction) = SignBefore(text, tokens, plain, i);
                var read = new SpokenAmount(amount.Number, amount.Measure, direction == Direction.Unsaid ? amount.Direction : direction, amount.Scale, amount.Hedge, start, tokens[amount.Next - 1].End);
                found.Add(Compared(read, plain, amount.Next));
                i = amount.Next;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    /// <summary>Which amounts of a text are ages: those beside words that say so, and the other ends of their ranges.</summary>
    /// <param name="text">The text.</param>
    /// <param name="amounts">Its amounts.</param>
    public IEnumerable<SpokenAmount> Ages(string text, IReadOnlyList<SpokenAmount> amounts) =>
        amounts.Where((amount, i) => FollowsAge(text, amount) || PrecedesAge(text, amount)
            || (i > 0 && FollowsAge(text, amounts[i - 1]) && IsJoined(text[amounts[i - 1].End..amount.Start]))
            || (i + 1 < amounts.Count && PrecedesAge(text, amounts[i + 1]) && IsJoined(text[amount.End..amounts[i + 1].Start])));

    private bool FollowsAge(string text, SpokenAmount amount)
    {
        var left = Plain(text[Math.Max(0, amount.Start - Reach)..amount.Start]);
        return words.AgesBefore.Any(a => a.Stands(left, left.Count - a.Words.Length));
    }

    private bool PrecedesAge(string text, SpokenAmount amount) =>
        words.AgesAfter.Length(Plain(text[amount.End..Math.Min(text.Length, amount.End + Reach)]), 0) > 0;

    private List<string> Plain(string text) => tokenizer.Cut(text).ConvertAll(t => t.Text);

    // "[60] thousand", "[10] per cent", and "[10] and 16 per cent": the unit of the second is that of the first.
    private SpokenAmount WithUnitAfter(SpokenAmount amount, List<string> right, string after)
    {
        const int Near = 3;
        if (amount.Measure != Measure.Plain)
            return amount;
        var at = 0;
        if (amount.Scale == 1 && words.Scales.Match(right, 0) is { } scale)
            (amount, at) = (amount with { Number = amount.Number.Times(scale.Value), Scale = scale.Value }, scale.Length);
        var (measure, _) = MeasureAt(right, at);
        if (measure == Measure.Plain && words.Joins.Length(right, at) > 0 && Find(after).FirstOrDefault() is { } next && Plain(after[..next.Start]).Count <= Near)
            measure = next.Measure;
        return measure is Measure.Percent or Measure.Points or Measure.Times ? amount with { Measure = measure } : amount;
    }

    // "half as many" is half times; "5 per cent fewer" goes down; but "2,038 more left than came" says no way.
    private SpokenAmount Compared(SpokenAmount amount, List<string> plain, int at)
    {
        if (words.AsMany.Length(plain, at) > 0 && amount.Measure is Measure.Part or Measure.Times)
            return amount with { Measure = Measure.Times, Direction = amount.Number.Value < 1 ? Direction.Down : Direction.Up };
        if (amount.Direction != Direction.Unsaid || amount.Measure == Measure.Plain)
            return amount;
        return words.More.Length(plain, at) > 0 ? amount with { Direction = Direction.Up }
            : words.Less.Length(plain, at) > 0 ? amount with { Direction = Direction.Down }
            : amount;
    }

    // "from 10 to 12": "from" says nothing there, though it may be a bound before one number alone.
    private void DropOpening(List<string> left)
    {
        if (words.Opens.FirstOrDefault(o => o.Stands(left, left.Count - o.Words.Length)) is { } opening)
            left.RemoveRange(left.Count - opening.Words.Length, opening.Words.Length);
    }

    private bool IsBelowZero(List<string> left) =>
        left.Count > 0 && (left[^1] == "−" || words.Minus.Any(m => m.Stands(left, left.Count - m.Words.Length)));

    // A sign touches its number and nothing before it: covid-19 is no number below zero.
    private (int Start, Direction Direction) SignBefore(string text, List<Token> tokens, List<string> plain, int at)
    {
        var start = tokens[at].Start;
        if (at == 0)
            return (start, Direction.Unsaid);
        var sign = tokens[at - 1];
        if (words.Minus.FirstOrDefault(m => m.Stands(plain, at - m.Words.Length)) is { } minus)
            return (tokens[at - minus.Words.Length].Start, Direction.Negative);
        if (sign.Text is not ("-" or "−" or "+") || sign.End != start || (sign.Start > 0 && char.IsLetterOrDigit(text[sign.Start - 1])))
            return (start, Direction.Unsaid);
        return (sign.Start, sign.Text == "+" ? Direction.Up : Direction.Negative);
    }

    // "10 to 12 million" are both millions, and so are "12 to 10 million", but "450,000 to 1 million" are not; on both sides
    // of zero the ends are as near in size as can be.
    private static bool SharesScale(SpokenAmount low, SpokenAmount high)
    {
        const double Thousand = 1000;
        var (a, b) = (low.Number.Value, high.Number.Value);
        if (low.Direction != Direction.Negative)
            return a * high.Scale <= b || (high.Scale >= Thousand && a * high.Scale < 10 * b);
        return high.Direction == Direction.Negative ? a < b : a * a * high.Scale < b * b;
    }

    private bool IsJoined(string between)
    {
        const int Most = 3;
        var plain = Plain(between);
        var at = 0;
        while (at < plain.Count)
        {
            var length = Math.Max(words.Joins.Length(plain, at), Math.Max(words.Articles.Length(plain, at), Dashes.Contains(plain[at], StringComparison.Ordinal) ? 1 : 0));
            if (length == 0)
                return false;
            at += length;
        }

        return at is > 0 and <= Most;
    }

    // One word may stand between a hedge and its number: "примерно у 132 тысяч"; another number may not.
    private (Hedge Hedge, bool IsDoubtful) HedgeOf(List<string> left, int outside, List<string> right, int inside, SpokenAmount high)
    {
        for (var end = left.Count; end >= Math.Max(0, left.Count - 1); end--)
        {
            if (end < left.Count && !char.IsLetter(left[end][0]) && !char.IsSymbol(left[end][0]))
                break;
            if (words.HedgesBefore.FirstOrDefault(h => h.Words.Stands(left, end - h.Words.Words.Length) && (!h.IsInner || end - h.Words.Words.Length >= outside)) is { } hedge)
                return (hedge.Hedge, hedge.IsDoubtful && end - hedge.Words.Words.Length < outside);
        }

        // Some hedges follow: "a sixth at most", "[3,000 trees or more]".
        if ((words.HedgesAfter.Match(right, 0) ?? (inside > 1 ? words.HedgesAfter.Match(right, 1) : null)) is { } after)
            return (after.Value, false);
        return (high.Hedge, false);
    }

    private (Measure Measure, int Next) MeasureAt(List<string> plain, int at)
    {
        if (words.Points.Length(plain, at) is > 0 and var points)
            return (Measure.Points, at + points);
        if (words.Percent.Length(plain, at) is > 0 and var percent)
            return (Measure.Percent, at + percent);
        return words.Times.Length(plain, at) is > 0 and var times ? (Measure.Times, at + times) : (Measure.Plain, at);
    }

    private (SpokenNumber Number, Measure Measure, Direction Direction, double Scale, Hedge Hedge, int Next)? ReadAmount(NumberReader numbers, List<string> plain, int at)
    {
        if (words.Every.Length(plain, at) is > 0 and var every)
        {
            var of = at + every + words.Articles.Length(plain, at + every);
            if (words.Ordinals.Match(plain, of) is { } ordinal)
                return (SpokenNumber.Part(1, ordinal.Value), Measure.Part, Direction.Unsaid, 1, Hedge.None, of + ordinal.Length);
            if (numbers.Read(of) is { Number.Value: > 1 } whole)
                return (SpokenNumber.Part(1, whole.Number.Value), Measure.Part, Direction.Unsaid, 1, Hedge.None, whole.Next);
        }

        foreach (var (table, direction) in new[] { (words.Multiples, Direction.Unsaid), (words.Grown, Direction.Up), (words.Shrunk, Direction.Down) })
        {
            if (table.Match(plain, at) is { } multiple)
                return (SpokenNumber.Of(multiple.Value, 1), Measure.Times, direction, 1, Hedge.None, at + multiple.Length);
        }

        var count = numbers.Read(at);
        if (ReadPart(plain, count?.Next ?? at, count) is var (part, measure, scale, next) && next > at)
            return (part, measure, Direction.Unsaid, scale, Hedge.None, next);
        if (count is not { } read)
            return null;
        if (words.OutOf.Length(plain, read.Next) is > 0 and var outOf && numbers.Read(read.Next + outOf) is { } all && read.Number.Value < all.Number.Value && read.Number.Value % 1 == 0)
            return (SpokenNumber.Part(read.Number.Value, all.Number.Value), Measure.Part, Direction.Unsaid, 1, Hedge.None, all.Next);
        var (unit, end) = MeasureAt(plain, read.Next);
        return (read.Number, unit, Direction.Unsaid, read.Scale, read.Hedge, end);
    }

    // "a third", "two-thirds"; but "half a million" and "half a per cent" are numbers.
    private (SpokenNumber Number, Measure Measure, double Scale, int Next)? ReadPart(List<string> plain, int at, (SpokenNumber Number, double Scale, Hedge Hedge, int Next)? count)
    {
        if (count is not null && at < plain.Count && plain[at] == "-")
            at++;
        if (words.Parts.Match(plain, at) is not { } part || count?.Number.Value >= part.Value || count?.Scale > 1)
            return null;
        var number = SpokenNumber.Part(count?.Number.Value ?? 1, part.Value);
        var next = at + part.Length;
        var of = next;
        while (words.Articles.Length(plain, of) is > 0 and var article)
            of += article;
        if (words.Scales.Match(plain, of) is { } scale)
            return (SpokenNumber.Of(number.Value * scale.Value, number.Value * scale.Value), Measure.Plain, scale.Value, of + scale.Length);
        var (measure, end) = MeasureAt(plain, of);
        return measure is Measure.Percent or Measure.Points ? (number, measure, 1, end) : (number, Measure.Part, 1, next);
    }
}
