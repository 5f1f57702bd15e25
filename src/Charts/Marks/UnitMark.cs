using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A crowd: one dot for so many units, in tones from the surest count outwards.</summary>
/// <param name="Upto">Field of the running totals, rising from row to row.</param>
/// <param name="Per">How many units a dot stands for.</param>
/// <param name="Words">Field of the words that explain each tone in the key, or null.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record UnitMark(MarkChannels Channels, string Upto, double Per, string? Words)
    : Mark(Channels)
{
    private const int MostDots = 5000;

    // The turn between neighbours of a sunflower: no two arms line up.
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    internal static Mark? Read(MapReader map, Dataset data, MarkChannels channels)
    {
        var upto = FieldRef.ReadRequired(map, "upto", data, FieldType.Number);
        var per = map.Number("per") ?? 1000;
        var words = FieldRef.Read(map, "words", data, FieldType.Text);
        if (upto is null)
            return null;
        var most = data.Rows.Max(r => r.Number(upto) ?? 0);
        if (per <= 0 || most / per > MostDots)
        {
            map.Findings.Add(Diagnostics.Diagnostic.Error("EX0309", (map.Scalar("per") ?? map.RequiredScalar("upto"))!.Span, $"this would be {most / Math.Max(per, 1e-9):0} dots", $"choose 'per' so that there are at most {MostDots}"));
            return null;
        }

        return new UnitMark(channels, upto, per, words);
    }

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Upto) is { } value ? [value] : [];

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        var sketch = panel.Sketch;
        var counts = rows.Select(r => (int)Math.Round((r.Number(Upto) ?? 0) / Per)).ToImmutableArray();
        var places = Scatter(counts, sketch.Width, sketch.Height, panel.DotRadius);
        var from = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            sketch.Begin(KeyOf(rows[i]));
            var tier = places.Skip(from).Take(counts[i] - from).ToList();
            if (i < rows.Count - 1 || rows.Count == 1)
            {
                sketch.Dots(tier, panel.DotRadius, i == 0 ? "ink" : "mid");
            }
            else
            {
                // Rings: a dot of ink with a smaller one of paper on it.
                sketch.Dots(tier, panel.DotRadius, "ink2");
                sketch.Dots(tier, panel.DotRadius - 1.1, "paper");
            }

            from = counts[i];
        }
    }

    // A sunflower of dots, dense within and fraying outwards, pressed into a leaning oval with an uneven rim.
    private static List<(double X, double Y)> Scatter(ImmutableArray<int> counts, int width, int height, double radius)
    {
        var total = counts[^1];
        var places = new List<(double X, double Y)>(total);
        for (var i = 0; i < total; i++)
        {
            var tier = Tier(counts, i);
            var angle = i * GoldenAngle;
            var area = i + 0.5;
            var spread = Math.Sqrt(area / total);
            var loosened = spread * (0.9 + (0.1 * tier)) * (tier == counts.Length - 1 && tier > 0 ? 1.02 + (0.2 * Noise(i, 3)) : 1);
            var rim = 1 + (0.07 * Math.Sin((2 * angle) + 0.6)) + (0.05 * Math.Sin((3 * angle) + 2.1)) + (0.035 * Math.Sin((5 * angle) + 4));
            var r = loosened * rim;
            var jitter = 0.008 + (0.012 * spread * spread);
            places.Add(((r * Math.Cos(angle)) + (jitter * (Noise(i, 1) - 0.5)), (r * Math.Sin(angle)) + (jitter * (Noise(i, 2) - 0.5))));
        }

        return Fit(places, width, height, radius);
    }

    private static int Tier(ImmutableArray<int> counts, int index)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (index < counts[i])
                return i;
        }

        return counts.Length - 1;
    }

    private static List<(double X, double Y)> Fit(List<(double X, double Y)> places, int width, int height, double radius)
    {
        var lean = width > height ? -0.3 : 0.2;
        var turned = places.Select(p =>
        {
            var (x, y) = (p.X * width / 2.0, p.Y * height / 2.0 * 0.86);
            return (X: (x * Math.Cos(lean)) - (y * Math.Sin(lean)), Y: (x * Math.Sin(lean)) + (y * Math.Cos(lean)));
        }).ToList();
        var (left, right) = (turned.Min(p => p.X), turned.Max(p => p.X));
        var (top, bottom) = (turned.Min(p => p.Y), turned.Max(p => p.Y));
        var edge = radius + 1;
        return [.. turned.Select(p => (edge + ((p.X - left) / Math.Max(1, right - left) * (width - (2 * edge))), edge + ((p.Y - top) / Math.Max(1, bottom - top) * (height - (2 * edge)))))];
    }

    // A fixed mixing of bits: the same number for the same dot on every machine.
    private static double Noise(int index, uint channel)
    {
        var bits = ((uint)index * 2654435761u) ^ (channel * 2246822519u);
        bits ^= bits >> 15;
        bits *= 2246822519u;
        bits ^= bits >> 13;
        bits *= 3266489917u;
        bits ^= bits >> 16;
        return bits / (double)uint.MaxValue;
    }
}
