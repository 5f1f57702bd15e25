using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Explainer.Charts;

/// <summary>
/// Sets words as large type wants them: shaped, with the kerning of the face, and tracked. Labels of charts are not, as
/// what the browser does to letters of their size is hardly seen.
/// </summary>
internal sealed class Typesetter : IDisposable
{
    private readonly SKShaper _shaper;
    private readonly SKFont _font;
    private readonly double _tracking;
    private readonly Dictionary<string, double> _widths = new(StringComparer.Ordinal);

    /// <summary>Begins to set words in a face.</summary>
    /// <param name="typefaces">The faces.</param>
    /// <param name="face">The face.</param>
    /// <param name="tracking">What is added to each letter's width, as a part of the size; less than nothing sets them closer.</param>
    public Typesetter(Typefaces typefaces, string face, double tracking)
    {
        var style = new TextStyle(Typefaces.OutlineSize, Bold: false, "ink", face);
        _font = typefaces.FontOf(style);
        _shaper = new SKShaper(typefaces.For(style));
        _tracking = tracking * Typefaces.OutlineSize;
    }

    /// <summary>The width of words at a size of one pixel: that at another is as many times as much.</summary>
    public double Measure(string words)
    {
        if (!_widths.TryGetValue(words, out var width))
        {
            var shaped = _shaper.Shape(words, _font);
            width = _widths[words] = (shaped.Width + (_tracking * shaped.Codepoints.Length)) / Typefaces.OutlineSize;
        }

        return width;
    }

    /// <summary>The outlines of words that begin at a place, as one path.</summary>
    public SKPath Outline(string words, double size, double x, double y)
    {
        var shaped = _shaper.Shape(words, _font);
        var scale = (float)(size / Typefaces.OutlineSize);
        var path = new SKPath();
        for (var i = 0; i < shaped.Codepoints.Length; i++)
        {
            using var glyph = _font.GetGlyphPath((ushort)shaped.Codepoints[i]);
            if (glyph is null)
                continue;
            var left = x + (scale * (shaped.Points[i].X + (_tracking * i)));
            glyph.Transform(SKMatrix.CreateScaleTranslation(scale, scale, (float)left, (float)y + (scale * shaped.Points[i].Y)));
            path.AddPath(glyph);
        }

        return path;
    }

    /// <inheritdoc/>
    public void Dispose() => _shaper.Dispose();
}
