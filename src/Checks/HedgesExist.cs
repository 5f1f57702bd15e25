using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0424: a row's hedge, such as "about", is not among the words of a language of the site.</summary>
public sealed class HedgesExist : IRule
{
    private const string Prefix = "hedge.";

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from chart in site.Charts.Values
        from field in chart.Marks.Select(m => m.FieldOfHedges)
        where field is not null
        from row in chart.Data.Rows
        let hedge = row.Identity(field)
        where hedge.Length > 0
        from language in site.Languages
        where !language.Words.ContainsKey(Prefix + hedge)
        select Diagnostic.Error(
            "EX0424",
            row[field].Span,
            $"there is no hedge '{hedge}' in {language.Name}",
            Nearest.Hint(hedge, [.. language.Words.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).Select(k => k[Prefix.Length..])]));
}
