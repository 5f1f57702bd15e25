using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Stories;

/// <summary>EX0008: a file of the input that nothing reads, so that what stands in it would be missed without a word.</summary>
internal static class UnreadFiles
{
    private const string Root = "input";
    private static readonly string[] Yaml = [".yml", ".yaml"];

    // Photographs are told apart by what is in them, not by their names.
    private static readonly ImmutableSortedDictionary<string, string[]> Endings = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["blocks"] = Yaml,
        ["charts"] = Yaml,
        ["data"] = Yaml,
        ["figures"] = Yaml,
        ["images"] = [""],
        ["maps"] = [".json", ".geojson"],
        ["pages"] = [".md"],
        ["sealed"] = Yaml,
        ["stories"] = [".md"],
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Finds them, and folders that are called as files are.</summary>
    /// <param name="input">All files.</param>
    /// <param name="known">The paths of single files that have a reader.</param>
    public static IEnumerable<Diagnostic> Check(InputFiles input, IReadOnlyCollection<string> known)
    {
        foreach (var path in input.Files.Keys.Where(p => p.StartsWith(Root + "/", StringComparison.Ordinal) && !known.Contains(p)))
        {
            if (path.Split('/') is not [_, var folder, .., _])
                yield return Of(path, Nearest.Of(path, known) is { } file ? $"did you mean '{file}'?" : "put it into the folder of its sort, or outside of input");
            else if (!Endings.TryGetValue(folder, out var endings))
                yield return Of(path, Nearest.Of(folder, Endings.Keys) is { } near ? $"did you mean the folder '{Root}/{near}'?" : $"the folders are: {string.Join(", ", Endings.Keys)}");
            else if (!endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
                yield return Of(path, $"names of files in {Root}/{folder} end in {string.Join(" or ", endings)}, in small letters");
        }

        foreach (var folder in input.Folders.Where(f => f.Split('/') is [Root, var top, ..] && Endings.GetValueOrDefault(top) is { } endings && endings.Any(e => e.Length > 0 && f.EndsWith(e, StringComparison.OrdinalIgnoreCase))))
            yield return new Diagnostic("EX0008", Severity.Warning, null, $"{folder} is a folder, but has the name of a file", "put the file itself there");
    }

    private static Diagnostic Of(string path, string hint) => new("EX0008", Severity.Warning, null, $"nothing reads {path}", hint);
}
