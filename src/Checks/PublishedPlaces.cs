using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Explainer.Checks;

/// <summary>What can be linked to on a site: its pages and other files, and the ids in the pages.</summary>
public sealed class PublishedPlaces
{
    private const string PageFile = "index.html";
    private static readonly Regex Id = new("""<[^<>]*\sid="(?<id>[^"]+)"[^<>]*>""");

    private readonly Dictionary<string, ImmutableArray<string>> _ids = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, ReadOnlyMemory<byte>> _files;
    private readonly ImmutableSortedSet<string> _addresses;

    /// <summary>Lists the places of a site.</summary>
    /// <param name="files">Its files by path.</param>
    /// <param name="others">Addresses that have no file, or have one only when the site is published.</param>
    public PublishedPlaces(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> files, IEnumerable<string> others)
    {
        _files = files;
        _addresses = [.. files.Keys.Where(p => !IsForTheHost(p)).Select(p => "/" + p), .. Pages, .. others];
    }

    /// <summary>The addresses of pages.</summary>
    public IEnumerable<string> Pages => from path in _files.Keys where Name(path) == PageFile select "/" + path[..^PageFile.Length];

    /// <summary>All addresses, in order.</summary>
    public IEnumerable<string> Addresses => _addresses;

    /// <summary>Whether there is something at an address.</summary>
    public bool Has(string address) => _addresses.Contains(address);

    /// <summary>The ids in a page, in order; null at an address where there is no page.</summary>
    public ImmutableArray<string>? IdsIn(string address)
    {
        var path = address.EndsWith('/') ? address[1..] + PageFile : address[1..];
        if (!path.EndsWith(".html", StringComparison.Ordinal) || !_files.TryGetValue(path, out var bytes))
            return null;
        if (!_ids.TryGetValue(path, out var ids))
            _ids[path] = ids = [.. Id.Matches(Encoding.UTF8.GetString(bytes.Span)).Select(m => WebUtility.HtmlDecode(m.Groups["id"].Value))];
        return ids;
    }

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    // Netlify takes _headers and _redirects for itself.
    private static bool IsForTheHost(string path) => path.StartsWith('_');
}
