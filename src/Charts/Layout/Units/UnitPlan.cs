using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>
/// A chart of units at one width, in all its states: the same dots, as large as all of them allow. What states share is
/// worked out once.
/// </summary>
internal sealed class UnitPlan
{
    // Pitches are even tenths of a pixel, so that halves of them are whole tenths.
    private const double Step = 0.2;
    private const double Least = 2;
    private const double Enough = 4.4;
    private const double Small = 3;

    // The radius of a dot, in pitches of a packed disc.
    private const double Fill = 0.41;

    // From dot to dot in a crowd in tones, in radii.
    private const double TonedGap = 3.05;

    private readonly UnitMark _mark;
    private readonly Dataset _data;
    private readonly Artboard _artboard;
    private readonly ImmutableArray<UnitCount> _counts;
    private readonly Dictionary<string, (ImmutableArray<UnitGroup> Groups, IUnitArranger? Arranger)> _states;
    private Dictionary<string, IReadOnlyList<(double X, double Y)>>? _crowd;

    private UnitPlan(UnitMark mark, IReadOnlyList<Layout> layouts)
    {
        _mark = mark;
        _data = layouts[0].Spec.Data;
        _artboard = layouts[0].Artboard;
        _counts = [.. mark.Count(_data).Where(c => c.Dots > 0 || mark.Whole is not null)];
        _states = layouts.ToDictionary(l => l.State.Name, Group, StringComparer.Ordinal);
        var arrangers = _states.Values.Select(s => s.Arranger).OfType<IUnitArranger>().ToList();
        var most = layouts.Any(l => _states[l.State.Name].Arranger is null) ? CrowdRadius() : double.PositiveInfinity;
        Pitch = FindPitch(arrangers, Math.Min(most / Fill, _artboard.Width switch { >= 800 => 24, >= 560 => 20, _ => 16 }));
        Radius = Math.Min(most, Pitch * Fill);
    }

    /// <summary>Radius of a dot, the same in every state.</summary>
    public double Radius { get; }

    /// <summary>From dot to dot where they stand in order.</summary>
    public double Pitch { get; }

    /// <summary>About the height of dots in order.</summary>
    private double Base => _artboard.Width switch { >= 800 => 540, >= 560 => 420, _ => _artboard.Width * 0.86 };

    /// <summary>The height of a crowd: on a phone it is lower, as one that opens a story shares the first screen with its words.</summary>
    private double CrowdHeight => _artboard.Width >= 560 ? Base : _artboard.Width * 0.74;

    /// <summary>The plan of a chart of units; null for another chart.</summary>
    public static UnitPlan? For(IReadOnlyList<Layout> layouts) =>
        layouts[0].Spec.Marks.OfType<UnitMark>().FirstOrDefault() is { } mark ? new UnitPlan(mark, layouts) : null;

    /// <summary>The height that suits a state.</summary>
    public double NaturalHeight(StateSpec state) => _states[state.Name].Arranger?.Arrange(Pitch, Base).Height ?? CrowdHeight;

    /// <summary>Draws a state.</summary>
    public void Draw(Layout layout, Sketch sketch, LabelPlacer labels)
    {
        if (!layout.Marks.Contains(_mark))
            return;
        var (groups, arranger) = _states[layout.State.Name];
        if (arranger is null)
        {
            _crowd ??= Crowd(sketch.Width, sketch.Height);
            foreach (var count in groups.SelectMany(g => g.Rows))
                _mark.Draw(sketch, count.Row, _data, _crowd[count.Row.Key], Radius, layout.IsLit(count.Row));
            return;
        }

        var picture = arranger.Arrange(Pitch, sketch.Height);
        var top = Math.Max(0, Math.Round((sketch.Height - picture.Height) / 2, 1, MidpointRounding.AwayFromZero));
        DrawDots(layout, sketch, labels, groups, picture, top);
        foreach (var (key, from, to, paint) in picture.Strokes)
        {
            sketch.Begin(key);
            sketch.Line(from.X, from.Y + top, to.X, to.Y + top, paint);
        }

        foreach (var line in picture.Lines)
            labels.Ask(new LabelRequest(groups[line.Group].Key, groups[line.Group].IsLit, line.Runs, [(line.X, line.Y + top, line.Anchor)], line.Runs.Length));
        labels.PlaceAll();
    }

    // Rows are drawn in the order of the data, whatever groups they are in.
    private void DrawDots(Layout layout, Sketch sketch, LabelPlacer labels, ImmutableArray<UnitGroup> groups, UnitPicture picture, double top)
    {
        var places = new Dictionary<string, List<(double X, double Y)>>(StringComparer.Ordinal);
        for (var i = 0; i < groups.Length; i++)
        {
            var all = picture.PlacesOf(i);

            // A part of a whole fills it line by line, each from the left.
            if (groups[i].HasRest)
                all = [.. all.OrderBy(p => p.Y).ThenBy(p => p.X)];
            var from = 0;
            foreach (var count in groups[i].Rows)
            {
                places[count.Row.Key] = [.. all.Skip(from).Take(count.Dots).Select(p => (p.X, p.Y + top))];
                foreach (var (x, y) in places[count.Row.Key])
                    labels.Take(count.Row.Key, new Box(x - Radius, y - Radius, x + Radius, y + Radius));
                from += count.Dots;
            }

            if (from == all.Count)
                continue;
            List<(double X, double Y)> rest = [.. all.Skip(from).Select(p => (p.X, p.Y + top))];
            foreach (var (x, y) in rest)
                labels.Take(groups[i].RestKey, new Box(x - Radius, y - Radius, x + Radius, y + Radius));
            UnitMark.DrawRest(sketch, groups[i].RestKey, rest, Radius, groups[i].IsLit);
        }

        foreach (var count in _counts.Where(c => c.Dots > 0 && places.ContainsKey(c.Row.Key)))
            _mark.Draw(sketch, count.Row, _data, places[count.Row.Key], Radius, layout.IsLit(count.Row));
    }

