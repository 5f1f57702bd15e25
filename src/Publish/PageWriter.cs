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
/// <param name="charts">Drawn charts by name and language code.</param>
public sealed class PageWriter(SiteContent site, Theme theme, Palette palette, IReadOnlyDictionary<(string Chart, string Language), DrawnChart> charts)
{
    private const int WordsAMinute = 210;

    /// <summary>How many sections a story has before a list of them is worth its place.</summary>
    private const int FewestSections = 3;

    private static readonly string[] FirstScreenFaces = ["display-400", "serif-400", "sans-400", "sans-600"];

    private readonly string _styles = PaletteStyles.Write(palette) + theme.Styles;
    private readonly string _hatches = PaletteStyles.WriteHatches(palette);
    private readonly Dictionary<string, object?> _paper = new() { ["light"] = palette["paper"].Light, ["dark"] = palette["paper"].Dark };

    /// <summary>Writes every page of the site.</summary>
    public ImmutableArray<OutputFile> WriteAll() =>
    [
        .. site.Stories.Select(story => Page(AddressOf(story.Language, story.Slug), theme.Render("story", StoryModel(story)))),
        .. site.Languages.Select(language => Page(AddressOf(language, null), theme.Render("front", FrontModel(language)))),
    ];

    private static OutputFile Page(string address, string html) =>
        new(address.TrimStart('/') + "index.html", Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\n")));

    private string AddressOf(Language language, string? slug)
    {
        var prefix = language == site.Languages[0] ? "/" : $"/{language.Code}/";
        return slug is null ? prefix : $"{prefix}{slug}/";
    }

    private Dictionary<string, object?> StoryModel(Story story)
    {
        var language = story.Language;
        var model = PageModel(language, story.Title, story.Standfirst);
        model["headline"] = story.Headline;
        model["standfirst"] = story.Standfirst;
        model["published"] = language.Date(story.Published);
        model["publishedDate"] = story.Published.ToString("yyyy-MM-dd");
        model["readingTime"] = ReadingTime(story);
        model["opening"] = story.Opening is { Chart: { } chart } ? OpeningModel(chart, language) : null;
        model["editions"] = site.Stories.Where(s => s.Slug == story.Slug).Select(s => new Dictionary<string, object?>
        {
            ["code"] = s.Language.Code,
            ["name"] = s.Language.Name,
            ["address"] = AddressOf(s.Language, s.Slug),
            ["current"] = s.Language == language,
        }).ToList();
        model["hasEditions"] = site.Stories.Count(s => s.Slug == story.Slug) > 1;
        model["sections"] = story.Headings.Length < FewestSections ? [] : story.Headings.Select(h => new Dictionary<string, object?> { ["id"] = h.Id, ["words"] = h.Text }).ToList();
        model["parts"] = PartModels(story.Parts, language);
        model["figures"] = story.Figures.Select(f => f.Value).Distinct(StringComparer.Ordinal).Select(id => FigureModel(site.Figures[id], language)).ToList();
        return model;
    }

    private Dictionary<string, object?> PageModel(Language language, string title, string description) => new()
    {
        ["lang"] = language.Code,
        ["pageTitle"] = title,
        ["description"] = description,
        ["siteTitle"] = site.Settings.Title.In(language),
        ["home"] = AddressOf(language, null),
        ["styles"] = _styles,
        ["hatches"] = _hatches,
        ["paper"] = _paper,
        ["preload"] = PreloadFonts(language),
        ["script"] = theme.Addresses.GetValueOrDefault("scripts/story.js"),
        ["print"] = theme.Addresses.GetValueOrDefault("styles/print.css"),
        ["blocks"] = theme.Addresses.GetValueOrDefault("styles/blocks.css"),
        ["noscript"] = theme.Addresses.GetValueOrDefault("styles/noscript.css"),
        ["words"] = language.Words.ToDictionary(w => w.Key.Replace('.', '_'), w => (object?)w.Value),
    };

    // The faces of the first screen, in the script of the language.
    private List<string> PreloadFonts(Language language)
    {
        var script = language.Words.GetValueOrDefault("font-script", "latin");
        return [.. FirstScreenFaces
            .Select(face => theme.Addresses.GetValueOrDefault($"fonts/explainer-{face}-{script}.woff2"))
            .OfType<string>()];
    }

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

    private Dictionary<string, object?> OpeningModel(ChartSpec chart, Language language)
    {
        var drawn = charts[(chart.Id, language.Code)];
        var model = ChartModel.Live(drawn, chart.States[0], "page.chart.opening", []);
        model["legend"] = ChartModel.Legend(drawn);
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
                model["chart"] = ChartModel.Live(charts[(spec.Id, language.Code)], spec.States[0], $"page.chart.{index}", []);
                break;
            case BlockPlace { Block: GuessSpec guess }:
                model["guess"] = GuessModel.Of(guess, charts[(guess.Place.Chart!.Id, language.Code)], index);
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
            ["graphic"] = ChartModel.Live(drawn, scene.Steps[0].State!, $"page.chart.{index}", scene.Steps.Select(s => s.State!)),
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

    private static Dictionary<string, object?> FigureModel(Figure figure, Language language)
    {
        var provenance = figure.Provenance;
        return new Dictionary<string, object?>
        {
            ["id"] = figure.Id,
            ["value"] = figure.In(language),
            ["what"] = figure.What?.In(language) ?? "",
            ["kindSlug"] = provenance.Kind.Slug(),
            ["kind"] = language.Word("kind." + provenance.Kind.Slug()),
            ["who"] = provenance.Who?.In(language) ?? "",
            ["period"] = provenance.Period?.In(language) ?? "",
            ["publisher"] = provenance.Publisher?.In(language) ?? "",
            ["read"] = provenance.Read is { } read ? language.Word("figure.read", language.Date(read)) : "",
            ["caveats"] = provenance.Caveats.Select(c => c.In(language)).ToList(),
            ["sources"] = provenance.Addresses.Select(a => new Dictionary<string, object?> { ["address"] = a, ["host"] = new Uri(a).Host }).ToList(),
        };
    }

    private Dictionary<string, object?> FrontModel(Language language)
    {
        var model = PageModel(language, site.Settings.Title.In(language), site.Settings.Description?.In(language) ?? "");
        model["frontStyles"] = theme.Addresses.GetValueOrDefault("styles/front.css");

        // The newest leads.
        model["stories"] = site.Stories.Where(s => s.Language == language).OrderByDescending(s => s.Published).Select(s => new Dictionary<string, object?>
        {
            ["address"] = AddressOf(language, s.Slug),
            ["headline"] = s.Headline,
            ["standfirst"] = s.Standfirst,
            ["published"] = language.Date(s.Published),
            ["publishedDate"] = s.Published.ToString("yyyy-MM-dd"),
            ["readingTime"] = ReadingTime(s),
            ["picture"] = s.Opening is { Chart: { } chart } ? PictureModel(chart, language) : null,
        }).ToList();
        model["editions"] = site.Languages.Select(l => new Dictionary<string, object?>
        {
            ["code"] = l.Code,
            ["name"] = l.Name,
            ["address"] = AddressOf(l, null),
            ["current"] = l == language,
        }).ToList();
        model["hasEditions"] = site.Languages.Length > 1;
        return model;
    }
}
