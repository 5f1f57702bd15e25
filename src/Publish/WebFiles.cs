using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What the web expects of a site besides its pages: headers, robots.txt, a sitemap, a feed for each language and what leads to it.</summary>
/// <param name="site">The site.</param>
/// <param name="publication">Where it is published: at a desk there is neither sitemap nor feed, as both need absolute addresses.</param>
public sealed class WebFiles(SiteContent site, Publication publication)
{
    private const string SitemapAddress = "/sitemap.xml";
    private static readonly string[] FeedNames = ["feed", "rss", "atom", "rss.xml", "atom.xml", "index.xml"];

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    private readonly SiteAddresses _addresses = new(site.Languages);

    /// <summary>Writes all files.</summary>
    /// <param name="styles">The styles that stand in pages and in the icon: with the scripts the only things inline that a browser is allowed.</param>
    /// <param name="scripts">The scripts that stand in pages.</param>
    public ImmutableArray<OutputFile> WriteAll(IEnumerable<string> styles, IEnumerable<string> scripts)
    {
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        files.Add(Text("_headers", Headers(styles, scripts)));
        files.Add(Text("robots.txt", Robots()));
        if (Redirects() is { Length: > 0 } redirects)
            files.Add(Text("_redirects", redirects));
        if (publication.Address is not null)
        {
            files.Add(Xml(SitemapAddress.TrimStart('/'), Sitemap()));
            foreach (var language in site.Languages)
                files.Add(Xml(FeedPath(language).TrimStart('/'), Feed(language)));
        }

        return files.ToImmutable();
    }

    /// <summary>The path of a language's feed.</summary>
    public string FeedPath(Language language) => _addresses.Front(language) + "feed.xml";

    /// <summary>Where there is something only when the site's address is known: the sitemap, the feeds and what leads to them.</summary>
    public IEnumerable<string> AddressesOfPublished =>
        [SitemapAddress, .. site.Languages.Select(FeedPath), .. site.Languages.SelectMany(WaysToFeed)];

    /// <summary>The sha256 of every file, so that anybody can see whether a site is what was built.</summary>
    public OutputFile Manifest(IEnumerable<OutputFile> files)
    {
        var hashes = new JsonObject();
        foreach (var file in files.OrderBy(f => f.Path, StringComparer.Ordinal))
            hashes[file.Path] = Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        return Text("build.json", new JsonObject { ["commit"] = publication.Commit, ["sha256"] = hashes }.ToJsonString(new() { WriteIndented = true }) + "\n");
    }

    // What is computed: the rest of the headers stands in netlify.toml. Nothing can be framed but embedded charts, at addresses
    // where there is nothing either: X-Frame-Options says so of all, and counts for nothing where a policy names frame-ancestors.
    // How a host takes two rules that name one header for a path is not said anywhere (Netlify's tool takes the last), so that
    // charts' policies are the first and the last, under two patterns; where a host joins them, they add up to the same.
    private string Headers(IEnumerable<string> styles, IEnumerable<string> scripts)
    {
        var policy = $"default-src 'none'; script-src 'self'{Hashes(scripts)}; style-src 'self'{Hashes(styles)}; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";
        var open = $"  Content-Security-Policy: {policy}; frame-ancestors *\n  X-Frame-Options: ALLOWALL\n";
        var text = new StringBuilder();
        foreach (var language in site.Languages)
            text.Append(CultureInfo.InvariantCulture, $"{_addresses.Of(language, SitePages.Embeds)}:chart/\n{open}");
        text.Append(CultureInfo.InvariantCulture, $"/*\n  Content-Security-Policy: {policy}\n  X-Frame-Options: DENY\n");
        foreach (var path in new PageIndex(site).Editions.SelectMany(e => e).SelectMany(page => PathsOf(page.Address)).Concat(site.Languages.Select(_addresses.Missing)))
            text.Append(CultureInfo.InvariantCulture, $"{path}\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n");
        foreach (var (path, licence) in Licensed())
            text.Append(CultureInfo.InvariantCulture, $"/{path}\n  Link: <{licence}>; rel=\"license\"\n");
        foreach (var language in site.Languages)
            text.Append(CultureInfo.InvariantCulture, $"{_addresses.Of(language, SitePages.Embeds)}*\n{open}  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin\n");
        return text.ToString();
    }

