using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Prose;

namespace Explainer.Checks;

/// <summary>Finds numbers in the words of a chart or block that neither a figure nor what stands beside them holds.</summary>
/// <param name="language">The language of the words.</param>
internal sealed class NumbersBeside(Language language)
{
    private readonly BareNumberFinder _finder = new(language);
    private readonly PhraseReader _reader = new(language.Reading, language.Decimal);

    /// <summary>Those that are held by nothing.</summary>
    /// <param name="words">The words.</param>
    /// <param name="numbers">The numbers that stand beside them.</param>
    /// <param name="labels">Words that stand beside them, such as names of bands.</param>
    public IEnumerable<BareNumber> Find(IEnumerable<LocalText> words, IEnumerable<ShownNumber> numbers, IEnumerable<LocalText> labels)
    {
        var found = words.SelectMany(w => w.WrittenIn(language)).SelectMany(_finder.Find).ToList();
        if (found.Count == 0)
            return [];
        var shown = numbers.Distinct().ToImmutableArray();
        var said = labels.Select(l => l.In(language)).Distinct().SelectMany(_reader.Find).Select(a => (a.Measure, a.Number.Value)).ToHashSet();
        return found.Where(f => Said(f) is not { } phrase || !(said.Contains((phrase.Low.Measure, phrase.Low.Number.Value)) || shown.Any(n => PhraseJudge.Says(phrase, n))));
    }

    // The lower end of a range may have its scale from the upper: 10 to 12 million.
    private Phrase? Said(BareNumber number)
    {
        var (text, end) = (number.Paragraph, number.Start + number.Words.Length);
        if (_reader.Find(text).FirstOrDefault(a => a.Start >= end) is { } next && _reader.Read(text[..number.Start], text[number.Start..next.End], text[next.End..]) is { IsRange: true } range)
            return range with { High = range.Low };
        return _reader.Read(text[..number.Start], number.Words, text[end..]);
    }
}
