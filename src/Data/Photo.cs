using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Explainer.Data;

/// <summary>A picture that an author gives, in <c>input/images</c>.</summary>
/// <param name="Path">Its path as texts name it, such as <c>images/harbour.jpg</c>.</param>
/// <param name="Bytes">The file.</param>
/// <param name="Width">Its width in pixels as it is seen, whatever way the camera was held.</param>
/// <param name="Height">Its height.</param>
/// <param name="Ending">The format for browsers without WebP: <c>jpg</c> or <c>png</c>.</param>
/// <param name="Fault">Why it cannot be published; null when it can.</param>
public sealed record Photo(string Path, ReadOnlyMemory<byte> Bytes, int Width, int Height, string Ending, PhotoFault? Fault)
{
    /// <summary>The largest width that is published, twice that of the text.</summary>
    public const int Widest = 1600;

    private const int Narrow = 800;

    // Changes with how pictures are written, so that a published file never changes under its name.
    private const string Recipe = "1";

    private static readonly Regex Strange = new("[^a-z0-9]+");

    private readonly string _hash = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(Recipe), .. Bytes.Span]))[..8];

    /// <summary>The widths at which it is published, narrow to wide; never wider than it is.</summary>
    public ImmutableArray<int> Widths => Width > Narrow ? [Narrow, Math.Min(Width, Widest)] : [Width];

    /// <summary>Its height at a width.</summary>
    public int HeightAt(int width) => Math.Max(1, (int)Math.Round((double)Height * width / Width));

    /// <summary>The path of the published file of a width and a format.</summary>
    public string PublishedPath(int width, string ending)
    {
        var name = Strange.Replace(System.IO.Path.GetFileNameWithoutExtension(Path).ToLowerInvariant(), "-").Trim('-');
        return $"assets/{(name.Length == 0 ? "image" : name)}-{width}.{_hash}.{ending}";
    }
}
