namespace Explainer.Data;

/// <summary>Prints a value, a range or a bound with its hedge and unit, as a language does.</summary>
public static class Amount
{
    private const string RangeDash = "\u2013";

    /// <summary>Prints the amount; a bound without its other end says so ("up to", "at least").</summary>
    /// <param name="low">The value or lower end; null for an upper bound.</param>
    /// <param name="high">The value or upper end; null for a lower bound.</param>
    /// <param name="hedge">A hedge word's key, such as <c>about</c>, or null.</param>
    /// <param name="unit">The unit; only the per cent sign is printed.</param>
    /// <param name="language">Whose ways to follow.</param>
    /// <param name="form">How it is written beside others; null when it stands alone.</param>
    public static string Print(double? low, double? high, string? hedge, string unit, Language language, NumberForm? form = null)
    {
        var amount = (low, high) switch
        {
            ({ } a, { } b) when !a.Equals(b) => Range(a, b, unit, language, form ?? NumberForm.Alone),
            (null, null) => language.Word("missing"),
            _ => Value((low ?? high)!.Value, unit, language, form),
        };
        return Hedged(amount, low, high, hedge, language);
    }

    /// <summary>Adds to an amount that is already written how it holds back: a bound says that it is one.</summary>
    /// <param name="amount">The amount in words.</param>
    /// <param name="low">Its lower end; null for an upper bound.</param>
    /// <param name="high">Its upper end; null for a lower bound.</param>
    /// <param name="hedge">A hedge word's key, or null.</param>
    /// <param name="language">Whose ways to follow.</param>
    public static string Hedged(string amount, double? low, double? high, string? hedge, Language language)
    {
        // "Up to" and "at least" are what a bound says anyhow, and stand aside for "under" and "over".
        var bound = (low, high) switch
        {
            (null, not null) when hedge is not ("upto" or "under") => "upto",
            (not null, null) when hedge is not ("atleast" or "over") => "atleast",
            _ => null,
        };
        var bounded = bound is null ? amount : language.Word("hedge." + bound, amount);
        return hedge is null ? bounded : language.Word("hedge." + hedge, bounded);
    }

    /// <summary>Prints one value with its unit's sign.</summary>
    public static string Value(double value, string unit, Language language, NumberForm? form = null)
    {
        var (word, divisor) = Measure(value, value, unit, form ?? NumberForm.Alone);
        return Say(value == 0 && divisor > 1 ? null : word, Digits(value / divisor, language, form ?? NumberForm.Alone), language);
    }

    // Both ends of a range are told in one measure: 0.5–1m, not 500,000–1m. A dash beside a sign would be taken for another sign.
    private static string Range(double low, double high, string unit, Language language, NumberForm form)
    {
        var (word, divisor) = Measure(low, high, unit, form);
        var (from, to) = (Digits(low / divisor, language, form), Digits(high / divisor, language, form));
        return Say(word, low < 0 || form.IsSigned ? language.Word("number.range", from, to) : from + RangeDash + to, language);
    }

    private static (string? Word, double Divisor) Measure(double low, double high, string unit, NumberForm form)
    {
        if (unit == "%")
            return ("number.percent", 1);
        if (Large(form.Least ?? double.NaN, form.Most ?? double.NaN) is { } shared)
            return shared;
        var (least, most) = (Math.Min(Math.Abs(low), Math.Abs(high)), Math.Max(Math.Abs(low), Math.Abs(high)));
        // Below zero the first end, which has no word, must not be taken for a plain number of the size of the second.
        if (Large(least, most) is { } own && (low >= 0 || most < 1000 * least))
            return own;
        var isRound = low % 100 == 0 && high % 100 == 0 && least >= 10_000;
        return form.IsTight && isRound ? ("number.thousand", 1000) : (null, 1);
    }

    private static (string? Word, double Divisor)? Large(double least, double most)
    {
        if (most >= 1_000_000_000 && least >= 100_000_000)
            return ("number.billion", 1_000_000_000);
        return most >= 1_000_000 && least >= 100_000 ? ("number.million", 1_000_000) : null;
    }

    private static string Digits(double value, Language language, NumberForm form)
    {
        var digits = form.Decimals is { } decimals ? language.Fixed(value, decimals) : language.Number(value);
        return form.IsSigned ? Language.WithSign(value, digits) : digits;
    }

    private static string Say(string? word, string digits, Language language) => word is null ? digits : language.Word(word, digits);
}
