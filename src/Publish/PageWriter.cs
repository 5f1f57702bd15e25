using System.Collections.Immutable;
using System.Text;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Turns stories into pages by filling the theme's layouts.</summary>
/// <param name="site">The site.</param>
/// <param name="theme">The theme.</param>
/// <param name="palette">The colours.</param>
/// <param name="typefaces">The faces of its words.</param>
/// <param name="charts">Drawn charts by name and language code.</param>
/// <param name="pictures">Their pictures.</param>
/// <param name="cards">The sharing cards of pages.</param>
/// <param name="mark">The site's mark.</param>
/// <param name="publication">Where the site is published.</param>
public sealed class PageWriter(SiteContent site, Theme theme, Palette palette, Typefaces typefaces, IReadOnlyDictionary<(string Chart, string Language), DrawnChart> charts, ChartPictures pictures, ImmutableArray<PageCard> cards, SiteMark mark, Publication publication)
{
    private const int WordsAMinute = 210;

    /// <summary>How many sections a story has before a list of them is worth its place.</summary>
    private const int FewestSections = 2;

    /// <summary>The face of headlines. It alone is worth coming before the first paint: more fonts would come before the words themselves on a slow line.</summary>
    private const string FirstFace = "display-400";


    private readonly SiteAddresses _addresses = new(site.Languages);
    private readonly string _styles = PaletteStyles.Write(palette) + theme.Styles;
    private readonly string _hatches = PaletteStyles.WriteHatches(palette);
    private readonly Dictionary<string, object?> _paper = new() { ["light"] = palette["paper"].Light, ["dark"] = palette["paper"].Dark };

    private readonly DrawingFiles _drawings = new(site.Stories
        .SelectMany(story => story.Parts.Select(part => (Chart: ChangingChart(part)?.Id, Language: story.Language.Code)))
        .Where(place => place.Chart is not null)
        .Distinct()
        .Select(place => charts[(place.Chart!, place.Language)]));

    private readonly PageIndex _index = new(site);
    private readonly WebFiles _web = new(site, publication);
    private readonly EmbedPages _embeds = new(site, theme, typefaces, charts, pictures, publication);

    /// <summary>Writes every page of the site, and what the web expects beside them.</summary>
    public ImmutableArray<OutputFile> WriteAll() =>
    [
        .. site.Stories.Select(story => Page(story.Language, _addresses.Of(story.Language, story.Slug), theme.Render("story", StoryModel(story)))),
        .. site.Languages.Select(language => Page(language, _addresses.Front(language), theme.Render("front", FrontModel(language)))),
        .. site.Languages.Select(language => Page(language, _addresses.Of(language, SitePages.Sources), theme.Render("sources", SourcesPageModel(language)))),
        .. site.Languages.Select(language => Page(language, _addresses.Of(language, SitePages.Corrections), theme.Render("corrections", CorrectionsPageModel(language)))),
        .. site.Languages.Where(language => site.Has(SitePages.About, language)).Select(language => Page(language, _addresses.Of(language, SitePages.About), theme.Render("about", AboutPageModel(language)))),
        .. _embeds.All.Select(embed => Page(embed.Chart.Language, _embeds.AddressOf(embed), theme.Render("embed", EmbedModel(embed)))),
        .. site.Languages.Select(language => Text(_addresses.Missing(language).TrimStart('/'), theme.Render("missing", MissingModel(language)))),
        .. _drawings.Files,
        .. _embeds.Files,
        .. DataFiles.WriteAll(site, _addresses),
        .. _web.WriteAll([_styles, theme.BlockStyles, mark.DarkStyles(palette)], [theme.Start]),
    ];

    /// <summary>Addresses at which there is something when the site is published, but not at a desk.</summary>
    public IEnumerable<string> AddressesOfPublished => _web.AddressesOfPublished.Concat(_embeds.AddressesOfPublished);

    private static ChartSpec? ChangingChart(StoryPart part) => part switch
    {
        Scene scene => scene.Place.Chart,
        BlockPlace { Block: GuessSpec guess } => guess.Place.Chart,
        _ => null,
    };

    private static OutputFile Page(Language language, string address, string html) => Text(address.TrimStart('/') + "index.html", PageLines.Set(html, language));

