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
    /// <param name="isTight">Whether there is so little room that thousands are shortened too.</param>
    public static string Print(double? low, double? high, string? hedge, string unit, Language language, bool isTight = false)
    {
        var amount = (low, high) switch
        {
            ({ } a, { } b) when a.Equals(b) => Value(a, unit, language, isTight),
            ({ } a, { } b) => Range(a, b, unit, language, isTight),
            (null, { } b) => language.Word("hedge.upto", Value(b, unit, language, isTight)),
            ({ } a, null) => language.Word("hedge.atleast", Value(a, unit, language, isTight)),
            _ => language.Word("missing"),
        };
        return hedge is null ? amount : language.Word("hedge." + hedge, amount);
    }

    /// <summary>Prints one value with its unit's sign.</summary>
    public static string Value(double value, string unit, Language language, bool isTight = false)
    {
        var (word, divisor) = Measure(value, value, unit, isTight);
        return Say(word, language.Number(value / divisor), language);
    }

    // Both ends of a range are told in one measure: 0.5–1m, not 500,000–1m.
    private static string Range(double low, double high, string unit, Language language, bool isTight)
    {
        var (word, divisor) = Measure(low, high, unit, isTight);
        return Say(word, language.Number(low / divisor) + RangeDash + language.Number(high / divisor), language);
    }

    private static (string? Word, double Divisor) Measure(double low, double high, string unit, bool isTight)
    {
        if (unit == "%")
            return ("number.percent", 1);
        if (Math.Abs(high) >= 1_000_000_000 && Math.Abs(low) >= 100_000_000)
            return ("number.billion", 1_000_000_000);
        if (Math.Abs(high) >= 1_000_000 && Math.Abs(low) >= 100_000)
            return ("number.million", 1_000_000);
        var isRound = low % 100 == 0 && high % 100 == 0 && Math.Abs(low) >= 10_000;
        return isTight && isRound ? ("number.thousand", 1000) : (null, 1);
    }

    private static string Say(string? word, string digits, Language language) => word is null ? digits : language.Word(word, digits);
}
