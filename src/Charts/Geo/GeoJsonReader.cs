using System.Text;
using System.Text.Json;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>
/// Reads a map of an author's own: a GeoJSON FeatureCollection of polygons in longitudes and latitudes, each feature
/// with its code as <c>id</c>, beside or among its properties.
/// </summary>
public sealed class GeoJsonReader
{
    private const int LargestText = 8 * 1024 * 1024;
    private const int DeepestLevel = 64;

    private readonly SourceText _source;
    private readonly byte[] _bytes;
    private readonly ICollection<Diagnostic> _findings;
    private readonly List<(string Code, string Name, List<int[]> Polygons)> _regions = [];
    private readonly List<(double Lon, double Lat)[]> _rings = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private bool _isBroken;

    private GeoJsonReader(SourceText source, ICollection<Diagnostic> findings) =>
        (_source, _bytes, _findings) = (source, Encoding.UTF8.GetBytes(source.Content), findings);

    /// <summary>The regions of a file; null, with findings, when it cannot be a map.</summary>
    public static Atlas? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        var reader = new GeoJsonReader(source, findings);
        if (reader.IsJson() && reader.ReadCollection() && !reader._isBroken && reader._regions.Count == 0)
            reader.Report("EX0332", 0, "no feature of this map is a Polygon or MultiPolygon", "give each region its outline");
        return reader._isBroken ? null : reader.Made();
    }

    private static (double Lon, double Lat)? PointOf(JsonElement point)
    {
        if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() < 2 || point[0].ValueKind != JsonValueKind.Number || point[1].ValueKind != JsonValueKind.Number)
            return null;
        return point[0].TryGetDouble(out var lon) && point[1].TryGetDouble(out var lat) && Math.Abs(lon) <= 180 && Math.Abs(lat) <= 90
            ? (GeoPoint.Wrapped(lon), lat)
            : null;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.ValueKind switch { JsonValueKind.String => value.GetString(), JsonValueKind.Number => value.GetRawText(), _ => null }
            : null;

    private Atlas Made()
    {
        var (arcs, rings) = Topology.Of(_rings);
        return Atlas.Of(_regions.Select(r => (r.Code, r.Name, r.Polygons.Select(p => p.Select(i => rings[i]).ToArray()).ToArray())), arcs);
    }

    // The whole text is gone through once, so that what follows need not fear it.
    private bool IsJson()
    {
        if (_bytes.Length > LargestText)
            return Report("EX0335", 0, "this map is larger than 8 MB", "simplify its outlines, for instance to a thousandth of a degree");
        var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (json.Read())
            {
                if (json.CurrentDepth > DeepestLevel)
                    return Report("EX0335", json.TokenStartIndex, $"this map is nested more than {DeepestLevel} levels deep", "keep properties simple");
                // Half a character in an escape shows only when it is read.
                if (json.ValueIsEscaped)
                    json.GetString();
            }
        }
        catch (JsonException)
        {
            return Report("EX0330", json.BytesConsumed, "this is not JSON: it cannot be read from here on", "check brackets, quotes and commas before this place, or export the map anew");
        }
        catch (InvalidOperationException)
        {
            return Report("EX0330", json.TokenStartIndex, "this text has one half of a character that is escaped in two", "write both, such as \\ud83d\\ude00, or the character itself");
        }

        return true;
    }

    private bool ReadCollection()
    {
        var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = int.MaxValue });
        json.Read();
        var (isCollection, hasFeatures) = (false, false);
        while (json.TokenType != JsonTokenType.StartArray && json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString();
            json.Read();
            if (name == "type" && json.TokenType == JsonTokenType.String)
                isCollection = json.GetString() == "FeatureCollection";
            if (name == "features" && json.TokenType == JsonTokenType.StartArray)
            {
                hasFeatures = true;
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    var at = json.TokenStartIndex;
                    using var feature = JsonDocument.ParseValue(ref json);
                    ReadFeature(feature.RootElement, at);
                }
            }
            else
            {
                json.Skip();
            }
        }

        return (isCollection && hasFeatures) || Report("EX0331", 0, "this is not a GeoJSON FeatureCollection", "export the map as GeoJSON, with \"type\": \"FeatureCollection\" and a list of \"features\"");
    }

    private void ReadFeature(JsonElement feature, long at)
    {
        if (feature.ValueKind != JsonValueKind.Object || !feature.TryGetProperty("geometry", out var geometry) || Text(geometry, "type") is not ("Polygon" or "MultiPolygon"))
            return;
        var properties = feature.TryGetProperty("properties", out var p) ? p : default;
        var code = Text(properties, "id") ?? Text(feature, "id");
        if (string.IsNullOrEmpty(code))
        {
            Report("EX0333", at, "this region has no id", "give the feature an \"id\", beside or among its properties: the word that data calls it by");
            return;
        }

        if (!_codes.Add(code))
        {
            Report("EX0333", at, $"a second region has the id '{code}'", "join its parts to a MultiPolygon, or rename one");
            return;
        }

        var isMany = Text(geometry, "type") == "MultiPolygon";
        var coordinates = geometry.TryGetProperty("coordinates", out var c) ? c : default;
        var polygons = new List<int[]>();
        foreach (var polygon in isMany ? Items(coordinates) : [coordinates])
        {
            var first = _rings.Count;
            foreach (var ring in Items(polygon))
            {
                if (!ReadRing(ring, code, at))
                    return;
            }

            if (_rings.Count > first)
                polygons.Add([.. Enumerable.Range(first, _rings.Count - first)]);
        }

        if (polygons.Count == 0)
            Report("EX0332", at, $"the region '{code}' has no outline", "give it one, or take it out");
        else
            _regions.Add((code, Text(properties, "name") ?? code, polygons));
    }

    private bool ReadRing(JsonElement ring, string code, long at)
    {
        var points = new List<(double Lon, double Lat)>();
        foreach (var item in Items(ring))
        {
            if (PointOf(item) is not { } point)
            {
                var wrong = item.GetRawText() is { Length: > 60 } longer ? longer[..60] + "…" : item.GetRawText();
                return Report("EX0334", at, $"'{code}' has a point that is no longitude from -180 to 180 and latitude from -90 to 90: {wrong}", "export the map in WGS 84 (EPSG:4326)");
            }

            if (points.Count == 0 || points[^1] != point)
                points.Add(point);
        }

        if (points.Count > 1 && points[0] == points[^1])
            points.RemoveAt(points.Count - 1);
        if (points.Distinct().Count() < 3)
            return Report("EX0334", at, $"'{code}' has an outline of fewer than three points", "take it out, or draw it whole");
        _rings.Add([.. points]);
        return true;
    }

    private static JsonElement[] Items(JsonElement list) => list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    // Always false, for those who return it.
    private bool Report(string code, long at, string message, string hint)
    {
        _isBroken = true;
        var start = Encoding.UTF8.GetCharCount(_bytes.AsSpan(0, (int)Math.Min(at, _bytes.Length)));
        _findings.Add(Diagnostic.Error(code, _source.Span(start, start + 1), message, hint));
        return false;
    }
}
