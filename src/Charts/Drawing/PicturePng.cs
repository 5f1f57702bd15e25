using System.Globalization;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>Paints a picture in pixels, with the canvas that ScottPlot draws on too.</summary>
public static class PicturePng
{
    /// <summary>How many pixels each of a picture's own becomes in each direction, where nobody says.</summary>
    public const int UsualScale = 2;

    private const float HaloWidth = 4;

    /// <summary>Paints the picture in the light colours of a palette.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="palette">The colours.</param>
    /// <param name="scale">How many pixels each of its own becomes in each direction.</param>
    /// <returns>A PNG file, the same bytes for the same picture.</returns>
    public static byte[] Write(ChartPicture picture, Palette palette, int scale = UsualScale)
    {
        using var surface = SKSurface.Create(new SKImageInfo(picture.Width * scale, picture.Height * scale, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(palette["paper"].Light));
        canvas.Scale(scale);
        foreach (var layer in picture.Layers)
            Paint(canvas, layer, picture.Typefaces, palette);
        return Encode(surface, SKPngEncoderFilterFlags.Sub, effort: 3);
    }

    /// <summary>Writes what was painted as a PNG file.</summary>
    /// <param name="surface">What was painted.</param>
    /// <param name="filter">How a row is told: of flat colours best as it is, of many shades by what changes along it.</param>
    /// <param name="effort">How hard to press it, up to 9: small files take longer.</param>
    internal static byte[] Encode(SKSurface surface, SKPngEncoderFilterFlags filter, int effort)
    {
        using var pixels = surface.PeekPixels();
        using var data = pixels.Encode(new SKPngEncoderOptions(filter, effort)) ?? throw new InvalidOperationException("the picture cannot be written as PNG");
        return data.ToArray();
    }

    /// <summary>Paints a drawing at its place.</summary>
    internal static void Paint(SKCanvas canvas, PictureLayer layer, Typefaces typefaces, Palette palette)
    {
        canvas.Save();
        canvas.Translate((float)layer.X, (float)layer.Y);
        canvas.Scale((float)layer.Scale);
        foreach (var mark in layer.Drawing.Marks)
        {
            foreach (var element in mark.Elements)
            {
                if (element.Part is { Line: { } line })
                    PaintLine(canvas, line, mark.IsLit, typefaces, palette);
                else if (element.Part is { Paint: { } paint })
                    PaintShape(canvas, element, paint, mark.IsLit, palette);
            }
        }

        canvas.Restore();
    }

    private static void PaintShape(SKCanvas canvas, Element element, Paint paint, bool isLit, Palette palette)
    {
        var inks = Inks.Of(paint, isLit);
        using var path = PathOf(element);
        using var ink = new SKPaint { IsAntialias = !paint.IsVeil };
        if (inks.Fill is { } fill)
        {
            ink.ColorF = ((SKColorF)SKColor.Parse(palette[fill].Light)).WithAlpha(paint.Opacity);
            if (paint.Hatch)
                PaintStripes(canvas, path, ink, Hatching.Stripe(palette[fill].Use));
            else
                canvas.DrawPath(path, ink);
        }

        if (inks.Stroke is { } stroke)
        {
            ink.Color = SKColor.Parse(palette[stroke].Light);
            ink.Style = SKPaintStyle.Stroke;
            ink.StrokeWidth = paint.Width;
            ink.StrokeCap = paint.Round ? SKStrokeCap.Round : SKStrokeCap.Butt;
            using var dashes = paint.Dash is null ? null : SKPathEffect.CreateDash(Dashes(paint.Dash), 0);
            ink.PathEffect = dashes;
            canvas.DrawPath(path, ink);
        }
    }

    private static void PaintStripes(SKCanvas canvas, SKPath path, SKPaint ink, float stripe)
    {
        // Turned back, the shape's bounds hold every stripe that can meet it.
        var turn = SKMatrix.CreateRotationDegrees(Hatching.Angle);
        var bounds = turn.Invert().MapRect(path.Bounds);
        canvas.Save();
        canvas.ClipPath(path, SKClipOperation.Intersect, antialias: true);
        canvas.Concat(turn);
        for (var x = MathF.Floor(bounds.Left / Hatching.Pitch) * Hatching.Pitch; x < bounds.Right; x += Hatching.Pitch)
            canvas.DrawRect(x, bounds.Top, stripe, bounds.Height, ink);
        canvas.Restore();
    }

    private static void PaintLine(SKCanvas canvas, TextLine line, bool isLit, Typefaces typefaces, Palette palette)
    {
        using var ink = new SKPaint { IsAntialias = true, StrokeWidth = HaloWidth, StrokeJoin = SKStrokeJoin.Round };
        var runs = line.Place(typefaces);
        if (line.Halo)
        {
            // A letter's rim is drawn once for all places where it stands, which outlines would not be.
            ink.Style = SKPaintStyle.Stroke;
            ink.Color = SKColor.Parse(palette["paper"].Light);
            runs.ForEach(r => canvas.DrawText(r.Run.Text, (float)r.X, (float)line.Y, SKTextAlign.Left, typefaces.FontOf(r.Run.Style), ink));
            ink.Style = SKPaintStyle.Fill;
        }

        foreach (var (run, x) in runs)
        {
            using var letters = typefaces.Outline(run.Text, run.Style, x, line.Y);
            ink.Color = SKColor.Parse(palette[Inks.OfText(run.Style, isLit)].Light);
            canvas.DrawPath(letters, ink);
        }
    }

    internal static SKPath PathOf(Element element)
    {
        var path = new SKPath();
        switch (element.Name)
        {
            case "rect":
                var box = SKRect.Create(Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));
                path.AddRoundRect(box, Number(element, "rx"), Number(element, "ry"));
                break;
            case "circle":
                path.AddCircle(Number(element, "cx"), Number(element, "cy"), Number(element, "r"));
                break;
            case "line":
                path.MoveTo(Number(element, "x1"), Number(element, "y1"));
                path.LineTo(Number(element, "x2"), Number(element, "y2"));
                break;
            case "path":
                path.Dispose();
                return SKPath.ParseSvgPathData(element.Attributes.First(a => a.Key == "d").Value);
            default:
                throw new NotSupportedException($"a picture cannot hold a {element.Name}");
        }

        return path;
    }

    private static float Number(Element element, string name) =>
        element.Attributes.FirstOrDefault(a => a.Key == name).Value is { } value ? float.Parse(value, CultureInfo.InvariantCulture) : 0;

    // An odd number of dashes and gaps is gone through twice, as in SVG.
    private static float[] Dashes(string pattern)
    {
        var lengths = pattern.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(d => float.Parse(d, CultureInfo.InvariantCulture)).ToArray();
        return lengths.Length % 2 == 0 ? lengths : [.. lengths, .. lengths];
    }
}
