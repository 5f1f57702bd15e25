using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>How to name a chart where its numbers are used: who measured, what, when; where and when it was published.</summary>
internal static class Citation
{
    /// <summary>The citation in the language of the chart; without an address where the site's own is not known.</summary>
    public static string Of(Embed embed, SiteContent site, Publication publication, SiteAddresses addresses)
    {
        var (spec, language) = (embed.Chart.Spec, embed.Chart.Language);
        var from = spec.Data.Provenance;
        var title = site.Settings.Title.In(language);
        var period = from.Period is { } time ? language.Word("citation.period", time.In(language)) : "";
        var name = ChartModel.TitleOf(embed.Chart);

        // Of several sources that the desk put together, the site alone is named.
        var chart = from.Who is { } who ? language.Word("citation.chart", who.In(language), name, period) : language.Word("citation.own", name, period);
        var published = language.Word("citation.published", chart, title, embed.Story.Published.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return publication.Of(embed.Place(addresses)) is { } address ? $"{published}. {address}" : published;
    }
}
