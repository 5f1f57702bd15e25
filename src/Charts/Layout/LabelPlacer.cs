using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Gives each text the best free place: inside the frame, over no mark and no other text.</summary>
internal sealed class LabelPlacer(Sketch sketch, Box frame)
{
    // Parts of the line height above and below the baseline that letters may reach.
    private const double Ascent = 0.78;
    private const double Descent = 0.24;

    // Browsers kern, Skia does not: a line may come out a little longer than it was measured.
    private const double Kerned = 1.012;

    private readonly List<LabelRequest> _requests = [];
    private readonly List<(string Owner, Box Box)> _taken = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _lines = [];

    /// <summary>Texts for which no place was found.</summary>
    public List<string> Dropped { get; } = [];

    /// <summary>Keeps a space free of text.</summary>
    public void Take(string owner, Box box) => _taken.Add((owner, box));

    /// <summary>Keeps a line free of text.</summary>
    public void TakeLine((double X, double Y) from, (double X, double Y) to) => _lines.Add((from, to));

    /// <summary>Words cut at a word to fit a width, and told among the dropped when they had to be.</summary>
    public string Fitting(string words, TextStyle style, double width)
    {
        if (sketch.Measure(words, style) <= width)
            return words;
        Dropped.Add(words);
        var cut = words;
        while (cut.LastIndexOf(' ') is > 0 and var space)
        {
            cut = cut[..space].TrimEnd(',', ';', ':');
            if (sketch.Measure(cut + "…", style) <= width)
                return cut + "…";
        }

        while (cut.Length > 1 && sketch.Measure(cut + "…", style) > width)
            cut = cut[..^1];
        return cut + "…";
    }

    public void Ask(LabelRequest request) => _requests.Add(request);

    /// <summary>Places everything that was asked for, in order.</summary>
    public void PlaceAll()
    {
        foreach (var request in _requests)
        {
            if (Place(request) < request.Needed && !request.IsOptional)
                Dropped.Add(string.Concat(request.Runs.Select(r => r.Text)));
        }
    }

    /// <summary>The space that a text at a place takes.</summary>
    public static Box BoxOf(double x, double y, Anchor anchor, double width, double size)
    {
        var left = x - (width * anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 });
        return new Box(left, y - (size * Ascent), left + width, y + (size * Descent));
    }

    // How many of its stretches found a place.
    private int Place(LabelRequest request)
    {
        for (var count = request.Runs.Length; count > 0; count--)
        {
            ImmutableArray<TextRun> runs = [.. request.Runs.Take(count)];
            runs = runs.SetItem(count - 1, runs[^1] with { Text = runs[^1].Text.TrimEnd() });
            var width = sketch.Measure(runs) * Kerned;
            var size = runs.Max(r => r.Style.Size);
            foreach (var (x, y, anchor) in request.Places)
            {
                var box = BoxOf(x, y, anchor, width, size);
                if (!frame.Holds(box) || _taken.Any(t => t.Box.Overlaps(box)) || _lines.Any(l => box.IsCrossedBy(l.From, l.To)))
                    continue;
                sketch.Begin(request.Key, request.IsLit);
                sketch.Text(x, y, anchor, halo: true, runs);
                _taken.Add((request.Key, box));
                return count;
            }
        }

        return 0;
    }
}
