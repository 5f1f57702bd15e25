using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Something that a story said wrong and says right now, told in public.</summary>
/// <param name="Date">The day on which it was corrected.</param>
/// <param name="Number">Which it is of that day, in the order of the file.</param>
/// <param name="Stories">The slugs of the stories.</param>
/// <param name="Figures">The figures that were concerned.</param>
/// <param name="Was">What was wrong.</param>
/// <param name="Now">What it says now.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Correction(DateOnly Date, int Number, ImmutableArray<Name> Stories, ImmutableArray<Name> Figures, LocalText Was, LocalText Now, SourceSpan Span)
{
    /// <summary>The id of its entry, which stays the same when others are added on later days.</summary>
    public string Anchor => $"page.correction.{Date:yyyy-MM-dd}{(Number > 1 ? $".{Number}" : "")}";

    /// <summary>Whether it concerns a story.</summary>
    public bool Concerns(Story story) => Stories.Any(s => s.Value == story.Slug);
}
