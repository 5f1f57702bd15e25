using System.Collections.Immutable;

namespace Explainer.Data;

/// <summary>A way in which languages choose the form of a word by a count, as the Unicode CLDR describes it.</summary>
public sealed class PluralFamily
{
    private readonly Func<double, string> _whole;
    private readonly Func<double, string> _broken;

    private PluralFamily(ImmutableArray<string> forms, Func<double, string> whole, Func<double, string>? broken = null)
    {
        Forms = forms;
        _whole = whole;
        _broken = broken ?? (_ => "other");
    }

    /// <summary>The names that forms can have.</summary>
    public static ImmutableArray<string> AllForms { get; } = ["zero", "one", "two", "few", "many", "other"];

    /// <summary>The families by the names that language files give them.</summary>
    public static ImmutableSortedDictionary<string, PluralFamily> ByName { get; } = new Dictionary<string, PluralFamily>
    {
        ["none"] = new(["other"], _ => "other"),
        ["one-other"] = new(["one", "other"], n => n == 1 ? "one" : "other"),
        ["zero-one-other"] = new(["one", "other"], n => n <= 1 ? "one" : "other", n => n < 2 ? "one" : "other"),
        ["east-slavic"] = new(["one", "few", "many", "other"], n => IsOne(n) ? "one" : IsFew(n) ? "few" : "many"),
        ["polish"] = new(["one", "few", "many", "other"], n => n == 1 ? "one" : IsFew(n) ? "few" : "many"),
        ["czech"] = new(["one", "few", "many", "other"], n => n == 1 ? "one" : n is >= 2 and <= 4 ? "few" : "other", _ => "many"),
        ["arabic"] = new(AllForms, n => n switch { 0 => "zero", 1 => "one", 2 => "two", _ => (n % 100) switch { >= 3 and <= 10 => "few", >= 11 => "many", _ => "other" } }),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>A family whose words have one form for every count.</summary>
    public static PluralFamily None { get; } = ByName["none"];

    /// <summary>The forms that each word needs.</summary>
    public ImmutableArray<string> Forms { get; }

    /// <summary>The form for a count; a number with decimals has one of its own in most languages.</summary>
    public string FormOf(double count)
    {
        var size = Math.Abs(count);
        return size == Math.Floor(size) ? _whole(size) : _broken(size);
    }

    private static bool IsOne(double n) => n % 10 == 1 && n % 100 != 11;

    private static bool IsFew(double n) => n % 10 is >= 2 and <= 4 && n % 100 is not (>= 12 and <= 14);
}
