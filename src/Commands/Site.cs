using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Checks;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Stories;

namespace Explainer.Commands;

/// <summary>The whole way from input files to output files. It touches neither disk, clock nor network, so any host can call it.</summary>
public static class Site
{
    private const string ColoursPath = "theme/colours.yml";
    private const string MarkPath = "theme/mark.yml";
    private const string FacePrefix = "theme/fonts/explainer-";
    private const string FaceEnding = ".ttf";

    // About what a photograph costs to write, as charts count it.
    private const int PhotoWeight = 1000;

    /// <summary>Builds a site. When any finding is an error there is none.</summary>
    /// <param name="input">What it is made of.</param>
    /// <param name="today">The day, by which data grow stale; null not to ask. Only findings depend on it, never a file.</param>
    /// <param name="publication">Where it is published; null for at a desk.</param>
    public static SiteBuild Build(InputFiles input, DateOnly? today = null, Publication? publication = null)
    {
        // What cannot be read would only be reported as missing.
        if (!input.Unread.IsEmpty)
            return new SiteBuild(null, input.Unread);

        // The theme does not depend on the content: it is read beside it.
        var findings = new List<Diagnostic>();
        var themeFindings = new List<Diagnostic>();
        var reading = Task.Run(() => ReadTheme(input, themeFindings));
        var content = SiteContent.Read(input, findings);
        var (theme, palette, typefaces, mark) = reading.GetAwaiter().GetResult();
        findings.AddRange(themeFindings);
        if (content is null)
            return new SiteBuild(null, [.. findings]);
        findings.AddRange(Rules.Check(content));
        if (today is { } day)
            findings.AddRange(Rules.CheckOn(day, content));
        if (!HasErrors(findings))
            findings.AddRange(Rules.CheckForUnused(content));
        Take(findings, content.Settings);
        if (typefaces is null || palette is null || mark is null || HasErrors(findings))
            return new SiteBuild(null, [.. findings]);

        var charts = Draw(content, typefaces, findings);
        Take(findings, content.Settings);
        if (HasErrors(findings))
            return new SiteBuild(null, [.. findings]);

        // Pictures do not depend on the pages: they are painted beside them.
        var pictures = new ChartPictures(charts.Values, typefaces);
        var cards = new PageCards(content, charts).All();
        ImmutableArray<Painting> paintings =
        [
            .. charts.Values.Select(c => new Painting(c.Spec.Weight, () => ChartFiles.WriteAll(c, pictures.Of(c), palette), e => CannotBeDrawn(c.Spec, e), c.Language)),
            .. PublishedPhotos.All(content).Select(p => new Painting(PhotoWeight, () => PublishedPhotos.Write(p), e => PublishedPhotos.Broken(p, e.Message))),
            .. cards.Select(c => new Painting(c.Weight, () => PageCards.Paint(c, content.Settings.Title.In(c.Language), typefaces, palette, mark), e => CannotBeDrawn(c, e))),
        ];
        var painting = Task.Run(() => SideBySide.Run(paintings, p => p.Weight, TryPaint));
        var pages = ImmutableArray<OutputFile>.Empty;
        publication ??= Publication.AtDesk;
        var writer = new PageWriter(content, theme, palette, typefaces, charts, pictures, cards, mark, publication);
        try
        {
            pages = writer.WriteAll();
        }
        catch (ThemeException e)
        {
            findings.Add(new Diagnostic("EX0502", Severity.Error, null, e.Message));
        }

        var painted = painting.GetAwaiter().GetResult();
        findings.AddRange(InLanguages(paintings.Zip(painted).SelectMany(p => p.Second.Findings.Select(f => (f, p.First.Language))), content));
        Take(findings, content.Settings);
        if (HasErrors(findings))
            return new SiteBuild(null, [.. findings]);
        var files = pages.AddRange(theme.Assets).AddRange(painted.SelectMany(p => p.Files)).AddRange(IconFiles.WriteAll(content, mark, palette));
        files = files.Add(new WebFiles(content, publication).Manifest(files));
        findings.AddRange(Rules.CheckPublished(content, new PublishedPlaces(files.ToDictionary(f => f.Path, f => f.Bytes, StringComparer.Ordinal), writer.AddressesOfPublished)));
        Take(findings, content.Settings);
        if (HasErrors(findings))
            return new SiteBuild(null, [.. findings]);
        return new SiteBuild(new FinishedSite([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)], content), [.. findings]);
    }

    // A site may take a warning for an error, or not want to hear of it.
    private static void Take(List<Diagnostic> findings, SiteSettings settings)
    {
        var taken = findings.Select(settings.Take).OfType<Diagnostic>().ToList();
        findings.Clear();
        findings.AddRange(taken);
    }

    // What is wrong with a chart in several languages alike is told once; where a site has more than one, they are named.
    private static IEnumerable<Diagnostic> InLanguages(IEnumerable<(Diagnostic Finding, Language? Language)> told, SiteContent content) =>
        from alike in told.GroupBy(t => t.Finding, t => t.Language?.Name)
        let names = alike.OfType<string>().Distinct().ToList()
        select content.Languages.Length == 1 || names.Count == 0 ? alike.Key : alike.Key with { Message = $"{alike.Key.Message}, in {string.Join(" and ", names)}" };

    private static bool HasErrors(IEnumerable<Diagnostic> findings) => findings.Any(f => f.Severity == Severity.Error);

    private static (Theme Theme, Palette? Palette, Typefaces? Typefaces, SiteMark? Mark) ReadTheme(InputFiles input, List<Diagnostic> findings)
    {
        var theme = Theme.Read(input, findings);
        var palette = ReadPalette(input, findings);
        return (theme, palette, ReadTypefaces(input, findings), palette is null ? null : ReadMark(input, palette, findings));
    }

    private static SiteMark? ReadMark(InputFiles input, Palette palette, List<Diagnostic> findings)
    {
        if (input.Files.ContainsKey(MarkPath))
            return SiteMark.Read(input.Text(MarkPath), palette, findings);
        findings.Add(new Diagnostic("EX0505", Severity.Error, null, $"the theme lacks {MarkPath}, from which the site's icons are made"));
        return null;
    }

    private static Palette? ReadPalette(InputFiles input, List<Diagnostic> findings)
    {
        if (input.Files.ContainsKey(ColoursPath))
            return Palette.Read(input.Text(ColoursPath), findings);
        findings.Add(new Diagnostic("EX0340", Severity.Error, null, $"the theme lacks {ColoursPath}, in which the colours stand"));
        return null;
    }

    private static Typefaces? ReadTypefaces(InputFiles input, List<Diagnostic> findings)
    {
        var files = input.In("theme/fonts", FaceEnding).Where(p => p.StartsWith(FacePrefix, StringComparison.Ordinal))
            .ToDictionary(p => p[FacePrefix.Length..^FaceEnding.Length], p => input.Files[p], StringComparer.Ordinal);
        foreach (var face in new[] { Typefaces.Regular, Typefaces.Semibold }.Where(f => !files.ContainsKey(f)))
        {
            findings.Add(new Diagnostic("EX0503", Severity.Error, null, $"the theme lacks {FacePrefix}{face}{FaceEnding}, in which charts are lettered"));
            return null;
        }

        try
        {
            return new Typefaces(files);
        }
        catch (InvalidDataException e)
        {
            findings.Add(new Diagnostic("EX0503", Severity.Error, null, e.Message));
            return null;
        }
    }

    // Charts do not depend on each other: they are drawn side by side, and gathered in order.
    private static Dictionary<(string Chart, string Language), DrawnChart> Draw(SiteContent content, Typefaces typefaces, List<Diagnostic> findings)
    {
        var wanted = content.Stories
            .SelectMany(s => s.ChartPlaces.Select(p => (p.Chart, s.Language)))
            .Where(w => w.Chart is not null)
            .DistinctBy(w => (w.Chart!.Id, w.Language.Code))
            .ToList();
        var drawn = SideBySide.Run([.. wanted], w => w.Chart!.Weight, w => TryDraw(w.Chart!, w.Language, typefaces));
        findings.AddRange(InLanguages(wanted.Zip(drawn).SelectMany(d => d.Second.Findings.Select(f => (f, (Language?)d.First.Language))), content));
        return drawn.Where(d => d.Chart is not null).ToDictionary(d => (d.Chart!.Spec.Id, d.Chart.Language.Code), d => d.Chart!);
    }

