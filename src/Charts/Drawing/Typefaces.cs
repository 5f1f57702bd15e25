using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>The faces in which charts are lettered, from the very files that the page's fonts were made of, so that widths agree.</summary>
public sealed class Typefaces
{
    /// <summary>The face of labels.</summary>
    public const string Regular = "sans-400";

    /// <summary>The face of labels that stand out.</summary>
    public const string Semibold = "sans-600";

    /// <summary>The face of titles; where the theme has none, that of labels that stand out.</summary>
    public const string Title = "serif-600";

    /// <summary>The face of headlines; where the theme has none, that of labels that stand out.</summary>
    public const string Display = "display-400";

    /// <summary>The size at which glyphs are outlined once for all sizes.</summary>
    internal const int OutlineSize = 1000;

    // The same words are measured for every state, and Skia lets one thread measure at a time.
    private readonly ConcurrentDictionary<(string Text, float Size, string Face), float> _widths = new();
    private readonly ConcurrentDictionary<(string Face, float Size), SKFont> _fonts = new();
    private readonly ConcurrentDictionary<int, bool> _known = new();
    private readonly ImmutableSortedDictionary<string, SKTypeface> _faces;

    /// <summary>Loads the two faces of labels.</summary>
    /// <param name="regular">Bytes of the regular TTF.</param>
    /// <param name="semibold">Bytes of the semibold TTF.</param>
    /// <exception cref="InvalidDataException">A file is no font.</exception>
    public Typefaces(ReadOnlySpan<byte> regular, ReadOnlySpan<byte> semibold)
        : this([new(Regular, regular.ToArray()), new(Semibold, semibold.ToArray())])
    {
    }

    /// <summary>Loads faces by name.</summary>
    /// <param name="files">Bytes of each TTF by its face, such as <c>serif-600</c>; those of labels must be there.</param>
    /// <exception cref="InvalidDataException">A file is no font.</exception>
    public Typefaces(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> files) =>
        _faces = files.ToImmutableSortedDictionary(f => f.Key, f => Load(f.Value.Span), StringComparer.Ordinal);

    /// <summary>The face for a style.</summary>
    public SKTypeface For(TextStyle style) => _faces[NameOf(style)];

    /// <summary>The width of a text in pixels.</summary>
    public float Measure(string text, TextStyle style) => _widths.GetOrAdd((text, style.Size, NameOf(style)), key => FontOf(style).MeasureText(key.Text));

    /// <summary>
    /// How much of a text's beginning is no wider than a width, in characters: at least its first letter, and never half of one.
    /// It remembers nothing, and measures no more than twice what fits.
    /// </summary>
    internal int LengthWithin(string text, TextStyle style, double width)
    {
        if (text.Length == 0)
            return 0;
        var font = FontOf(style);
        var first = text.Length > 1 && char.IsSurrogatePair(text, 0) ? 2 : 1;
        var (fits, beyond) = (first, 2 * first);
        while (beyond <= text.Length && Fits(beyond))
            (fits, beyond) = (beyond, 2 * beyond);
        beyond = Math.Min(beyond, text.Length + 1);
        while (beyond - fits > 1)
        {
            var middle = (fits + beyond) / 2;
            (fits, beyond) = Fits(middle) ? (middle, beyond) : (fits, middle);
        }

        return Whole(fits);

        bool Fits(int length) => font.MeasureText(text.AsSpan(0, Whole(length))) <= width;

        // Two characters may be one letter.
        int Whole(int length) => length < text.Length && char.IsSurrogatePair(text, length - 1) ? length - 1 : length;
    }

    /// <summary>Breaks words into lines no wider than a width, where one word alone is not wider.</summary>
    public IReadOnlyList<string> Wrap(string words, TextStyle style, double width)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Measure($"{lines[^1]} {word}", style) <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }

    /// <summary>The outlines of a text that begins at a place.</summary>
    internal SKPath Outline(string text, TextStyle style, double x, double y) => FontOf(style).GetTextPath(text, new SKPoint((float)x, (float)y));

    /// <summary>The outline of a glyph at <see cref="OutlineSize"/>, or null when it has none.</summary>
    internal SKPath? Outline(TextStyle style, ushort glyph) => FontOf(style with { Size = OutlineSize }).GetGlyphPath(glyph);

    /// <summary>The glyphs of a text and where each begins, at <see cref="OutlineSize"/>.</summary>
    internal IEnumerable<(ushort Glyph, float X)> Glyphs(string text, TextStyle style)
    {
        var font = FontOf(style with { Size = OutlineSize });
        var glyphs = font.GetGlyphs(text);
        return glyphs.Zip(font.GetGlyphOffsets(glyphs));
    }

    /// <summary>The first character that the faces of labels cannot draw, or null when all can be drawn.</summary>
    public string? FirstMissing(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_known.GetOrAdd(rune.Value, c => Rune.IsControl(rune) || _faces[Regular].ContainsGlyph(c)))
                return rune.ToString();
        }

        return null;
    }

    /// <summary>The first character that the face of a style cannot draw, or null when all can be drawn.</summary>
    public string? FirstMissing(string text, TextStyle style) =>
        text.EnumerateRunes().Where(r => !Rune.IsControl(r) && !For(style).ContainsGlyph(r.Value)).Select(r => r.ToString()).FirstOrDefault();

    /// <summary>The font of a style: unhinted, so that it measures the same at any size.</summary>
    internal SKFont FontOf(TextStyle style) =>
        _fonts.GetOrAdd((NameOf(style), style.Size), f => new SKFont(_faces[f.Face], f.Size) { Subpixel = true, Hinting = SKFontHinting.None });

    /// <summary>The face that a style is set in.</summary>
    internal string NameOf(TextStyle style) =>
        style.Face is { } face && _faces.ContainsKey(face) ? face : style.Bold || style.Face is not null ? Semibold : Regular;

    private static SKTypeface Load(ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data) ?? throw new InvalidDataException("a font file of the theme cannot be read as a font");
    }
}
