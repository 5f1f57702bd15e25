using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;

namespace Explainer.Charts;

/// <summary>Writes a picture as SVG that opens alike in any program: colours are attributes, and letters are outlines.</summary>
public static class PictureSvg
{
    private const double HaloWidth = 4;

    /// <summary>Writes the picture in the light colours of a palette.</summary>
    public static string Write(ChartPicture picture, Palette palette)
    {
        var letters = new Outlines(picture.Id, picture.Typefaces);
        var body = new StringBuilder();
        foreach (var layer in picture.Layers)
        {
            var scale = layer.Scale == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" scale({layer.Scale:0.####})");
            body.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({layer.X:0.##} {layer.Y:0.##}){scale}\">");
            foreach (var mark in layer.Drawing.Marks.Where(m => !m.Elements.IsEmpty))
                Write(body, mark, picture.Id, letters, palette);
            body.Append("</g>");
        }

        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{picture.Width}\" height=\"{picture.Height}\" viewBox=\"0 0 {picture.Width} {picture.Height}\" role=\"img\" aria-labelledby=\"{picture.Id}-title {picture.Id}-desc\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{picture.Id}-title\">{WebUtility.HtmlEncode(picture.Words)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<desc id=\"{picture.Id}-desc\">{WebUtility.HtmlEncode(picture.Description)}</desc>");
        svg.Append("<defs>");
        WriteHatches(svg, picture, palette);
        svg.Append(letters.Shapes).Append("</defs>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{picture.Width}\" height=\"{picture.Height}\" fill=\"{palette["paper"].Light}\"/>");
        return svg.Append(body).Append("</svg>\n").ToString();
    }

    private static void WriteHatches(StringBuilder svg, ChartPicture picture, Palette palette)
    {
        var roles =
            from layer in picture.Layers
            from mark in layer.Drawing.Marks
            from element in mark.Elements
            where element.Part?.Paint is { Hatch: true }
            select Inks.Of(element.Part!.Paint!, mark.IsLit).Fill;
        foreach (var role in roles.ToImmutableSortedSet(StringComparer.Ordinal))
            svg.Append(Hatching.Pattern($"{picture.Id}-hatch-{role}", palette[role].Use, $"stroke=\"{palette[role].Light}\""));
    }

    private static void Write(StringBuilder svg, KeyedMark mark, string id, Outlines letters, Palette palette)
    {
        svg.Append("<g>");
        foreach (var element in mark.Elements)
        {
            if (element.Part is { Line: { } line })
                WriteLine(svg, line, mark.IsLit, letters, palette);
            else if (element.Part is { Paint: { } paint })
                WriteShape(svg, element, paint, mark.IsLit, id, palette);
        }

        svg.Append("</g>");
    }

    private static void WriteShape(StringBuilder svg, Element element, Paint paint, bool isLit, string id, Palette palette)
    {
        var inks = Inks.Of(paint, isLit);
        svg.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes.Where(a => a.Key != "class"))
            svg.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        svg.Append(" fill=\"").Append(inks.Fill is null ? "none" : paint.Hatch ? $"url(#{id}-hatch-{inks.Fill})" : palette[inks.Fill].Light).Append('"');
        if (inks.Stroke is not null)
            svg.Append(" stroke=\"").Append(palette[inks.Stroke].Light).Append('"');
        svg.Append("/>");
    }

    // Not every program knows that a rim may be painted before the letters, so it is a shape of its own beneath them.
    private static void WriteLine(StringBuilder svg, TextLine line, bool isLit, Outlines letters, Palette palette)
    {
        var paper = palette["paper"].Light;
        var runs = line.Place(letters.Typefaces);
        if (line.Halo)
        {
            foreach (var (run, x) in runs)
                letters.Write(svg, run, x, line.Y, paper, (paper, HaloWidth));
        }

        foreach (var (run, x) in runs)
            letters.Write(svg, run, x, line.Y, palette[Inks.OfText(run.Style, isLit)].Light);
    }
}
