using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Explainer.Charts;

/// <summary>Writes drawings as inline SVG, and all their states as JSON. Colours are classes; the style sheet gives them their values.</summary>
public static class SvgWriter
{
    /// <summary>The mark's class while its state does not have it.</summary>
    public const string OffClass = "off";

    /// <summary>The mark's class while it stands back behind others.</summary>
    public const string UnlitClass = "unlit";

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one state alone.</summary>
    /// <param name="drawn">The drawing.</param>
    /// <param name="state">The index of its state.</param>
    /// <param name="source">The address of the drawing with all states, <see cref="WriteStates"/>; null where it never changes.</param>
    public static string WriteStill(DrawnArtboard drawn, int state, string? source = null)
    {
        var text = Open(drawn, state, source);
        foreach (var mark in drawn.Drawings[state].Marks)
            Write(text, mark, isOff: false);
        return text.Append("</svg>").ToString();
    }

    /// <summary>Writes the room of a drawing that is still to come from an address.</summary>
    public static string WriteRoom(DrawnArtboard drawn, string source) => Open(drawn, 0, source).Append("</svg>").ToString();

    /// <summary>
    /// Writes a drawing with all its states as JSON: <c>marks</c> is the markup of every mark as the first state has it, absent ones with the
    /// class <c>off</c>; <c>states</c> is what each state changes against that: <c>off</c> lists absent marks by index, <c>set</c> gives
    /// changed ones as [lit, element, …], an element being 0 when unchanged, its differing attributes, or its whole markup.
    /// </summary>
    public static string WriteStates(DrawnArtboard drawn, ImmutableArray<StateSpec> states)
    {
        var shown = drawn.ShownIn(0);
        var present = drawn.Drawings[0].Marks.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var marks = new StringBuilder();
        foreach (var mark in shown)
            Write(marks, mark, isOff: !present.Contains(mark.Key));

        var byState = new JsonObject();
        for (var i = 0; i < states.Length; i++)
        {
            var delta = drawn.Delta(0, i);
            var set = new JsonObject();
            foreach (var (index, mark) in delta.Changed)
                set[index.ToString(CultureInfo.InvariantCulture)] = Changes(shown[index], mark);
            byState[states[i].Name] = new JsonObject { ["off"] = new JsonArray([.. delta.Absent.Select(a => (JsonNode)a)]), ["set"] = set };
        }

        return new JsonObject { ["marks"] = marks.ToString(), ["states"] = byState }.ToJsonString(Json);
    }

    private static StringBuilder Open(DrawnArtboard drawn, int state, string? source)
    {
        var (width, height) = (drawn.Drawings[state].Width, drawn.Drawings[state].Height);
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"<svg class=\"artboard {drawn.Artboard.Name}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"xMinYMid\" aria-hidden=\"true\" focusable=\"false\"");
        if (source is not null)
            text.Append(" data-drawing=\"").Append(source).Append('"');
        return text.Append('>');
    }

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
