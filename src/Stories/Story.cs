using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>A story in one language.</summary>
/// <param name="Slug">Its name in addresses; the same in every language.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title as plain words.</param>
/// <param name="Headline">Its headline as HTML, where words may carry the colour of who says them.</param>
/// <param name="Standfirst">The two lines under the headline.</param>
/// <param name="Published">The day it was published.</param>
/// <param name="Opening">The chart of the opening, or null.</param>
/// <param name="Parts">Its parts in reading order.</param>
/// <param name="Figures">Every figure that it points at, in reading order, and then those that its blocks name.</param>
/// <param name="Words">How many words there are to read.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record Story(
    string Slug,
    Language Language,
    string Title,
    string Headline,
    string Standfirst,
    DateOnly Published,
    ChartPlace? Opening,
    ImmutableArray<StoryPart> Parts,
    ImmutableArray<Name> Figures,
    int Words,
    SourceText Source)
{
    /// <summary>Every place at which the story shows a chart.</summary>
    public IEnumerable<ChartPlace> ChartPlaces =>
        (Opening is null ? [] : new[] { Opening }).Concat(Parts.SelectMany(p => p switch
        {
            Scene scene => [scene.Place],
            PlainChart chart => [chart.Place],
            BlockPlace { Block: GuessSpec guess } => [guess.Place],
            _ => Array.Empty<ChartPlace>(),
        }));
}
