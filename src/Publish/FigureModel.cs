using Explainer.Data;

namespace Explainer.Publish;

/// <summary>What layouts may say about a figure or a dataset and where it comes from.</summary>
internal static class FigureModel
{
    /// <summary>A figure with its provenance.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="figures">All figures.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="corrections">Links to corrections that concern it.</param>
    public static Dictionary<string, object?> Of(Figure figure, IReadOnlyDictionary<string, Figure> figures, Language language, List<Dictionary<string, object?>> corrections)
    {
        var model = Of(figure.Provenance, language);
        model["id"] = figure.Id;
        model["value"] = figure.In(language);
        model["what"] = figure.What?.In(language) ?? "";
        model["kindSlug"] = figure.Provenance.Kind.Slug();
        model["kind"] = language.Word("kind." + figure.Provenance.Kind.Slug());
        model["corrections"] = corrections;
        model["working"] = FigureWorking.Print(figure, figures, language);
        return model;
    }

    /// <summary>Where something comes from.</summary>
    public static Dictionary<string, object?> Of(Provenance provenance, Language language) => new()
    {
        ["who"] = provenance.Who?.In(language) ?? "",
        ["period"] = provenance.Period?.In(language) ?? "",
        ["place"] = provenance.Place?.In(language) ?? "",
        ["publisher"] = provenance.Publisher?.In(language) ?? "",
        ["read"] = provenance.Read is { } read ? language.Word("figure.read", language.Date(read)) : "",
        ["confidence"] = provenance.Confidence is { } sure ? language.Word("figure.confidence", language.Words.GetValueOrDefault("confidence." + sure, sure)) : "",
        ["unlinked"] = provenance.Unlinked?.In(language) ?? "",
        ["caveats"] = provenance.Caveats.Select(c => c.In(language)).ToList(),
        ["sources"] = provenance.Addresses.Select(a => new Dictionary<string, object?> { ["address"] = a, ["host"] = new Uri(a).Host }).ToList(),
    };
}
