using System.Collections.Concurrent;
using System.Text;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>The two faces in which charts are lettered, from the very files that the page's fonts were made of, so that widths agree.</summary>
public sealed class Typefaces
{
    private readonly ConcurrentDictionary<(bool Bold, float Size), SKFont> _fonts = new();
    private readonly ConcurrentDictionary<int, bool> _known = new();
    private readonly SKTypeface _regular;
    private readonly SKTypeface _bold;

    /// <summary>Loads the faces.</summary>
    /// <param name="regular">Bytes of the regular TTF.</param>
    /// <param name="bold">Bytes of the semibold TTF.</param>
    /// <exception cref="InvalidDataException">A file is no font.</exception>
    public Typefaces(ReadOnlySpan<byte> regular, ReadOnlySpan<byte> bold)
    {
        _regular = Load(regular);
        _bold = Load(bold);
    }

    /// <summary>The face for a weight.</summary>
    public SKTypeface For(bool bold) => bold ? _bold : _regular;

    /// <summary>The width of a text in pixels.</summary>
    public float Measure(string text, TextStyle style)
    {
        var font = _fonts.GetOrAdd((style.Bold, style.Size), f => new SKFont(For(f.Bold), f.Size) { Subpixel = true, Hinting = SKFontHinting.None });
        return font.MeasureText(text);
    }

    /// <summary>The first character that neither face can draw, or null when all can be drawn.</summary>
    public string? FirstMissing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_known.GetOrAdd(rune.Value, c => Rune.IsControl(rune) || _regular.ContainsGlyph(c)))
                return rune.ToString();
        }

        return null;
    }

    private static SKTypeface Load(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException("a font file of the theme cannot be read as a font");
    }
}
