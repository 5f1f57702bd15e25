namespace Explainer.Charts;

/// <summary>Names series beyond the right end of a panel, each as near to its own height as the others let it.</summary>
internal static class EndNames
{
    /// <summary>The height that a name needs, in pixels.</summary>
    public const double LineHeight = 15;

    /// <summary>The style of the names.</summary>
    public static TextStyle Style(string role) => new(12.5f, true, TextStyle.RoleFor(role));

    /// <summary>Draws the names of a mark's series.</summary>
    /// <param name="panel">The panel, with a column for names.</param>
    /// <param name="names">Key, words, role, light and height of each.</param>
    public static void Draw(Panel panel, IEnumerable<(string Key, string Words, string Role, bool IsLit, double Y)> names)
    {
        if (panel.NamesAtEnd is not { } x)
            return;
        var sorted = names.OrderBy(n => n.Y).ToList();
        var places = Spread([.. sorted.Select(n => n.Y)], panel.Area.Top, panel.Area.Bottom);
        for (var i = 0; i < sorted.Count; i++)
        {
            var (key, words, role, isLit, y) = sorted[i];
            panel.Sketch.Begin("end-" + key, isLit);
            if (Math.Abs(places[i] - y) > 4)
                panel.Sketch.Line(panel.Area.Right + 1, y, x - 3, places[i], new Paint(Stroke: "ink3"));
            panel.Sketch.Text(x, places[i] + 4.4, Anchor.Start, halo: false, new TextRun(words, Style(role)));
            panel.Labels.Take("end-" + key, new Box(x, places[i] - 8, panel.Sketch.Width, places[i] + 8));
        }
    }

    // Names that are too near push each other apart; runs of them are centred on what they name.
    private static double[] Spread(IReadOnlyList<double> wanted, double top, double bottom)
    {
        var runs = new List<(double Sum, int Count)>();
        foreach (var y in wanted)
        {
            runs.Add((y, 1));
            while (runs.Count > 1 && Start(runs[^1]) < Start(runs[^2]) + (runs[^2].Count * LineHeight))
            {
                var (last, before) = (runs[^1], runs[^2]);
                runs.RemoveRange(runs.Count - 2, 2);
                runs.Add((before.Sum + last.Sum - (last.Count * before.Count * LineHeight), before.Count + last.Count));
            }
        }

        return [.. runs.SelectMany(r => Enumerable.Range(0, r.Count).Select(i => Start(r) + (i * LineHeight)))];

        // A run's sum is that of the places its first name would have for each of its names to stand at its own height.
        double Start((double Sum, int Count) run) =>
            Math.Clamp(run.Sum / run.Count, top, Math.Max(top, bottom - ((run.Count - 1) * LineHeight)));
    }
}
