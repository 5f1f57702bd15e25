using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>
/// Where a language lets lines break. It changes no word: taking out the word joiners and making spaces of no-break ones
/// gives the text back.
/// </summary>
public sealed class Typography
{
    /// <summary>Forbids a break without being seen; unlike a no-break hyphen it is in the way of no search.</summary>
    public const string Joiner = "\u2060";

    private const string NoBreakSpace = "\u00A0";

    // Ranges, endings such as 2022-го, and compounds with a part of at most four letters.
    private static readonly Regex Joint = new(@"(?<=[\d%]–)(?=[\u2212\d])|(?<=\d-)(?=\p{L})|(?<=(?<![\p{L}\d.\u2060-])\p{L}{1,4}-)(?=\p{L})|(?<=\p{L}-)(?=\p{L}{1,4}(?![\p{L}\d.-]))");

    // Within a number whose thousands somebody parted by plain spaces, in a language that parts them so.
    private const string DigitGroup = @"(?<=(?<![\d.,])\d{1,3}) (?=\d{3}(?!\d))";

    private readonly Regex? _space;

    private Typography(Regex? space) => _space = space;

    /// <summary>That of a language which names no words: only what all languages have in common.</summary>
    public static Typography Plain { get; } = new(null);

    /// <summary>One that keeps words on the line of the next or of the one before.</summary>
    /// <param name="next">Words that may not end a line.</param>
    /// <param name="before">Words that may not begin one.</param>
    /// <param name="spacesThousands">Whether a space parts the thousands of a number: it may not break there.</param>
    public static Typography Of(ImmutableArray<string> next, ImmutableArray<string> before, bool spacesThousands = false)
    {
        var patterns = new List<string>();
        if (spacesThousands)
            patterns.Add(DigitGroup);
        if (!next.IsEmpty)
            patterns.Add($@"(?<=(?<![\p{{L}}\d'’\u2060-])(?:{OneOf(next)})) (?=\S|$)");
        if (!before.IsEmpty)
            patterns.Add($@"(?<=\S) (?=(?:{OneOf(before)})(?![\p{{L}}\d'’-]))");
        return patterns.Count == 0 ? Plain : new Typography(new Regex(string.Join('|', patterns), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));
    }

    /// <summary>Reads <c>lines</c> of a language file, where there are any.</summary>
    public static Typography Read(MapReader? map, bool spacesThousands)
    {
        var typography = Of(map?.Texts("keep-with-next") ?? [], map?.Texts("keep-with-previous") ?? [], spacesThousands);
        map?.Finish();
        return typography;
    }

    /// <summary>The same words with breaks forbidden where the language has none, as browsers take them.</summary>
    public string Set(string words) => Joint.Replace(Space(words), Joiner);

    /// <summary>The same words with spaces that do not break, for what breaks at spaces alone: drawn words.</summary>
    public string Space(string words) => _space?.Replace(words, NoBreakSpace) ?? words;

    private static string OneOf(ImmutableArray<string> words) => string.Join('|', words.Select(Regex.Escape));
}
