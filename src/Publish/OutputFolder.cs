using System.Collections.Immutable;

namespace Explainer.Publish;

/// <summary>Writes a finished site to disk in one swap: readers of the folder see the old site or the new one, never half of each.</summary>
public static class OutputFolder
{
    /// <summary>The file by which a folder is known to be this program's own, so that no other folder is ever replaced.</summary>
    public const string Marker = ".explainer";

    private static readonly byte[] MarkerText = "This folder is written anew at every build; keep nothing of your own in it.\n"u8.ToArray();

    /// <summary>Replaces what a folder holds.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="files">Everything that it shall hold.</param>
    /// <exception cref="IOException">The disk refuses, or the folder holds something else; what was there is left, or put back.</exception>
    public static void Write(string folder, ImmutableArray<OutputFile> files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
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

            Swap(folder, fresh, old);
        }
        finally
        {
            if (Directory.Exists(fresh))
                Directory.Delete(fresh, recursive: true);
        }
    }

    private static void Swap(string folder, string fresh, string old)
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

        if (hadOne)
            Directory.Delete(old, recursive: true);
    }
}