    private static OutputFile Text(string path, string html) => new(path, Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n")));

    private Dictionary<string, object?> StoryModel(Story story)
    {
        var language = story.Language;
        var corrections = site.CorrectionsOf(story).ToList();
        var model = PageModel(language, _addresses.Of(language, story.Slug), story.Title, story.Standfirst);
        model["headline"] = story.Headline;
        model["standfirst"] = story.Standfirst;
        model["byline"] = Byline(story);
        model["published"] = language.Date(story.Published);
        model["publishedDate"] = story.Published.ToString("yyyy-MM-dd");
        model["readingTime"] = ReadingTime(story);
        model["opening"] = story.Opening is { Chart: { } chart } ? OpeningModel(chart, story) : null;
        model["article"] = StructuredData.Article(site, story, publication, _addresses, CardOf(_addresses.Of(language, story.Slug))!.Path);
        model["sections"] = story.Headings.Length < FewestSections ? [] : story.Headings.Select(h => new Dictionary<string, object?> { ["id"] = h.Id, ["words"] = h.Text }).ToList();
        model["parts"] = PartModels(story.Parts, language);
        model["blocks"] = story.Parts.Any(p => p is BlockPlace) ? theme.BlockStyles : "";
        model["figures"] = story.Figures.Select(f => f.Value).Concat(FigureUses.InWords(FigureUses.ChartsIn(story).SelectMany(c => c.Chart.Words).Concat(story.Parts.OfType<BlockPlace>().SelectMany(p => p.Block?.Words ?? [])), language)).Distinct(StringComparer.Ordinal).Select(id => FigureModel.Of(site.Figures[id], site.Figures, language, CorrectionsModel.Links(corrections.Where(c => c.Figures.Any(f => f.Value == id)), language, _addresses))).ToList();
        model["corrected"] = CorrectionsModel.Links(corrections.Take(1), language, _addresses);
        return model;
    }

    // A story of no named author is the site's, whose title stands at the top of the page.
    private static string? Byline(Story story) => story.Authors.Length == 0 ? null : string.Join(", ", story.Authors);

    private Dictionary<string, object?> PageModel(Language language, string page) =>
        PageModel(language, _addresses.Of(language, page), language.Word($"{page}.title"), language.Word($"{page}.standfirst"));

    private Dictionary<string, object?> PageModel(Language language, string address, string title, string description) => new()
    {
        ["lang"] = language.Code,
        ["isRightToLeft"] = language.IsRightToLeft,
        ["canonical"] = publication.Of(address),
        ["feed"] = publication.Of(_web.FeedPath(language)),
        ["isHidden"] = publication.IsHidden,
        ["article"] = null,
        ["card"] = CardOf(address) is { } card ? CardModel(card) : null,
        ["manifest"] = IconFiles.ManifestAddress(_addresses, language),
        ["editions"] = _index.EditionsOf(address).Select(e => new Dictionary<string, object?>
        {
            ["code"] = e.Language.Code,
            ["name"] = e.Language.Name,
            ["address"] = e.Address,
            ["absolute"] = publication.Of(e.Address),
            ["current"] = e.Language == language,
        }).ToList(),
        ["hasEditions"] = _index.EditionsOf(address).Length > 1,
        ["pageTitle"] = title,
        ["description"] = description,
        ["siteTitle"] = site.Settings.Title.In(language),
        ["home"] = _addresses.Front(language),
        ["styles"] = _styles,
        ["hatches"] = _hatches,
        ["paper"] = _paper,
        ["preload"] = FirstFont(language),
        ["start"] = theme.Start,
        ["print"] = theme.Addresses.GetValueOrDefault("styles/print.css"),
        ["blocks"] = "",
        ["pages"] = theme.Addresses.GetValueOrDefault("styles/pages.css"),
        ["sourcesAddress"] = _addresses.Of(language, SitePages.Sources),
        ["correctionsAddress"] = _addresses.Of(language, SitePages.Corrections),
        ["aboutAddress"] = site.Has(SitePages.About, language) ? _addresses.Of(language, SitePages.About) : null,
        ["noscript"] = theme.Addresses.GetValueOrDefault("styles/noscript.css"),
        ["words"] = language.Words.ToDictionary(w => w.Key.Replace('.', '_'), w => (object?)w.Value),
    };

    private PageCard? CardOf(string address) => cards.FirstOrDefault(c => c.Address == address);

    private Dictionary<string, object?> CardModel(PageCard card) => new()
    {
        ["address"] = publication.Of("/" + card.Path),
        ["width"] = SharingCard.Width,
        ["height"] = SharingCard.Height,
        ["alt"] = card.Alt,
    };

    // In the script of the language.
    private string? FirstFont(Language language) =>
        theme.Addresses.GetValueOrDefault($"fonts/explainer-{FirstFace}-{language.Words.GetValueOrDefault("font-script", "latin")}.woff2");

    private static string ReadingTime(Story story) =>
        story.Language.Word("story.minutes", Math.Max(1, (int)Math.Round(story.Words / (double)WordsAMinute)));

    // The opening chart of a story, standing still, to stand for the story on the front page.
    private Dictionary<string, object?> PictureModel(ChartSpec chart, Language language)
    {
        var drawn = charts[(chart.Id, language.Code)];
        return new Dictionary<string, object?>
        {
            ["svg"] = ChartModel.Picture(drawn, chart.States[0]),
            ["title"] = (chart.States[0].Title ?? chart.Title).In(language),
            ["alt"] = ChartModel.Alt(drawn, chart.States[0]),
        };
    }

    // What others may take of it stands at the end of the story, as the first screen has no room; not where it stands in the story too.
    private Dictionary<string, object?> OpeningModel(ChartSpec chart, Story story)
    {
        var drawn = charts[(chart.Id, story.Language.Code)];
        var model = ChartModel.Opening(drawn, chart.States[0], "page.chart.opening");
        model["legend"] = ChartModel.Legend(drawn);
        model["share"] = story.ChartPlaces.Count(p => p.Chart?.Id == chart.Id) > 1 ? null : _embeds.Share(chart.Id, story.Language);
        return model;
    }

    // A chart may have several scenes in a story: from the second on, its name in ids carries a number,
    // after an underscore, which no chart's name has.
    private List<Dictionary<string, object?>> PartModels(ImmutableArray<StoryPart> parts, Language language)
    {
        var scenes = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. parts.Select((part, i) =>
        {
            var name = part is Scene scene ? scene.Place.Name.Value : "";
            var count = scenes[name] = scenes.GetValueOrDefault(name) + 1;
            return PartModel(part, language, i, count == 1 ? name : $"{name}_{count}");
        })];
    }