    private static string Hashes(IEnumerable<string> texts) =>
        string.Concat(texts.Where(text => text.Length > 0).Select(text => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'"));

    // Neither tables nor pictures can name their licence themselves.
    private IEnumerable<(string Path, string Licence)> Licensed() =>
        from language in site.Languages
        from file in site.ChartsIn(language).SelectMany(c => ChartFiles.Endings, (c, ending) => (Path: ChartFiles.PathOf(c.Id, language, ending), c.Data))
            .Concat(site.DatasetsIn(language).Select(data => (Path: DataFiles.PathOf(data, language), Data: data)))
        let licence = site.LicenceOf(file.Data)?.Address
        where licence is not null
        select (file.Path, licence);

    // A front page has the others below it.
    private IEnumerable<string> PathsOf(string address) =>
        site.Languages.Any(l => _addresses.Front(l) == address) ? [address, address + "index.html"] : [address + "*"];

    // Where readers and their programs look for a feed; no story stands there. Hosts find the page of the first language for what
    // is missing by themselves, and take the first rule that fits.
    private string Redirects() => string.Concat(
        (publication.Address is null ? [] : site.Languages.SelectMany(WaysToFeed, (language, way) => $"{way} {FeedPath(language)} 301\n"))
        .Concat(site.Languages.Skip(1).Select(language => $"{_addresses.Front(language)}* {_addresses.Missing(language)} 404\n")));

    private IEnumerable<string> WaysToFeed(Language language) =>
        FeedNames.Where(name => site.Stories.All(s => s.Slug != name)).Select(name => _addresses.Front(language) + name);

    private string Robots() =>
        publication.IsHidden ? "User-agent: *\nDisallow: /\n"
        : publication.Of(SitemapAddress) is { } sitemap ? $"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"
        : "User-agent: *\nAllow: /\n";

    private XElement Sitemap() =>
        new(Sitemaps + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), new PageIndex(site).Editions.SelectMany(editions => editions.Select(page => new XElement(
            Sitemaps + "url",
            new XElement(Sitemaps + "loc", publication.Of(page.Address)),
            page.Changed is { } day ? new XElement(Sitemaps + "lastmod", Day(day)) : null,
            editions.Length < 2 ? null : editions.Select(e => new XElement(Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", e.Language.Code), new XAttribute("href", publication.Of(e.Address)!)))))));

    private XElement Feed(Language language)
    {
        var stories = site.NewestFirst(language).ToList();
        var home = publication.Of(_addresses.Front(language))!;
        return new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", language.Code),
            new XElement(Atom + "id", home),
            new XElement(Atom + "title", site.Settings.Title.In(language)),
            site.Settings.Description is { } words ? new XElement(Atom + "subtitle", words.In(language)) : null,
            new XElement(Atom + "updated", Moment(stories.Select(site.ChangedOn).DefaultIfEmpty(DateOnly.FromDateTime(DateTime.UnixEpoch)).Max())),
            Author(site.Settings.Title.In(language)),
            Link("self", "application/atom+xml", publication.Of(FeedPath(language))!),
            Link("alternate", "text/html", home),
            stories.Select(s => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", publication.Of(_addresses.Of(language, s.Slug))),
                new XElement(Atom + "title", s.Title),
                new XElement(Atom + "published", Moment(s.Published)),
                new XElement(Atom + "updated", Moment(site.ChangedOn(s))),
                s.Authors.Select(Author),
                Link("alternate", "text/html", publication.Of(_addresses.Of(language, s.Slug))!),
                new XElement(Atom + "summary", s.Standfirst))));
    }

    private static XElement Author(string name) => new(Atom + "author", new XElement(Atom + "name", name));

    private static XElement Link(string relation, string type, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("type", type), new XAttribute("href", address));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly day) => Day(day) + "T00:00:00Z";

    private static OutputFile Xml(string path, XElement root) => Text(path, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root + "\n");

    private static OutputFile Text(string path, string text) => new(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
