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
/// <param name="HeadlineLines">The same for pictures, line by line.</param>
/// <param name="Standfirst">The two lines under the headline.</param>
/// <param name="Published">The day it was published.</param>
/// <param name="Opening">The chart of the opening, or null.</param>
/// <param name="Parts">Its parts in reading order.</param>
/// <param name="Figures">Every figure that it points at, in reading order, and then those that its blocks name.</param>
/// <param name="Mentions">The words that point at them, each in its sentence.</param>
/// <param name="BareNumbers">Numbers that no figure stands behind, in reading order.</param>
/// <param name="Waivers">Those that it may say so, and why.</param>
/// <param name="Headings">The headings of its sections, in reading order.</param>
/// <param name="Words">How many words there are to read.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record Story(
    string Slug,
    Language Language,
    string Title,
    string Headline,
    ImmutableArray<ImmutableArray<KindRun>> HeadlineLines,
    string Standfirst,
    DateOnly Published,
    ChartPlace? Opening,
    ImmutableArray<StoryPart> Parts,
    ImmutableArray<Name> Figures,
    ImmutableArray<FigureMention> Mentions,
    ImmutableArray<BareNumber> BareNumbers,
    ImmutableArray<Waiver> Waivers,
    ImmutableArray<Heading> Headings,
    int Words,
    SourceText Source)
{
    /// <summary>Where the day of its publication was written.</summary>
    public SourceSpan PublishedAt { get; init; }

    /// <summary>The people who wrote it, by name; none where the site as a whole answers for it.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The pictures that it shows, in reading order.</summary>
    public ImmutableArray<PlacedPhoto> Photos { get; init; } = [];

    /// <summary>Its links to places on the site, in reading order.</summary>
    public ImmutableArray<SiteLink> Links { get; init; } = [];

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