    private Dictionary<string, object?> PartModel(StoryPart part, Language language, int index, string sceneId)
    {
        var model = new Dictionary<string, object?> { ["passage"] = null, ["scene"] = null, ["chart"] = null, ["guess"] = null, ["whatIf"] = null };
        switch (part)
        {
            case Passage passage:
                model["passage"] = passage.Html;
                break;
            case Scene scene:
                model["scene"] = SceneModel(scene, language, index, sceneId);
                break;
            case PlainChart { Place.Chart: { } spec }:
                model["chart"] = Shared(ChartModel.Standing(charts[(spec.Id, language.Code)], spec.States[0], ChartModel.IdOf(index)), spec, language);
                break;
            case BlockPlace { Block: GuessSpec guess }:
                var asked = GuessModel.Of(guess, charts[(guess.Place.Chart!.Id, language.Code)], index, _drawings);
                asked["chart"] = Shared((Dictionary<string, object?>)asked["chart"]!, guess.Place.Chart, language);
                model["guess"] = asked;
                break;
            case BlockPlace { Block: WhatIfSpec whatIf }:
                model["whatIf"] = WhatIfModel.Of(whatIf, language, index);
                break;
        }

        return model;
    }

    private Dictionary<string, object?> SceneModel(Scene scene, Language language, int index, string sceneId)
    {
        var drawn = charts[(scene.Place.Chart!.Id, language.Code)];
        return new Dictionary<string, object?>
        {
            ["name"] = sceneId,
            ["graphic"] = Shared(ChartModel.Coming(drawn, scene.Steps[0].State!, ChartModel.IdOf(index), scene.Steps.Select(s => s.State!), _drawings), drawn.Spec, language),
            ["steps"] = scene.Steps.Select((step, i) => new Dictionary<string, object?>
            {
                ["id"] = $"{sceneId}.{i + 1}",
                ["state"] = step.Name.Value,
                ["html"] = step.Html,
                ["still"] = ChartModel.Still(drawn, step.State!),
                ["alt"] = ChartModel.Alt(drawn, step.State!),
                ["title"] = (step.State!.Title ?? drawn.Spec.Title).In(language),
            }).ToList(),
        };
    }

