using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>The sharing cards of a site: one for each page that has an address.</summary>
/// <param name="site">The site.</param>
/// <param name="charts">Drawn charts by name and language code.</param>
public sealed class PageCards(SiteContent site, IReadOnlyDictionary<(string Chart, string Language), DrawnChart> charts)
{
    private readonly SiteAddresses _addresses = new(site.Languages);

    /// <summary>All cards.</summary>
    public ImmutableArray<PageCard> All() =>
    [
        .. site.Stories.Select(Of),
        .. site.Languages.Select(Front),
        .. site.Languages.SelectMany(l => SitePages.All.Where(page => site.Has(page, l)).Select(page => Of(l, page))),
    ];

    /// <summary>Paints a card; characters that the fonts lack are reported where they stand.</summary>
    public static (ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Findings) Paint(PageCard card, string siteName, Typefaces typefaces, Palette palette, SiteMark mark)
    {
        var lines = card.Language.Lines;
        var headline = card.Headline.Select(line => line.Select(run => run with { Words = lines.Space(run.Words) }).ToImmutableArray());
        var composed = SharingCard.Compose(siteName, [.. headline], lines.Space(card.Standfirst), card.Chart, typefaces);
        return ([new OutputFile(card.Path, composed.Paint(palette, mark))], composed.Unlettered.IsEmpty ? [] :
        [
            new Diagnostic(
                "EX0315",
                Severity.Warning,
                card.Source is { } source && source.Content.IndexOf(composed.Unlettered[0], StringComparison.Ordinal) is >= 0 and var at ? source.Span(at, at + composed.Unlettered[0].Length) : null,
                $"the sharing card of {card.Address} has characters that the theme's fonts lack: {string.Join(' ', composed.Unlettered)}",
                "write them another way, or add them to the fonts"),
        ]);
    }

    private PageCard Of(Story story) =>
        new(_addresses.Of(story.Language, story.Slug), $"{story.Slug}.{story.Language.Code}", story.Language, story.HeadlineLines, story.Standfirst, Opening(story), story.Source);

    // What the site is says more than its name, which stands on every card.
    private PageCard Front(Language language)
    {
        var words = (site.Settings.Description ?? site.Settings.Title).In(language);
        var newest = site.NewestFirst(language).FirstOrDefault(s => s.Opening is not null);
        return new(_addresses.Front(language), language.Code, language, Line(words), "", newest is null ? null : Opening(newest), site.Settings.Title.Span?.Source);
    }

    private PageCard Of(Language language, string page) =>
        new(_addresses.Of(language, page), $"{page}.{language.Code}", language, Line(language.Word($"{page}.title")), language.Word($"{page}.standfirst"), null, null);

    private DrawnChart? Opening(Story story) => story.Opening?.Chart is { } chart ? charts[(chart.Id, story.Language.Code)] : null;

    private static ImmutableArray<ImmutableArray<KindRun>> Line(string words) => [[new KindRun(words)]];
}
