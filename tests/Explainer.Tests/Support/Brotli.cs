using System.IO.Compression;
using System.Text;

namespace Explainer.Tests.Support;

/// <summary>What a text weighs on its way to a reader.</summary>
internal static class Brotli
{
    public static int Weigh(string text) => Weigh(Encoding.UTF8.GetBytes(text));

    public static int Weigh(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(bytes);
        return (int)packed.Length;
    }
}
