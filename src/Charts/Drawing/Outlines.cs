using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>Letters as shapes, for a picture of which no program needs the fonts: each letter of a face is drawn once, and used wherever it stands.</summary>
/// <param name="prefix">What their ids begin with.</param>
/// <param name="typefaces">The faces.</param>
internal sealed class Outlines(string prefix, Typefaces typefaces)
{
    private readonly Dictionary<(string Face, ushort Glyph), string> _ids = [];
    private readonly StringBuilder _shapes = new();

    /// <summary>The faces.</summary>
    public Typefaces Typefaces => typefaces;

    /// <summary>The shapes of all letters that were used so far, to be put among the definitions.</summary>
    public StringBuilder Shapes => _shapes;

    /// <summary>Writes a run of letters.</summary>
    /// <param name="svg">Where to.</param>
    /// <param name="run">The run.</param>
    /// <param name="x">Where it begins.</param>
    /// <param name="y">Its baseline.</param>
    /// <param name="colour">The attribute of its fill.</param>
    /// <param name="rim">The colour and width of a rim around the letters, or null for none.</param>
    public void Write(StringBuilder svg, TextRun run, double x, double y, string colour, (string Colour, double Width)? rim = null)
    {
        var scale = run.Style.Size / Typefaces.OutlineSize;
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{colour}\"");
        if (rim is { } r)
            svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{r.Colour}\" stroke-width=\"{r.Width / scale:0.#}\" stroke-linejoin=\"round\"");
        svg.Append(CultureInfo.InvariantCulture, $" transform=\"translate({x:0.##} {y:0.##}) scale({scale:0.####})\">");
        foreach (var (glyph, at) in typefaces.Glyphs(run.Text, run.Style))
        {
            if (IdOf(run.Style, glyph) is not { Length: > 0 } id)
                continue;
            svg.Append("<use xlink:href=\"#").Append(id).Append('"');
            if (Round(at) != 0)
                svg.Append(" x=\"").Append(Round(at)).Append('"');
            svg.Append("/>");
        }

        svg.Append("</g>");
    }

    // Empty for a space.
    private string IdOf(TextStyle style, ushort glyph)
    {
        var key = (typefaces.NameOf(style), glyph);
        if (_ids.TryGetValue(key, out var id))
            return id;
        using var path = typefaces.Outline(style, glyph);
        if (path is null || path.IsEmpty)
            return _ids[key] = "";
        id = _ids[key] = string.Create(CultureInfo.InvariantCulture, $"{prefix}-g{_ids.Count}");
        _shapes.Append("<path id=\"").Append(id).Append("\" d=\"");
        Trace(path);
        _shapes.Append("\"/>");
        return id;
    }

    // Every point is told from the one before it, which is short.
    private void Trace(SKPath path)
    {
        var points = new SKPoint[4];
        using var verbs = path.CreateRawIterator();
        var (atX, atY, startX, startY) = (0, 0, 0, 0);
        for (var verb = verbs.Next(points); verb != SKPathVerb.Done; verb = verbs.Next(points))
        {
            var (letter, first, count) = verb switch
            {
                SKPathVerb.Move => ('m', 0, 1),
                SKPathVerb.Line => ('l', 1, 1),
                SKPathVerb.Quad => ('q', 1, 2),
                SKPathVerb.Cubic => ('c', 1, 3),
                SKPathVerb.Close => ('z', 0, 0),
                _ => throw new NotSupportedException($"letters have no {verb}"),
            };
            _shapes.Append(letter);

            // After a contour is closed, the pen stands where it began.
            if (verb == SKPathVerb.Close)
                (atX, atY) = (startX, startY);
            var (baseX, baseY) = (atX, atY);
            for (var i = first; i < first + count; i++)
            {
                (atX, atY) = (Round(points[i].X), Round(points[i].Y));
                if (atX - baseX >= 0 && i > first)
                    _shapes.Append(' ');
                _shapes.Append(atX - baseX);
                if (atY - baseY >= 0)
                    _shapes.Append(' ');
                _shapes.Append(atY - baseY);
            }

            if (verb == SKPathVerb.Move)
                (startX, startY) = (atX, atY);
        }
    }

    private static int Round(float value) => (int)MathF.Round(value, MidpointRounding.AwayFromZero);
}
