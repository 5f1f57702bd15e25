using System.Collections.Immutable;
using System.Text;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>Everything a site is made of, read once: paths relative to the site's folder, with forward slashes, in ordinal order.</summary>
/// <param name="Files">The bytes of each file under <c>input/</c> and <c>theme/</c>.</param>
public sealed record InputFiles(ImmutableSortedDictionary<string, ReadOnlyMemory<byte>> Files)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The folders that are read, under the site's folder.</summary>
    public static ImmutableArray<string> Folders { get; } = ["input", "theme"];

    /// <summary>No file at all.</summary>
    public static InputFiles Empty { get; } = new(ImmutableSortedDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal));

    /// <summary>Reads <c>input/</c> and <c>theme/</c> under a folder. Dot files and names that begin with an underscore are left out.</summary>
    public static InputFiles Read(string root)
    {
        var files = Empty.Files.ToBuilder();
        foreach (var folder in Folders)
        {
            var top = Path.Combine(root, folder);
            if (!Directory.Exists(top))
                continue;
            foreach (var file in Directory.EnumerateFiles(top, "*", SearchOption.AllDirectories))
            {
                var path = Path.GetRelativePath(root, file).Replace('\\', '/');
                if (!path.Split('/').Any(part => part.StartsWith('.') || part.StartsWith('_')))
                    files[path] = File.ReadAllBytes(file);
            }
        }

        return new InputFiles(files.ToImmutable());
    }

    /// <summary>The paths in a folder that end in one of the given ways.</summary>
    public IEnumerable<string> In(string folder, params string[] endings) =>
        Files.Keys.Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)));

    /// <summary>A file as text.</summary>
    public SourceText Text(string path) => new(path, Utf8.GetString(Files[path].Span).TrimStart('\uFEFF'));
}
