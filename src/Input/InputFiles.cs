using System.Collections.Immutable;
using System.Text;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>Everything a site is made of, read once: paths relative to the site's folder, with forward slashes, in ordinal order.</summary>
/// <param name="Files">The bytes of each file under <c>input/</c> and <c>theme/</c>.</param>
public sealed record InputFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private static readonly string[] TextEndings = [".yml", ".yaml", ".md", ".hbs", ".css", ".js", ".json", ".geojson"];

    // Control characters, but for tab and line ends, and the two that are none at all: XML can hold neither.
    private static readonly System.Buffers.SearchValues<char> NotPrinted =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Where(c => c is not ('\t' or '\n' or '\r')), '\u007F', '\uFFFE', '\uFFFF']);

    /// <summary>What is there and cannot be read.</summary>
    public ImmutableArray<Diagnostic> Unread { get; init; } = [];

    /// <summary>The folders below those that are read, whether or not a file lies in them.</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>No file at all.</summary>
    public static InputFiles Empty { get; } = new(ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    /// <summary>Reads <c>input/</c> and <c>theme/</c> under a folder.</summary>
    public static InputFiles Read(string root) => Read(new SiteFolders(root));

    /// <summary>Reads the folders of a site. Dot files and names that begin with an underscore are left out; what the disk refuses is in <see cref="Unread"/>.</summary>
    public static InputFiles Read(SiteFolders folders)
    {
        var files = Empty.Files.ToBuilder();
        var unread = ImmutableArray.CreateBuilder<Diagnostic>();
        var below = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, top) in folders.All.Where(f => Directory.Exists(f.Path)))
        {
            Try(name, () =>
            {
                foreach (var file in Directory.EnumerateFiles(top, "*", SearchOption.AllDirectories))
                {
                    if (Visible(top, file) is { } path)
                        Try($"{name}/{path}", () => files[$"{name}/{path}"] = File.ReadAllBytes(file));
                }

                below.UnionWith(Directory.EnumerateDirectories(top, "*", SearchOption.AllDirectories).Select(f => Visible(top, f)).OfType<string>().Select(path => $"{name}/{path}"));
            });
        }

        return new InputFiles(files.ToImmutable()) { Unread = unread.ToImmutable(), Folders = [.. below] };

        void Try(string path, Action read)
        {
            try
            {
                read();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                unread.Add(new Diagnostic("EX0006", Severity.Error, null, $"{path} cannot be read: {e.Message.TrimEnd('.')}", "see whether it is there, whether it is yours to read, and whether another program holds it"));
            }
        }
    }

    private static string? Visible(string top, string path)
    {
        var below = Path.GetRelativePath(top, path).Replace('\\', '/');
        return below.Split('/').Any(part => part.StartsWith('.') || part.StartsWith('_')) ? null : below;
    }

    /// <summary>The paths in a folder that end in one of the given ways.</summary>
    public IEnumerable<string> In(string folder, params string[] endings) =>
        Files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>Reports text files that are not UTF-8 or hold characters that cannot be printed.</summary>
    public void CheckTexts(ICollection<Diagnostic> findings)
    {
        foreach (var path in Files.Keys.Where(p => TextEndings.Any(e => p.EndsWith(e, StringComparison.Ordinal))))
        {
            var text = Text(path);
            var strange = text.Content.AsSpan().IndexOfAny(NotPrinted);
            if (!System.Text.Unicode.Utf8.IsValid(Files[path].Span))
                findings.Add(Diagnostic.Error("EX0005", text.Span(Math.Max(0, text.Content.IndexOf('\uFFFD', StringComparison.Ordinal)), 0), "this file is not in UTF-8", "save it anew with the encoding UTF-8"));
            else if (strange >= 0)
                findings.Add(Diagnostic.Error("EX0005", text.Span(strange, strange + 1), "a character that cannot be printed stands here", "delete it"));
        }
    }

    /// <summary>A file as text.</summary>
    public SourceText Text(string path) => new(path, Utf8.GetString(Files[path].Span).TrimStart('\uFEFF'));
}
