using System.Collections.Immutable;
using System.Text;
using Explainer.Data;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>
/// Reads the pictures that authors give, and writes them anew: turned upright, no larger than pages show them, and without
/// what cameras note in their files, such as the place. Skia writes no AVIF.
/// </summary>
public static class PhotoFiles
{
    private const int MostPixels = 50_000_000;
    private const int Quality = 82;

    private static readonly PhotoFault Broken = new("EX0483", "is no picture, or a broken one", "save it anew as JPEG, PNG or WebP");

    /// <summary>What the first bytes of a file say; a file that cannot be published says why.</summary>
    /// <param name="path">Its path as texts name it.</param>
    /// <param name="bytes">The file.</param>
    public static Photo Read(string path, ReadOnlyMemory<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes.Span);
        using var codec = bytes.IsEmpty ? null : SKCodec.Create(data);
        if (codec is null)
            return new Photo(path, bytes, 0, 0, "", IsSvg(path, bytes.Span) ? new PhotoFault("EX0484", "is an SVG, which may hold scripts and fonts", "save it as PNG, or describe it as a chart") : Broken);
        var (width, height) = IsTurned(codec.EncodedOrigin) ? (codec.Info.Height, codec.Info.Width) : (codec.Info.Width, codec.Info.Height);
        var fault = codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp) || width < 1 || height < 1 ? Broken
            : (long)width * height > MostPixels ? new PhotoFault("EX0485", $"has {width} by {height} pixels, more than {MostPixels / 1_000_000} million", $"save it smaller; pages show no more than {Photo.Widest} pixels across")
            : null;
        return new Photo(path, bytes, width, height, codec.Info.IsOpaque && codec.EncodedFormat != SKEncodedImageFormat.Png ? "jpg" : "png", fault);
    }

    /// <summary>Writes a picture in every width, as WebP and in its own format; nothing when it breaks off.</summary>
    public static ImmutableArray<(string Path, ReadOnlyMemory<byte> Bytes)> Write(Photo photo)
    {
        using var upright = Decode(photo);
        if (upright is null)
            return [];
        var files = ImmutableArray.CreateBuilder<(string, ReadOnlyMemory<byte>)>();
        foreach (var width in photo.Widths)
        {
            using var sized = width == upright.Width ? upright.Copy() : upright.Resize(upright.Info.WithSize(width, photo.HeightAt(width)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            using var pixels = sized.PeekPixels();
            files.Add((photo.PublishedPath(width, "webp"), Bytes(pixels.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossy, Quality)))));
            files.Add((photo.PublishedPath(width, photo.Ending), Bytes(photo.Ending == "jpg" ? pixels.Encode(new SKJpegEncoderOptions(Quality)) : pixels.Encode(SKPngEncoderOptions.Default))));
        }

        return files.ToImmutable();
    }

    private static SKBitmap? Decode(Photo photo)
    {
        using var data = SKData.CreateCopy(photo.Bytes.Span);
        using var codec = SKCodec.Create(data);
        using var space = SKColorSpace.CreateSrgb();
        var info = new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, space);
        using var bitmap = new SKBitmap(info);
        if (codec.GetPixels(info, bitmap.GetPixels()) != SKCodecResult.Success)
            return null;
        var upright = new SKBitmap(info.WithSize(photo.Width, photo.Height));
        using var canvas = new SKCanvas(upright);
        canvas.Concat(Turn(codec.EncodedOrigin, photo.Width, photo.Height));
        canvas.DrawBitmap(bitmap, 0, 0);
        return upright;
    }

    private static bool IsTurned(SKEncodedOrigin origin) => origin >= SKEncodedOrigin.LeftTop;

    // From the pixels as the camera wrote them to the picture as it is seen.
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new SKMatrix(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static bool IsSvg(string path, ReadOnlySpan<byte> bytes) =>
        path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) || Encoding.UTF8.GetString(bytes[..Math.Min(1000, bytes.Length)]).Contains("<svg", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlyMemory<byte> Bytes(SKData? data)
    {
        using (data)
            return data?.ToArray() ?? throw new InvalidOperationException("the picture cannot be written");
    }
}
