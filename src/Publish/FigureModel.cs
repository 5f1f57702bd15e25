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
    public static Dictionary<string, object?> Of(Provenance provenance, Language language)
    {
        var who = provenance.Who?.In(language) ?? "";
        var publisher = provenance.Publisher?.In(language) ?? "";
        var place = provenance.Place?.In(language) ?? "";
        var read = provenance.Read is { } day ? language.Word("figure.read", language.Date(day)) : "";
        var confidence = provenance.Confidence is { } sure ? language.Word("figure.confidence", language.Words.GetValueOrDefault("confidence." + sure, sure)) : "";
        return new Dictionary<string, object?>
        {
            ["who"] = who,
            ["period"] = provenance.Period?.In(language) ?? "",
            ["place"] = place,
            ["publisher"] = publisher,
            ["read"] = read,
            ["confidence"] = confidence,
            ["facts"] = string.Join(" · ", new[] { who, publisher, place, read, confidence }.Where(f => f.Length > 0)),
            ["unlinked"] = provenance.Unlinked?.In(language) ?? "",
            ["caveats"] = provenance.Caveats.Select(c => c.In(language)).ToList(),
            ["sources"] = provenance.Addresses.Select(a => new Dictionary<string, object?> { ["address"] = a, ["host"] = new Uri(a).Host }).ToList(),
        };
    }
}
