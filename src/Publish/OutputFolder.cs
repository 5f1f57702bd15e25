using System.Collections.Immutable;

namespace Explainer.Publish;

/// <summary>Writes a finished site to disk in one swap: readers of the folder see the old site or the new one, never half of each.</summary>
public static class OutputFolder
{
    /// <summary>Replaces what a folder holds.</summary>
    /// <param name="folder">The folder; made when it is not there.</param>
    /// <param name="files">Everything that it shall hold.</param>
    /// <exception cref="IOException">The disk refuses; the old site is left, or put back.</exception>
    public static void Write(string folder, ImmutableArray<OutputFile> files)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var fresh = folder + ".new";
        var old = folder + ".old";
        Delete(fresh);
        Delete(old);
        foreach (var file in files)
        {
            var path = Path.Combine(fresh, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var stream = File.Create(path);
            stream.Write(file.Bytes.Span);
        }

        if (Directory.Exists(folder))
            Directory.Move(folder, old);
        try
        {
            Directory.Move(fresh, folder);
        }
        catch (IOException) when (Directory.Exists(old))
        {
            Directory.Move(old, folder);
            throw;
        }

        Delete(old);
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
