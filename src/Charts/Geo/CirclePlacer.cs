using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Moves circles apart, as little as it can.</summary>
internal static class CirclePlacer
{
    private const int Rounds = 100;

    // For this part of the rounds circles are drawn back to where they belong, ever less.
    private const double Drawn = 0.8;
    private const double Pull = 0.12;

    // Numbers are not exact.
    private const double Slack = 1e-9;

    // Two lines from places so near to each other, in radii of their spots, would be read as one from circle to circle when they
    // part by more than this angle, here its cosine: 140 degrees.
    private const double NearSpots = 3;
    private const double GoesOn = -0.77;

    // Around its place a circle is tried in steps of so many degrees.
    private const int Turn = 15;

    /// <summary>
    /// Places circles so that none overlaps, with a gap between them, all in a frame, in the order given. The same
    /// circles in the same order always end in the same places.
    /// </summary>
    /// <param name="circles">Where they belong, and how large they are.</param>
    /// <param name="frame">What they must not leave.</param>
    /// <param name="gap">How far they stay from each other.</param>
    /// <param name="kept">Spots that none may cover.</param>
    /// <param name="led">Those that stand wholly beside where they belong, to be led there by lines.</param>
    /// <param name="spot">The radius of the spot that stays free where such a line ends.</param>
    public static ImmutableArray<PlacedCircle> Place(IReadOnlyList<(double X, double Y, double Radius)> circles, Box frame, double gap, IReadOnlyList<(double X, double Y, double Radius)>? kept = null, IReadOnlySet<int>? led = null, double spot = 0)
    {
        var places = circles.Select(c => Inside(c.X, c.Y, c.Radius, frame)).ToArray();
        Relax(circles, places, frame, gap);
        return Settle(circles, places, frame, gap, kept ?? [], led ?? ImmutableHashSet<int>.Empty, spot);
    }

    // Overlapping circles push each other away, the smaller one farther.
    private static void Relax(IReadOnlyList<(double X, double Y, double Radius)> circles, (double X, double Y)[] places, Box frame, double gap)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var pull = Pull * Math.Max(0, 1 - (round / (Rounds * Drawn)));
            for (var i = 0; i < places.Length; i++)
                places[i] = (places[i].X + ((circles[i].X - places[i].X) * pull), places[i].Y + ((circles[i].Y - places[i].Y) * pull));
            var isDone = pull == 0;
            for (var i = 0; i < places.Length; i++)
            {
                for (var j = i + 1; j < places.Length; j++)
                {
                    var (dx, dy) = (places[j].X - places[i].X, places[j].Y - places[i].Y);
                    var needed = circles[i].Radius + circles[j].Radius + gap;
                    var square = (dx * dx) + (dy * dy);
                    if (square >= needed * needed)
                        continue;
                    isDone = false;
                    var distance = Math.Sqrt(square);
                    if (distance < Slack)
                    {
                        // Two in one place part in a direction of their own.
                        var (sin, cos) = Trig.SinCos(137.5 * (i + j + 1));
                        (dx, dy, distance) = (cos, sin, 1);
                        square = 0;
                    }

                    var push = (needed - Math.Sqrt(square)) / distance;
                    var share = circles[j].Radius * circles[j].Radius / ((circles[i].Radius * circles[i].Radius) + (circles[j].Radius * circles[j].Radius) + Slack);
                    places[i] = (places[i].X - (dx * push * share), places[i].Y - (dy * push * share));
                    places[j] = (places[j].X + (dx * push * (1 - share)), places[j].Y + (dy * push * (1 - share)));
                }
            }

