namespace Explainer.Charts;

/// <summary>Cuts outlines into arcs wherever they part or meet, so that a border that two regions give alike is one arc.</summary>
internal static class Topology
{
    /// <summary>The arcs of outlines, whose first point is not repeated at the end, and the outlines in terms of them.</summary>
    public static (List<(double Lon, double Lat)[]> Arcs, int[][] Rings) Of(IReadOnlyList<(double Lon, double Lat)[]> rings)
    {
        var junctions = Junctions(rings);
        var arcs = new List<(double Lon, double Lat)[]>();
        var known = new Dictionary<((double, double) First, (double, double) Second, (double, double) Last, int Count), int>();
        return (arcs, [.. rings.Select(Cut)]);

        int[] Cut((double Lon, double Lat)[] ring)
        {
            // An outline that meets no other begins at its least point, wherever it was begun.
            var start = Array.FindIndex(ring, junctions.Contains);
            if (start < 0)
                start = Array.IndexOf(ring, ring.Min());
            var used = new List<int>();
            var line = new List<(double Lon, double Lat)> { ring[start] };
            for (var i = 1; i <= ring.Length; i++)
            {
                var point = ring[(start + i) % ring.Length];
                line.Add(point);
                if (i < ring.Length && !junctions.Contains(point))
                    continue;
                used.Add(ArcOf([.. line]));
                line = [point];
            }

            return [.. used];
        }

        int ArcOf((double Lon, double Lat)[] line)
        {
            if (known.TryGetValue((line[0], line[1], line[^1], line.Length), out var arc))
                return arc;
            if (known.TryGetValue((line[^1], line[^2], line[0], line.Length), out arc))
                return ~arc;
            arcs.Add(line);
            known[(line[0], line[1], line[^1], line.Length)] = arcs.Count - 1;
            return arcs.Count - 1;
        }
    }

    // Points whose neighbours are not the same two wherever the point is met.
    private static HashSet<(double Lon, double Lat)> Junctions(IEnumerable<(double Lon, double Lat)[]> rings)
    {
        var neighbours = new Dictionary<(double, double), ((double, double) A, (double, double) B)>();
        var junctions = new HashSet<(double, double)>();
        foreach (var ring in rings)
        {
            for (var i = 0; i < ring.Length; i++)
            {
                var (before, after) = (ring[(i + ring.Length - 1) % ring.Length], ring[(i + 1) % ring.Length]);
                if (!neighbours.TryGetValue(ring[i], out var met))
                    neighbours[ring[i]] = (before, after);
                else if (met != (before, after) && met != (after, before))
                    junctions.Add(ring[i]);
            }
        }

        return junctions;
    }
}
