using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0421: a chart that a story shows, a figure that it points at, a block that it places or a correction of it lacks words in the story's language.</summary>
public sealed class WordsAreTranslated : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        (from language in site.Languages
         where site.Stories.Any(s => s.Language == language)
         let charts = site.ChartsIn(language).SelectMany(WordsOf)
         let figures = site.FiguresIn(language).Select(f => site.Figures[f]).SelectMany(WordsOf)
         let blocks = site.BlocksIn(language).SelectMany(b => b.Words)
         let corrections = site.CorrectionsIn(language).SelectMany(c => new[] { c.Was, c.Now })
         from text in charts.Concat(figures).Concat(blocks).Concat(corrections).Append(site.Settings.Title).Concat(site.Settings.Description is { } description ? [description] : [])
         where text.Span is not null && !text.Has(language.Code)
         select Diagnostic.Error("EX0421", text.Span!.Value, $"these words are missing in {language.Name}", $"add {language.Code}: and the words")).Distinct();

    private static IEnumerable<LocalText> WordsOf(Figure figure) =>
        new[] { figure.What }.OfType<LocalText>().Concat(WordsOf(figure.Provenance));

    private static IEnumerable<LocalText> WordsOf(Provenance from) =>
        new[] { from.Who, from.Publisher, from.Period, from.Place, from.Unlinked }.Concat(from.Caveats).OfType<LocalText>();

    private static IEnumerable<LocalText> WordsOf(ChartSpec chart)
    {
        var fields = new List<string?> { chart.Facet, chart.Missing };
        var words = chart.Words.Append<LocalText?>(chart.Data.Title).Concat(WordsOf(chart.Data.Provenance)).Concat(chart.Data.Fields.Select(f => f.Title)).ToList();
        foreach (var axis in new[] { chart.X, chart.Y }.OfType<AxisSpec>())
        {
            fields.AddRange([axis.Label, axis.Note, axis.Short, axis.ShortNote]);
            if (axis.Label is null)
                fields.Add(axis.Field);
        }

        fields.AddRange(chart.Marks.SelectMany(m => m.FieldsOfWords.Append(m.Series)));
        fields.AddRange(chart.States.Select(s => s.Units?.Group));
        words.AddRange(fields.OfType<string>().Distinct().SelectMany(f => chart.Data.Rows.Select(r => (r[f] as TextCell)?.Text)));

        return words.OfType<LocalText>();
    }
}
