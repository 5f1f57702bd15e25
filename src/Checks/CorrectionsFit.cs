using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0441: a correction names a story that the site does not have.</summary>
public sealed class CorrectionsFit : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site)
    {
        var slugs = site.Stories.Select(s => s.Slug).Distinct(StringComparer.Ordinal).ToList();
        return from correction in site.Corrections
               from story in correction.Stories
               where !slugs.Contains(story.Value)
               select Diagnostic.Error("EX0441", story.Span, $"there is no story '{story.Value}' in input/stories", Nearest.Hint(story.Value, slugs));
    }
}
