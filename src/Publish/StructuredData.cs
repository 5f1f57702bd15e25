using System.Globalization;
using System.Text.Json.Nodes;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>
/// Writes what search engines read about a page (JSON-LD in the words of schema.org). It is a block of data: browsers
/// neither run it nor fetch what it names.
/// </summary>
internal static class StructuredData
{
    /// <summary>The tables of a language, and the ledger of figures, as datasets.</summary>
    public static string Datasets(SiteContent site, Language language, Publication publication)
    {
        var ledger = new JsonObject
        {
            ["@type"] = "Dataset",
            ["name"] = language.Word("sources.title"),
            ["description"] = language.Word("sources.standfirst"),
            ["inLanguage"] = language.Code,
            ["creator"] = Organization(site.Settings.Title.In(language)),
            ["distribution"] = Download("application/json", Ledger.Path, publication),
        };
        Ledger.Put(ledger, "license", site.Settings.Licence?.Address);
        return Written([ledger, .. site.DatasetsIn(language).Select(data => Of(data, site, language, publication))]);
    }

    /// <summary>A story as an article of news, with the path of its sharing card.</summary>
    public static string Article(SiteContent site, Story story, Publication publication, SiteAddresses addresses, string card)
    {
        var address = addresses.Of(story.Language, story.Slug);
        var publisher = new JsonObject { ["@type"] = "Organization", ["name"] = site.Settings.Title.In(story.Language), ["url"] = publication.Of("/") ?? "/" };
        var home = publication.Of(addresses.Front(story.Language)) ?? addresses.Front(story.Language);
        return Written(
            new JsonObject
            {
                ["@type"] = "NewsArticle",
                ["headline"] = story.Title,
                ["description"] = story.Standfirst,
                ["image"] = publication.Of("/" + card) ?? "/" + card,
                ["datePublished"] = story.Published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["dateModified"] = site.ChangedOn(story).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["inLanguage"] = story.Language.Code,
                ["mainEntityOfPage"] = publication.Of(address) ?? address,
                ["isAccessibleForFree"] = true,
                ["author"] = story.Authors.Length == 0 ? publisher.DeepClone() : new JsonArray([.. story.Authors.Select(Person)]),
                ["publisher"] = publisher,
            },
            new JsonObject
            {
                ["@type"] = "BreadcrumbList",
                ["itemListElement"] = new JsonArray(Crumb(1, site.Settings.Title.In(story.Language), home), Crumb(2, story.Title, publication.Of(address) ?? address)),
            });
    }

    private static JsonObject Crumb(int position, string name, string address) =>
        new() { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = address };

    private static string Written(params JsonNode[] graph) =>
        Json.InElement(new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(graph) });

    private static JsonNode Person(string name) => new JsonObject { ["@type"] = "Person", ["name"] = name };

    private static JsonObject Organization(string name) => new() { ["@type"] = "Organization", ["name"] = name };

    // A table that names nobody was put together by the desk, from figures that each name their own source.
    private static JsonObject Of(Dataset data, SiteContent site, Language language, Publication publication)
    {
        var from = data.Provenance;
        var entry = new JsonObject
        {
            ["@type"] = "Dataset",
            ["@id"] = "#page.data." + data.Id,
            ["name"] = data.Title.In(language),
            ["description"] = string.Join(" · ", from.Caveats.Prepend(from.Period).Prepend(data.Title).OfType<LocalText>().Select(t => t.In(language)).Append(string.Join(", ", data.Fields.Select(f => f.Title.In(language))))),
            ["inLanguage"] = language.Code,
            ["variableMeasured"] = new JsonArray([.. data.Fields.Where(f => f.Type == FieldType.Number).Select(f => Measured(f, language))]),
            ["creator"] = Organization((from.Who ?? site.Settings.Title).In(language)),
            ["distribution"] = Download("text/csv", DataFiles.PathOf(data, language), publication),
        };
        Ledger.Put(entry, "license", site.LicenceOf(data)?.Address);
        if (from.Place is { } place)
            entry["spatialCoverage"] = place.In(language);
        if (!from.Addresses.IsEmpty)
            entry["isBasedOn"] = new JsonArray([.. from.Addresses.Select(a => (JsonNode)a)]);
        return entry;
    }

    private static JsonObject Measured(Field field, Language language)
    {
        var measured = new JsonObject { ["@type"] = "PropertyValue", ["name"] = field.Title.In(language) };
        if (field.Unit.Length > 0)
            measured["unitText"] = field.Unit;
        return measured;
    }

    private static JsonObject Download(string format, string path, Publication publication) =>
        new() { ["@type"] = "DataDownload", ["encodingFormat"] = format, ["contentUrl"] = publication.Of("/" + path) ?? "/" + path };
}