    private (ImmutableArray<UnitGroup> Groups, IUnitArranger? Arranger) Group(Layout layout)
    {
        var (field, arrangement) = UnitGrouping.Resolve(_mark.Grouping, layout.State.Units);
        var shown = layout.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var hasRings = _mark.HasRings(layout.State.Units);
        var size = _artboard.Width >= 560 ? 14f : 12.5f;
        var groups = _counts
            .Where(c => shown.Contains(c.Row.Key) && (c.Dots > 0 || hasRings))
            .GroupBy(c => field is null ? "" : c.Row.Identity(field))
            .Select(rows =>
            {
                var looks = rows.Select(r => _mark.LookOf(r.Row, _data)).Distinct().ToList();
                var name = field is null ? _mark.Title?.In(layout.Language) ?? "" : rows.First().Row.Text(field, layout.Language);
                var roles = looks.Select(l => l.Role).Distinct().ToList();
                var role = roles.Count == 1 && Enum.GetValues<Kind>().Any(k => k.Slug() == roles[0]) ? roles[0] : "ink";
                return new UnitGroup(
                    field is null ? _mark.Name : $"{_mark.Name}-{field}-{rows.Key}",
                    [.. rows],
                    rows.Sum(r => r.Dots) + (hasRings ? _mark.Rest(rows) : 0),
                    string.Join(' ', looks.Select(l => l.IsRing ? l.Role + " ring" : l.Role)),
                    new UnitLabel(
                        layout.Language.Lines.Space(name.Length == 0 && field is not null ? layout.Language.Word("missing") : name),
                        Amount.Value(rows.Sum(r => r.Amount), _data.Field(_mark.Field)!.Unit, layout.Language),
                        new TextStyle(size, false, role),
                        new TextStyle(size + 3, true, role),
                        layout.Typefaces),
                    rows.Any(r => layout.IsLit(r.Row)));
            })
            .ToImmutableArray();
        return (groups, groups.IsEmpty ? null : arrangement switch
        {
            UnitArrangement.Circles => new UnitCircles(groups, _artboard.Width),
            UnitArrangement.Piles => new UnitPiles(groups, _artboard.Width),
            UnitArrangement.Rows => new UnitRows(groups, _artboard.Width),
            _ => null,
        });
    }

    // The largest that fits every state; where dots would be too small for that, the chart grows.
    private double FindPitch(List<IUnitArranger> arrangers, double most)
    {
        var steps = (int)Math.Ceiling((Math.Max(most, Least) - 1e-9) / Step);
        foreach (var (height, least) in new[] { (Base, Enough), (Base * 1.5, Enough), (Base * 2, Small) })
        {
            for (var i = steps; i * Step >= Math.Min(least, steps * Step) - 1e-9; i--)
            {
                var pitch = i * Step;
                if (arrangers.TrueForAll(a => a.Arrange(pitch, height).Height <= height))
                    return pitch;
            }
        }

        return Math.Min(steps * Step, Small);
    }

    private double CrowdRadius()
    {
        var space = _artboard.Width * CrowdHeight / Math.Max(1, _counts.Sum(c => c.Dots));
        return _mark.HasTones
            ? Math.Min(0.25 * Math.Sqrt(space), _artboard.Width switch { >= 800 => 4.2, >= 560 => 3.3, >= 340 => 2.5, _ => 2.1 })
            : Math.Min(0.27 * Math.Sqrt(space), _artboard.Width >= 560 ? 9 : 6);
    }

    // The crowd of all rows, on whole pixels: those that a state does not show leave their places empty. Rows with running totals stand
    // from the middle outwards, others from left to right, as their groups will.
    private Dictionary<string, IReadOnlyList<(double X, double Y)>> Crowd(int width, int height)
    {
        var total = 0;
        var ends = _counts.Select(c => total += c.Dots).ToImmutableArray();
        var places = CrowdScatter
            .Scatter(_mark.HasTones ? ends : [total], width, height, Radius, _mark.HasTones ? TonedGap : EvenGap(width * height / Math.Max(1.0, total)))
            .Select(p => (X: Math.Round(p.X, MidpointRounding.AwayFromZero), Y: Math.Round(p.Y, MidpointRounding.AwayFromZero)));
        if (_mark.Upto is null)
            places = places.Select((p, i) => (At: p, Along: p.X + (3 * Radius * CrowdScatter.Noise(i, 5)))).OrderBy(p => p.Along).Select(p => p.At);
        var all = places.ToList();
        var crowd = new Dictionary<string, IReadOnlyList<(double X, double Y)>>(StringComparer.Ordinal);
        foreach (var (count, end) in _counts.Zip(ends))
            crowd[count.Row.Key] = InLines(all.GetRange(end - count.Dots, count.Dots));
        return crowd;
    }

    // So far apart that the dots fill the oval evenly.
    private double EvenGap(double space) => Math.Max(2.4, 0.8 * Math.Sqrt(space) / Radius);

    // Read as the other arrangements are, line by line and to and fro: dots keep about their height, and each is told by little.
    private static List<(double X, double Y)> InLines(List<(double X, double Y)> places)
    {
        const double LineHeight = 8;
        return [.. places.OrderBy(p => Math.Floor(p.Y / LineHeight)).ThenBy(p => Math.Floor(p.Y / LineHeight) % 2 == 0 ? p.X : -p.X).ThenBy(p => p.Y)];
    }
}
