using System.Text;
using System.Text.Json.Nodes;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Writes <c>figures.json</c>: what the pages of sources say, for machines, in all languages at once and in an order that stays.</summary>
internal static class Ledger
{
    /// <summary>The file's path.</summary>
    public const string Path = "figures.json";

    /// <summary>Writes all figures and tables that readers of any language meet.</summary>
    public static OutputFile Write(SiteContent site, SiteAddresses addresses)
    {
        var uses = site.Languages.Select(l => (Language: l, Uses: FigureUses.In(site, l))).ToList();
        var figures = site.Languages.SelectMany(site.FiguresIn).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => site.Figures[id]);
        var tables = site.Languages.Select(l => (Language: l, Ids: site.DatasetsIn(l).Select(d => d.Id).ToHashSet(StringComparer.Ordinal))).ToList();
        var datasets = site.Languages.SelectMany(site.DatasetsIn).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal);
        var ledger = new JsonObject
        {
            ["languages"] = new JsonArray([.. site.Languages.Select(l => (JsonNode)l.Code)]),
            ["figures"] = new JsonArray([.. figures.Select(Figure)]),
            ["datasets"] = new JsonArray([.. datasets.Select(Table)]),
        };
        Put(ledger, "licence", Licence(site.Settings.Licence));
        if (!site.Corrections.IsEmpty)
        {
            ledger["corrections"] = new JsonArray([.. site.Corrections.Select(c => new JsonObject
            {
                ["date"] = c.Date.ToString("yyyy-MM-dd"),
                ["stories"] = new JsonArray([.. c.Stories.Select(s => (JsonNode)s.Value)]),
                ["figures"] = new JsonArray([.. c.Figures.Select(f => (JsonNode)f.Value)]),
                ["was"] = Words(c.Was),
                ["now"] = Words(c.Now),
            })]);
        }

        return new OutputFile(Path, Encoding.UTF8.GetBytes(ledger.ToJsonString(Json.Indented) + "\n"));

        JsonObject Figure(Figure figure)
        {
            var entry = new JsonObject { ["id"] = figure.Id };
            if (figure.IsValue)
                entry["value"] = figure.Low;
            else
                (entry["low"], entry["high"]) = (figure.Low, figure.High);
            entry["unit"] = figure.Unit;
            Put(entry, "hedge", figure.Hedge is { } hedge ? ReadingWords.NameOf(hedge) : null);
            entry["kind"] = Kinds.NameOf(figure.Provenance.Kind);
            Put(entry, "what", Words(figure.What));
            Describe(entry, figure.Provenance, Words);
            if (figure.Origin is FormulaOrigin { Formula: { } formula })
                (entry["formula"], entry["working"]) = (formula.ToString(), ByLanguage(l => FigureWorking.Print(figure, site.Figures, l)));
            if (figure.Origin is CellOrigin cell)
                entry["cell"] = new JsonObject { ["data"] = cell.Data.Value, ["row"] = cell.Row.Value, ["field"] = cell.Field.Value };
            entry["printed"] = ByLanguage(figure.In);
            entry["uses"] = new JsonArray([.. uses.SelectMany(u => u.Uses[figure.Id].Select(use => Use(use, u.Language)))]);
            return entry;
        }

        JsonObject Table(Dataset data)
        {
            var entry = new JsonObject { ["id"] = data.Id, ["title"] = Words(data.Title) };
            Describe(entry, data.Provenance, Words);
            Put(entry, "licence", Licence(data.Provenance.Licence));
            entry["rows"] = data.Rows.Length;
            var csv = new JsonObject();
            foreach (var (language, _) in tables.Where(t => t.Ids.Contains(data.Id)))
                csv[language.Code] = "/" + DataFiles.PathOf(data, language);
            entry["csv"] = csv;
            return entry;
        }

        JsonObject? Licence(Licence? licence)
        {
            if (licence is null)
                return null;
            var entry = new JsonObject { ["title"] = Words(licence.Title) };
            Put(entry, "address", licence.Address);
            return entry;
        }

        JsonNode Use(FigureUse use, Language language) => new JsonObject
        {
            ["language"] = language.Code,
            ["address"] = addresses.Of(language, use.Story.Slug, use.Anchor),
            ["in"] = use.Sort,
            ["words"] = use.Words,
        };

        JsonObject ByLanguage(Func<Language, string> words)
        {
            var all = new JsonObject();
            foreach (var language in site.Languages)
                all[language.Code] = words(language);
            return all;
        }

        JsonObject? Words(LocalText? text) => text is null ? null : ByLanguage(text.In);
    }

    /// <summary>Writes what is known of a source.</summary>
    /// <param name="entry">What it is written into.</param>
    /// <param name="from">The source.</param>
    /// <param name="words">How words are written: in one language, or in all.</param>
    internal static void Describe(JsonObject entry, Provenance from, Func<LocalText?, JsonNode?> words)
    {
        Put(entry, "who", words(from.Who));
        Put(entry, "publisher", words(from.Publisher));
        Put(entry, "period", words(from.Period));
        Put(entry, "place", words(from.Place));
        entry["caveats"] = new JsonArray([.. from.Caveats.Select(words)]);
        entry["sources"] = new JsonArray([.. from.Addresses.Select(a => (JsonNode)a)]);
        Put(entry, "unlinked", words(from.Unlinked));
        Put(entry, "review", from.Review?.Day.ToString("yyyy-MM-dd"));
        Put(entry, "read", from.Read?.ToString("yyyy-MM-dd"));
        Put(entry, "confidence", from.Confidence);
    }

    /// <summary>Writes a value; what nobody wrote is left out.</summary>
    internal static void Put(JsonObject entry, string key, JsonNode? value)
    {
        if (value is not null)
            entry[key] = value;
    }
}
