using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainer.Diagnostics;
using Explainer.Input;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>The mark by which a site is known among others, from <c>theme/mark.yml</c>: a few shapes on a square.</summary>
public sealed class SiteMark
{
    /// <summary>The side of the square on which it is drawn.</summary>
    private const int Side = 32;

    private readonly ImmutableArray<MarkShape> _shapes;

    private SiteMark(ImmutableArray<MarkShape> shapes) => _shapes = shapes;

    /// <summary>Reads the file of the mark; null, with findings, when anything is wrong in it.</summary>
    public static SiteMark? Read(SourceText source, Palette palette, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (MapReader.OfFile(source, "the site's mark", findings) is not { } map)
            return null;
        map.RequiredNode("shapes");
        var shapes = map.List("shapes").Select(s => ReadShape(s, palette, findings)).OfType<MarkShape>().ToImmutableArray();
        map.Finish();
        return findings.Count == before ? new SiteMark(shapes) : null;
    }

    /// <summary>The mark on its ground as SVG: in light colours, and in dark ones where readers want dark.</summary>
    public string Svg(Palette palette)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Side} {Side}\"><style>{DarkStyles(palette)}</style><rect width=\"{Side}\" height=\"{Side}\" rx=\"{Side / 5}\" fill=\"{palette["paper"].Light}\" class=\"f-paper\"/>");
        foreach (var (path, fill, stroke, width) in _shapes)
        {
            svg.Append($"<path d=\"{path}\" fill=\"{(fill is null ? "none" : palette[fill].Light)}\"");
            if (stroke is not null)
                svg.Append(CultureInfo.InvariantCulture, $" stroke=\"{palette[stroke].Light}\" stroke-width=\"{width}\"");
            svg.Append($" class=\"{string.Join(' ', new[] { fill is null ? null : "f-" + fill, stroke is null ? null : "s-" + stroke }.OfType<string>())}\"/>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>The styles within the SVG: its dark colours.</summary>
    public string DarkStyles(Palette palette)
    {
        var roles = _shapes.SelectMany(s => new[] { s.Fill, s.Stroke }).OfType<string>().Append("paper").Distinct().Order(StringComparer.Ordinal);
        return $"@media (prefers-color-scheme: dark){{{string.Concat(roles.Select(role => $".f-{role}{{fill:{palette[role].Dark}}}.s-{role}{{stroke:{palette[role].Dark}}}"))}}}";
    }

    /// <summary>The mark on its ground as PNG, in light colours, with the corners that phones cut as they like.</summary>
    public byte[] Png(Palette palette, int size)
    {
        using var surface = SKSurface.Create(new SKImageInfo(size, size, SKColorType.Rgba8888, SKAlphaType.Opaque));
        surface.Canvas.Clear(SKColor.Parse(palette["paper"].Light));
        Paint(surface.Canvas, palette, 0, 0, size);
        return PicturePng.Encode(surface, SKPngEncoderFilterFlags.None, effort: 6);
    }

    /// <summary>Paints the mark alone, in light colours.</summary>
    internal void Paint(SKCanvas canvas, Palette palette, double x, double y, double size)
    {
        using var ink = new SKPaint { IsAntialias = true };
        canvas.Save();
        canvas.Translate((float)x, (float)y);
        canvas.Scale((float)size / Side);
        foreach (var shape in _shapes)
        {
            using var path = SKPath.ParseSvgPathData(shape.Path);
            foreach (var (role, style) in new[] { (shape.Fill, SKPaintStyle.Fill), (shape.Stroke, SKPaintStyle.Stroke) })
            {
                if (role is null)
                    continue;
                ink.Color = SKColor.Parse(palette[role].Light);
                ink.Style = style;
                ink.StrokeWidth = (float)shape.Width;
                canvas.DrawPath(path, ink);
            }
        }

        canvas.Restore();
    }

    private static MarkShape? ReadShape(YamlNode node, Palette palette, ICollection<Diagnostic> findings)
    {
        if (MapReader.Of(node, "a shape of the site's mark", findings) is not { } map)
            return null;
        var start = node.Span.Head;
        var circle = map.Scalars("circle").Select(s => map.ReadNumber(s, "'circle'")).ToList();
        var written = map.Scalar("path");
        var fill = Role("fill");
        var stroke = Role("stroke");
        var width = map.Number("width") ?? 1;
        map.Finish();
        using var outline = written is null ? null : SKPath.ParseSvgPathData(written.Value);
        var path = outline is { IsEmpty: false } ? outline.ToSvgPathData() : circle is [{ } x, { } y, { } radius] && radius > 0 ? Circle(x, y, radius) : null;
        if (path is null || (written is null) == (circle.Count == 0))
            findings.Add(Diagnostic.Error("EX0505", written?.Span ?? start, "this shape of the site's mark is neither a circle nor a path", "write circle: [x, y, radius], or path: and an outline as SVG writes it"));
        else if (map.Node("fill") is null && map.Node("stroke") is null)
            findings.Add(Diagnostic.Error("EX0505", start, "this shape of the site's mark would not be seen", "give it a fill or a stroke, such as fill: ink"));
        return path is null ? null : new MarkShape(path, fill, stroke, width);

        string? Role(string key)
        {
            if (map.Scalar(key) is not { } scalar)
                return null;
            if (palette.Colours.Any(c => c.Role == scalar.Value))
                return scalar.Value;
            findings.Add(Diagnostic.Error("EX0505", scalar.Span, $"'{scalar.Value}' is no role of theme/colours.yml", Nearest.Hint(scalar.Value, [.. palette.Colours.Select(c => c.Role)])));
            return null;
        }
    }

    private static string Circle(double x, double y, double radius) =>
        string.Create(CultureInfo.InvariantCulture, $"M{x - radius:0.##} {y:0.##}a{radius:0.##} {radius:0.##} 0 1 0 {2 * radius:0.##} 0a{radius:0.##} {radius:0.##} 0 1 0 {-2 * radius:0.##} 0z");
}
