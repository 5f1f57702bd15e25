using System.Collections.Immutable;
using Explainer.Diagnostics;

namespace Explainer.Publish;

/// <summary>Writes a finished site to disk in one swap: readers of the folder see the old site or the new one, never half of each.</summary>
public static class OutputFolder
{
    /// <summary>The file by which a folder is known to be this program's own, so that no other folder is ever replaced.</summary>
    public const string Marker = ".explainer";

    private static readonly byte[] MarkerText = "This folder is written anew at every build; keep nothing of your own in it.\n"u8.ToArray();

    /// <summary>Replaces what a folder holds.</summary>
    /// <param name="folder">The folder, or a link to it, which stays; made when it is not there.</param>
    /// <param name="files">Everything that it shall hold.</param>
    /// <returns>A warning when the new site stands and what was there before could not be deleted, or null.</returns>
    /// <exception cref="IOException">The disk refuses, or the folder holds something else; what was there is left, or put back.</exception>
    public static Diagnostic? Write(string folder, ImmutableArray<OutputFile> files) => Write(folder, files, old => Directory.Delete(old, recursive: true));

    internal static Diagnostic? Write(string folder, ImmutableArray<OutputFile> files, Action<string> delete)
    {
        folder = Target(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, Marker)))
            throw new IOException("this folder holds files that were not written by this program, and would lose them; choose an empty one, or empty it yourself");

        // Beside the folder, so that moving is a change of name; named so that nothing of anybody's is in the way.
        var mark = Guid.NewGuid().ToString("N")[..8];
        var (fresh, old) = ($"{folder}.new-{mark}", $"{folder}.old-{mark}");
        try
        {
            foreach (var file in files.Add(new OutputFile(Marker, MarkerText)))
            {
                var path = Path.Combine(fresh, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var stream = File.Create(path);
                stream.Write(file.Bytes.Span);
            }

            return Swap(folder, fresh, old, delete);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static string Target(string folder) =>
        new DirectoryInfo(folder) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : folder;

    private static Diagnostic? Swap(string folder, string fresh, string old, Action<string> delete)
    {
        var hadOne = Directory.Exists(folder);
        if (hadOne)
            Directory.Move(folder, old);
        try
        {
            Directory.Move(fresh, folder);
        }
        catch when (hadOne)
        {
            Directory.Move(old, folder);
            throw;
        }

        if (!hadOne)
            return null;
        try
        {
            delete(old);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Diagnostic("EX0007", Severity.Warning, null, $"the new site is written, but the one before it cannot be deleted from {old}: {e.Message.TrimEnd('.')}", "delete that folder yourself");
        }
    }
}
