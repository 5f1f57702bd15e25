using System.Text.Json;

namespace Explainer.Charts;

/// <summary>Unpacks <c>world.json</c>, which <c>build-world.py</c> has made.</summary>
internal static class PackedWorld
{
    // The first half ends a number, the second half goes on.
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

    private static readonly byte[] Values = [.. Enumerable.Range(0, 128).Select(c => (byte)Math.Max(0, Digits.IndexOf((char)c, StringComparison.Ordinal)))];

    public static Atlas Read()
    {
        using var stream = typeof(PackedWorld).Assembly.GetManifestResourceStream("world.json") ?? throw new InvalidOperationException("world.json is not in the assembly");
        using var json = JsonDocument.Parse(stream);
        var grid = json.RootElement.GetProperty("grid").GetDouble();
        var regions = json.RootElement.GetProperty("regions").EnumerateArray().Select(r => (
            r.GetProperty("id").GetString()!,
            r.GetProperty("name").GetString()!,
            Each(r.GetProperty("arcs"), polygon => Each(polygon, ring => Each(ring, arc => arc.GetInt32())))));
        return Atlas.Of([.. regions], Each(json.RootElement.GetProperty("arcs"), a => Unpacked(a.GetString()!, grid)));
    }

    private static T[] Each<T>(JsonElement list, Func<JsonElement, T> read) => [.. list.EnumerateArray().Select(read)];

    private static (double Lon, double Lat)[] Unpacked(string text, double grid)
    {
        var points = new List<(double, double)>();
        var (x, y, i) = (0, 0, 0);
        while (i < text.Length)
        {
            x += Number();
            y += Number();
            points.Add((x * grid, y * grid));
        }

        return [.. points];

        int Number()
        {
            var (number, shift, digit) = (0, 0, 0);
            do
            {
                digit = Values[text[i++]];
                number |= (digit & 31) << shift;
                shift += 5;
            }
            while (digit >= 32);

            return (number & 1) == 0 ? number >> 1 : ~(number >> 1);
        }
    }
}
