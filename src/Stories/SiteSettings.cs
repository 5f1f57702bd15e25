using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Stories;

/// <summary>What <c>input/site.yml</c> says about the site as a whole.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Languages">Codes of its languages, the first being the one without a prefix in addresses.</param>
public sealed record SiteSettings(LocalText Title, LocalText? Description, ImmutableArray<(string Code, SourceSpan Span)> Languages)
{
    /// <summary>Reads the settings; null, with findings, when they cannot be used.</summary>
    public static SiteSettings? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "the site", findings) is not { } map)
            return null;
        var title = LocalText.Read(map.RequiredNode("title"), "'title'", findings);
        var description = LocalText.Read(map.Node("description"), "'description'", findings);
        map.RequiredNode("languages");
        var languages = map.Scalars("languages").Select(s => (s.Value, s.Span)).ToImmutableArray();
        map.Finish();
        return title is null || languages.IsEmpty ? null : new SiteSettings(title, description, languages);
    }
}
