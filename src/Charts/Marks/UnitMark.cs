using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A crowd: one dot for so many units, in tones from the surest count outwards.</summary>
/// <param name="Upto">Field of the running totals, rising from row to row.</param>
/// <param name="Per">How many units a dot stands for.</param>
/// <param name="WordsField">Field of the words that explain each tone in the key, or null.</param>
/// <param name="Channels">The channels that every mark has.</param>
public sealed record UnitMark(MarkChannels Channels, string Upto, double Per, string? WordsField)
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
        var totals = data.Rows.Select(r => (Row: r, Total: r.Number(upto))).ToList();
        for (var i = 0; i < totals.Count; i++)
        {
            if (totals[i].Total is not { } total || total < (i == 0 ? 0 : totals[i - 1].Total))
                map.Findings.Add(Diagnostics.Diagnostic.Error("EX0309", totals[i].Row[upto].Span, $"'{upto}' holds running totals: each row needs one, and none may be lower than the one before it"));
        }

        var most = totals.Max(t => t.Total ?? 0);
        if (per <= 0 || most / per > MostDots)
        {
            map.Findings.Add(Diagnostics.Diagnostic.Error("EX0309", (map.Scalar("per") ?? map.RequiredScalar("upto"))!.Span, $"this would be {most / Math.Max(per, 1e-9):0} dots", $"choose 'per' so that there are at most {MostDots}"));
            return null;
        }

        return new UnitMark(channels, upto, per, words);
    }

    internal override IEnumerable<string> FieldsOfWords => WordsField is null ? [] : [WordsField];

    /// <inheritdoc/>
    public override IEnumerable<double> ValuesOf(Row row) => row.Number(Upto) is { } value ? [value] : [];

    internal override (string Sort, int Count) Sort(Seen seen) => ("crowd", (int)Math.Round(seen.Rows.Select(r => r.Number(Upto) ?? 0).DefaultIfEmpty().Max() / Per));

    internal override IEnumerable<string> Tell(Seen seen) => Telling.OfCrowd(this, seen);

    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
        if (rows.Count == 0)
            return;
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

    // A sunflower of dots, dense within and fraying outwards, pressed into a leaning oval with an uneven rim, then shaken
    // until no dot crowds another.
    private static List<(double X, double Y)> Scatter(ImmutableArray<int> counts, int width, int height, double radius)
    {
        var total = counts[^1];
        if (total == 0)
            return [];
        var lean = width > height * 1.3 ? -0.42 : 0.15;
        var places = new (double X, double Y)[total];
        var apart = new double[total];
        for (var i = 0; i < total; i++)
        {
            var tier = Tier(counts, i);
            var isRim = tier > 0 && tier == counts.Length - 1;
            var angle = (i * GoldenAngle) + (1.2 * (Noise(i, 1) - 0.5));
            var spread = Math.Sqrt((i + 0.5) / total) * (isRim ? 1 + (0.24 * Noise(i, 3)) : 0.86 + (0.06 * tier));
            var rim = 1 + (0.08 * Math.Sin((2 * angle) + 0.6)) + (0.05 * Math.Sin((3 * angle) + 2.1)) + (0.04 * Math.Sin((5 * angle) + 4));
            var (x, y) = (spread * rim * Math.Cos(angle) * width / 2, spread * rim * Math.Sin(angle) * height * 0.4);
            places[i] = ((x * Math.Cos(lean)) - (y * Math.Sin(lean)), (x * Math.Sin(lean)) + (y * Math.Cos(lean)));
            apart[i] = radius * (tier == 0 ? 3.05 : isRim ? 4.6 : 3.4);
        }

        Fit(places, width, height, radius);
        Shake(places, apart, new Box(radius + 1, radius + 1, width - radius - 1, height - radius - 1));
        return [.. places];
    }

    // Dots that are too close push each other away, a little at a time.
    private static void Shake((double X, double Y)[] places, double[] apart, Box frame)
    {
        const int Rounds = 40;

        // Only dots in the same or a neighbouring cell can be too close; a cell is a chain of dots.
        var cell = apart.Max();
        var columns = (int)(frame.Right / cell) + 3;
        var rows = (int)(frame.Bottom / cell) + 3;
        var first = new int[columns * rows];
        var next = new int[places.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Fill(first, -1);
            for (var i = places.Length - 1; i >= 0; i--)
            {
                var at = CellOf(places[i]);
                next[i] = first[at];
                first[at] = i;
            }

            for (var i = 0; i < places.Length; i++)
            {
                var home = CellOf(places[i]);
                for (var n = 0; n < 9; n++)
                {
                    for (var j = first[home + (n % 3) - 1 + (columns * ((n / 3) - 1))]; j >= 0; j = next[j])
                    {
                        if (j > i)
                            Push(places, i, j, (apart[i] + apart[j]) / 2, frame);
                    }
                }
            }
        }

        int CellOf((double X, double Y) place) => (int)(place.X / cell) + 1 + (columns * ((int)(place.Y / cell) + 1));
    }

    private static void Push((double X, double Y)[] places, int i, int j, double apart, Box frame)
    {
        var (dx, dy) = (places[j].X - places[i].X, places[j].Y - places[i].Y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        if (distance >= apart)
            return;
        var push = distance > 1e-6 ? (apart - distance) / distance * 0.25 : 0;
        places[i] = Keep(places[i].X - (dx * push), places[i].Y - (dy * push), frame);
        places[j] = Keep(places[j].X + (dx * push), places[j].Y + (dy * push), frame);
    }

    private static (double X, double Y) Keep(double x, double y, Box frame) =>
        (Math.Clamp(x, frame.Left, frame.Right), Math.Clamp(y, frame.Top, frame.Bottom));

    private static int Tier(ImmutableArray<int> counts, int index)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            if (index < counts[i])
                return i;
        }

        return counts.Length - 1;
    }

    private static void Fit((double X, double Y)[] places, int width, int height, double radius)
    {
        var (left, right) = (places.Min(p => p.X), places.Max(p => p.X));
        var (top, bottom) = (places.Min(p => p.Y), places.Max(p => p.Y));
        var edge = radius + 1;
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (
                edge + ((places[i].X - left) / Math.Max(1, right - left) * (width - (2 * edge))),
                edge + ((places[i].Y - top) / Math.Max(1, bottom - top) * (height - (2 * edge))));
        }
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
