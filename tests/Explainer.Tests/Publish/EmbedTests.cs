using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.PublishTests;

/// <summary>Charts in pages of others: what their pages, oEmbed, the code and the files beside them say.</summary>
public sealed class EmbedTests
{
    private static SiteBuild Published => Sites.Published("story");

    [Fact]
    public void Every_chart_that_a_story_shows_has_a_page_in_its_language_that_search_engines_leave_to_the_story()
    {
        foreach (var language in Published.Content!.Languages)
        {
            foreach (var chart in Published.Content.ChartsIn(language))
            {
                var page = Page(Published.Files, $"{(language.Code == "en" ? "" : language.Code + "/")}embed/{chart.Id}/index.html");
                Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
                Assert.DoesNotContain("/embed/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
                Assert.Equal(Sites.Address + page.QuerySelector(".embed-foot a")!.GetAttribute("href"), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
                Assert.Equal(language.Code, page.DocumentElement.GetAttribute("lang"));
                Assert.NotEmpty(page.QuerySelectorAll("svg.artboard > g"));
            }
        }
    }

    [Fact]
    public void Its_buttons_are_the_states_of_the_story_in_the_order_of_its_steps_each_once()
    {
        var story = Page(Published.Files, "the-way-back/index.html");
        foreach (var scene in story.QuerySelectorAll("[data-scene]").Select(s => s.GetAttribute("data-scene")!).Where(n => !n.Contains('_', StringComparison.Ordinal)))
        {
            var steps = story.QuerySelectorAll("[data-scene]").Where(s => s.GetAttribute("data-scene")!.Split('_')[0] == scene).SelectMany(s => s.QuerySelectorAll("[data-step]")).Select(s => s.GetAttribute("data-step")!).Distinct().ToList();
            var page = Page(Published.Files, $"embed/{scene}/index.html");
            Assert.Equal(steps.Count > 1 ? steps : [], page.QuerySelectorAll(".states button").Select(b => b.GetAttribute("value")!));
            Assert.Equal(steps[0], page.QuerySelector("[data-chart]")!.GetAttribute("data-state"));
            Assert.EndsWith($"/the-way-back/#{scene}.1", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void OEmbed_says_what_its_specification_asks_of_what_is_rich()
    {
        var path = Page(Published.Files, "ru/embed/where/index.html").QuerySelector("link[type='application/json+oembed']")!.GetAttribute("href")!;
        using var answer = JsonDocument.Parse(Published.Files.Text(path[(Sites.Address.Length + 1)..]));
        var root = answer.RootElement;
        var frame = (IHtmlInlineFrameElement)new HtmlParser().ParseDocument(root.GetProperty("html").GetString()!).QuerySelector("iframe")!;

        Assert.Equal("1.0", root.GetProperty("version").GetString());
        Assert.Equal("rich", root.GetProperty("type").GetString());
        Assert.Equal("Explainer", root.GetProperty("provider_name").GetString());
        Assert.Equal(Sites.Address + "/ru/", root.GetProperty("provider_url").GetString());
        Assert.Equal(frame.GetAttribute("title"), root.GetProperty("title").GetString());
        Assert.Equal(Sites.Address + "/ru/embed/where/", frame.GetAttribute("src"));
        Assert.InRange(root.GetProperty("height").GetInt32(), 200, int.Parse(frame.GetAttribute("height")!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(600, root.GetProperty("width").GetInt32());
    }

    [Fact]
    public void OEmbed_names_a_picture_of_the_chart_at_its_size()
    {
        foreach (var file in Published.Files.Where(f => f.Path.EndsWith("oembed.json", StringComparison.Ordinal)))
        {
            using var answer = JsonDocument.Parse(Published.Files.Text(file.Path));
            var address = answer.RootElement.GetProperty("thumbnail_url").GetString()!;
            using var picture = SKBitmap.Decode(Published.Files.Single(f => f.Path == address[(Sites.Address.Length + 1)..]).Bytes.Span);

            Assert.Equal((picture.Width, picture.Height), (answer.RootElement.GetProperty("thumbnail_width").GetInt32(), answer.RootElement.GetProperty("thumbnail_height").GetInt32()));
        }
    }

    [Fact]
    public void The_code_under_a_chart_is_that_of_oEmbed()
    {
        using var answer = JsonDocument.Parse(Published.Files.Text("embed/left/oembed.json"));
        Assert.Contains(answer.RootElement.GetProperty("html").GetString(), Page(Published.Files, "the-way-back/index.html").QuerySelectorAll("textarea").Select(t => t.TextContent));
    }

    [Fact]
    public void Without_the_address_of_the_site_there_is_no_code_and_no_oEmbed_but_a_page_and_a_citation()
    {
        var story = Page(Sites.Sample.Files, "rain/index.html");
        Assert.Empty(story.QuerySelectorAll("textarea"));
        Assert.NotEmpty(story.QuerySelectorAll(".share"));
        Assert.DoesNotContain(Sites.Sample.Files, f => f.Path.EndsWith("oembed.json", StringComparison.Ordinal));
        Assert.Null(Page(Sites.Sample.Files, "embed/showers/index.html").QuerySelector("link[rel=canonical], link[type='application/json+oembed']"));
    }

    [Fact]
    public void A_chart_in_two_stories_leads_to_the_newer_one()
    {
        var older = Sites.SampleInput.Text("input/stories/rain.en.md").Content;
        var published = older.Split("published: ")[1].Split('\n')[0];
        var files = Site.Build(Sites.SampleInput.Adding("input/stories/again.en.md", older.Replace(published, "2031-01-01", StringComparison.Ordinal)), null, new Publication(Sites.Address)).Files;

        Assert.All(files.Where(f => f.Path.StartsWith("embed/", StringComparison.Ordinal) && f.Path.EndsWith(".html", StringComparison.Ordinal)), f => Assert.StartsWith("/again/", Page(files, f.Path).QuerySelector(".embed-foot a")!.GetAttribute("href")!, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_title_holds_breaks_neither_the_code_nor_the_page()
    {
        const string Title = "A \"quoted\" & <b>bold</b> finding";
        var input = Sites.SampleInput.With("input/charts/showers.yml", text => System.Text.RegularExpressions.Regex.Replace(text, "^title:.*$", $"title: '{Title}'", System.Text.RegularExpressions.RegexOptions.Multiline));
        var files = Site.Build(input, null, new Publication(Sites.Address)).Files;
        using var answer = JsonDocument.Parse(files.Text("embed/showers/oembed.json"));
        var code = answer.RootElement.GetProperty("html").GetString()!;

        Assert.Equal(Title, new HtmlParser().ParseDocument(code).QuerySelector("iframe")!.GetAttribute("title"));
        Assert.Contains(code, Page(files, "rain/index.html").QuerySelectorAll("textarea").Select(t => t.TextContent));
    }

    [Fact]
    public void The_numbers_as_JSON_say_where_they_come_from_how_to_cite_them_and_under_which_licence()
    {
        using var file = JsonDocument.Parse(Published.Files.Text("charts/where.en.json"));
        var root = file.RootElement;
        var data = Published.Content!.Datasets["where"];

        Assert.Equal(data.Rows.Length, root.GetProperty("rows").GetArrayLength());
        Assert.Equal(110000, root.GetProperty("rows")[0].GetProperty("people").GetDouble());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("rows")[data.Rows.Length - 1].GetProperty("people").ValueKind);
        Assert.Equal("people", root.GetProperty("fields").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "people").GetProperty("unit").GetString());
        Assert.Equal(data.Provenance.Addresses, root.GetProperty("data").GetProperty("sources").EnumerateArray().Select(s => s.GetString()!));
        Assert.Equal("estimate", root.GetProperty("data").GetProperty("kind").GetString());
        Assert.Equal("CC BY 4.0", root.GetProperty("licence").GetProperty("title").GetString());
        using var unlicensed = JsonDocument.Parse(Sites.Published("sample").Files.Text("charts/rain-bars.en.json"));
        Assert.False(unlicensed.RootElement.TryGetProperty("licence", out _));
        Assert.Equal(
            $"The Bell, from data of almost 70 countries: “{root.GetProperty("title").GetString()}”, mid 2024. Explainer, 2026. {Sites.Address}/the-way-back/#where.1",
            root.GetProperty("citation").GetString());
        using var gathered = JsonDocument.Parse(Published.Files.Text("charts/left.en.json"));
        Assert.StartsWith("“", gathered.RootElement.GetProperty("citation").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_may_have_a_licence_of_its_own_and_else_has_that_of_the_site_where_it_names_one()
    {
        var input = Sites.SampleInput.With("input/data/rain.yml", text => "licence: {title: CC BY 4.0, address: https://creativecommons.org/licenses/by/4.0/}\n" + text);
        var shares = Licences(input);

        Assert.Contains("CC BY 4.0", shares);
        Assert.Contains(null, shares);
        Assert.Equal(
            shares.Select(s => s ?? "CC0"),
            Licences(input.With("input/site.yml", text => text + "licence: {title: CC0, address: https://creativecommons.org/publicdomain/zero/1.0/}\n")));

        static List<string?> Licences(InputFiles input) =>
            [.. Page(Site.Build(input).Files, "rain/index.html").QuerySelectorAll(".share").Select(s => s.QuerySelector("a[rel=license]")?.TextContent)];
    }

    [Fact]
    public void A_licence_leads_to_a_web_address()
    {
        var build = Site.Build(Sites.SampleInput.With("input/site.yml", text => text + "licence: {title: Free, address: somewhere}\n"));

        Assert.Contains("EX0108", Sites.Print(build), StringComparison.Ordinal);
        Assert.Empty(build.Files);
    }

    [Fact]
    public void No_story_can_take_the_place_of_the_charts()
    {
        var build = Site.Build(Sites.SampleInput.Adding("input/stories/embed.en.md", Sites.SampleInput.Text("input/stories/rain.en.md").Content));

        Assert.Contains(build.Findings, f => f.Code == "EX0415");
    }

    private static IHtmlDocument Page(ImmutableArray<OutputFile> files, string path) => new HtmlParser().ParseDocument(files.Text(path));
}
