using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

/// <summary>What the web expects of a site besides its pages.</summary>
public sealed class WebFilesTests
{
    private const string Address = Sites.Address;
    private static readonly string[] Required = ["headline", "description", "datePublished", "dateModified", "image", "inLanguage", "mainEntityOfPage", "author", "publisher"];
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static SiteBuild Published => Sites.Published("story");

    [Fact]
    public void The_policy_allows_of_what_is_inline_the_styles_and_the_script_of_pages_and_nothing_else()
    {
        var policy = Published.Files.Text("_headers");
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        foreach (var page in Published.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.Bytes.Span));
            Assert.All(document.QuerySelectorAll("style"), s => Assert.Matches($"; style-src [^;]*'{Hash(s.TextContent)}'", policy));
            Assert.All(document.QuerySelectorAll("script[type=module]:not([src])"), s => Assert.Matches($"; script-src 'self' '{Hash(s.TextContent)}';", policy));
        }

        static string Hash(string text) => Regex.Escape($"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}");
    }

    [Fact]
    public void The_icon_keeps_its_dark_colours_where_it_is_opened_by_itself()
    {
        var styles = XDocument.Parse(Published.Files.Text("icon.svg")).Descendants().Single(e => e.Name.LocalName == "style").Value;
        var policy = new SiteHeaders(Published.Files).Of("/icon.svg").Single(h => h.Name == "Content-Security-Policy").Value;

        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(styles)))}'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_charts_may_be_framed_however_a_host_takes_two_rules_for_a_path()
    {
        var headers = new SiteHeaders(Published.Files);
        foreach (var page in Published.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var own = headers.Of("/" + page.Path.Replace("index.html", "", StringComparison.Ordinal)).ToList();
            var policies = own.Where(h => h.Name == "Content-Security-Policy").Select(h => h.Value).ToList();
            var frames = own.Where(h => h.Name == "X-Frame-Options").Select(h => h.Value);

            // The first is whole but for frames, the last is whole. The other header counts only where no policy speaks of frames.
            Assert.Equal(2, policies.Count);
            Assert.Equal(policies[0], policies[1].Split("; frame-ancestors")[0]);
            Assert.EndsWith(IsEmbed(page.Path) ? "; frame-ancestors *" : "; frame-ancestors 'none'", policies[1], StringComparison.Ordinal);
            Assert.Equal(IsEmbed(page.Path) ? ["DENY", "ALLOWALL"] : ["DENY"], frames);
        }

        // Where a host takes the first rule, it is one that opens a chart's page and nothing else.
        var lines = Published.Files.Text("_headers").Split('\n');
        Assert.Equal(["/embed/:chart/", "/ru/embed/:chart/", "/*"], lines.Where(l => l.StartsWith('/')).Take(3));
        Assert.EndsWith("; frame-ancestors *", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[1..3], lines[4..6]);
    }

    [Fact]
    public void Each_table_and_picture_comes_with_its_licence_where_one_is_named()
    {
        const string Own = "<https://creativecommons.org/publicdomain/zero/1.0/>; rel=\"license\"";
        var input = Sites.SampleInput.With("input/data/rain.yml", text => "licence: {title: CC0, address: https://creativecommons.org/publicdomain/zero/1.0/}\n" + text);
        var headers = new SiteHeaders(Site.Build(input).Files);
        var story = new SiteHeaders(Published.Files);

        Assert.Contains(("Link", Own), headers.Of("/charts/rain-bars.en.svg"));
        Assert.Contains(("Link", Own), headers.Of("/charts/rain-bars.en.csv"));
        Assert.Contains(("Link", Own), headers.Of("/data/rain.en.csv"));
        Assert.DoesNotContain(headers.Of("/data/drops.en.csv"), h => h.Name == "Link");
        Assert.All(
            Published.Files.Where(f => f.Path.StartsWith("data/", StringComparison.Ordinal) || f.Path.StartsWith("charts/", StringComparison.Ordinal)),
            f => Assert.Single(story.Of("/" + f.Path), ("Link", "<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")));
        using var ledger = JsonDocument.Parse(Published.Files.Text("figures.json"));
        Assert.Equal("CC BY 4.0", ledger.RootElement.GetProperty("licence").GetProperty("title").GetProperty("en").GetString());
        Assert.DoesNotContain("licence", Sites.Sample.Files.Text("figures.json"), StringComparison.Ordinal);
        using var structured = JsonDocument.Parse(new HtmlParser().ParseDocument(Published.Files.Text("ru/sources/index.html")).QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.All(structured.RootElement.GetProperty("@graph").EnumerateArray(), d => Assert.Equal("https://creativecommons.org/licenses/by/4.0/", d.GetProperty("license").GetString()));
    }

    [Fact]
    public void Where_there_is_nothing_there_is_nothing_to_frame()
    {
        var headers = new SiteHeaders(Published.Files).Of("/nothing/here/").ToList();

        Assert.Contains(("X-Frame-Options", "DENY"), headers);
        Assert.DoesNotContain(headers, h => h.Value.Contains("frame-ancestors", StringComparison.Ordinal));
    }

    [Fact]
    public void What_readers_and_their_programs_take_for_a_feed_leads_to_it_in_each_language()
    {
        var lines = Published.Files.Text("_redirects").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("/feed /feed.xml 301", lines);
        Assert.Contains("/ru/rss /ru/feed.xml 301", lines);
        Assert.All(lines, line => Assert.DoesNotContain(Published.Files, f => "/" + f.Path == line.Split(' ')[0]));
        Assert.DoesNotContain(Sites.Sample.Files, f => f.Path == "_redirects");
    }

    [Fact]
    public void The_sitemap_names_every_page_once_and_each_edition_names_all_others()
    {
        var urls = XDocument.Parse(Published.Files.Text("sitemap.xml")).Descendants(Sitemaps + "url").ToList();
        var pages = Published.Files.Where(f => f.Path.EndsWith("index.html", StringComparison.Ordinal) && !IsEmbed(f.Path)).Select(f => $"{Address}/{f.Path[..^"index.html".Length]}");

        Assert.Equal(pages.Order(StringComparer.Ordinal), urls.Select(u => u.Element(Sitemaps + "loc")!.Value).Order(StringComparer.Ordinal));
        foreach (var url in urls)
        {
            var page = Page(url.Element(Sitemaps + "loc")!.Value[(Address.Length + 1)..] + "index.html");
            Assert.Equal(url.Element(Sitemaps + "loc")!.Value, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            Assert.Equal(
                url.Elements(Xhtml + "link").Select(l => (string?)l.Attribute("href")),
                page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("href")));
        }
    }

    [Fact]
    public void Each_language_has_a_feed_of_its_stories_the_newest_first()
    {
        foreach (var language in Published.Content!.Languages)
        {
            var path = language.Code == "en" ? "feed.xml" : $"{language.Code}/feed.xml";
            var feed = XDocument.Parse(Published.Files.Text(path)).Root!;
            var stories = Published.Content.Stories.Where(s => s.Language == language).ToList();

            Assert.Equal(stories.Count, feed.Elements(Atom + "entry").Count());
            Assert.Equal(feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "published")!.Value).OrderDescending(StringComparer.Ordinal), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "published")!.Value));
            Assert.All(feed.Elements(Atom + "entry"), e => Assert.NotNull(Page(e.Element(Atom + "id")!.Value[(Address.Length + 1)..] + "index.html")));
            Assert.Equal($"{Address}/{path}", (string?)feed.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "self").Attribute("href"));
        }
    }

    [Fact]
    public void A_story_says_in_the_words_of_search_engines_what_it_is()
    {
        var story = Published.Content!.Stories.First(s => s.Slug == "the-way-back");
        using var data = JsonDocument.Parse(Page("the-way-back/index.html").QuerySelector("script[type='application/ld+json']")!.TextContent);
        var article = data.RootElement.GetProperty("@graph")[0];

        Assert.Equal("NewsArticle", article.GetProperty("@type").GetString());
        Assert.All(Required, name => Assert.True(article.TryGetProperty(name, out _), name));
        Assert.Equal(story.Published.ToString("yyyy-MM-dd"), article.GetProperty("datePublished").GetString());
        Assert.Equal("BreadcrumbList", data.RootElement.GetProperty("@graph")[1].GetProperty("@type").GetString());
    }

    [Fact]
    public void Whoever_wrote_a_story_is_named_on_the_page_in_the_feed_and_in_the_words_of_search_engines()
    {
        var input = Sites.SampleInput.With("input/stories/rain.en.md", text => text.Replace("published:", "by: [Name One, Name <Two>]\npublished:", StringComparison.Ordinal));
        var files = Site.Build(input, null, new Publication(Address)).Files;
        var page = new HtmlParser().ParseDocument(files.Text("rain/index.html"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        var authors = data.RootElement.GetProperty("@graph")[0].GetProperty("author").EnumerateArray();

        Assert.StartsWith("Name One, Name <Two> ·", page.QuerySelector(".dateline")!.TextContent, StringComparison.Ordinal);
        Assert.Equal([("Person", "Name One"), ("Person", "Name <Two>")], authors.Select(a => (a.GetProperty("@type").GetString(), a.GetProperty("name").GetString())));
        Assert.Equal(["Name One", "Name <Two>"], XDocument.Parse(files.Text("feed.xml")).Root!.Element(Atom + "entry")!.Elements(Atom + "author").Select(a => a.Value));
        Assert.DoesNotContain(Sites.Sample.Content!.Settings.Title.In(Sites.Sample.Content.Languages[0]), new HtmlParser().ParseDocument(Sites.Sample.Files.Text("rain/index.html")).QuerySelector(".dateline")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_is_a_change_in_the_feed_the_sitemap_and_the_words_of_search_engines()
    {
        var input = Sites.SampleInput.Adding("input/corrections.yml", "- {date: 2026-03-09, story: rain, was: A village., now: A town.}\n");
        var files = Site.Build(input, null, new Publication(Address)).Files;
        var feed = XDocument.Parse(files.Text("feed.xml")).Root!;
        var days = XDocument.Parse(files.Text("sitemap.xml")).Descendants(Sitemaps + "url").ToDictionary(u => u.Element(Sitemaps + "loc")!.Value, u => u.Element(Sitemaps + "lastmod")?.Value);
        using var data = JsonDocument.Parse(new HtmlParser().ParseDocument(files.Text("rain/index.html")).QuerySelector("script[type='application/ld+json']")!.TextContent);
        var article = data.RootElement.GetProperty("@graph")[0];

        Assert.Equal("2026-03-09T00:00:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("2026-03-09T00:00:00Z", feed.Element(Atom + "entry")!.Element(Atom + "updated")!.Value);
        Assert.Equal("2026-01-31T00:00:00Z", feed.Element(Atom + "entry")!.Element(Atom + "published")!.Value);
        Assert.Equal(("2026-03-09", "2026-03-09"), (days[Address + "/rain/"], days[Address + "/"]));
        Assert.Equal(("2026-01-31", "2026-03-09"), (article.GetProperty("datePublished").GetString(), article.GetProperty("dateModified").GetString()));
    }

    [Fact]
    public void Every_dataset_says_enough_of_itself_for_search_engines_and_where_it_is()
    {
        foreach (var path in new[] { "sources/index.html", "ru/sources/index.html" })
        {
            using var data = JsonDocument.Parse(Page(path).QuerySelector("script[type='application/ld+json']")!.TextContent);
            foreach (var dataset in data.RootElement.GetProperty("@graph").EnumerateArray())
            {
                Assert.InRange(dataset.GetProperty("description").GetString()!.Length, 50, 5000);
                var address = dataset.GetProperty("distribution").GetProperty("contentUrl").GetString()!;
                Assert.StartsWith(Address + "/", address, StringComparison.Ordinal);
                Assert.Contains(Published.Files, f => f.Path == address[(Address.Length + 1)..]);
            }
        }
    }

    [Fact]
    public void The_manifest_holds_the_hash_of_every_other_file_and_the_commit()
    {
        using var manifest = JsonDocument.Parse(Published.Files.Text("build.json"));

        Assert.Equal("a1b2c3", manifest.RootElement.GetProperty("commit").GetString());
        Assert.Equal(
            Published.Files.Where(f => f.Path != "build.json").Select(f => (f.Path, Convert.ToHexStringLower(SHA256.HashData(f.Bytes.Span)))).Order(),
            manifest.RootElement.GetProperty("sha256").EnumerateObject().Select(p => (p.Name, p.Value.GetString()!)).Order());
    }

    [Fact]
    public void At_a_desk_nothing_names_an_absolute_address_of_the_site()
    {
        Assert.DoesNotContain(Sites.Sample.Files, f => f.Path is "sitemap.xml" || f.Path.EndsWith("feed.xml", StringComparison.Ordinal));
        Assert.Null(new HtmlParser().ParseDocument(Sites.Sample.Files.Text("rain/index.html")).QuerySelector("link[rel=canonical]"));
    }

    [Fact]
    public void A_preview_asks_search_engines_to_stay_away()
    {
        var files = Site.Build(Sites.SampleInput, null, new Publication(Address, IsHidden: true)).Files;

        Assert.Equal("User-agent: *\nDisallow: /\n", files.Text("robots.txt"));
        Assert.All(
            files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)),
            f => Assert.Contains("<meta name=\"robots\" content=\"noindex\">", Encoding.UTF8.GetString(f.Bytes.Span), StringComparison.Ordinal));
    }

    [Fact]
    public void Where_nothing_is_published_a_page_of_the_language_leads_to_each_front_page()
    {
        foreach (var (path, codes, fronts) in new[] { ("404.html", new[] { "en", "ru" }, new[] { "/", "/ru/" }), ("ru/404.html", ["ru", "en"], ["/ru/", "/"]) })
        {
            var page = Page(path);

            Assert.Equal(codes[0], page.DocumentElement.GetAttribute("lang"));
            Assert.Equal(fronts, page.QuerySelectorAll(".missing a").Select(a => a.GetAttribute("href")));
            Assert.Equal(codes, page.QuerySelectorAll(".missing").Select(d => d.GetAttribute("lang")));
            Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        }

        Assert.Equal("/ru/* /ru/404.html 404", Published.Files.Text("_redirects").Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.Equal("/ru/* /ru/404.html 404\n", Sites.Story.Files.Text("_redirects"));
    }

    [Theory]
    [InlineData("https://news.example", "https://news.example")]
    [InlineData("https://news.example/", "https://news.example")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080")]
    [InlineData("news.example", null)]
    [InlineData("ftp://news.example", null)]
    [InlineData("https://news.example/stories", null)]
    [InlineData("https://news.example/?a=b", null)]
    [InlineData("", null)]
    public void An_address_of_a_site_is_a_host_and_nothing_after_it(string given, string? address) => Assert.Equal(address, Publication.AddressOf(given));

    private static bool IsEmbed(string path) => path.StartsWith("embed/", StringComparison.Ordinal) || path.StartsWith("ru/embed/", StringComparison.Ordinal);

    private static AngleSharp.Html.Dom.IHtmlDocument Page(string path) => new HtmlParser().ParseDocument(Published.Files.Text(path));
}
