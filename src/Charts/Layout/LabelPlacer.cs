using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Gives each text the best free place: inside the frame, over no mark and no other text.</summary>
internal sealed class LabelPlacer(Sketch sketch, Box frame, LabelSides? sides = null)
{
    // Parts of the line height above and below the baseline that letters may reach.
    private const double Ascent = 0.78;
    private const double Descent = 0.24;

    /// <summary>Browsers kern, Skia does not: a line may come out this much longer than it was measured.</summary>
    public const double Kerned = 1.012;
    private const int MostAttempts = 6;
    private const double MostOffGrid = 10;

    private readonly List<LabelRequest> _requests = [];
    private readonly List<(string Owner, Box Box)> _taken = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _lines = [];
    private readonly List<((double X, double Y) From, (double X, double Y) To)> _grid = [];

    /// <summary>Texts for which no place was found.</summary>
    public List<DroppedWords> Dropped { get; } = [];

    /// <summary>Keeps a space free of text.</summary>
    public void Take(string owner, Box box) => _taken.Add((owner, box));

    /// <summary>Keeps a line free of text.</summary>
    public void TakeLine((double X, double Y) from, (double X, double Y) to) => _lines.Add((from, to));

    /// <summary>Keeps a line of the grid free of numbers that have another place.</summary>
    public void TakeGrid((double X, double Y) from, (double X, double Y) to) => _grid.Add((from, to));

    /// <summary>Words cut at a word to fit a width, and told among the dropped when they had to be.</summary>
    public string Fitting(string words, TextStyle style, double width)
    {
        if (sketch.Measure(words, style) <= width)
            return words;
        Dropped.Add(new DroppedWords(words, null));
        var most = sketch.LengthWithin(words, style, width - sketch.Measure("…", style));
        for (var space = words.LastIndexOf(' '); space > 0; space = words.LastIndexOf(' ', space - 1))
        {
            var cut = words.AsSpan(0, space).TrimEnd(",;:");
            if (cut.Length <= most)
                return string.Concat(cut, "…");
        }

        return words[..most] + "…";
    }

    public void Ask(LabelRequest request) => _requests.Add(request);

    /// <summary>
    /// Places everything that was asked for, in order. Where a text that is needed finds no place, or only one to which a line
    /// must lead, it is tried anew with such texts first, the last of them before others, as it had the least choice, as long as
    /// that leaves fewer of them.
    /// </summary>
    public void PlaceAll()
    {
        IReadOnlyList<LabelRequest> order = [.. _requests.OrderBy(r => r.IsLast)];
        var best = Plan(order);
        var last = best;
        for (var attempt = 1; attempt < MostAttempts && last.Lost.Count + last.Far.Count > 0; attempt++)
        {
            IReadOnlyList<LabelRequest> first = [.. last.Lost.Union(last.Far.AsEnumerable().Reverse())];
            order = [.. first, .. order.Except(first)];
            last = Plan(order);
            if ((last.Lost.Count, last.Far.Count).CompareTo((best.Lost.Count, best.Far.Count)) < 0)
                best = last;
        }

        foreach (var request in _requests)
        {
            if (best.Found.TryGetValue(request, out var found))
            {
                Write(request, found);
                if (request.Places.IndexOf(found.Place) is >= 0 and var side)
                    sides?.Keep(request.Key, side);
            }

            if (best.Lost.Contains(request))
                Dropped.Add(new DroppedWords(string.Join(' ', request.Under.Select(r => r.Text).Prepend(string.Concat(request.Runs.Select(r => r.Text)))), request.MissingIn));
        }
    }

