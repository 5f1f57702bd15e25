using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Reads <c>input/stories/SLUG.LANGUAGE.md</c>: front matter, then prose with its scenes.</summary>
public static class StoryReader
{
    private static readonly Regex FileName = new(@"^(?<slug>[a-z0-9]+(-[a-z0-9]+)*)\.(?<language>[A-Za-z]{2,3}(-[A-Za-z0-9]+)*)\.md$");
    private static readonly Regex FrontMatter = new(@"\A\s*?---[ \t]*\r?\n(?<yaml>.*?)(?<=\n)---[ \t]*(\r?\n|\z)", RegexOptions.Singleline);

    /// <summary>Reads one story; null, with findings, when it has no usable front matter.</summary>
    public static Story? Read(
        SourceText source,
        IReadOnlyDictionary<string, Language> languages,
        IReadOnlyDictionary<string, Figure> figures,
        IReadOnlyDictionary<string, ChartSpec> charts,
        IReadOnlyDictionary<string, BlockSpec> blocks,
        ICollection<Diagnostic> findings,
        IReadOnlyDictionary<string, Photo>? photos = null)
    {
        var start = source.Span(0, Math.Min(3, source.Content.Length));
        var name = FileName.Match(Path.GetFileName(source.Path));
        if (!name.Success)
        {
            findings.Add(Diagnostic.Error("EX0412", start, "a story's file is named SLUG.LANGUAGE.md", "such as the-way-back.en.md, in small Latin letters, digits and hyphens"));
            return null;
        }

        if (!languages.TryGetValue(name.Groups["language"].Value, out var language))
        {
            findings.Add(Diagnostic.Error("EX0413", start, $"this file's name says that it is in '{name.Groups["language"].Value}', which is not a language of the site", Nearest.Hint(name.Groups["language"].Value, [.. languages.Keys])));
            return null;
        }

        var slug = name.Groups["slug"].Value;
        if (languages.ContainsKey(slug) || slug == SitePages.Embeds || SitePages.All.Contains(slug))
        {
            findings.Add(Diagnostic.Error("EX0415", start, $"a story cannot be called '{slug}': that address is {(languages.ContainsKey(slug) ? "the front page of a language" : "a page of the site")}", "give the file another name"));
            return null;
        }

        var frontMatter = FrontMatter.Match(source.Content);
        if (!frontMatter.Success)
        {
            findings.Add(source.Content.TrimStart().StartsWith("---", StringComparison.Ordinal)
                ? Diagnostic.Error("EX0414", start, "the front matter is never closed", "put a line of three dashes after its last key")
                : Diagnostic.Error("EX0414", start, "a story begins with its front matter", "put a line of three dashes before the title and another after the last key"));
            return null;
        }

        var yaml = frontMatter.Groups["yaml"];
        if (MapReader.OfPart(source, yaml.Index, yaml.Index + yaml.Length, "the front matter", findings) is not { } map)
            return null;

        var titleScalar = map.RequiredScalar("title");
        var title = Words(titleScalar);
        var headlineScalar = map.Scalar("headline");
        var headline = headlineScalar is null ? title : Words(headlineScalar);
        var standfirst = Words(map.RequiredScalar("standfirst"));
        var authors = map.Texts("by").Where(name => !string.IsNullOrWhiteSpace(name));
        map.RequiredNode("published");
        var published = map.Date("published");
        var opening = map.Scalar("opening") is { } scalar ? Place(new Name(scalar.Value, scalar.Span), charts) : null;
        var waivers = Waiver.ReadAll(map);
        map.Finish();
        if (published is null)
            return null;

        var document = new ProseReader(figures, language, photos).Read(source, frontMatter.Length, findings);
        var written = (headlineScalar ?? titleScalar) is { } line ? new HeadlineReader(figures, language).Read(headline.Text, line.Span, findings) : new Headline("", []);
        var opened = new[] { title, standfirst }.Concat(headlineScalar is null ? [] : [headline]).ToList();
        var around = string.Join("\n", opened.Select(t => t.Text));
        var finder = new BareNumberFinder(language);
        ImmutableArray<FigureMention> mentions = [.. opened.SelectMany(t => BoundMentions.Of(t, around)), .. document.Mentions];
        var parts = document.Blocks.Select(b => Part(b, charts, blocks)).ToImmutableArray();
        return new Story(
            slug,
            language,
            title.Text,
            written.Html,
            written.Lines,
            standfirst.Text,
            published.Value,
            opening,
            parts,
            [.. mentions.Select(m => m.Figure), .. parts.OfType<BlockPlace>().SelectMany(p => p.Block?.Figures ?? []).Select(f => f.Id)],
            mentions,
            [.. opened.SelectMany(t => finder.Find(t)), .. document.BareNumbers],
            waivers,
            document.Headings,
            document.Words,
            source)
        {
            PublishedAt = map.Node("published")!.Span,
            Authors = [.. authors],
            Photos = document.Photos,
            Links = document.Links,
        };

        BoundText Words(YamlScalar? scalar) => scalar is null ? BoundText.Empty : BoundText.Read(scalar, findings);
    }

    private static StoryPart Part(ProseBlock block, IReadOnlyDictionary<string, ChartSpec> charts, IReadOnlyDictionary<string, BlockSpec> blocks)
    {
        switch (block)
        {
            case SceneBlock scene:
                var place = Place(scene.Chart, charts);
                return new Scene(place, [.. scene.Steps.Select(s => new Step(s.State, place.Chart?.State(s.State.Value), s.Html))]);
            case ChartBlock chart:
                return new PlainChart(Place(chart.Chart, charts));
            case PlacedBlock placed:
                return new BlockPlace(placed.Type, placed.Block, blocks.GetValueOrDefault(placed.Block.Value));
            default:
                return new Passage(((TextBlock)block).Html);
        }
    }

    private static ChartPlace Place(Name name, IReadOnlyDictionary<string, ChartSpec> charts) => new(name, charts.GetValueOrDefault(name.Value));
}
