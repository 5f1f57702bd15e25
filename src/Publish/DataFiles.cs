using System.Collections.Immutable;
using System.Text;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What readers and machines can take away of a site's numbers: each table as CSV, all figures as JSON.</summary>
internal static class DataFiles
{
    /// <summary>Writes all files.</summary>
    public static ImmutableArray<OutputFile> WriteAll(SiteContent site, SiteAddresses addresses) =>
    [
        Ledger.Write(site, addresses),
        .. from language in site.Languages
           from data in site.DatasetsIn(language)
           select new OutputFile(PathOf(data, language), Encoding.UTF8.GetBytes(DatasetCsv.Write(data, language))),
    ];

    /// <summary>The path of a table, which stays the same when its content changes, so that links to it last.</summary>
    public static string PathOf(Dataset data, Language language) => $"data/{data.Id}.{language.Code}.csv";
}
