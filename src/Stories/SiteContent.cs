using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Everything that the input says, read and bound together.</summary>
/// <param name="Settings">The site as a whole.</param>
/// <param name="Languages">Its languages, in the order of the settings.</param>
/// <param name="Datasets">Its tables by name.</param>
/// <param name="Figures">Its figures by id.</param>
/// <param name="Charts">Its charts by name.</param>
/// <param name="Blocks">Its blocks by name.</param>
/// <param name="Stories">Its stories, by slug and then by language.</param>
/// <param name="Pages">Words for its other pages.</param>
/// <param name="Corrections">What its stories said wrong, newest first.</param>
/// <param name="UnreadCharts">Names of charts whose files are there but could not be read: what is wrong with them is said already.</param>
/// <param name="UnreadBlocks">Names of blocks whose files are there but could not be read.</param>
public sealed record SiteContent(
    SiteSettings Settings,
    ImmutableArray<Language> Languages,
    ImmutableSortedDictionary<string, Dataset> Datasets,
    ImmutableSortedDictionary<string, Figure> Figures,
    ImmutableSortedDictionary<string, ChartSpec> Charts,
    ImmutableSortedDictionary<string, BlockSpec> Blocks,
    ImmutableArray<Story> Stories,
    ImmutableArray<TextPage> Pages,
    ImmutableArray<Correction> Corrections,
    ImmutableHashSet<string> UnreadCharts,
    ImmutableHashSet<string> UnreadBlocks)
{
    private const string SettingsPath = "input/site.yml";
    private const string CorrectionsPath = "input/corrections.yml";
    private static readonly Regex PlainName = new("^[a-z0-9]+(-[a-z0-9]+)*$");

    /// <summary>The pictures that authors gave, by path.</summary>
    public ImmutableSortedDictionary<string, Photo> Photos { get; init; } = ImmutableSortedDictionary<string, Photo>.Empty;

    /// <summary>The seals of its datasets, by name: what somebody compared with the source. None for a dataset that could not be read whole.</summary>
    public ImmutableSortedDictionary<string, Seal> Seals { get; init; } = ImmutableSortedDictionary<string, Seal>.Empty;

    /// <summary>Whether something in the files of figures could not be read: then nobody knows which figures are missing.</summary>
    public bool HasUnreadFigures { get; init; }

    /// <summary>Whether a story could not be read: then nobody knows which charts and words its language shows.</summary>
    public bool HasUnreadStories { get; init; }

    /// <summary>The names of all seals, also of those that could not be read.</summary>
    public ImmutableHashSet<string> SealNames { get; init; } = [];

    /// <summary>Every place at which a text shows a picture.</summary>
    public IEnumerable<PlacedPhoto> PlacedPhotos => Stories.SelectMany(s => s.Photos).Concat(Pages.SelectMany(p => p.Photos));

    /// <summary>All words that name figures, each with its language: of texts, and of the charts and blocks that stories show.</summary>
    public IEnumerable<(Language Language, FigureMention Mention)> Mentions =>
        Stories.SelectMany(s => s.Mentions.Select(m => (s.Language, m)))
            .Concat(Pages.SelectMany(p => p.Mentions.Select(m => (p.Language, m))))
            .Concat(Languages.SelectMany(l => ChartsIn(l).Select(c => c.Words).Concat(BlocksIn(l).Select(b => b.Words)).SelectMany(w => BoundMentions.In(l, [.. w])).Select(m => (l, m))));

    /// <summary>The stories of a language, newest first; those of one day by slug.</summary>
    public IEnumerable<Story> NewestFirst(Language language) =>
        Stories.Where(s => s.Language == language).OrderByDescending(s => s.Published).ThenBy(s => s.Slug, StringComparer.Ordinal);

    /// <summary>The licence of a table's numbers: its own, or else the site's; null where neither names one.</summary>
    public Licence? LicenceOf(Dataset data) => data.Provenance.Licence ?? Settings.Licence;

    /// <summary>The charts that the stories of a language show, each once.</summary>
    public IEnumerable<ChartSpec> ChartsIn(Language language) =>
        Stories.Where(s => s.Language == language).SelectMany(s => s.ChartPlaces).Select(p => p.Chart).OfType<ChartSpec>().DistinctBy(c => c.Id);

    /// <summary>The blocks that the stories of a language place, each once.</summary>
    public IEnumerable<BlockSpec> BlocksIn(Language language) =>
        Stories.Where(s => s.Language == language).SelectMany(s => s.Parts.OfType<BlockPlace>()).Select(p => p.Block).OfType<BlockSpec>().DistinctBy(b => b.Id);

    /// <summary>An author's own words for a page, as HTML; empty where there are none.</summary>
    public string TextOf(string page, Language language) => Pages.FirstOrDefault(p => p.Name == page && p.Language == language)?.Html ?? "";

    /// <summary>Whether a page that stands by itself is there in a language: one that is nothing but an author's words needs those.</summary>
    public bool Has(string page, Language language) => page != SitePages.About || TextOf(page, language).Length > 0;

    /// <summary>The corrections of stories that exist in a language, newest first.</summary>
    public IEnumerable<Correction> CorrectionsIn(Language language)
    {
        var slugs = Stories.Where(s => s.Language == language).Select(s => s.Slug).ToHashSet(StringComparer.Ordinal);
        return Corrections.Where(c => c.Stories.Any(s => slugs.Contains(s.Value)));
    }

    /// <summary>The corrections of a story, newest first.</summary>
    public IEnumerable<Correction> CorrectionsOf(Story story) => Corrections.Where(c => c.Concerns(story));

    /// <summary>The day on which a story was published or last corrected.</summary>
    public DateOnly ChangedOn(Story story) => CorrectionsOf(story).Select(c => c.Date).Append(story.Published).Max();

    /// <summary>Every figure that readers of a language meet: in texts, blocks, corrections and the rows of charts, and those that others are reckoned from.</summary>
    public ImmutableSortedSet<string> FiguresIn(Language language)
    {
        var stories = Stories.Where(s => s.Language == language).ToList();
        var named = stories.SelectMany(s => s.Figures)
            .Concat(Mentions.Where(m => m.Language == language).Select(m => m.Mention.Figure))
            .Concat(CorrectionsIn(language).SelectMany(c => c.Figures))
            .Select(n => n.Value)
            .Concat(DatasetsIn(language).SelectMany(d => d.FigureNames).Select(n => n.Value));
        return WithInputs(named);
    }

    /// <summary>Figures with those that they are reckoned from, and those that these are; ids that no figure has are left out.</summary>
    public ImmutableSortedSet<string> WithInputs(IEnumerable<string> ids)
    {
        var all = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var open = new Stack<string>(ids);
        while (open.TryPop(out var id))
        {
            if (!Figures.TryGetValue(id, out var figure) || !all.Add(id))
                continue;
            foreach (var input in figure.Inputs)
                open.Push(input);
        }

        return all.ToImmutable();
    }

    /// <summary>Every table from which the stories of a language draw.</summary>
    public IEnumerable<Dataset> DatasetsIn(Language language) =>
        ChartsIn(language).Select(c => c.Data).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal);

    /// <summary>Whether readers meet a table: in a story's chart, or by a figure that is read from it.</summary>
    public bool IsMet(Dataset data) =>
        Stories.SelectMany(s => s.ChartPlaces).Any(p => p.Chart?.Data.Id == data.Id) || Figures.Values.Any(f => f.Origin is CellOrigin cell && cell.Data.Value == data.Id);

    /// <summary>EX0001, where no site is; null where there is one.</summary>
    public static Diagnostic? NoSite(InputFiles files) => files.Files.ContainsKey(SettingsPath)
        ? null
        : new Diagnostic("EX0001", Severity.Error, null, $"there is no {SettingsPath} here", "run this in the folder that holds input/ and theme/, or name that folder with --root");

    /// <summary>Reads all input files; null, with findings, when there is no site to speak of.</summary>
    public static SiteContent? Read(InputFiles files, ICollection<Diagnostic> findings)
    {
        if (NoSite(files) is { } nothing)
        {
            findings.Add(nothing);
            return null;
        }

        files.CheckTexts(findings);
        if (findings.Count > 0)
            return null;
        foreach (var unread in UnreadFiles.Check(files, [SettingsPath, CorrectionsPath]))
            findings.Add(unread);
        if (SiteSettings.Read(files.Text(SettingsPath), findings) is not { } settings)
            return null;
        var languages = ReadLanguages(files, settings, findings);
        var dataFiles = files.In("input/data", ".yml", ".yaml").ToList();
        var read = dataFiles.Select(p => Dataset.Read(files.Text(p), findings)).OfType<Dataset>();
        var written = ReadFigures(files, findings, out var hasUnread);
        var datasets = ByName(read, d => d.Id, d => d.Source.Span(0, 1), "dataset", findings);
        var unreadData = NamesOf(dataFiles).Except(datasets.Keys);
        var broken = findings.Where(f => f.Severity == Severity.Error).Select(f => f.Where?.Source.Path).ToHashSet(StringComparer.Ordinal);
        var sealFiles = files.In("input/sealed", ".yml", ".yaml").ToList();
        var seals = ByName(sealFiles.Select(p => Seal.Read(files.Text(p), findings)).OfType<Seal>(), s => s.Id, s => s.Source.Span(0, 1), "seal", findings)
            .Where(s => !unreadData.Contains(s.Key) && (!datasets.TryGetValue(s.Key, out var data) || !broken.Contains(data.Source.Path)));
        var figures = new FigureResolver(written, datasets, unreadData, findings, hasUnread).ResolveAll();
        var atlases = ReadAtlases(files, findings);
        var chartFiles = files.In("input/charts", ".yml", ".yaml").ToList();
        var specs = chartFiles.Select(p => ChartReader.Read(files.Text(p), datasets, unreadData, findings, atlases)).OfType<ChartSpec>();
        var charts = ByName(specs, c => c.Id, c => c.Span.Head, "chart", findings);
        var blockFiles = files.In("input/blocks", ".yml", ".yaml").ToList();
        // What is wrong with a figure without a value is said already.
        var blockReader = new BlockReader(charts, figures.Where(f => f.Value.IsKnown).ToImmutableSortedDictionary(StringComparer.Ordinal), findings);
        var blocks = ByName(blockFiles.Select(p => blockReader.Read(files.Text(p))).OfType<BlockSpec>(), b => b.Id, b => b.Span.Head, "block", findings);
        var byCode = languages.ToDictionary(l => l.Code, StringComparer.Ordinal);
        // Texts name them by their paths within input/.
        var photos = files.In("input/images", "").Select(p => PhotoFiles.Read(p["input/".Length..], files.Files[p])).ToImmutableSortedDictionary(p => p.Path, p => p, StringComparer.Ordinal);
        var storyFiles = files.In("input/stories", ".md").ToList();
        var stories = storyFiles
            .Select(p => StoryReader.Read(files.Text(p), byCode, figures, charts, blocks, findings, photos))
            .OfType<Story>()
            .OrderBy(s => s.Slug, StringComparer.Ordinal)
            .ThenBy(s => languages.IndexOf(s.Language))
            .ToImmutableArray();
        foreach (var twin in stories.GroupBy(s => (s.Slug, s.Language.Code)).SelectMany(g => g.Skip(1)))
            findings.Add(Diagnostic.Error("EX0205", twin.Source.Span(0, 1), $"the story '{twin.Slug}' exists already in {twin.Language.Name}, in another folder", "give one of them another name"));
        var addresses = new SiteAddresses(languages);
        var pages = files.In("input/pages", ".md").Select(p => TextPageReader.Read(files.Text(p), byCode, addresses, figures, photos, findings)).OfType<TextPage>().ToImmutableArray();
        var corrections = files.Files.ContainsKey(CorrectionsPath) ? CorrectionReader.Read(files.Text(CorrectionsPath), findings) : [];
        return new SiteContent(settings, languages, datasets, figures, charts, blocks, stories, pages, corrections, NamesOf(chartFiles).Except(charts.Keys), NamesOf(blockFiles).Except(blocks.Keys))
        {
            Photos = photos,
            HasUnreadFigures = hasUnread,
            HasUnreadStories = stories.Length < storyFiles.Count,
            Seals = seals.ToImmutableSortedDictionary(StringComparer.Ordinal),
            SealNames = NamesOf(sealFiles),
        };
    }

    private static Dictionary<string, Atlas?> ReadAtlases(InputFiles files, ICollection<Diagnostic> findings)
    {
        var atlases = new Dictionary<string, Atlas?>(StringComparer.Ordinal);
        foreach (var paths in files.In("input/maps", ".json", ".geojson").GroupBy(p => Path.GetFileNameWithoutExtension(p), StringComparer.Ordinal))
        {
            atlases[paths.Key] = GeoJsonReader.Read(files.Text(paths.First()), findings);
            foreach (var twin in paths.Skip(1))
                findings.Add(Diagnostic.Error("EX0205", files.Text(twin).Span(0, 1), $"the map '{paths.Key}' exists already, in {paths.First()}", "give one of them another name"));
        }

        return atlases;
    }

    private static ImmutableArray<Language> ReadLanguages(InputFiles files, SiteSettings settings, ICollection<Diagnostic> findings)
    {
        var languages = ImmutableArray.CreateBuilder<Language>();
        foreach (var (code, span) in settings.Languages)
        {
            var path = $"theme/words/{code}.yml";
            if (languages.Any(l => l.Code == code))
                findings.Add(Diagnostic.Error("EX0205", span, $"the language '{code}' is listed already", "keep one of the two"));
            else if (!files.Files.ContainsKey(path))
                findings.Add(Diagnostic.Error("EX0002", span, $"there are no words for the language '{code}'", Nearest.Of(code, NamesOf(files.In("theme/words", ".yml"))) is { } nearest ? $"did you mean '{nearest}'?" : $"add {path}; theme/words/en.yml shows what it holds"));
            else if (Language.Read(code, files.Text(path), findings) is { } language)
                languages.Add(language);
        }

        return languages.ToImmutable();
    }

    private static ImmutableSortedDictionary<string, Figure> ReadFigures(InputFiles files, ICollection<Diagnostic> findings, out bool hasUnread)
    {
        var before = findings.Count;
        var read = files.In("input/figures", ".yml", ".yaml").SelectMany(p => Figure.ReadAll(files.Text(p), findings)).ToList();
        hasUnread = findings.Skip(before).Any(f => f.Severity == Severity.Error);
        return ByName(read, f => f.Id, f => f.Span, "figure", findings);
    }

    private static ImmutableHashSet<string> NamesOf(IEnumerable<string> paths) =>
        paths.Select(p => Path.GetFileNameWithoutExtension(p)).ToImmutableHashSet(StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, T> ByName<T>(
        IEnumerable<T> things, Func<T, string> name, Func<T, SourceSpan> span, string what, ICollection<Diagnostic> findings)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var thing in things)
        {
            if (!PlainName.IsMatch(name(thing)))
                findings.Add(Diagnostic.Error("EX0207", span(thing), $"'{name(thing)}' cannot be the name of a {what}", "use small Latin letters, digits and hyphens, such as left-in-2022"));
            if (!named.TryAdd(name(thing), thing))
                findings.Add(Diagnostic.Error("EX0205", span(thing), $"the {what} '{name(thing)}' exists already, at {span(named[name(thing)])}", "give one of them another name"));
        }

        return named.ToImmutable();
    }
}
