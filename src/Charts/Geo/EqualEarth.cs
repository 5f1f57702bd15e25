namespace Explainer.Charts;

/// <summary>The Equal Earth projection (Šavrič, Patterson, Jenny 2018), cut along the meridian opposite to its middle.</summary>
internal sealed class EqualEarth(double middle) : Projection
{
    private const double A1 = 1.340264;
    private const double A2 = -0.081106;
    private const double A3 = 0.000893;
    private const double A4 = 0.003796;

    private static readonly double HalfRoot3 = Math.Sqrt(3) / 2;

    public override (double X, double Y) Plane(GeoPoint place) => At(Offset(place), place.Z);

    // Outside the globe is nothing, and nothing is wrong with that.
    public override double WidestAround(Box extent) => double.PositiveInfinity;

    public override bool MaySee(GeoPoint middle, double radius, double reach) => true;

    public override void Trace(GeoPoint[] arc, Span<(double X, double Y)> points)
    {
        var (turn, last) = (0, 0.0);
        for (var i = 0; i < arc.Length; i++)
        {
            var offset = Offset(arc[i]);
            if (i > 0)
                turn += Step(last, offset);
            last = offset;
            points[i] = At(offset + (360 * turn), arc[i].Z);
        }
    }

    public override bool Outline(List<GeoPoint> ring, double reach, List<List<(double X, double Y)>> pieces)
    {
        var round = new List<Vertex>(ring.Count + 3);
        var (turn, lowest, highest) = (0, 0, 0);
        foreach (var place in ring)
        {
            var offset = Offset(place);
            if (round.Count > 0)
                turn += Step(round[^1].Offset, offset);
            (lowest, highest) = (Math.Min(lowest, turn), Math.Max(highest, turn));
            round.Add(new Vertex(offset, turn, place.Lat, place.Z));
        }

        var end = turn + Step(round[^1].Offset, round[0].Offset);
        if (end != 0)
        {
            // It goes around a pole, which is a line here.
            var pole = round.Sum(v => v.Sin) > 0 ? 1 : -1;
            round.Add(round[0] with { Turn = end });
            round.Add(round[0] with { Turn = end, Lat = 90 * pole, Sin = pole });
            round.Add(round[0] with { Lat = 90 * pole, Sin = pole });
            (lowest, highest) = (Math.Min(lowest, end), Math.Max(highest, end));
        }

        for (var shift = lowest; shift <= highest; shift++)
        {
            if (lowest == highest)
                pieces.Add([.. round.Select(v => At(v.Offset, v.Sin))]);
            else
                AddPiece([.. round.Select(v => (v.Offset + (360 * (v.Turn - shift)), v.Lat))], pieces);
        }

        return false;
    }

    public override void Line(GeoPoint[] line, double reach, List<List<(double X, double Y)>> pieces)
    {
        var points = new List<(double X, double Y)>(line.Length);
        var last = 0.0;
        for (var i = 0; i < line.Length; i++)
        {
            var offset = Offset(line[i]);
            var turn = i == 0 ? 0 : Step(last, offset);
            if (turn != 0)
            {
                // The rest goes on at the other edge.
                var edge = turn * 180.0;
                var (_, lat) = Rings.Crossing((last, line[i - 1].Lat), (offset + (360 * turn), line[i].Lat), edge);
                points.Add(AtOffset(edge, lat));
                pieces.Add(points);
                points = [AtOffset(-edge, lat)];
            }

            points.Add(At(offset, line[i].Z));
            last = offset;
        }

        pieces.Add(points);
    }

    protected override (double X, double Y) AtOffset(double offset, double lat) => At(offset, Trig.SinCos(lat).Sin);

    // How often the edge is crossed between two neighbours: eastwards 1, westwards -1.
    private static int Step(double from, double to) => (to - from) switch { > 180 => -1, < -180 => 1, _ => 0 };

    private static (double X, double Y) At(double offset, double sinLat)
    {
        var sin = HalfRoot3 * sinLat;
        var t = Trig.Asin(sin);
        var t2 = t * t;
        var t6 = t2 * t2 * t2;
        var slope = A1 + (3 * A2 * t2) + (t6 * ((7 * A3) + (9 * A4 * t2)));
        var y = t * (A1 + (A2 * t2) + (t6 * (A3 + (A4 * t2))));
        return (Trig.Radians(offset) * Math.Sqrt(1 - (sin * sin)) / (HalfRoot3 * slope), y);
    }

    // What lies between the edges. The edge itself is bent, so it is followed in steps.
    private void AddPiece(List<(double X, double Y)> ring, List<List<(double X, double Y)>> pieces)
    {
        var cut = Rings.KeepRight(Rings.KeepLeft(ring, 180), -180);
        var piece = new List<(double X, double Y)>(cut.Count);
        for (var i = 0; i < cut.Count; i++)
        {
            var (from, to) = (cut[i], cut[(i + 1) % cut.Count]);
            piece.Add(AtOffset(from.X, from.Y));
            var steps = from.X == to.X && Math.Abs(from.X) == 180 ? (int)Math.Ceiling(Math.Abs(to.Y - from.Y)) : 1;
            for (var j = 1; j < steps; j++)
                piece.Add(AtOffset(from.X, from.Y + ((to.Y - from.Y) * j / steps)));
        }

        if (piece.Count > 2)
            pieces.Add(piece);
    }

    // Degrees from the middle, from -180 up to 180; the same for a place wherever it is met.
    private double Offset(GeoPoint place) => GeoPoint.Wrapped(place.Lon - middle);

    private readonly record struct Vertex(double Offset, int Turn, double Lat, double Sin);
}
