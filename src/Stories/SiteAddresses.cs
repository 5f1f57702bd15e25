using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Stories;

/// <summary>Where the pages of a site are: those of its first language have no prefix.</summary>
/// <param name="languages">The site's languages, in order.</param>
public sealed class SiteAddresses(ImmutableArray<Language> languages)
{
    /// <summary>The front page of a language.</summary>
    public string Front(Language language) => language == languages[0] ? "/" : $"/{language.Code}/";

    /// <summary>What a host shows where nothing is published under the front page of a language.</summary>
    public string Missing(Language language) => Front(language) + "404.html";

    /// <summary>A page in a language, by its name.</summary>
    public string Of(Language language, string name) => $"{Front(language)}{name}/";

    /// <summary>A place on a page in a language, by the page's name and the place's id; empty for the top.</summary>
    public string Of(Language language, string name, string anchor) => Of(language, name) + (anchor.Length > 0 ? "#" + anchor : "");

    /// <summary>A chart in a language, as pages of others show it.</summary>
    public string Embed(Language language, string chart) => Of(language, $"{SitePages.Embeds}/{chart}");
}
