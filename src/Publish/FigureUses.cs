using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Finds every place at which the stories of a language use a figure, in reading order.</summary>
internal static class FigureUses
{
    private const int MostLetters = 70;

    /// <summary>The places by the figure's id.</summary>
    public static ILookup<string, FigureUse> In(SiteContent site, Language language)
    {
        var uses = site.Stories.Where(s => s.Language == language)
            .SelectMany(s => InText(s, site.Figures, language).Concat(InParts(s, language))).ToList();

        // A figure that others are reckoned from, and that stands nowhere itself, is met where they are.
        var met = uses.Select(u => u.Figure).ToHashSet(StringComparer.Ordinal);
        var behind = uses.SelectMany(u => site.WithInputs([u.Figure]).Where(id => !met.Contains(id)).Select(id => (Figure: id, u.Use)));
        return uses.Concat(behind).Distinct().ToLookup(u => u.Figure, u => u.Use, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Figure, FigureUse Use)> InText(Story story, ImmutableSortedDictionary<string, Figure> figures, Language language) =>
        story.Mentions.Select(m => (m.Figure.Value, new FigureUse(
            story, m.Anchor, "text", FromEnd(m.Before), m.Words.Length > 0 ? m.Words : figures[m.Figure.Value].In(language), FromStart(m.After))));

    /// <summary>The figures that words of a chart or block name in a language.</summary>
    public static IEnumerable<string> InWords(IEnumerable<LocalText> words, Language language) =>
        words.SelectMany(w => w.WrittenIn(language)).SelectMany(w => w.Words).Select(w => w.Figure);

    /// <summary>The charts of a story, each with the id of the place where it is shown first; empty for the first screen.</summary>
    public static IEnumerable<(ChartSpec Chart, string Anchor)> ChartsIn(Story story) =>
        story.Parts.Select((p, i) => (PlaceIn(p)?.Chart, Anchor: ChartModel.IdOf(i))).Prepend((story.Opening?.Chart, Anchor: ""))
            .Where(c => c.Chart is not null)
            .DistinctBy(c => c.Chart!.Id)
            .Select(c => (c.Chart!, c.Anchor));

    private static IEnumerable<(string Figure, FigureUse Use)> InParts(Story story, Language language)
    {
        foreach (var (chart, anchor) in ChartsIn(story))
        {
            foreach (var figure in chart.Data.FigureNames.Select(n => n.Value).Concat(InWords(chart.Words, language)).Distinct(StringComparer.Ordinal))
                yield return (figure, new FigureUse(story, anchor, "chart", "", chart.Title.In(language), ""));
        }

        foreach (var (block, index) in story.Parts.Select((p, i) => ((p as BlockPlace)?.Block, i)))
        {
            foreach (var figure in block?.Figures.Select(f => f.Id.Value).Concat(InWords(block.Words, language)).Distinct(StringComparer.Ordinal) ?? [])
                yield return (figure, new FigureUse(story, $"page.block.{index}.{(block is GuessSpec ? "question" : "title")}", "block", "", (block as GuessSpec)?.Question.In(language) ?? ((WhatIfSpec)block!).Title.In(language), ""));
        }
    }

    private static ChartPlace? PlaceIn(StoryPart part) => part switch
    {
        Scene scene => scene.Place,
        PlainChart chart => chart.Place,
        BlockPlace { Block: GuessSpec guess } => guess.Place,
        _ => null,
    };

    // Cut between words.
    private static string FromEnd(string sentence)
    {
        sentence = sentence.TrimStart();
        var space = sentence.Length <= MostLetters ? -1 : sentence.IndexOf(' ', sentence.Length - MostLetters);
        return space < 0 ? sentence : "…" + sentence[space..];
    }

    private static string FromStart(string sentence)
    {
        sentence = sentence.TrimEnd();
        var space = sentence.Length <= MostLetters ? -1 : sentence.LastIndexOf(' ', MostLetters);
        return space < 0 ? sentence : sentence[..(space + 1)] + "…";
    }
}
