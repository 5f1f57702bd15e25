using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0461, EX0462: a number in the text that no figure stands behind, and a waiver that is not needed.</summary>
public sealed class NumbersAreBound : IRule
{
    private const string WholePage = "*";

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        site.Stories.SelectMany(s => Check(s.BareNumbers, s.Waivers)).Concat(site.Pages.SelectMany(p => Check(p.BareNumbers, [])));

    private static IEnumerable<Diagnostic> Check(ImmutableArray<BareNumber> numbers, ImmutableArray<Waiver> waivers)
    {
        foreach (var number in numbers.Where(n => !waivers.Any(w => Covers(w, n))))
            yield return Diagnostic.Warning("EX0461", number.Span, $"no figure stands behind '{number.Words}'", "write [words](figure:ID), or waive it in the front matter under 'numbers', with the reason");
        foreach (var waiver in waivers.Where(w => !numbers.Any(n => Covers(w, n))))
            yield return Diagnostic.Warning("EX0462", waiver.Span, $"no number of the text is waived by '{waiver.Words}'", "take it out, or write the words as they stand in the text");
    }

    // The waived words hold the number, at the very place; a star holds all of the page.
    private static bool Covers(Waiver waiver, BareNumber number)
    {
        if (waiver.Words == WholePage)
            return true;
        for (var at = number.Paragraph.IndexOf(waiver.Words, StringComparison.Ordinal); at >= 0; at = number.Paragraph.IndexOf(waiver.Words, at + 1, StringComparison.Ordinal))
        {
            if (at <= number.Start && number.Start + number.Words.Length <= at + waiver.Words.Length)
                return true;
        }

        return false;
    }
}