    // A chart with what is said under it of its use elsewhere.
    private Dictionary<string, object?> Shared(Dictionary<string, object?> chart, ChartSpec spec, Language language) =>
        new(chart) { ["share"] = _embeds.Share(spec.Id, language) };

    private Dictionary<string, object?> EmbedModel(Embed embed)
    {
        var model = PageModel(embed.Chart.Language, _embeds.AddressOf(embed), ChartModel.TitleOf(embed.Chart), ChartModel.Alt(embed.Chart, embed.States[0]));
        model["embedScript"] = theme.Addresses.GetValueOrDefault("scripts/embed.js");
        model["embedStyles"] = theme.Addresses.GetValueOrDefault("styles/embed.css");
        foreach (var (name, value) in _embeds.Page(embed, _drawings))
            model[name] = value;
        return model;
    }

    private Dictionary<string, object?> FrontModel(Language language)
    {
        var model = PageModel(language, _addresses.Front(language), site.Settings.Title.In(language), site.Settings.Description?.In(language) ?? "");
        model["frontStyles"] = theme.Addresses.GetValueOrDefault("styles/front.css");

        // The newest leads.
        model["stories"] = site.NewestFirst(language).Select(s => new Dictionary<string, object?>
        {
            ["address"] = _addresses.Of(language, s.Slug),
            ["headline"] = s.Headline,
            ["standfirst"] = s.Standfirst,
            ["published"] = language.Date(s.Published),
            ["publishedDate"] = s.Published.ToString("yyyy-MM-dd"),
            ["readingTime"] = ReadingTime(s),
            ["picture"] = s.Opening is { Chart: { } chart } ? PictureModel(chart, language) : null,
        }).ToList();
        return model;
    }

    private Dictionary<string, object?> SourcesPageModel(Language language)
    {
        var model = PageModel(language, SitePages.Sources);
        foreach (var (name, value) in SourcesModel.Of(site, language, _addresses, publication))
            model[name] = value;
        return model;
    }

    private Dictionary<string, object?> CorrectionsPageModel(Language language)
    {
        var model = PageModel(language, SitePages.Corrections);
        foreach (var (name, value) in CorrectionsModel.Of(site, language, _addresses))
            model[name] = value;
        return model;
    }

    private Dictionary<string, object?> AboutPageModel(Language language)
    {
        var model = PageModel(language, SitePages.About);
        model["text"] = site.TextOf(SitePages.About, language);
        return model;
    }

    // What stands at all addresses of a language at which there is nothing, with a way to each front page, its own first.
    private Dictionary<string, object?> MissingModel(Language language)
    {
        var model = PageModel(language, _addresses.Missing(language), language.Word("page.missing"), language.Word("page.missing-words"));
        model["canonical"] = null;
        model["isHidden"] = true;
        model["fronts"] = site.Languages.OrderBy(l => l != language).Select(l => new Dictionary<string, object?>
        {
            ["code"] = l.Code,
            ["address"] = _addresses.Front(l),
            ["missing"] = l.Word("page.missing"),
            ["words"] = l.Word("page.missing-words"),
            ["stories"] = l.Word("page.stories"),
        }).ToList();
        model["newest"] = site.NewestFirst(language).FirstOrDefault(s => s.Opening?.Chart is not null) is { } story ? new Dictionary<string, object?>
        {
            ["address"] = _addresses.Of(language, story.Slug),
            ["headline"] = story.Headline,
            ["picture"] = PictureModel(story.Opening!.Chart!, language),
        } : null;
        return model;
    }
}
