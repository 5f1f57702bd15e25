namespace Explainer.Charts;

/// <summary>How values go from a first to a last one.</summary>
/// <param name="Name">What they are called; empty where nothing else is seen.</param>
/// <param name="From">The first value.</param>
/// <param name="To">The last value.</param>
/// <param name="First">The first value in words.</param>
/// <param name="Last">The last value in words.</param>
/// <param name="FirstAt">Where the first value stands.</param>
/// <param name="LastAt">Where the last value stands; the same where there is but one.</param>
/// <param name="Turn">The value between, in words, that lies farthest beyond both, or null.</param>
/// <param name="TurnsDown">Whether that value is a peak.</param>
/// <param name="IsLevel">Whether all values are the same.</param>
internal sealed record Trend(string Name, double From, double To, string First, string Last, string FirstAt, string LastAt, string? Turn = null, bool TurnsDown = false, bool IsLevel = false)
{
    // Less than a fiftieth is no change to speak of.
    private const double Little = 0.02;

    // A turn is told when it goes beyond both ends by a tenth of all that the values span.
    private const double Notable = 0.1;

    /// <summary>Whether it rises, 1, falls, -1, or hardly changes, 0.</summary>
    public int Direction => Math.Abs(To - From) <= Little * Math.Max(Math.Abs(From), Math.Abs(To)) ? 0 : Math.Sign(To - From);

    /// <summary>How much it changes; on a log axis, how many times.</summary>
    public double Size(bool isLog) => isLog && From > 0 && To > 0 ? Math.Log(To / From) : To - From;

    /// <summary>The way of a series along its places.</summary>
    public static Trend Of(string name, IReadOnlyList<SeenPoint> points, Seen seen)
    {
        var (first, last) = (points[0], points[^1]);
        var (top, bottom) = (points.MaxBy(p => p.Value)!, points.MinBy(p => p.Value)!);
        var above = top.Value - Math.Max(first.Value, last.Value);
        var below = Math.Min(first.Value, last.Value) - bottom.Value;
        var turn = Math.Max(above, below) > Notable * (top.Value - bottom.Value) ? above >= below ? top : bottom : null;
        return new Trend(
            name,
            first.Value,
            last.Value,
            seen.ValueOf(first),
            seen.ValueOf(last),
            seen.PlaceOf(first.Row),
            seen.PlaceOf(last.Row),
            turn is null ? null : seen.Word("dated", seen.ValueOf(turn), seen.PlaceOf(turn.Row)),
            above >= below,
            top.Value.Equals(bottom.Value));
    }

    /// <summary>Tells of every trend where they are few, otherwise of the largest.</summary>
    public static IEnumerable<string> Tell(IReadOnlyList<Trend> trends, Seen seen, bool hasPlaces)
    {
        // Where all begin and end together along time, the period tells when.
        var isDated = hasPlaces && (trends.Select(t => (t.FirstAt, t.LastAt)).Distinct().Skip(1).Any() || (seen.HasBands && !seen.RunsAlongTime));
        if (trends.Count <= Seen.Few)
        {
            yield return seen.Word("trend.change", string.Join("; ", trends.Select(t => t.Name.Length == 0 ? t.InWords(seen, isDated) : seen.Word("series", t.Name, t.InWords(seen, isDated)))));
            yield break;
        }

        var moving = trends.Where(t => t.FirstAt != t.LastAt || !hasPlaces).ToList();
        if (moving.Count > 0 && (moving.TrueForAll(t => t.Direction > 0) || moving.TrueForAll(t => t.Direction < 0)))
            yield return seen.Word(moving[0].Direction > 0 ? "trend.rising" : "trend.falling");
        var largest = new[] { (moving.MaxBy(t => t.Size(seen.IsLog)), 1, "trend.rise"), (moving.MinBy(t => t.Size(seen.IsLog)), -1, "trend.fall") }
            .Where(l => l.Item1?.Direction == l.Item2)
            .Select(l => seen.Word(l.Item3, seen.Word("series", l.Item1!.Name, l.Item1.Ends(seen, "trend.ends", isDated))));
        foreach (var sentence in largest)
            yield return sentence;
    }

    /// <summary>How the values go, in words.</summary>
    /// <param name="seen">What the state shows.</param>
    /// <param name="isDated">Whether to say where the first and the last value stand.</param>
    public string InWords(Seen seen, bool isDated)
    {
        if (FirstAt == LastAt && FirstAt.Length > 0)
            return seen.Word("dated", Last, LastAt);
        if (IsLevel)
            return seen.Word("trend.level", First);
        var words = First == Last ? seen.Word("trend.none", First) : Ends(seen, Direction switch { > 0 => "trend.up", < 0 => "trend.down", _ => "trend.flat" }, isDated);
        return Turn is null ? words : seen.Word(TurnsDown ? "trend.peak" : "trend.trough", words, Turn);
    }

    // A number goes into any sentence; a number with a hedge may not.
    private string Ends(Seen seen, string key, bool isDated)
    {
        var isPlain = First == seen.Value(From) && Last == seen.Value(To);
        var (first, last) = isDated ? (seen.Word("dated", First, FirstAt), seen.Word("dated", Last, LastAt)) : (First, Last);
        return seen.Word(isPlain ? key : key + "-hedged", first, last);
    }
}
