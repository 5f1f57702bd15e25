using System.Security.Cryptography;
using Explainer.Input;

namespace Explainer.Tests.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("explainer-").FullName;

    /// <summary>Puts input files into it.</summary>
    public void Write(InputFiles input)
    {
        foreach (var (path, bytes) in input.Files)
        {
            var file = System.IO.Path.Combine(Path, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes.ToArray());
        }
    }

    /// <summary>Every file under a folder with the hash of its bytes.</summary>
    public static SortedDictionary<string, string> Snapshot(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            f => System.IO.Path.GetRelativePath(folder, f).Replace('\\', '/'),
            f => HashOf(File.ReadAllBytes(f))),
        StringComparer.Ordinal);

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
