using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace Explainer.Charts;

/// <summary>
/// Finds a sketch's marks again in the SVG that ScottPlot drew, by the numbered clips of <see cref="NumberedPlottable"/>,
/// and writes each part anew: geometry from the SVG, rounded; colour roles, anchors and words from what the sketch knows.
/// </summary>
internal static class SvgReader
{
    private static readonly string[] Geometry = ["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2", "y2", "d"];

    public static KeyedDrawing Read(Stream svg, int width, int height, IReadOnlyList<(string Key, bool IsLit)> marks, IReadOnlyList<Part> parts)
    {
        var elements = marks.Select(_ => ImmutableArray.CreateBuilder<Element>()).ToList();
        var clips = new Dictionary<string, int>(StringComparer.Ordinal);
        var drawn = new HashSet<int>();
        using var reader = XmlReader.Create(svg, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });

        var clip = "";
        var numbers = new Stack<int?>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement && reader.Name == "g")
                numbers.Pop();
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.Name)
            {
                case "svg":
                    break;
                case "clipPath":
                    clip = reader.GetAttribute("id") ?? "";
                    break;
                case "g":
                    var url = reader.GetAttribute("clip-path") ?? "";
                    int? number = url.Length > 6 && clips.TryGetValue(url[5..^1], out var n) ? n : null;
                    if (!reader.IsEmptyElement)
                        numbers.Push(number ?? (numbers.Count > 0 ? numbers.Peek() : null));
                    break;
                case "rect" when clip.Length > 0:
                    if (double.TryParse(reader.GetAttribute("x"), CultureInfo.InvariantCulture, out var left) && left <= NumberedPlottable.FarLeft)
                        clips[clip] = (int)(NumberedPlottable.FarLeft - left);
                    clip = "";
                    break;
                default:
                    if (numbers.Count > 0 && numbers.Peek() is { } part && drawn.Add(part))
                        elements[parts[part].Mark].Add((parts[part].Line is { } line ? WriteText(line) : WriteShape(reader, parts[part].Paint!, parts[part].Outline)) with { Part = parts[part] });
                    break;
            }
        }

        return new KeyedDrawing(width, height, [.. marks.Select((m, i) => new KeyedMark(m.Key, m.IsLit, elements[i].ToImmutable()))]);
    }

    private static Element WriteShape(XmlReader reader, Paint paint, DrawnOutline? outline)
    {
        var name = reader.Name == "ellipse" ? "circle" : reader.Name;
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var attribute in Geometry)
        {
            if (reader.GetAttribute(attribute) is not { } value)
                continue;
            if (name == "circle" && attribute is "rx" or "ry")
            {
                if (attribute == "rx")
                    attributes.Add(new("r", Round(value)));
            }
            else
            {
                attributes.Add(new(attribute, attribute == "d" ? paint is { IsDots: true, Dash: not null } ? OutlinePath.WriteLevel(value) : paint.IsDots ? DotPath(value) : outline is not null ? outline.Keep(value) : RoundPath(value) : Round(value)));
            }
        }

        attributes.Add(new("class", Classes(paint)));
        if (paint.Stroke is not null)
            attributes.Add(new("stroke-width", Number(paint.Width)));
        if (paint.Dash is not null)
            attributes.Add(new("stroke-dasharray", paint.Dash));
        if (paint.Round)
            attributes.Add(new("stroke-linecap", "round"));
        if (paint.Opacity < 1)
            attributes.Add(new("fill-opacity", paint.Opacity.ToString("0.##", CultureInfo.InvariantCulture)));
        if (paint.IsVeil)
            attributes.Add(new("shape-rendering", "crispEdges"));
        return new Element(name, attributes.ToImmutable());
    }

    private static string Classes(Paint paint) => string.Join(' ', new[]
    {
        paint.Fill is null ? "n" : (paint.Hatch ? "h-" : "f-") + paint.Fill,
        paint.Stroke is null ? null : "s-" + paint.Stroke,
    }.Where(c => c is not null));

    private static Element WriteText(TextLine line)
    {
        var attributes = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        attributes.Add(new("x", Number(line.X)));
        attributes.Add(new("y", Number(line.Y)));
        if (line.Anchor != Anchor.Start)
            attributes.Add(new("text-anchor", line.Anchor == Anchor.Middle ? "middle" : "end"));

        // The first run's style stands on the line itself; only runs that differ need an element of their own.
        var style = line.Runs[0].Style;
        attributes.Add(new("class", TextClasses(style) + (line.Halo ? " halo" : "")));
        attributes.Add(new("font-size", Number(style.Size)));
        var content = new StringBuilder();
        foreach (var run in line.Runs)
        {
            var words = WebUtility.HtmlEncode(run.Text);
            if (run.Style == style)
                content.Append(words);
            else
                content.Append(CultureInfo.InvariantCulture, $"<tspan class=\"{TextClasses(run.Style)}\" font-size=\"{Number(run.Style.Size)}\">{words}</tspan>");
        }

        return new Element("text", attributes.ToImmutable(), content.ToString());
    }

    private static string TextClasses(TextStyle style) => "f-" + style.Role + (style.Bold ? " b" : "");

    private static string Round(string value) => Number(double.Parse(value, CultureInfo.InvariantCulture));

    private static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    // Each dot is told from the one before it, in tenths of a pixel and in the order in which it was drawn. Every dot is written
    // alike, so that the same dots can glide from any places to any others.
    private static string DotPath(string d)
    {
        var text = new StringBuilder();
        var (x, y) = (0, 0);
        foreach (var dot in d.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = dot.AsSpan(0, dot.IndexOf('L', StringComparison.Ordinal)).Trim();
            var space = at.IndexOf(' ');
            var (right, down) = (Tenths(at[..space]), Tenths(at[space..]));
            text.Append(text.Length == 0 ? 'M' : 'm');
            AppendTenths(text, right - x);
            text.Append(' ');
            AppendTenths(text, down - y);
            text.Append("h0");
            (x, y) = (right, down);
        }

        return text.ToString();
    }

    private static int Tenths(ReadOnlySpan<char> value) => (int)Math.Round(10 * double.Parse(value, CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);

    private static void AppendTenths(StringBuilder text, int tenths)
    {
        if (tenths < 0)
            text.Append('-');
        text.Append(Math.Abs(tenths) / 10);
        if (tenths % 10 != 0)
            text.Append('.').Append(Math.Abs(tenths) % 10);
    }

    private static string RoundPath(string d)
    {
        var text = new StringBuilder(d.Length);
        for (var i = 0; i < d.Length;)
        {
            if (char.IsAsciiDigit(d[i]) || d[i] is '-' or '.')
            {
                var start = i++;
                while (i < d.Length && (char.IsAsciiDigit(d[i]) || d[i] is '.' or 'e' || (d[i] is '-' or '+' && d[i - 1] == 'e')))
                    i++;
                text.Append(Round(d[start..i]));
            }
            else
            {
                text.Append(d[i++]);
            }
        }

        return text.ToString();
    }
}
