using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0456: a claim or an estimate is printed as if it were known: its paragraph names nobody who says so.</summary>
public sealed class ClaimsAreAttributed : IRule
{
    // Shorter words are in every paragraph; of longer ones the end may be inflected.
    private const int ShortestName = 4;
    private const int Inflected = 3;

    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from said in site.Mentions
        let mention = said.Mention
        let figure = site.Figures.GetValueOrDefault(mention.Figure.Value)
        where figure is { Provenance: { Kind: Kind.Claim or Kind.Estimate, HasUnreadKind: false } } && !IsAttributed(mention, figure, said.Language)
        select Diagnostic.Error("EX0456", mention.Span, $"'{figure.Id}' is {(figure.Provenance.Kind == Kind.Claim ? "a claim" : "an estimate")}, and its paragraph does not say whose", HintFor(figure, said.Language));

    private static string HintFor(Figure figure, Language language) =>
        figure.Provenance.Who is { } who ? $"name who says so: {who.In(language)}" : "name who says so";

    private static bool IsAttributed(FigureMention mention, Figure figure, Language language)
    {
        var words = WordsOf(mention.Paragraph, language);
        if (language.Reading.Says.Any(says => Enumerable.Range(0, words.Count).Any(at => says.Stands(words, at))))
            return true;
        var names = WordsOf($"{figure.Provenance.Who?.In(language)} {figure.Provenance.Publisher?.In(language)}", language).Where(n => n.Length >= ShortestName && n.Any(char.IsLetter));
        return names.Any(name => words.Any(w => w.StartsWith(Stem(name), StringComparison.Ordinal)));
    }

    private static string Stem(string name) => name[..Math.Max(ShortestName, name.Length - Inflected)];

    private static List<string> WordsOf(string text, Language language) => new Tokenizer(language.Reading, language.Decimal).Cut(text).ConvertAll(t => t.Text);
}
