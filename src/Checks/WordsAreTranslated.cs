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
        (from story in site.Stories
         let charts = story.ChartPlaces.Select(p => p.Chart).OfType<ChartSpec>().SelectMany(WordsOf)
         let figures = site.FiguresIn(story.Language).Select(f => site.Figures[f]).SelectMany(WordsOf)
         let blocks = story.Parts.OfType<BlockPlace>().SelectMany(p => p.Block?.Words ?? [])
         let corrections = site.Corrections.Where(c => c.Concerns(story)).SelectMany(c => new[] { c.Was, c.Now })
         from text in charts.Concat(figures).Concat(blocks).Concat(corrections).Append(site.Settings.Title).Concat(site.Settings.Description is { } description ? [description] : [])
         where text.Span is not null && !text.Has(story.Language.Code)
         select Diagnostic.Error("EX0421", text.Span!.Value, $"these words are missing in {story.Language.Name}", $"add {story.Language.Code}: and the words")).Distinct();

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
