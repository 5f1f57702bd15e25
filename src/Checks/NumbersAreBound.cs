using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0461, EX0462: a number in the words of a story, chart or block that no figure stands behind, and a waiver that is not needed.</summary>
public sealed class NumbersAreBound : IRule
{
    private const string Everything = "*";
    private const string InFrontMatter = "write [words](figure:ID), or waive it in the front matter under 'numbers', with the reason";
    private const string InFile = "write [words](figure:ID), or waive it in this file under 'numbers', with the reason";

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        var finders = site.Languages.ToDictionary(l => l.Code, l => new NumbersBeside(l));
        return site.Stories.SelectMany(s => Check(s.BareNumbers, s.Waivers, InFrontMatter))
            .Concat(site.Pages.SelectMany(p => Check(p.BareNumbers, [], "write [words](figure:ID)")))
            .Concat(InEach(site.ChartsIn, c => c.Id, c => c.Waivers, (chart, finder) => finder.Find(chart.Words, ChartNumbers.Of(chart), chart.Data.Labels)))
            .Concat(InEach(site.BlocksIn, b => b.Id, b => b.Waivers, (block, finder) => finder.Find(block.Words, block.Numbers, [])));

        // Words for all languages are read in each, and told once.
        IEnumerable<Diagnostic> InEach<T>(Func<Language, IEnumerable<T>> shown, Func<T, string> id, Func<T, ImmutableArray<Waiver>> waivers, Func<T, NumbersBeside, IEnumerable<BareNumber>> find) =>
            from one in site.Languages.SelectMany(l => shown(l).Select(t => (Thing: t, Finder: finders[l.Code]))).GroupBy(t => id(t.Thing))
            let numbers = one.SelectMany(t => find(t.Thing, t.Finder)).DistinctBy(n => n.Span).ToImmutableArray()
            from finding in Check(numbers, waivers(one.First().Thing), InFile, site.HasUnreadStories)
            select finding;
    }

    // What words that could not be read may need is not called needless.
    private static IEnumerable<Diagnostic> Check(ImmutableArray<BareNumber> numbers, ImmutableArray<Waiver> waivers, string hint, bool mayNeedMore = false)
    {
        foreach (var number in numbers.Where(n => !waivers.Any(w => Covers(w, n))))
            yield return Diagnostic.Warning("EX0461", number.Span, $"no figure stands behind '{number.Words}'", hint);
        foreach (var waiver in waivers.Where(w => !mayNeedMore && !numbers.Any(n => Covers(w, n))))
            yield return Diagnostic.Warning("EX0462", waiver.Span, $"no number of the text is waived by '{waiver.Words}'", "take it out, or write the words as they stand in the text");
    }

    // The waived words hold the number, at the very place; a star holds all that there is.
    private static bool Covers(Waiver waiver, BareNumber number)
    {
        if (waiver.Words == Everything)
            return true;
        var (text, words) = (Plain(number.Paragraph), Plain(waiver.Words));
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at <= number.Start && number.Start + number.Words.Length <= at + waiver.Words.Length)
                return true;
        }

        return false;
    }

    // Nobody sees which of its spaces may break.
    private static string Plain(string words) => words.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
