using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Explainer.Publish;

/// <summary>How JSON is written: letters of every script stay as they are.</summary>
internal static class Json
{
    /// <summary>In lines, for files.</summary>
    public static JsonSerializerOptions Indented { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The library escapes spaces that do not break, which then are no spaces for what sets a page's lines.
    private static readonly Regex Escape = new(@"\\(?:u(?<space>00A0|202F)|.)");

    /// <summary>A value in one line, for an attribute, in which it is encoded.</summary>
    public static string InAttribute<T>(T value) => Escape.Replace(
        JsonSerializer.Serialize(value, Compact),
        e => e.Groups["space"] is { Success: true } space ? ((char)int.Parse(space.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString() : e.Value);

    /// <summary>A value for an element of a page, which nothing in it can end.</summary>
    public static string InElement(JsonNode value) => InAttribute(value).Replace("<", "\\u003C", StringComparison.Ordinal);
}
