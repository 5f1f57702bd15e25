using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Publish;

namespace Explainer.Tests.Support;

/// <summary>
/// Follows every address that a site's files give to files of the same site, and every name of an id. It knows nothing of
/// how a site is written: what it says is true of the files alone.
/// </summary>
internal sealed partial class LinkChecker
{
    private static readonly string[] NamesOfIds = ["for", "list", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "aria-flowto", "aria-activedescendant"];
    private static readonly string[] Addresses = ["href", "src", "poster", "action", "formaction", "cite", "xlink:href"];
    private static readonly string[] Sets = ["srcset", "imagesrcset"];
    private static readonly string[] StructuredAddresses = ["@id", "url", "item", "image", "logo", "contentUrl", "mainEntityOfPage", "src", "start_url", "scope"];

    private static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["NewsArticle"] = ["headline", "datePublished", "inLanguage", "author", "publisher", "mainEntityOfPage"],
        ["BreadcrumbList"] = ["itemListElement"],
        ["ListItem"] = ["position", "name", "item"],
        ["Dataset"] = ["name", "description", "distribution", "license|creator"],
        ["DataDownload"] = ["contentUrl", "encodingFormat"],
        ["Organization"] = ["name"],
    };

    private readonly ImmutableDictionary<string, string> _texts;
    private readonly ImmutableDictionary<string, IDocument> _pages;
    private readonly ImmutableDictionary<string, ImmutableHashSet<string>> _ids;
    private readonly ImmutableHashSet<string> _files;
    private readonly Uri _root;
    private readonly List<string> _faults = [];

    private LinkChecker(IReadOnlyCollection<OutputFile> files, string address)
    {
        _root = new Uri(address + "/");
        _files = files.Select(f => f.Path).ToImmutableHashSet(StringComparer.Ordinal);
        _texts = files.Where(f => IsText(f.Path)).ToImmutableDictionary(f => f.Path, f => System.Text.Encoding.UTF8.GetString(f.Bytes.Span), StringComparer.Ordinal);
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false });
        _pages = _texts.Where(t => t.Key.EndsWith(".html", StringComparison.Ordinal)).ToImmutableDictionary(t => t.Key, t => (IDocument)parser.ParseDocument(t.Value), StringComparer.Ordinal);
        _ids = _pages.ToImmutableDictionary(p => p.Key, p => p.Value.All.Select(e => e.Id).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What is wrong, each fault with its file.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>How many pages were read.</summary>
    public int Pages => _pages.Count;

    /// <summary>How many addresses within the site were followed.</summary>
    public int Followed { get; private set; }

    /// <summary>Checks a site that was built for an address.</summary>
    public static LinkChecker Check(IReadOnlyCollection<OutputFile> files, string address)
    {
        var checker = new LinkChecker(files, address);
        foreach (var (path, text) in checker._texts.OrderBy(t => t.Key, StringComparer.Ordinal))
            checker.CheckFile(path, text);
        return checker;
    }

    private void CheckOEmbed(string path, JsonNode? answer)
    {
        Follow(path, (string?)answer?["provider_url"] ?? "", "provider_url");
        foreach (var element in new HtmlParser().ParseDocument((string?)answer?["html"] ?? "").QuerySelectorAll("[src]"))
            Follow(path, element.GetAttribute("src")!, $"oEmbed {element.LocalName}");
    }

    private static bool IsText(string path) => path.EndsWith("oembed.json", StringComparison.Ordinal) || Path.GetExtension(path) is ".html" or ".css" or ".js" or ".xml" or ".txt" or ".webmanifest" || path == "_redirects";

    private void CheckFile(string path, string text)
    {
        switch (Path.GetExtension(path))
        {
            case ".html":
                CheckPage(path, _pages[path]);
                break;
            case ".css":
                CheckStyles(path, text);
                break;
            case ".js":
                foreach (Match import in Import().Matches(text))
                    Follow(path, import.Groups[1].Value, "import");
                break;
            case ".xml":
                CheckXml(path, XDocument.Parse(text));
                break;
            case ".json":
                CheckOEmbed(path, JsonNode.Parse(text));
                break;
            case ".webmanifest":
                CheckStructured(path, JsonNode.Parse(text), "manifest");
                break;
            case ".txt":
                foreach (Match sitemap in SitemapLine().Matches(text))
                    Follow(path, sitemap.Groups[1].Value, "Sitemap");
                break;
            default:
                // from, to, status
                foreach (var line in text.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length > 1))
                    Follow(path, line[1], "redirect");
                break;
        }
    }

    private void CheckPage(string path, IDocument page)
    {
        foreach (var twins in page.All.Where(e => e.HasAttribute("id")).GroupBy(e => e.Id!, StringComparer.Ordinal).Where(g => g.Count() > 1 || g.Key.Length == 0))
            Fault(path, $"the id '{twins.Key}' stands {twins.Count()} times");

        foreach (var element in page.All)
        {
            foreach (var attribute in element.Attributes)
                CheckAttribute(path, element, attribute.Name, attribute.Value);
        }

        foreach (var style in page.QuerySelectorAll("style"))
            CheckStyles(path, style.TextContent);
        foreach (var data in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                CheckStructured(path, JsonNode.Parse(data.TextContent), "JSON-LD");
            }
            catch (JsonException e)
            {
                Fault(path, $"JSON-LD is no JSON: {e.Message}");
            }
        }

        CheckCanonical(path, page);
        CheckEditions(path, page);
    }

    private void CheckAttribute(string path, IElement element, string name, string value)
    {
        if (NamesOfIds.Contains(name))
        {
            foreach (var id in value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(id => !_ids[path].Contains(id)))
                Fault(path, $"{name} names the id '{id}', which is not there");
        }
        else if (Addresses.Contains(name) || (name.StartsWith("data-", StringComparison.Ordinal) && value.StartsWith('/')))
        {
            Follow(path, value, name);
        }
        else if (Sets.Contains(name))
        {
            foreach (var candidate in value.Split(',', StringSplitOptions.TrimEntries))
                Follow(path, candidate.Split(' ')[0], name);
        }
        else if (name == "content" && (element.GetAttribute("property") ?? element.GetAttribute("name")) is "og:url" or "og:image" or "og:image:url" or "og:image:secure_url" or "twitter:image")
        {
            if (!Uri.TryCreate(value, UriKind.Absolute, out var given) || given.Scheme is not ("https" or "http"))
                Fault(path, $"{element.GetAttribute("property") ?? element.GetAttribute("name")} is no absolute address: {value}");
            else
                Follow(path, value, element.GetAttribute("property") ?? element.GetAttribute("name")!);
        }
    }

    // A page that search engines may list says under which address; one that they may not can only name another.
    private void CheckCanonical(string path, IDocument page)
    {
        var canonical = page.QuerySelectorAll("link[rel=canonical]").Select(l => l.GetAttribute("href")).ToList();
        var own = new Uri(_root, AddressOf(path)).AbsoluteUri;
        var isListed = page.QuerySelector("meta[name=robots][content*=noindex]") is null;
        if (isListed ? canonical is not [var only] || only != own : canonical.Contains(own) || canonical.Count > 1)
            Fault(path, $"its canonical address is {string.Join(", ", canonical.DefaultIfEmpty("nowhere"))} and not {(isListed ? own : "absent")}");
    }

    private void CheckEditions(string path, IDocument page)
    {
        var editions = Editions(page);
        if (editions.Count == 0)
            return;
        var own = new Uri(_root, AddressOf(path)).AbsoluteUri;
        if (!editions.Contains((page.DocumentElement.GetAttribute("lang") ?? "", own)))
            Fault(path, "hreflang does not name the page itself");
        foreach (var (language, address) in editions.Where(e => e.Address != own))
        {
            if (FileOf(new Uri(_root, address).AbsolutePath) is not { } file || !_pages.TryGetValue(file, out var other))
                continue; // Told where the address was followed.
            if (language != "x-default" && other.DocumentElement.GetAttribute("lang") != language)
                Fault(path, $"hreflang says that {address} is in '{language}'");
            if (!Editions(other).SetEquals(editions))
                Fault(path, $"hreflang: {address} does not name the same editions in return");
        }
    }

    private static HashSet<(string Language, string Address)> Editions(IDocument page) =>
        [.. page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang")!, l.GetAttribute("href") ?? ""))];

    private void CheckStyles(string path, string styles)
    {
        foreach (Match url in CssUrl().Matches(styles))
            Follow(path, url.Groups[1].Value, "url()");
    }

    private void CheckXml(string path, XDocument document)
    {
        foreach (var element in document.Descendants())
        {
            if (element.Attribute("href") is { } href)
                Follow(path, href.Value, element.Name.LocalName);
            if (element.Name.LocalName is "loc" or "id")
                Follow(path, element.Value, element.Name.LocalName);
        }
    }

    private void CheckStructured(string path, JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonArray array:
                foreach (var item in array)
                    CheckStructured(path, item, place);
                break;
            case JsonObject thing:
                if ((string?)thing["@type"] is { } type)
                {
                    foreach (var name in Required.GetValueOrDefault(type, []).Where(n => !n.Split('|').Any(thing.ContainsKey)))
                        Fault(path, $"{place}: a {type} lacks {name.Replace("|", " or ", StringComparison.Ordinal)}");
                }

                foreach (var (key, value) in thing)
                {
                    if (StructuredAddresses.Contains(key) && value is JsonValue text && text.TryGetValue<string>(out var address))
                        Follow(path, address, $"{place} {key}");
                    else
                        CheckStructured(path, value, place);
                }

                break;
        }
    }

    // Whether an address of the site leads to a file, and to an id of it.
    private void Follow(string path, string address, string place)
    {
        if (address.Length == 0 || !Uri.TryCreate(new Uri(_root, AddressOf(path)), address, out var target))
        {
            Fault(path, $"{place} holds no address: '{address}'");
            return;
        }

        if (target.Scheme is "https" or "http" && !target.Authority.Equals(_root.Authority, StringComparison.Ordinal))
            return;
        if (target.Scheme != _root.Scheme)
        {
            if (target.Scheme is not ("mailto" or "tel" or "data"))
                Fault(path, $"{place} leads elsewhere than to the web: {address}");
            return;
        }

        Followed++;
        if (FileOf(target.AbsolutePath) is not { } file)
            Fault(path, $"{place} leads to no file: {address}");
        else if (target.Fragment.Length > 1 && _ids.TryGetValue(file, out var ids) && !ids.Contains(Uri.UnescapeDataString(target.Fragment[1..])))
            Fault(path, $"{place} leads to no id: {address}");
    }

    private string? FileOf(string path)
    {
        var name = Uri.UnescapeDataString(path.TrimStart('/'));
        if (name.Length == 0 || name.EndsWith('/'))
            name += "index.html";
        return _files.Contains(name) ? name : null;
    }

    private static string AddressOf(string path) =>
        path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path;

    private void Fault(string path, string words) => _faults.Add($"{path}: {words}");

    [GeneratedRegex(@"url\(\s*[""']?([^""')#]+)[""']?\s*\)")]
    private static partial Regex CssUrl();

    [GeneratedRegex(@"(?:\bfrom|\bimport)\s*\(?\s*[""']([./][^""']*)[""']")]
    private static partial Regex Import();

    [GeneratedRegex(@"^Sitemap:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex SitemapLine();
}
