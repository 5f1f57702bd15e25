using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>
/// Finds numbers that no figure stands behind. Years, days of a month and ordinals are none, nor are counts up to ten in
/// words: "two weeks" is speech, "2 weeks" and "twelve per cent" are facts.
/// </summary>
internal sealed class BareNumberFinder(Language language)
{
    private const int MostInWords = 10;
    private const int FirstYear = 1000;
    private const int LastYear = 2200;

    private readonly PhraseReader _reader = new(language.Reading, language.Decimal);
    private readonly HashSet<string> _months = new(language.Months.Concat(language.LoneMonths).Concat(language.ShortMonths), StringComparer.OrdinalIgnoreCase);

    public IEnumerable<BareNumber> Find(ParagraphText paragraph, SourceText source)
    {
        var bound = paragraph.Links.Where(l => SchemeLinkRenderer.FigureOf(l.Link) is not null).ToList();
        foreach (var amount in _reader.Find(paragraph.Text))
        {
            if (bound.Any(l => amount.Start < l.End && l.Start < amount.End) || !IsFact(amount, paragraph.Text))
                continue;
            var span = source.Span(paragraph.SourceOf(amount.Start), paragraph.SourceOf(amount.End - 1) + 1);
            yield return new BareNumber(paragraph.Text[amount.Start..amount.End], paragraph.Text, amount.Start, span);
        }
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
