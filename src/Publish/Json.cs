using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Explainer.Publish;

/// <summary>How JSON is written: letters of every script stay as they are.</summary>
internal static class Json
{
    /// <summary>In one line, for pages.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>In lines, for files.</summary>
    public static JsonSerializerOptions Indented { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>A value for an element of a page, which nothing in it can end.</summary>
    public static string InElement(JsonNode value) => value.ToJsonString(Compact).Replace("<", "\\u003C", StringComparison.Ordinal);
}
