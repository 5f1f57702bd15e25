using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>A chart as pages of others show it, with the place that it comes from.</summary>
/// <param name="Chart">The chart, drawn for columns of text.</param>
/// <param name="Story">The newest story of its language that shows it.</param>
/// <param name="Anchor">The id of the place in the story; empty for the first screen.</param>
/// <param name="States">The states that readers can put it into, in the order of the story's steps; at least one.</param>
internal sealed record Embed(DrawnChart Chart, Story Story, string Anchor, ImmutableArray<StateSpec> States)
{
    // A frame is seldom wider than a column of text, and one height must do for all widths where no script tells it.
    private const int Widest = 800;

    /// <summary>Every chart of a site in every language whose stories show it.</summary>
    public static ImmutableArray<Embed> All(SiteContent site, IReadOnlyDictionary<(string Chart, string Language), DrawnChart> charts) =>
    [
        .. from language in site.Languages
           let stories = site.NewestFirst(language).ToList()
           from chart in site.ChartsIn(language)
           let drawn = charts[(chart.Id, language.Code)]
           select Of(drawn with { Artboards = [.. drawn.Artboards.Where(a => a.Artboard.Width < Widest)] }, stories),
    ];

    /// <summary>The address of the place in the story.</summary>
    public string Place(SiteAddresses addresses) => addresses.Of(Story.Language, Story.Slug, Anchor);

    // A scene tells most of a chart. Its first step is there with and without scripts.
    private static Embed Of(DrawnChart drawn, List<Story> newestFirst)
    {
        var id = drawn.Spec.Id;
        var story = newestFirst.First(s => s.ChartPlaces.Any(p => p.Chart?.Id == id));
        var steps = story.Parts.OfType<Scene>().Where(s => s.Place.Chart?.Id == id).SelectMany(s => s.Steps).ToList();
        if (steps.Count > 0)
            return new Embed(drawn, story, $"{id}.1", [.. steps.Select(s => s.State!).DistinctBy(s => s.Name)]);
        return story.Parts.Select((part, i) => StateIn(part, id) is { } state ? new Embed(drawn, story, ChartModel.IdOf(i), [state]) : null).FirstOrDefault(e => e is not null)
            ?? new Embed(drawn, story, "", [drawn.Spec.States[0]]);
    }

    private static StateSpec? StateIn(StoryPart part, string chart) => part switch
    {
        PlainChart plain when plain.Place.Chart?.Id == chart => plain.Place.Chart.States[0],
        BlockPlace { Block: GuessSpec guess } when guess.Place.Chart?.Id == chart => guess.AfterState,
        _ => null,
    };
}
