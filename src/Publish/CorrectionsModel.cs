using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What layouts may say about corrections: on their own page, and at the places that were corrected.</summary>
internal static class CorrectionsModel
{
    /// <summary>The page in a language: what concerns its stories, newest first.</summary>
    public static Dictionary<string, object?> Of(SiteContent site, Language language, SiteAddresses addresses) => new()
    {
        ["policy"] = site.TextOf(SitePages.Corrections, language),
        ["corrections"] = site.CorrectionsIn(language).Select(correction => new Dictionary<string, object?>
        {
            ["id"] = correction.Anchor,
            ["date"] = language.Date(correction.Date),
            ["day"] = correction.Date.ToString("yyyy-MM-dd"),
            ["was"] = correction.Was.In(language),
            ["now"] = correction.Now.In(language),
            ["stories"] = site.Stories.Where(s => s.Language == language && correction.Concerns(s)).Select(s => new Dictionary<string, object?>
            {
                ["title"] = s.Title,
                ["address"] = addresses.Of(language, s.Slug),
            }).ToList(),
            ["figures"] = correction.Figures.Select(f => site.Figures[f.Value]).Select(figure => new Dictionary<string, object?>
            {
                ["value"] = figure.In(language),
                ["what"] = figure.What?.In(language) ?? "",
                ["kindSlug"] = figure.Provenance.Kind.Slug(),
                ["address"] = $"{addresses.Of(language, SitePages.Sources)}#page.figure.{figure.Id}",
            }).ToList(),
        }).ToList(),
    };

    /// <summary>Links to corrections, each in words with its day.</summary>
    public static List<Dictionary<string, object?>> Links(IEnumerable<Correction> corrections, Language language, SiteAddresses addresses) =>
        [.. corrections.Select(c => new Dictionary<string, object?>
        {
            ["address"] = $"{addresses.Of(language, SitePages.Corrections)}#{c.Anchor}",
            ["words"] = language.Word("corrections.on", language.Date(c.Date)),
        })];
}
