using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The marks that a drawn chart has for its data, each in words, in the order in which one reads.</summary>
public static class ChartMarks
{
    /// <summary>
    /// The marks of a state: panel by panel, there place by place, and series that run along the places one after another, each
    /// before its points. Axes, notes, labels and the author's own rules, words and arrows stand for no data.
    /// </summary>
    public static ImmutableArray<ToldMark> In(DrawnChart chart, StateSpec state)
    {
        var spec = chart.Spec;
        var index = spec.States.IndexOf(state);
        var drawn = chart.Artboards.SelectMany(a => a.Drawings[index].Marks).Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
        var teller = new MarkTeller(spec, state, chart.Language, drawn.Contains);
        var placeOf = Places(spec, state, teller.Now);
        var told = teller.Missing().Select(t => (t.Row, t.Told, At: 0, Runs: false))
            .Concat(teller.Now.Marks.SelectMany((mark, at) => mark.TellEach(teller).Select(t => (t.Row, t.Told, At: at, Runs: mark.RunsAlong))));
        return
        [
            .. told.Where(t => drawn.Contains(t.Told.Key))
                .OrderBy(t => placeOf(t.Row).Panel)
                .ThenBy(t => t.Runs ? t.At + 1 : 0)
                .ThenBy(t => t.Runs ? 0 : placeOf(t.Row).Group)
                .ThenBy(t => t.Runs ? 0 : placeOf(t.Row).Place)
                .ThenBy(t => t.At)
                .Select(t => t.Told),
        ];
    }

    // Where a row is met by who reads from panel to panel, head to head, place to place.
    private static Func<Row, (int Panel, int Group, double Place)> Places(ChartSpec spec, StateSpec state, Seen seen)
    {
        var panels = Ranks(spec, spec.Facet);
        var groups = Ranks(spec, seen.Main is UnitMark units ? UnitGrouping.Resolve(units.Grouping, state.Units).Group : spec.PlacesRunDown ? spec.Places!.Group : null);
        if (!seen.HasBands)
            return row => (panels(row), groups(row), spec.Places?.Field is { } along ? row.Number(along) ?? 0 : 0);
        var bands = seen.Rows.GroupBy(panels).SelectMany(panel =>
        {
            var all = spec.BandsOf(panel);
            return ((state.Order ?? spec.Order)?.Sort(all) ?? all).Select((band, place) => (Key: (panel.Key, band.Id), place));
        }).ToDictionary(b => b.Key, b => b.place);
        return row => (panels(row), groups(row), bands[(panels(row), spec.BandOf(row))]);
    }

    private static Func<Row, int> Ranks(ChartSpec spec, string? field)
    {
        if (field is null)
            return _ => 0;
        var values = spec.Data.Rows.Select(r => r.Identity(field)).Distinct().Select((value, rank) => (value, rank)).ToDictionary(v => v.value, v => v.rank, StringComparer.Ordinal);
        return row => values[row.Identity(field)];
    }
}
