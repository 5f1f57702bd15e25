using System.Text.RegularExpressions;

namespace Explainer.Data;

/// <summary>
/// Has numbers read from the left in lines that begin at the right, as they do in charts: a sign stands before its digits, a
/// per cent sign after them, and the first end of a range first. By themselves browsers place such signs by the letters around.
/// What encloses a number is not seen, and its place among the words around stays that of a word.
/// </summary>
internal static class NumberDirection
{
    /// <summary>Encloses what runs from the left, whatever stands around it.</summary>
    public const string Begin = "\u2066", End = "\u2069";

    // A number with its sign, further ones that only signs part from it, as in ranges and dates, and its per cent sign, or the
    // gap for one. Not what is part of a Latin word, an address or an entity, nor a name in JSON.
    private static readonly Regex Number = new(
        @"&quot;[\w.-]*&quot;:|&(?!#(?:39|x27);)#?\w+;|(?<![-\p{L}\p{N}_.@/#&\u2060-[\u0590-\u08FF]])(?<number>[+\u2212-]?(?>(?:\{\d\}|\d+)(?:(?:[\p{P}\p{S}\u00A0\u202F\u2009\u2060-[&<>{}]]{1,4}|&#(?:39|x27);)\d+)*)(?:[\u00A0\u202F]?[%‰٪])?)(?!\p{L}|-\u2060?\p{L})",
        RegexOptions.CultureInvariant);

    /// <summary>The same words, encoded for a page or not, with each number enclosed.</summary>
    public static string Isolate(string words) =>
        Number.Replace(words, found => found.Groups["number"].Success ? Begin + found.Value + End : found.Value);
}
