using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>From input files to output files, on the first story and on a small site about something else.</summary>
public sealed partial class WholeWayTests
{
    private static readonly string[] Endings = ["svg", "png", "csv", "json"];

    // Bytes that may look like anything, and the numbers, which say in a field of their own where they come from.
    private static readonly string[] Data = [".woff2", ".png", ".csv", ".json"];

    [Fact]
    public void Both_sites_build_without_a_finding()
    {
        Assert.Equal("", Sites.Print(Sites.Story));
        Assert.Equal("", Sites.Print(Sites.Sample));
    }

    [Fact]
    public void Two_maps_of_one_name_are_reported()
    {
        const string Map = """{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "w", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,1],[0,0]]]}}]}""";

        var findings = Sites.Checked(Sites.SampleInput.Adding("input/maps/towns.geojson", Map).Adding("input/maps/towns.json", Map)).Findings;

        Assert.Equal(["input/maps/towns.json:1:1 EX0205"], findings.Select(f => $"{f.Where} {f.Code}"));
    }

    [Fact]
    public void The_sample_becomes_a_page_with_its_scenes_steps_charts_and_figures()
    {
        var page = Page(Sites.Sample.Files, "rain/index.html");

        Assert.Equal(["rain-range", "rain-bars", "showers"], page.QuerySelectorAll("[data-scene]").Select(s => s.GetAttribute("data-scene")));
        Assert.Equal(["hills", "coast", "all", "all", "coast", "all", "towns", "strengths", "heavy"], page.QuerySelectorAll("[data-step]").Select(s => s.GetAttribute("data-step")));
        Assert.Equal(["drops", "rain-range", "rain-bars", "showers", "rain-line", "rain-range"], page.QuerySelectorAll("[data-chart]").Select(s => s.GetAttribute("data-chart")));
        Assert.Equal("610", page.QuerySelectorAll("a.figure")[1].TextContent);
        Assert.NotNull(page.QuerySelector("[id='page.figure.rain-alder']"));
        Assert.Contains("Dogwood & <Elm>", page.QuerySelector(".artboard.wide [data-key='name-d'] text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_carries_the_description_of_every_state_that_its_steps_call()
    {
        var scene = Page(Sites.Sample.Files, "rain/index.html").QuerySelector("[data-scene=rain-range]")!;
        var first = scene.QuerySelector("[data-alts]")!;
        var alts = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(first.GetAttribute("data-alts")!)!;

        Assert.Equal(["hills", "coast", "all"], alts.Keys.Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(alts["hills"], first.TextContent);
        Assert.Equal("Ranges of yearly rain for five towns, one without data. Highlighted: Cedar and Dogwood & <Elm>.", alts["coast"]);
        foreach (var step in scene.QuerySelectorAll("[data-step]"))
            Assert.Contains(alts[step.GetAttribute("data-step")!], step.QuerySelector(".still .sr")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_chart_that_a_story_shows_can_be_taken_away_and_every_such_link_says_of_what_it_is()
    {
        foreach (var files in new[] { Sites.Story.Files, Sites.Sample.Files })
        {
            foreach (var page in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => Page(files, f.Path)))
            {
                var language = page.DocumentElement.GetAttribute("lang");
                foreach (var chart in page.QuerySelectorAll("[data-chart]").Select(c => c.GetAttribute("data-chart")!))
                    Assert.All(Endings, e => Assert.Contains(files, f => f.Path == $"charts/{chart}.{language}.{e}"));
                foreach (var list in page.QuerySelectorAll(".downloads"))
                {
                    Assert.NotNull(list.ParentElement!.QuerySelector("details.numbers"));
                    Assert.Equal(["SVG", "PNG", "CSV", "JSON"], list.QuerySelectorAll("a[download]").Select(a => a.TextContent));
                    Assert.All(list.QuerySelectorAll("a"), a => Assert.Matches($"^(Download|Скачать) {a.TextContent}: \\S", a.GetAttribute("aria-label")));
                    Assert.All(list.QuerySelectorAll("a"), a => Assert.Contains(files, f => "/" + f.Path == a.GetAttribute("href")));
                }
            }
        }

        var story = Page(Sites.Story.Files, "ru/the-way-back/index.html");
        Assert.Equal(story.QuerySelectorAll("[data-chart]").Length, story.QuerySelectorAll(".downloads").Length);
    }

    [Theory]
    [InlineData("index.html", "/")]
    [InlineData("ru/index.html", "/ru/")]
    public void The_front_page_leads_with_the_newest_story_and_shows_what_opens_each(string path, string home)
    {
        var stories = Page(Sites.Story.Files, path).QuerySelectorAll(".stories li");

        Assert.Equal([$"{home}the-way-back/", $"{home}first-permits/"], stories.Select(s => s.QuerySelector("h2 a")!.GetAttribute("href")));
        Assert.Equal(stories.OrderByDescending(s => s.QuerySelector("time")!.GetAttribute("datetime"), StringComparer.Ordinal), stories);
        Assert.All(stories, s => Assert.NotNull(s.QuerySelector("figure [role=img][aria-label] > svg")));
        Assert.All(stories, s => Assert.NotEmpty(s.QuerySelector("figcaption")!.TextContent));
    }

    [Fact]
    public void A_title_with_letters_that_its_picture_cannot_show_is_told()
    {
        var build = Site.Build(Sites.SampleInput.With("input/charts/rain-bars.yml", text => Replace(text, "Alder and Birch lead", "Alder 漢 leads")));

        Assert.Contains("input/charts/rain-bars.yml:1:1: warning EX0315", Sites.Print(build), StringComparison.Ordinal);
        Assert.Contains("漢 in 'Alder 漢 leads'\n", Sites.Print(build), StringComparison.Ordinal);
        Assert.NotEmpty(build.Files);
    }

    [Fact]
    public void Where_a_site_has_several_languages_what_is_wrong_with_a_drawing_names_those_in_which_it_is()
    {
        const string Dry = "---\ntitle: Dry\nstandfirst: It did not rain.\npublished: 2026-01-31\n---\n\n::: chart rain-line\n:::\n";
        static InputFiles With(Func<string, string> title) => Sites.SampleInput
            .With("input/site.yml", text => Replace(text, "[en]", "[en, ru]"))
            .With("input/charts/rain-line.yml", text => title(text))
            .Adding("input/stories/dry.en.md", Dry).Adding("input/stories/dry.ru.md", Dry);
        static string[] Told(InputFiles input) => [.. Site.Build(input).Findings.Where(f => f.Code == "EX0315" && f.Where?.Source.Path == "input/charts/rain-line.yml").Select(f => f.Message)];

        Assert.EndsWith("漢 in 'A 漢 spell', in English and Русский", Assert.Single(Told(With(t => Replace(t, "title: A dry spell", "title: A 漢 spell")))), StringComparison.Ordinal);
        Assert.EndsWith("漢 in '漢', in Русский", Assert.Single(Told(With(t => Replace(t, "title: A dry spell", "title: {en: A dry spell, ru: 漢}")))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_that_reading_modes_would_leave_out_is_told()
    {
        var build = Sites.Checked(Sites.SampleInput.Adding("input/charts/share.yml", Sites.SampleInput.Text("input/charts/rain-line.yml").Content));

        Assert.Equal([("EX0324", "input/charts/share.yml:1:1")], build.Findings.Select(f => (f.Code, f.Where.ToString())));
    }

    [Fact]
    public void Nothing_but_links_names_another_host()
    {
        foreach (var file in Sites.Story.Files.Concat(Sites.Sample.Files).Where(f => !Data.Contains(Path.GetExtension(f.Path))))
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Bytes.Span);
            if (file.Path.EndsWith(".html", StringComparison.Ordinal))
            {
                var page = new HtmlParser().ParseDocument(text);
                foreach (var link in page.QuerySelectorAll("a[rel=external], a[rel=license], .prose a, script[type='application/ld+json']").ToList())
                    link.Remove();
                text = page.DocumentElement.OuterHtml;
            }

            Assert.DoesNotContain("//", NoteOrNamespace().Replace(text, ""), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_style_or_script_stands_inline_that_a_strict_policy_would_refuse()
    {
        foreach (var (_, page) in Pages())
        {
            Assert.Empty(page.QuerySelectorAll("[style], [onclick], [onload], [onerror]"));
            Assert.All(page.QuerySelectorAll("script"), s => Assert.True(s.HasAttribute("src") || s.GetAttribute("type") is "application/json" or "application/ld+json" || s.GetAttribute("type") == "module" && s.ParentElement == page.Head));
        }
    }

    [Fact]
    public void Every_step_holds_its_chart_in_its_state_for_readers_without_scripts()
    {
        foreach (var (_, page) in Pages())
        {
            foreach (var step in page.QuerySelectorAll("[data-step]"))
            {
                var still = step.QuerySelector(".still")!;
                Assert.Single(still.QuerySelectorAll("svg.artboard"));
                Assert.NotEmpty(still.QuerySelector(".sr")!.TextContent);

                // A crowd has dots and no words.
                Assert.All(still.QuerySelectorAll("svg.artboard"), svg => Assert.NotEmpty(svg.QuerySelectorAll("text, [d*=h0]")));
            }
        }
    }

    [Fact]
    public void Charts_do_not_mention_a_mark_twice_and_carry_no_machine_font()
    {
        foreach (var (_, page) in Pages())
        {
            foreach (var svg in page.QuerySelectorAll("svg.artboard"))
            {
                var keys = svg.QuerySelectorAll("[data-key]").Select(k => k.GetAttribute("data-key")).ToList();
                Assert.Equal(keys.Count, keys.Distinct().Count());
                Assert.DoesNotContain("font-family", svg.OuterHtml, StringComparison.Ordinal);
                Assert.DoesNotContain("clip", svg.OuterHtml, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_class_of_a_drawing_has_a_style()
    {
        foreach (var (_, page) in Pages().Where(p => p.Page.QuerySelector("svg.artboard") is not null))
        {
            var styles = page.QuerySelector("style")!.TextContent;
            var classes = page.QuerySelectorAll("svg [class]").SelectMany(e => e.ClassList).Distinct().ToList();
            Assert.NotEmpty(classes);
            if (page.QuerySelector("[data-scene]") is not null)
                Assert.Contains("f-ink", classes);
            Assert.All(classes, c => Assert.Matches($@"\.{Regex.Escape(c)}[^\w-]", styles));
        }
    }

    [Theory]
    [InlineData("input/stories/rain.en.md", "::: scene rain-range", "::: scene rain-ranje", "input/stories/rain.en.md:12:11: error EX0401", "did you mean 'rain-range'?")]
    [InlineData("input/stories/rain.en.md", "@coast", "@cost", "input/stories/rain.en.md:18:1: error EX0402", "did you mean 'coast'?")]
    [InlineData("input/stories/rain.en.md", "figure:rain-alder)", "figure:rain-elder)", "input/stories/rain.en.md:10:12: error EX0420", "did you mean 'rain-alder'?")]
    [InlineData("input/charts/rain-bars.yml", "value: mean", "value: maen", "input/charts/rain-bars.yml:8:24: error EX0301", "did you mean 'mean'?")]
    [InlineData("input/charts/rain-bars.yml", "colour: survey", "color: survey", "input/charts/rain-bars.yml:8:30: error EX0102", "did you mean 'colour'?")]
    [InlineData("input/charts/rain-line.yml", "domain: [0, 1000]", "domain: [0, 800]", "input/charts/rain-line.yml:5:13: error EX0311", "widen 'domain'")]
    [InlineData("input/data/rain.yml", "mean: 610", "mean: 6,10", "input/data/rain.yml:15:68: error EX0102", "")]
    [InlineData("input/data/rain.yml", "figure: rain-alder", "figure: rain-elder", "input/data/rain.yml:15:93: error EX0431", "did you mean 'rain-alder'?")]
    [InlineData("input/data/rain.yml", "of: mean", "of: maen", "input/data/rain.yml:13:30: error EX0231", "did you mean 'mean'?")]
    [InlineData("input/data/rain.yml", "of: mean", "of: low", "input/data/rain.yml:15:93: error EX0432", "its 'of' says that it is the number in 'low'")]
    [InlineData("input/charts/rain-bars.yml", "colour: survey", "colour: figure", "input/charts/rain-bars.yml:8:38: error EX0302", "")]
    [InlineData("input/charts/rain-bars.yml", "colour: survey", "label: figure", "input/charts/rain-bars.yml:8:37: error EX0302", "")]
    [InlineData("input/site.yml", "languages: [en]", "languages: [en, xx]", "input/site.yml:2:17: error EX0002", "theme/words/xx.yml")]
    [InlineData("input/site.yml", "languages: [en]", "languages: [EN]", "input/site.yml:2:13: error EX0002", "did you mean 'en'?")]
    [InlineData("input/site.yml", "languages: [en]", "languages: []", "input/site.yml:2:12: error EX0106", "list at least one")]
    public void A_mistake_is_answered_at_its_place_with_a_hint(string path, string right, string wrong, string place, string hint)
    {
        var build = Site.Build(Sites.SampleInput.With(path, text => Replace(text, right, wrong)));

        Assert.Empty(build.Files);
        Assert.Contains(place, Sites.Print(build), StringComparison.Ordinal);
        Assert.Contains(hint, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hedge_that_a_language_lacks_is_told_on_maps_too()
    {
        var build = Sites.Checked(Sites.GalleryInput
            .With("input/charts/where.yml", text => Replace(text, "label: country,", "label: country, hedge: hedge,"))
            .With("input/data/where-2024.yml", text => Replace(Replace(text, "  short: text\n", "  short: text\n  hedge: text\n"), "people: 110000}", "people: 110000, hedge: roughly}")));

        Assert.Equal(["there is no hedge 'roughly' in English", "there is no hedge 'roughly' in Русский"], build.Findings.Where(f => f.Code == "EX0424").Select(f => f.Message));
    }

    [Fact]
    public void A_failing_build_ends_with_1_and_leaves_the_last_good_site_as_it_was()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        var output = Path.Combine(folder.Path, "output");
        using var text = new StringWriter();
        Assert.Equal(0, BuildCommand.Run(new SiteFolders(folder.Path), output, isStrict: false, Publication.AtDesk, today: null, text));
        var before = TemporaryFolder.Snapshot(output);

        File.AppendAllText(Path.Combine(folder.Path, "input", "site.yml"), "titel: Typo\n");
        Assert.Equal(1, BuildCommand.Run(new SiteFolders(folder.Path), output, isStrict: false, Publication.AtDesk, today: null, text));

        Assert.Contains("input/site.yml:3:1: error EX0102", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("the last good site stays as it was", text.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Snapshot(output));
    }

    [Fact]
    public void Each_command_tells_which_file_the_disk_refuses_and_nothing_that_follows_from_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        var site = new SiteFolders(folder.Path);
        var output = Path.Combine(folder.Path, "output");
        using var text = new StringWriter { NewLine = "\n" };
        Assert.Equal(0, BuildCommand.Run(site, output, isStrict: false, Publication.AtDesk, today: null, text));
        var before = TemporaryFolder.Snapshot(output);

        using (File.Open(Path.Combine(folder.Path, "input", "data", "rain.yml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            text.GetStringBuilder().Clear();
            Assert.Equal(1, BuildCommand.Run(site, output, isStrict: false, Publication.AtDesk, today: null, text));
            Assert.StartsWith("error EX0006: input/data/rain.yml cannot be read: ", text.ToString(), StringComparison.Ordinal);
            Assert.EndsWith("Not published: 1 error, 0 warnings; the last good site stays as it was.\n", text.ToString(), StringComparison.Ordinal);

            text.GetStringBuilder().Clear();
            Assert.Equal(1, SealCommand.Run(site, [], text));
            Assert.StartsWith("error EX0006: input/data/rain.yml cannot be read: ", text.ToString(), StringComparison.Ordinal);
            Assert.EndsWith("Nothing was sealed.\n", text.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(before, TemporaryFolder.Snapshot(output));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "input", "sealed")));
    }

    [Fact]
    public async Task The_preview_goes_on_when_the_disk_refuses_a_file_and_takes_it_once_it_may()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        var path = Path.Combine(folder.Path, "input", "data", "rain.yml");
        using var ending = new CancellationTokenSource();
        var lines = new Lines();
        Task<int> serving;
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            serving = PreviewCommand.RunAsync(new SiteFolders(folder.Path), 0, () => null, lines, null, ending.Token);
            await lines.WaitForAsync("Serving ");
        }

        Assert.StartsWith("error EX0006: input/data/rain.yml cannot be read: ", lines.ToString(), StringComparison.Ordinal);
        await File.AppendAllTextAsync(path, "\n", TestContext.Current.CancellationToken);
        await lines.WaitForAsync("Built in ");
        await ending.CancelAsync();
        Assert.Equal(0, await serving);
    }

    [Fact]
    public async Task A_root_that_is_not_there_is_told_by_each_command_and_never_made()
    {
        using var folder = new TemporaryFolder();
        var site = new SiteFolders(Path.Combine(folder.Path, "typo"));
        using var text = new StringWriter { NewLine = "\n" };

        Assert.Equal(1, await PreviewCommand.RunAsync(site, 0, () => null, text, null, TestContext.Current.CancellationToken));
        Assert.StartsWith("error EX0001", text.ToString(), StringComparison.Ordinal);

        text.GetStringBuilder().Clear();
        Assert.Equal(1, SealCommand.Run(site, [], text));
        Assert.StartsWith("error EX0001", text.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("Nothing was sealed.\n", text.ToString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_folder_that_holds_something_else_is_never_replaced()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);
        using var text = new StringWriter();

        Assert.Equal(1, BuildCommand.Run(new SiteFolders(folder.Path), folder.Path, isStrict: false, Publication.AtDesk, today: null, text));

        Assert.True(File.Exists(Path.Combine(folder.Path, "input", "site.yml")));
        Assert.Contains("EX0003", text.ToString(), StringComparison.Ordinal);
    }

    private static string Replace(string text, string right, string wrong)
    {
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"the sample no longer holds '{right}'");
        return text[..at] + wrong + text[(at + right.Length)..];
    }

    private static IEnumerable<(string Path, IDocument Page)> Pages() =>
        new[] { Sites.Story.Files, Sites.Sample.Files }.SelectMany(files => files
            .Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))
            .Select(f => (f.Path, Page(files, f.Path))));

    private static IDocument Page(ImmutableArray<OutputFile> files, string path) =>
        new HtmlParser().ParseDocument(files.Text(path));

    // Notes in scripts begin with two slashes, and so do the names of XML namespaces after their scheme; a licence is a link too.
    [GeneratedRegex(@"^\s*//.*$|^  Link: <https:[^>]*>; rel=""license""$|http://www\.w3\.org/(2000/svg|1999/xlink)", RegexOptions.Multiline)]
    private static partial Regex NoteOrNamespace();
}