            for (var i = 0; i < places.Length; i++)
                places[i] = Inside(places[i].X, places[i].Y, circles[i].Radius, frame);
            if (isDone)
                return;
        }
    }

    // From the largest on, each takes the free place nearest to the one it has come to: mostly that itself. Where it can, it
    // stands on no line of another, and its own line is clear.
    private static ImmutableArray<PlacedCircle> Settle(IReadOnlyList<(double X, double Y, double Radius)> circles, (double X, double Y)[] places, Box frame, double gap, IReadOnlyList<(double X, double Y, double Radius)> kept, IReadOnlySet<int> led, double spot)
    {
        List<(double X, double Y, double Radius)> taken = [.. kept, .. led.Order().Select(i => (circles[i].X, circles[i].Y, spot))];
        var lines = new List<PlacedCircle>();
        var placed = new PlacedCircle[circles.Count];
        foreach (var i in Enumerable.Range(0, circles.Count).OrderByDescending(i => circles[i].Radius).ThenBy(i => i))
        {
            var (x, y, radius) = circles[i];
            var isLed = led.Contains(i);
            (double X, double Y)? place = isLed ? (x, y) : null;
            var free = Nearest(places[i], radius, taken, frame, gap, place, spot, IsClear) ?? Nearest(places[i], radius, taken, frame, gap, place, spot, (_, _) => true);
            var (px, py) = free ?? places[i];
            placed[i] = new PlacedCircle(px, py, radius, x, y, free is not null);
            taken.Add((px, py, radius));
            if (isLed)
                lines.Add(placed[i]);

            bool IsClear(double cx, double cy)
            {
                var line = new PlacedCircle(cx, cy, radius, x, y, true);
                return lines.All(l => l.LineTo((cx, cy)) >= radius + gap)
                    && (!isLed || (!lines.Any(l => IsOne(l, line)) && taken.All(t => line.LineTo((t.X, t.Y)) >= t.Radius || Math.Pow(t.X - x, 2) + Math.Pow(t.Y - y, 2) < t.Radius * t.Radius)));
            }
        }

        return [.. placed];

        // Whether two lines would be read as one that leads from circle to circle.
        bool IsOne(PlacedCircle a, PlacedCircle b) =>
            Math.Pow(a.TrueX - b.TrueX, 2) + Math.Pow(a.TrueY - b.TrueY, 2) < NearSpots * NearSpots * spot * spot
            && ((a.X - a.TrueX) * (b.X - b.TrueX)) + ((a.Y - a.TrueY) * (b.Y - b.TrueY)) < GoesOn * a.Distance * b.Distance;
    }

    // The nearest free place is the place itself, or touches one circle straight away from it, or touches two things. One that
    // a line leads to its place may turn around the place.
    private static (double X, double Y)? Nearest((double X, double Y) wish, double radius, List<(double X, double Y, double Radius)> taken, Box frame, double gap, (double X, double Y)? place, double spot, Func<double, double, bool> isClear)
    {
        if (radius * 2 > Math.Min(frame.Width, frame.Height))
            return null;
        if (IsFree(wish.X, wish.Y))
            return wish;
        var (best, least) = (((double X, double Y)?)null, double.MaxValue);
        var inner = new Box(frame.Left + radius, frame.Top + radius, frame.Right - radius, frame.Bottom - radius);
        Try(inner.Left, wish.Y);
        Try(inner.Right, wish.Y);
        Try(wish.X, inner.Top);
        Try(wish.X, inner.Bottom);
        for (var angle = 0; place is { } middle && angle < 360; angle += Turn)
        {
            var (sin, cos) = Trig.SinCos(angle);
            Try(middle.X + (cos * (radius + spot + gap + Slack)), middle.Y + (sin * (radius + spot + gap + Slack)));
        }

        for (var i = 0; i < taken.Count; i++)
        {
            var a = taken[i];
            var reach = a.Radius + radius + gap + Slack;
            var (dx, dy) = (wish.X - a.X, wish.Y - a.Y);
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance - reach > Math.Sqrt(least))
                continue;
            if (distance > 0)
                Try(a.X + (dx / distance * reach), a.Y + (dy / distance * reach));
            foreach (var x in (ReadOnlySpan<double>)[inner.Left, inner.Right])
            {
                var h = Math.Sqrt(Math.Max(0, (reach * reach) - ((x - a.X) * (x - a.X))));
                Try(x, a.Y - h);
                Try(x, a.Y + h);
            }

            foreach (var y in (ReadOnlySpan<double>)[inner.Top, inner.Bottom])
            {
                var h = Math.Sqrt(Math.Max(0, (reach * reach) - ((y - a.Y) * (y - a.Y))));
                Try(a.X - h, y);
                Try(a.X + h, y);
            }

            for (var j = 0; j < i; j++)
                TryBetween(a, taken[j], reach, taken[j].Radius + radius + gap + Slack);
        }

        return best;

        void TryBetween((double X, double Y, double Radius) a, (double X, double Y, double Radius) b, double reachA, double reachB)
        {
            var (dx, dy) = (b.X - a.X, b.Y - a.Y);
            var square = (dx * dx) + (dy * dy);
            if (square == 0 || square > (reachA + reachB) * (reachA + reachB))
                return;
            var along = (square + (reachA * reachA) - (reachB * reachB)) / (2 * square);
            var across = ((reachA * reachA) / square) - (along * along);
            if (across < 0)
                return;
            var off = Math.Sqrt(across);
            Try(a.X + (dx * along) - (dy * off), a.Y + (dy * along) + (dx * off));
            Try(a.X + (dx * along) + (dy * off), a.Y + (dy * along) - (dx * off));
        }

        void Try(double x, double y)
        {
            var distance = ((x - wish.X) * (x - wish.X)) + ((y - wish.Y) * (y - wish.Y));
            if (distance < least && IsFree(x, y))
                (best, least) = ((x, y), distance);
        }

        bool IsFree(double x, double y)
        {
            if (x - radius < frame.Left - Slack || x + radius > frame.Right + Slack || y - radius < frame.Top - Slack || y + radius > frame.Bottom + Slack)
                return false;
            foreach (var (ox, oy, other) in taken)
            {
                var needed = radius + other + gap;
                if (((x - ox) * (x - ox)) + ((y - oy) * (y - oy)) < needed * needed)
                    return false;
            }

            return isClear(x, y);
        }
    }

    private static (double X, double Y) Inside(double x, double y, double radius, Box frame) =>
        (Held(x, frame.Left + radius, frame.Right - radius), Held(y, frame.Top + radius, frame.Bottom - radius));

    private static double Held(double value, double low, double high) => low > high ? (low + high) / 2 : Math.Clamp(value, low, high);
}