    /// <summary>The space that a text at a place takes.</summary>
    public static Box BoxOf(double x, double y, Anchor anchor, double width, double size)
    {
        var left = x - (width * anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 });
        return new Box(left, y - (size * Ascent), left + width, y + (size * Descent));
    }

    // Where each text would stand, if they were placed in this order, which would have none, and which one from afar.
    private (Dictionary<LabelRequest, Found> Found, List<LabelRequest> Lost, List<LabelRequest> Far) Plan(IReadOnlyList<LabelRequest> order)
    {
        var (taken, lines) = (_taken.Count, _lines.Count);
        var all = new Dictionary<LabelRequest, Found>(ReferenceEqualityComparer.Instance);
        var (lost, far) = (new List<LabelRequest>(), new List<LabelRequest>());
        foreach (var request in order)
        {
            if (Find(request) is { } found)
            {
                all[request] = found;
                _taken.Add((request.Key, found.Box));
                if (found.Leader is { } leader)
                {
                    _lines.Add(leader);
                    far.Add(request);
                }
            }

            if ((all.GetValueOrDefault(request)?.Runs.Length ?? 0) < request.Needed && !request.IsOptional)
                lost.Add(request);
        }

        _taken.RemoveRange(taken, _taken.Count - taken);
        _lines.RemoveRange(lines, _lines.Count - lines);
        return (all, lost, far);
    }

    // The best free place, with as many of its stretches as fit there.
    private Found? Find(LabelRequest request)
    {
        for (var count = request.Runs.Length; count > 0; count--)
        {
            if (Close(request, count) is { } close)
                return close;
            if (!request.IsNear && Afar(request, count) is { } far)
                return far;
        }

        return !request.IsNear ? null : Enumerable.Range(0, request.Runs.Length).Select(fewer => Afar(request, request.Runs.Length - fewer)).FirstOrDefault(f => f is not null);
    }

    private Found? Close(LabelRequest request, int count)
    {
        var (runs, width) = Cut(request, count);
        var free = request.Places.Select(p => (Place: p, Box: Free(request, runs, width, p))).Where(p => p.Box is not null).ToList();
        if (free.Count == 0)
            return null;

        // The one that it has in other states, or the first, that is wholly clear, or else the first.
        if (sides?.Of(request.Key) is { } side && side < request.Places.Length && free.FindIndex(p => p.Place == request.Places[side]) is > 0 and var usual)
            free.Insert(0, free[usual]);
        var clear = free.Find(p => IsClear(p.Place.Anchor, p.Box!.Value));
        if (clear.Box is null && request.NeedsAir)
            return null;
        var (place, box) = clear.Box is null ? free[0] : clear;
        return new Found(runs, place, box!.Value, null);

        bool IsClear(Anchor anchor, Box box)
        {
            var wide = box with { Left = anchor == Anchor.Start ? box.Left : box.Left - request.Air, Right = anchor == Anchor.End ? box.Right : box.Right + request.Air };
            wide = new Box(wide.Left - request.Apart, wide.Top - request.Apart, wide.Right + request.Apart, wide.Bottom + request.Apart);
            return !(request.OffGrid && !IsOffGrid(request, box)) && !_taken.Any(t => t.Box.Overlaps(wide));
        }
    }

    private Found? Afar(LabelRequest request, int count)
    {
        var (runs, width) = Cut(request, count);
        foreach (var place in request.Afar)
        {
            if (Free(request, runs, width, place) is { } box && Leader(request, box) is { } leader)
                return new Found(runs, place, box, leader);
        }

        return null;
    }

    // The first stretches of a text, and how wide it is with them alone.
    private (ImmutableArray<TextRun> Runs, double Width) Cut(LabelRequest request, int count)
    {
        ImmutableArray<TextRun> runs = [.. request.Runs.Take(count)];
        runs = runs.SetItem(count - 1, runs[^1] with { Text = runs[^1].Text.TrimEnd() });
        return (runs, Math.Max(sketch.Measure(runs), request.Under.Select(r => sketch.Measure([r])).Append(0).Max()) * Kerned);
    }

    private Box? Free(LabelRequest request, ImmutableArray<TextRun> runs, double width, (double X, double Y, Anchor Anchor) place)
    {
        var box = BoxOf(place.X, place.Y, place.Anchor, width, runs.Max(r => r.Style.Size));
        box = box with { Bottom = box.Bottom + (request.Under.Length * LabelRequest.LineHeight) };
        return frame.Holds(box) && (request.Within?.Holds(box) ?? true) && !_taken.Any(t => t.Box.Overlaps(box)) && !_lines.Any(l => box.IsCrossedBy(l.From, l.To)) ? box : null;
    }

    // Neither on a line of the grid nor beyond one from its point, nor so far from that that the line would be better.
    private bool IsOffGrid(LabelRequest request, Box box)
    {
        var number = box with { Bottom = box.Bottom - (request.Under.Length * LabelRequest.LineHeight) };
        if (request.Point is var (x, y))
        {
            if (Math.Max(Math.Max(box.Left - x, x - box.Right), Math.Max(box.Top - y, y - box.Bottom)) > MostOffGrid)
                return false;
            number = number with { Top = Math.Min(number.Top, y), Bottom = Math.Max(number.Bottom, y) };
        }

        return !_grid.Any(l => number.IsCrossedBy(l.From, l.To));
    }

    // The straight way from what is spoken of to the words; null where something else lies on it.
    private ((double X, double Y) From, (double X, double Y) To)? Leader(LabelRequest request, Box box)
    {
        var (x, y, radius) = request.Of;
        var to = (X: Math.Clamp(x, box.Left - 3, box.Right + 3), Y: (box.Top + box.Bottom) / 2);
        var (dx, dy) = (to.X - x, to.Y - y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length <= radius)
            return null;
        var from = (X: x + (dx / length * (radius + 1)), Y: y + (dy / length * (radius + 1)));
        return _taken.Any(t => !t.Box.Holds(new Box(x, y, x, y)) && t.Box.IsCrossedBy(from, to)) ? null : (from, to);
    }

    private void Write(LabelRequest request, Found found)
    {
        sketch.Begin(request.Key, request.IsLit);
        if (found.Leader is { } leader)
            sketch.Line(leader.From.X, leader.From.Y, leader.To.X, leader.To.Y, new Paint(Stroke: "ink3"));
        var (x, y, anchor) = found.Place;
        sketch.Text(x, y, anchor, halo: true, found.Runs);
        for (var i = 0; i < request.Under.Length; i++)
            sketch.Text(x, y + ((i + 1) * LabelRequest.LineHeight), anchor, halo: true, request.Under[i]);
    }

    private sealed record Found(ImmutableArray<TextRun> Runs, (double X, double Y, Anchor Anchor) Place, Box Box, ((double X, double Y) From, (double X, double Y) To)? Leader);
}
