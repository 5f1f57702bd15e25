using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What layouts may say on the page of sources and method: every figure by kind, and every table, with where readers meet them.</summary>
internal static class SourcesModel
{
    /// <summary>The page in a language.</summary>
    public static Dictionary<string, object?> Of(SiteContent site, Language language, SiteAddresses addresses, Publication publication)
    {
        var uses = FigureUses.In(site, language);
        var datasets = site.DatasetsIn(language).ToList();
        var shown = ChartsByTable(site, language);
        var corrections = site.CorrectionsIn(language)
            .SelectMany(c => c.Figures.Select(f => f.Value).Distinct(StringComparer.Ordinal).Select(id => (Figure: id, Correction: c)))
            .ToLookup(c => c.Figure, c => c.Correction, StringComparer.Ordinal);
        var figures = site.FiguresIn(language).Select(id => site.Figures[id]).ToList();
        return new Dictionary<string, object?>
        {
            ["method"] = site.TextOf(SitePages.Sources, language),
            ["groups"] = Enum.GetValues<Kind>().Select(kind => Group(kind, [.. figures.Where(f => f.Provenance.Kind == kind)])).Where(g => g is not null).ToList(),
            ["ledger"] = "/" + Ledger.Path,
            ["structured"] = StructuredData.Datasets(site, language, publication),
            ["datasets"] = datasets.Select(Table).ToList(),
        };

        Dictionary<string, object?>? Group(Kind kind, List<Figure> members) => members.Count == 0 ? null : new()
        {
            ["id"] = "page.kind." + kind.Slug(),
            ["kindSlug"] = kind.Slug(),
            ["kind"] = language.Word("kind." + kind.Slug()),
            ["meaning"] = language.Word("kind-means." + kind.Slug()),
            ["count"] = language.Number(members.Count),
            ["counted"] = language.Plural("kind-counts." + kind.Slug(), members.Count),
            ["figures"] = members.Select(Entry).ToList(),
        };

        Dictionary<string, object?> Entry(Figure figure)
        {
            var model = FigureModel.Of(figure, site.Figures, language, CorrectionsModel.Links(corrections[figure.Id], language, addresses));
            model["uses"] = UsesByStory(uses[figure.Id], language, addresses);
            model["inputs"] = figure.Inputs.Select(id => site.Figures[id]).Select(input => new Dictionary<string, object?>
            {
                ["id"] = input.Id,
                ["value"] = input.In(language),
                ["what"] = input.What?.In(language) ?? "",
                ["period"] = input.Provenance.Period?.In(language) ?? "",
                ["kindSlug"] = input.Provenance.Kind.Slug(),
            }).ToList();
            model["cell"] = figure.Origin is CellOrigin cell && datasets.Any(d => d.Id == cell.Data.Value) ? new Dictionary<string, object?> { ["id"] = cell.Data.Value, ["title"] = site.Datasets[cell.Data.Value].Title.In(language) } : null;
            return model;
        }

        Dictionary<string, object?> Table(Dataset data)
        {
            var model = FigureModel.Of(data.Provenance, language);
            model["id"] = data.Id;
            model["title"] = data.Title.In(language);
            model["rows"] = language.Plural("sources.rows", data.Rows.Length);
            model["address"] = "/" + DataFiles.PathOf(data, language);
            model["label"] = language.Word("chart.download", "CSV", data.Title.In(language));
            model["uses"] = UsesByStory(shown[data.Id], language, addresses);
            return model;
        }
    }

    private static ILookup<string, FigureUse> ChartsByTable(SiteContent site, Language language) =>
        (from story in site.Stories.Where(s => s.Language == language)
         from use in FigureUses.ChartsIn(story)
         select (Table: use.Chart.Data.Id, Use: new FigureUse(story, use.Anchor, "chart", "", use.Chart.Title.In(language), "")))
        .ToLookup(u => u.Table, u => u.Use, StringComparer.Ordinal);

    private static List<Dictionary<string, object?>> UsesByStory(IEnumerable<FigureUse> uses, Language language, SiteAddresses addresses) =>
        [.. uses.GroupBy(u => u.Story.Slug).Select(story => new Dictionary<string, object?>
        {
            ["title"] = story.First().Story.Title,
            ["address"] = addresses.Of(language, story.Key),
            ["places"] = story.Select(use => new Dictionary<string, object?>
            {
                ["sort"] = use.Sort == "text" ? "" : language.Word("sources.in-" + use.Sort),
                ["address"] = addresses.Of(language, story.Key, use.Anchor),
                ["before"] = use.Before,
                ["words"] = use.Words,
                ["after"] = use.After,
            }).ToList(),
        })];
}
