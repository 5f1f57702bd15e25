using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0451 to EX0455: words that name a figure say another number, unit, bound or certainty than the figure does.</summary>
public sealed class FiguresAreSaidRight : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        foreach (var said in site.Mentions.Where(m => m.Mention.Words.Length > 0).GroupBy(m => m.Language))
        {
            var reader = new PhraseReader(said.Key.Reading, said.Key.Decimal);
            foreach (var (_, mention) in said)
            {
                if (!site.Figures.TryGetValue(mention.Figure.Value, out var figure) || !figure.IsKnown)
                    continue;
                var phrase = reader.Read(mention.Before, mention.Words, mention.After);
                if (PhraseJudge.Judge(phrase, mention.Words, figure, said.Key) is { } fault)
                    yield return Diagnostic.Error(fault.Code, mention.Span, fault.Message, $"right would be: {Shorten(mention.Before.TrimStart(), fromEnd: true)}{fault.Right}{Shorten(mention.After.TrimEnd(), fromEnd: false)}");
            }
        }
    }

    private static string Shorten(string sentence, bool fromEnd)
    {
        const int Most = 60;
        return sentence.Length <= Most ? sentence : fromEnd ? "…" + sentence[^Most..] : sentence[..Most] + "…";
    }
}
