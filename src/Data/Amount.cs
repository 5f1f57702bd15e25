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
    public static string Print(double? low, double? high, string? hedge, string unit, Language language)
    {
        var amount = (low, high) switch
        {
            ({ } a, { } b) when a.Equals(b) => Value(a, unit, language),
            ({ } a, { } b) => Range(a, b, unit, language),
            (null, { } b) => language.Word("hedge.upto", Value(b, unit, language)),
            ({ } a, null) => language.Word("hedge.atleast", Value(a, unit, language)),
            _ => language.Word("missing"),
        };
        return hedge is null ? amount : language.Word("hedge." + hedge, amount);
    }

    /// <summary>Prints one value with its unit's sign.</summary>
    public static string Value(double value, string unit, Language language) =>
        unit == "%" ? language.Word("number.percent", language.Number(value)) : language.Short(value);

    private static string Range(double low, double high, string unit, Language language)
    {
        if (unit == "%")
            return language.Word("number.percent", language.Number(low) + RangeDash + language.Number(high));

        // Both ends in one measure: 1.5–2m, but 500,000–1m where only one is a million.
        if (low >= 1_000_000)
            return language.Word("number.million", language.Number(low / 1_000_000) + RangeDash + language.Number(high / 1_000_000));
        return language.Number(low) + RangeDash + language.Short(high);
    }
}
