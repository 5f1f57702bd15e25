using System.Security.Cryptography;

namespace Explainer.Publish;

/// <summary>A file of the finished site.</summary>
/// <param name="Path">Its path under <c>output/</c>, with forward slashes.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record OutputFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>A file that has its content's hash in its name, so that a browser may keep it for ever.</summary>
    /// <param name="name">Its name without the ending.</param>
    /// <param name="ending">The ending, with its dot.</param>
    /// <param name="bytes">What is in it.</param>
    public static OutputFile Asset(string name, string ending, ReadOnlyMemory<byte> bytes) =>
        new($"assets/{name}.{Convert.ToHexStringLower(SHA256.HashData(bytes.Span))[..8]}{ending}", bytes);
}
