using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>
/// A sunflower of dots, dense within and fraying outwards, pressed into a leaning oval with an uneven rim, then shaken until
/// no dot crowds another.
/// </summary>
internal static class CrowdScatter
{
    private const int Rounds = 40;

    // The turn between neighbours of a sunflower: no two arms line up.
    private static readonly double GoldenAngle = Math.PI * (3 - Math.Sqrt(5));

    /// <summary>The places of the dots from the middle outwards.</summary>
    /// <param name="tiers">How many dots are within the end of each tier: the first is dense, the last a loose rim.</param>
    /// <param name="width">Width of the frame.</param>
    /// <param name="height">Height of the frame.</param>
    /// <param name="radius">Radius of a dot.</param>
    /// <param name="gap">From dot to dot in the first tier, in radii.</param>
    public static (double X, double Y)[] Scatter(ImmutableArray<int> tiers, double width, double height, double radius, double gap)
    {
        var total = tiers.IsEmpty ? 0 : tiers[^1];
        if (total == 0)
            return [];
        var lean = width > height * 1.3 ? -0.42 : 0.15;
        var places = new (double X, double Y)[total];
        var apart = new double[total];
        for (var i = 0; i < total; i++)
        {
            var tier = Tier(tiers, i);
            var isRim = tier > 0 && tier == tiers.Length - 1;
            var angle = (i * GoldenAngle) + (1.2 * (Noise(i, 1) - 0.5));
            var spread = Math.Sqrt((i + 0.5) / total) * (isRim ? 1 + (0.24 * Noise(i, 3)) : 0.86 + (0.06 * tier));
            var rim = 1 + (0.08 * Math.Sin((2 * angle) + 0.6)) + (0.05 * Math.Sin((3 * angle) + 2.1)) + (0.04 * Math.Sin((5 * angle) + 4));
            var (x, y) = (spread * rim * Math.Cos(angle) * width / 2, spread * rim * Math.Sin(angle) * height * 0.4);
            places[i] = ((x * Math.Cos(lean)) - (y * Math.Sin(lean)), (x * Math.Sin(lean)) + (y * Math.Cos(lean)));
            apart[i] = radius * (tier == 0 ? gap : isRim ? 4.6 : 3.4);
        }

        Fit(places, width, height, radius);
        Shake(places, apart, new Box(radius + 1, radius + 1, width - radius - 1, height - radius - 1));
        return places;
    }

    /// <summary>A fixed mixing of bits: the same number for the same dot on every machine.</summary>
    public static double Noise(int index, uint channel)
    {
        var bits = ((uint)index * 2654435761u) ^ (channel * 2246822519u);
        bits ^= bits >> 15;
        bits *= 2246822519u;
        bits ^= bits >> 13;
        bits *= 3266489917u;
        bits ^= bits >> 16;
        return bits / (double)uint.MaxValue;
    }

    private static int Tier(ImmutableArray<int> tiers, int index)
    {
        for (var i = 0; i < tiers.Length; i++)
        {
            if (index < tiers[i])
                return i;
        }

        return tiers.Length - 1;
    }

    private static void Fit((double X, double Y)[] places, double width, double height, double radius)
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

    // Dots that are too close push each other away, a little at a time.
    private static void Shake((double X, double Y)[] places, double[] apart, Box frame)
    {
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
        var square = (dx * dx) + (dy * dy);
        if (square >= apart * apart)
            return;
        var distance = Math.Sqrt(square);
        var push = distance > 1e-6 ? (apart - distance) / distance * 0.25 : 0;
        places[i] = Keep(places[i].X - (dx * push), places[i].Y - (dy * push), frame);
        places[j] = Keep(places[j].X + (dx * push), places[j].Y + (dy * push), frame);
    }

    private static (double X, double Y) Keep(double x, double y, Box frame) =>
        (Math.Clamp(x, frame.Left, frame.Right), Math.Clamp(y, frame.Top, frame.Bottom));
}
