using System.Text;
using System.Text.Json.Nodes;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Writes the numbers of a chart as JSON, with all that is known of where they come from and how to name them.</summary>
internal static class ChartData
{
    /// <summary>Writes the file of a chart in its language.</summary>
    public static OutputFile Write(Embed embed, SiteContent site, Publication publication, SiteAddresses addresses)
    {
        var (spec, language) = (embed.Chart.Spec, embed.Chart.Language);
        var data = spec.Data;
        var entry = new JsonObject
        {
            ["title"] = ChartModel.TitleOf(embed.Chart),
            ["language"] = language.Code,
            ["story"] = publication.Of(embed.Place(addresses)) ?? embed.Place(addresses),
            ["citation"] = Citation.Of(embed, site, publication, addresses),
        };
        Ledger.Put(entry, "subtitle", Words(spec.Subtitle));
        Ledger.Put(entry, "source", Words(spec.Source));
        if (site.LicenceOf(embed.Chart.Spec.Data) is { } licence)
        {
            var named = new JsonObject { ["title"] = Words(licence.Title) };
            Ledger.Put(named, "address", licence.Address);
            entry["licence"] = named;
        }

        var table = new JsonObject { ["id"] = data.Id, ["title"] = Words(data.Title), ["kind"] = Kinds.NameOf(data.Provenance.Kind) };
        Ledger.Describe(table, data.Provenance, Words);
        entry["data"] = table;
        var fields = data.Fields.Where(f => f.Type != FieldType.Figure).ToList();
        entry["fields"] = new JsonArray([.. fields.Select(f => Field(f, language))]);
        entry["rows"] = new JsonArray([.. data.Rows.Select(row => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Name, Value(row, f, language)))))]);
        return new OutputFile(ChartFiles.PathOf(spec.Id, language, "json"), Encoding.UTF8.GetBytes(entry.ToJsonString(Json.Indented) + "\n"));

        JsonNode? Words(LocalText? text) => text?.In(language);
    }

    private static JsonObject Field(Field field, Language language)
    {
        var entry = new JsonObject { ["name"] = field.Name, ["title"] = field.Title.In(language) };
        Ledger.Put(entry, "unit", field.Unit.Length > 0 ? field.Unit : null);
        return entry;
    }

    private static JsonNode? Value(Row row, Field field, Language language) => row[field.Name] switch
    {
        NumberCell cell => cell.Value,
        TextCell cell => cell.Text.In(language),
        MissingCell => null,
        _ => row.Identity(field.Name),
    };
}
