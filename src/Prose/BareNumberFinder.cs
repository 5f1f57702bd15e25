using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>
/// Finds numbers that no figure stands behind. Years, days of a month, ages and ordinals are none, nor are counts up to ten in
/// words: "two weeks" is speech, "2 weeks" and "twelve per cent" are facts.
/// </summary>
internal sealed class BareNumberFinder(Language language)
{
    private const int MostInWords = 10;
    private const int FirstYear = 1000;
    private const int LastYear = 2200;

    private readonly PhraseReader _reader = new(language.Reading, language.Decimal);
    private readonly HashSet<string> _months = new(language.Months.Concat(language.LoneMonths).Concat(language.ShortMonths), StringComparer.OrdinalIgnoreCase);

    /// <summary>Those of a paragraph.</summary>
    public IEnumerable<BareNumber> Find(ParagraphText paragraph, SourceText source) =>
        Find(
            paragraph.Text,
            [.. paragraph.Links.Where(l => SchemeLinkRenderer.FigureOf(l.Link) is not null).Select(l => (l.Start, l.End))],
            (start, end) => source.Span(paragraph.SourceOf(start), paragraph.SourceOf(end - 1) + 1));

    /// <summary>Those of a text outside of prose.</summary>
    public IEnumerable<BareNumber> Find(BoundText text) => Find(text.Text, [.. text.Words.Select(w => (w.Start, w.End))], text.PlaceOf);

    private IEnumerable<BareNumber> Find(string text, IReadOnlyList<(int Start, int End)> bound, Func<int, int, SourceSpan> place)
    {
        var amounts = _reader.Find(text);
        return amounts
            .Where(a => !bound.Any(b => a.Start < b.End && b.Start < a.End) && IsFact(a, text))
            .Except(_reader.Ages(text, amounts))
            .Select(a => new BareNumber(text[a.Start..a.End], text, a.Start, place(a.Start, a.End)));
    }

    private bool IsFact(SpokenAmount amount, string text)
    {
        if (amount.Measure != Measure.Plain)
            return true;
        var words = text[amount.Start..amount.End];
        if (!words.Any(char.IsAsciiDigit))
            return amount.Number.Value > MostInWords;
        return !IsYear(amount, words) && !IsDay(amount, text);
    }

    private static bool IsYear(SpokenAmount amount, string words) =>
        words.Length == 4 && amount.Scale == 1 && amount.Number.Value is >= FirstYear and < LastYear;

    private bool IsDay(SpokenAmount amount, string text) =>
        amount.Number is { Step: 1, Value: >= 1 and <= 31 }
        && (_months.Contains(text[amount.End..].Split(Blanks, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim(Marks))
            || _months.Contains(text[..amount.Start].Split(Blanks, StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").Trim(Marks)));

    private static readonly char[] Blanks = [' ', '\u00A0', '\u202F', '\n'];
    private static readonly char[] Marks = ['.', ',', ';', ':', ')', '('];
}
