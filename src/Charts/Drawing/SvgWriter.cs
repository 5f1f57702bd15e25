using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Explainer.Charts;

/// <summary>Writes drawings as inline SVG, and what states change as JSON. Colours are classes; the style sheet gives them their values.</summary>
public static class SvgWriter
{
    /// <summary>The mark's class while its state does not have it.</summary>
    public const string OffClass = "off";

    /// <summary>The mark's class while it stands back behind others.</summary>
    public const string UnlitClass = "unlit";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Default };

    /// <summary>Writes the marks of every state, shown as a given state has them.</summary>
    public static string Write(DrawnArtboard drawn, int state)
    {
        var present = drawn.Drawings[state].Marks.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var text = Open(drawn.Artboard, drawn.Drawings[state]);
        foreach (var mark in drawn.ShownIn(state))
            Write(text, mark, isOff: !present.Contains(mark.Key));
        return text.Append("</svg>").ToString();
    }

    /// <summary>Writes one state alone, for places where nothing moves.</summary>
    public static string WriteStill(DrawnArtboard drawn, int state)
    {
        var text = Open(drawn.Artboard, drawn.Drawings[state]);
        foreach (var mark in drawn.Drawings[state].Marks)
            Write(text, mark, isOff: false);
        return text.Append("</svg>").ToString();
    }

    /// <summary>
    /// Writes what each state changes against the one that the page shows first: <c>off</c> lists absent marks by index, <c>set</c> gives
    /// changed ones as [lit, element, …], an element being 0 when unchanged, its differing attributes, or its whole markup.
    /// </summary>
    public static string WriteDeltas(DrawnChart chart, int from)
    {
        var states = chart.Spec.States;
        var boards = new JsonObject();
        foreach (var drawn in chart.Artboards)
        {
            var byState = new JsonObject();
            var shown = drawn.ShownIn(from);
            for (var i = 0; i < states.Length; i++)
            {
                var delta = drawn.Delta(from, i);
                var set = new JsonObject();
                foreach (var (index, mark) in delta.Changed)
                    set[index.ToString(CultureInfo.InvariantCulture)] = Changes(shown[index], mark);
                byState[states[i].Name] = new JsonObject { ["off"] = new JsonArray([.. delta.Absent.Select(a => (JsonNode)a)]), ["set"] = set };
            }

            boards[drawn.Artboard.Name] = byState;
        }

        return boards.ToJsonString(Json);
    }

    private static StringBuilder Open(Artboard artboard, KeyedDrawing drawing) => new StringBuilder().Append(
        CultureInfo.InvariantCulture,
        $"<svg class=\"artboard {artboard.Name}\" viewBox=\"0 0 {drawing.Width} {drawing.Height}\" width=\"{drawing.Width}\" height=\"{drawing.Height}\" preserveAspectRatio=\"xMinYMid\" aria-hidden=\"true\" focusable=\"false\">");

    private static void Write(StringBuilder text, KeyedMark mark, bool isOff)
    {
        text.Append("<g data-key=\"").Append(System.Net.WebUtility.HtmlEncode(mark.Key)).Append('"');
        var classes = string.Join(' ', new[] { isOff ? OffClass : null, mark.IsLit ? null : UnlitClass }.OfType<string>());
        if (classes.Length > 0)
            text.Append(" class=\"").Append(classes).Append('"');
        text.Append('>');
        foreach (var element in mark.Elements)
            Write(text, element);
        text.Append("</g>");
    }

    private static void Write(StringBuilder text, Element element)
    {
        text.Append('<').Append(element.Name);
        foreach (var (name, value) in element.Attributes)
            text.Append(' ').Append(name).Append("=\"").Append(value).Append('"');
        if (element.Content.Length == 0)
            text.Append("/>");
        else
            text.Append('>').Append(element.Content).Append("</").Append(element.Name).Append('>');
    }

    private static JsonArray Changes(KeyedMark from, KeyedMark to)
    {
        var changes = new JsonArray { to.IsLit ? 1 : 0 };
        for (var i = 0; i < to.Elements.Length; i++)
            changes.Add(i < from.Elements.Length ? Change(from.Elements[i], to.Elements[i]) : Markup(to.Elements[i]));
        return changes;
    }

    private static JsonNode Change(Element from, Element to)
    {
        if (from.Equals(to))
            return 0;
        if (from.Name != to.Name || from.Content != to.Content || !from.Attributes.Select(a => a.Key).SequenceEqual(to.Attributes.Select(a => a.Key)))
            return Markup(to);
        var changed = new JsonObject();
        for (var i = 0; i < to.Attributes.Length; i++)
        {
            if (from.Attributes[i].Value != to.Attributes[i].Value)
                changed[to.Attributes[i].Key] = to.Attributes[i].Value;
        }

        return changed;
    }

    private static JsonNode Markup(Element element)
    {
        var text = new StringBuilder();
        Write(text, element);
        return text.ToString();
    }
}
