using System.Collections.Immutable;
using System.Text;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>Nothing that a published site names is missing from it.</summary>
public sealed class LinkTests
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head>
        <title>A page</title>
        <link rel="canonical" href="https://news.example/a/">
        <link rel="alternate" hreflang="en" href="https://news.example/a/">
        <link rel="alternate" hreflang="ru" href="https://news.example/ru/a/">
        <meta property="og:image" content="https://news.example/card.png">
        <link rel="preload" as="image" imagesrcset="/card.png 1x, /card.png 2x" href="/card.png">
        <link rel="stylesheet" href="/site.css">
        <style>p { background: url("/card.png"); fill: url("#hatch") }</style>
        <script type="module" src="/site.js"></script>
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"A","datePublished":"2026-01-01","inLanguage":"en","author":{"@type":"Organization","name":"Desk"},"publisher":{"@type":"Organization","name":"Desk"},"mainEntityOfPage":"https://news.example/a/"},{"@type":"Dataset","name":"B","description":"C","creator":{"@type":"Organization","name":"Desk"},"distribution":{"@type":"DataDownload","contentUrl":"/card.png","encodingFormat":"image/png"}}]}</script>
        </head>
        <body>
        <h1 id="title">A page</h1>
        <p id="words" aria-labelledby="title" data-drawing="/card.png">See <a href="#title">above</a>, <a href="../ru/a/#top">the other</a>, <a href="https://elsewhere.example/nothing">elsewhere</a> and <a href="mailto:desk@news.example">write</a>.</p>
        <img src="/card.png" srcset="/card.png 1x" alt="">
        </body>
        </html>
        """;

    public static TheoryData<string> Names => ["story", "sample", "gallery"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_address_and_every_id_that_a_site_names_is_there(string name)
    {
        var checker = LinkChecker.Check(Sites.Published(name).Files, Sites.Address);

        Assert.Empty(checker.Faults);
        Assert.True(checker.Pages > 4 && checker.Followed > 20 * checker.Pages, $"{checker.Pages} pages and {checker.Followed} addresses were too few to prove anything");
    }

    [Fact]
    public void A_small_site_that_is_whole_has_no_fault() => Assert.Empty(LinkChecker.Check(Small(Page), Sites.Address).Faults);

    [Theory]
    [InlineData("href=\"#title\"", "href=\"#titel\"", "a/index.html: href leads to no id: #titel")]
    [InlineData("../ru/a/#top", "../ru/a/#bottom", "a/index.html: href leads to no id: ../ru/a/#bottom")]
    [InlineData("../ru/a/#top", "/ru/b/", "a/index.html: href leads to no file: /ru/b/")]
    [InlineData("../ru/a/#top", "https://news.example/ru/b/", "a/index.html: href leads to no file: https://news.example/ru/b/")]
    [InlineData("../ru/a/#top", "", "a/index.html: href holds no address: ''")]
    [InlineData("../ru/a/#top", "javascript:void(0)", "a/index.html: href leads elsewhere than to the web: javascript:void(0)")]
    [InlineData("id=\"words\"", "id=\"title\"", "a/index.html: the id 'title' stands 2 times")]
    [InlineData("aria-labelledby=\"title\"", "aria-labelledby=\"titel\"", "a/index.html: aria-labelledby names the id 'titel', which is not there")]
    [InlineData("<img src=\"/card.png\"", "<img src=\"/cart.png\"", "a/index.html: src leads to no file: /cart.png")]
    [InlineData("srcset=\"/card.png 1x\"", "srcset=\"/card.png 1x, /large.png 2x\"", "a/index.html: srcset leads to no file: /large.png")]
    [InlineData("imagesrcset=\"/card.png 1x", "imagesrcset=\"/cart.png 1x", "a/index.html: imagesrcset leads to no file: /cart.png")]
    [InlineData("src=\"/site.js\"", "src=\"/old.js\"", "a/index.html: src leads to no file: /old.js")]
    [InlineData("href=\"/site.css\"", "href=\"/old.css\"", "a/index.html: href leads to no file: /old.css")]
    [InlineData("url(\"/card.png\")", "url(/cart.png)", "a/index.html: url() leads to no file: /cart.png")]
    [InlineData("data-drawing=\"/card.png\"", "data-drawing=\"/cart.svg\"", "a/index.html: data-drawing leads to no file: /cart.svg")]
    [InlineData("content=\"https://news.example/card.png\"", "content=\"https://news.example/cart.png\"", "a/index.html: og:image leads to no file: https://news.example/cart.png")]
    [InlineData("content=\"https://news.example/card.png\"", "content=\"/card.png\"", "a/index.html: og:image is no absolute address: /card.png")]
    [InlineData("rel=\"canonical\" href=\"https://news.example/a/\"", "rel=\"canonical\" href=\"https://news.example/ru/a/\"", "a/index.html: its canonical address is https://news.example/ru/a/ and not https://news.example/a/")]
    [InlineData("<link rel=\"canonical\" href=\"https://news.example/a/\">", "", "a/index.html: its canonical address is nowhere and not https://news.example/a/")]
    [InlineData("<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example/a/\">", "", "a/index.html: hreflang does not name the page itself")]
    [InlineData("hreflang=\"ru\"", "hreflang=\"de\"", "a/index.html: hreflang says that https://news.example/ru/a/ is in 'de'")]
    [InlineData("<link rel=\"alternate\" hreflang=\"ru\" href=\"https://news.example/ru/a/\">", "", "ru/a/index.html: hreflang: https://news.example/a/ does not name the same editions in return")]
    [InlineData("{\"@graph\":[", "{\"@graph\":[,", "a/index.html: JSON-LD is no JSON: ")]
    [InlineData("\"headline\":\"A\",", "", "a/index.html: JSON-LD: a NewsArticle lacks headline")]
    [InlineData("\"creator\":{\"@type\":\"Organization\",\"name\":\"Desk\"},", "", "a/index.html: JSON-LD: a Dataset lacks license or creator")]
    [InlineData("\"contentUrl\":\"/card.png\"", "\"contentUrl\":\"/cart.csv\"", "a/index.html: JSON-LD contentUrl leads to no file: /cart.csv")]
    public void A_page_that_names_what_is_not_there_is_told(string right, string wrong, string fault)
    {
        Assert.Contains(right, Page, StringComparison.Ordinal);

        Assert.Contains(LinkChecker.Check(Small(Page.Replace(right, wrong, StringComparison.Ordinal)), Sites.Address).Faults, f => f.StartsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sitemap.xml", "<urlset><url><loc>https://news.example/b/</loc></url></urlset>", "sitemap.xml: loc leads to no file: https://news.example/b/")]
    [InlineData("feed.xml", "<feed><entry><id>https://news.example/b/</id></entry></feed>", "feed.xml: id leads to no file: https://news.example/b/")]
    [InlineData("feed.xml", "<feed><entry><link href=\"https://news.example/b/\"/></entry></feed>", "feed.xml: link leads to no file: https://news.example/b/")]
    [InlineData("robots.txt", "User-agent: *\nSitemap: https://news.example/sitemap.xml\n", "robots.txt: Sitemap leads to no file: https://news.example/sitemap.xml")]
    [InlineData("site.css", "p { src: url('font.woff2') }", "site.css: url() leads to no file: font.woff2")]
    [InlineData("site.js", "import { a } from \"./other.js\";", "site.js: import leads to no file: ./other.js")]
    [InlineData("site.js", "const late = await import(\"./late.js\");", "site.js: import leads to no file: ./late.js")]
    [InlineData("site.webmanifest", "{\"icons\":[{\"src\":\"/icon.png\"}]}", "site.webmanifest: manifest src leads to no file: /icon.png")]
    [InlineData("oembed.json", "{\"provider_url\":\"https://news.example/a/\",\"html\":\"<iframe src='https://news.example/b/'></iframe>\"}", "oembed.json: oEmbed iframe leads to no file: https://news.example/b/")]
    [InlineData("_redirects", "/old/ /b/ 301\n", "_redirects: redirect leads to no file: /b/")]
    public void A_file_beside_the_pages_that_names_what_is_not_there_is_told(string path, string text, string fault) =>
        Assert.Contains(fault, LinkChecker.Check([.. Small(Page).Where(f => f.Path != path), File(path, text)], Sites.Address).Faults);

    private static ImmutableArray<OutputFile> Small(string page) =>
    [
        File("a/index.html", page),
        File("ru/a/index.html", """
            <!doctype html>
            <html lang="ru">
            <head>
            <title>Страница</title>
            <link rel="canonical" href="https://news.example/ru/a/">
            <link rel="alternate" hreflang="en" href="https://news.example/a/">
            <link rel="alternate" hreflang="ru" href="https://news.example/ru/a/">
            </head>
            <body id="top"></body>
            </html>
            """),
        File("card.png", ""),
        File("site.css", "p { color: black }"),
        File("site.js", "export const a = 1;"),
    ];

    private static OutputFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));
}