#pragma warning disable CA1031 // A chart that nobody thought of must not take the whole build down without saying which it was.
    private static (DrawnChart? Chart, ImmutableArray<Diagnostic> Findings) TryDraw(ChartSpec spec, Language language, Typefaces typefaces)
    {
        try
        {
            return ChartDrawer.Draw(spec, language, typefaces);
        }
        catch (Exception e)
        {
            return (null, [CannotBeDrawn(spec, e)]);
        }
    }

    private static (ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Findings) TryPaint(Painting painting)
    {
        try
        {
            return painting.Paint();
        }
        catch (Exception e)
        {
            return ([], [painting.Failed(e)]);
        }
    }
#pragma warning restore CA1031

    private static Diagnostic CannotBeDrawn(ChartSpec spec, Exception e) =>
        Diagnostic.Error("EX0900", spec.Span.Head, $"the chart '{spec.Id}' cannot be drawn: {e.Message}", "this is a fault of Explainer's, not yours; please report it with the chart's files");

    private static Diagnostic CannotBeDrawn(PageCard card, Exception e) =>
        new("EX0900", Severity.Error, null, $"the sharing card of {card.Address} cannot be painted: {e.Message}", "this is a fault of Explainer's, not yours; please report it with the page's headline");

    // A picture to be painted, about what it costs, what to say when nobody thought of it, and its language where its findings do not tell.
    private sealed record Painting(int Weight, Func<(ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Findings)> Paint, Func<Exception, Diagnostic> Failed, Language? Language = null);
}
