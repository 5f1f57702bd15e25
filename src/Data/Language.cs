using System.Collections.Immutable;
using System.Globalization;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>
/// How a language writes numbers, dates and the few words of the interface. It comes from <c>theme/words/CODE.yml</c>,
/// not from the machine's culture data, so that every machine prints the same.
/// </summary>
/// <param name="Code">Its BCP 47 code.</param>
/// <param name="Name">Its name in itself.</param>
/// <param name="Words">Words of the interface by dotted key, with <c>{0}</c> where something goes in.</param>
/// <param name="Months">Names of the months as they stand in a date with a day.</param>
/// <param name="LoneMonths">Names of the months as they stand without a day.</param>
/// <param name="ShortMonths">Short names of the months, as they stand at ticks.</param>
/// <param name="Decimal">Decimal separator.</param>
/// <param name="Group">Separator of thousands.</param>
/// <param name="GroupFrom">How many digits a whole number needs before thousands are separated.</param>
/// <param name="Plurals">How a count chooses the form of a word.</param>
/// <param name="Reading">By which words it says numbers in prose.</param>
/// <param name="Lines">Where its lines may not break.</param>
public sealed record Language(
    string Code,
    string Name,
    ImmutableSortedDictionary<string, string> Words,
    ImmutableArray<string> Months,
    ImmutableArray<string> LoneMonths,
    ImmutableArray<string> ShortMonths,
    string Decimal,
    string Group,
    int GroupFrom,
    PluralFamily Plurals,
    ReadingWords Reading,
    Typography Lines)
{
    private const string Minus = "\u2212";
    private const int MostDecimals = 12;

    // As HTML calls them; what is held is whether lines begin at the right.
    private static readonly Dictionary<string, bool> Directions = new(StringComparer.Ordinal) { ["ltr"] = false, ["rtl"] = true };

    /// <summary>Whether its lines begin at the right.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>A word of the interface with its gaps filled; the key itself, in brackets, where the language file lacks it.</summary>
    public string Word(string key, params object[] gaps) =>
        Words.TryGetValue(key, out var word) ? string.Format(CultureInfo.InvariantCulture, word, [.. gaps, "", "", ""]) : $"[{key}]";

    /// <summary>A word in the form that goes with a count, which fills its first gap; the others follow.</summary>
    public string Plural(string key, double count, params object[] gaps)
    {
        var form = $"{key}.{Plurals.FormOf(count)}";
        return Word(Words.ContainsKey(form) ? form : key, [Number(count), .. gaps]);
    }

    /// <summary>A number with at most the given decimals, or as many as its first two digits need; a true minus sign.</summary>
    public string Number(double value, int decimals = 2)
    {
        if (decimals >= 2 && value != 0 && Math.Abs(value) < 0.1)
            decimals = Math.Min(MostDecimals, 1 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        return Rounded(value, decimals);
    }

    /// <summary>A number with at most the given decimals, however small it is; a true minus sign.</summary>
    public string Rounded(double value, int decimals) => Written(value, decimals, '#');

    /// <summary>A number with as many decimals as given, zeros too; a true minus sign.</summary>
    public string Fixed(double value, int decimals) => Written(value, decimals, '0');

    private string Written(double value, int decimals, char digit)
    {
        var rounded = Math.Round(Math.Abs(value), decimals, MidpointRounding.AwayFromZero);
        var digits = rounded.ToString("0." + new string(digit, decimals), CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? "" : Decimal + digits[(point + 1)..];
        return (value < 0 && rounded != 0 ? Minus : "") + Grouped(whole) + fraction;
    }

    /// <summary>A number as it is written, with a plus where it is above zero and does not say zero.</summary>
    public static string WithSign(double value, string number) => value > 0 && number.Any(c => c is > '0' and <= '9') ? "+" + number : number;

    /// <summary>Words of a page, encoded or not, in which numbers read from the left, as they do in charts.</summary>
    public string WithNumbersFromLeft(string words) => IsRightToLeft ? NumberDirection.Isolate(words) : words;

    /// <summary>A date in full: day, month, year.</summary>
    public string Date(DateOnly date) =>
        Word("date.full", date.Day.ToString(CultureInfo.InvariantCulture), Months[date.Month - 1], date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A month in full, with its year.</summary>
    public string Month(DateOnly date) => Word("date.month", LoneMonths[date.Month - 1], date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A month at a tick of an axis.</summary>
    public string MonthTick(DateOnly date) => Word("date.month", ShortMonths[date.Month - 1], date.Year.ToString(CultureInfo.InvariantCulture));

    /// <summary>A day at a tick of an axis.</summary>
    public string DayTick(DateOnly date) => Word("date.day", date.Day.ToString(CultureInfo.InvariantCulture), ShortMonths[date.Month - 1]);

    private string Grouped(string whole)
    {
        if (whole.Length < GroupFrom)
            return whole;
        var first = whole.Length % 3;
        var groups = first > 0 ? new List<string> { whole[..first] } : [];
        for (var i = first; i < whole.Length; i += 3)
            groups.Add(whole.Substring(i, 3));
        return string.Join(Group, groups);
    }

    /// <summary>Reads a language file; findings tell what is wrong in it.</summary>
    public static Language? Read(string code, SourceText source, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "a language", findings) is not { } map)
            return null;
        var name = map.RequiredText("name");
        var months = map.Texts("months");
        var loneMonths = map.Node("lone-months") is null ? months : map.Texts("lone-months");
        var shortMonths = map.Node("short-months") is null ? months : map.Texts("short-months");
        var isYear = true;
        foreach (var list in new[] { months, loneMonths, shortMonths }.Where(l => l.Length != 12).Take(1))
        {
            isYear = false;
            findings.Add(Diagnostic.Error("EX0109", map.Map.Span.Head, $"a language needs 12 months, but here are {list.Length}"));
        }

        var plurals = ReadPlurals(map);
        var numbers = map.Group("numbers", "the numbers of a language");
        var group = numbers?.Text("group") ?? ",";
        var words = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.MapOf("words") is { } tree)
            Collect(tree, "", plurals, words, findings);
        var language = new Language(
            code,
            name,
            words.ToImmutable(),
            months,
            loneMonths,
            shortMonths,
            numbers?.Text("decimal") ?? ".",
            group,
            (int)(numbers?.Number("group-from") ?? 4),
            plurals ?? PluralFamily.None,
            map.Group("reading", "how a language says numbers") is { } reading ? ReadingWords.Read(reading) : ReadingWords.None,
            Typography.Read(map.Group("lines", "where lines may break"), group.Any(char.IsWhiteSpace)))
        {
            IsRightToLeft = map.Choice("direction", false, Directions),
        };
        numbers?.Finish();
        map.Finish();
        return isYear ? language : null;
    }

    private static bool HasGoodGaps(string word)
    {
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, word, "", "", "");
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static PluralFamily? ReadPlurals(MapReader map)
    {
        if (map.Scalar("plurals") is not { } name)
            return PluralFamily.None;
        if (PluralFamily.ByName.TryGetValue(name.Value, out var family))
            return family;
        map.Findings.Add(Diagnostic.Error("EX0112", name.Span, $"there is no family of plurals '{name.Value}'", Nearest.Hint(name.Value, [.. PluralFamily.ByName.Keys])));
        return null;
    }

    private static void Collect(YamlMap map, string prefix, PluralFamily? plurals, ImmutableSortedDictionary<string, string>.Builder words, ICollection<Diagnostic> findings)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (value is YamlMap inner)
            {
                if (plurals is not null)
                    CheckForms(inner, key, prefix, plurals, findings);
                Collect(inner, prefix + key.Value + ".", plurals, words, findings);
            }
            else if (value is YamlScalar scalar && HasGoodGaps(scalar.Value))
            {
                words[prefix + key.Value] = scalar.Value;
            }
            else
            {
                findings.Add(Diagnostic.Error("EX0110", value.Span, $"'{prefix}{key.Value}' is no word with gaps", "a gap is {0}, {1} or {2}; write {{ and }} for braces"));
            }
        }
    }

    // A group whose keys are all names of forms is one word in several forms.
    private static void CheckForms(YamlMap word, YamlScalar key, string prefix, PluralFamily plurals, ICollection<Diagnostic> findings)
    {
        var given = word.Entries.Select(e => e.Key.Value).ToList();
        if (given.Count == 0 || !given.All(PluralFamily.AllForms.Contains) || plurals.Forms.ToHashSet().SetEquals(given))
            return;
        findings.Add(Diagnostic.Error(
            "EX0113",
            key.Span,
            $"'{prefix}{key.Value}' has the forms {string.Join(", ", given)}, but this language needs {string.Join(", ", plurals.Forms)}",
            "give it these forms, or name the family that the language belongs to as 'plurals'"));
    }
}
