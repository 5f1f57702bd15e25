using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The numbers that a chart holds itself: those of its rows and their sums, of its axes, its notes and points, and how many rows, panels and dots there are.</summary>
public static class ChartNumbers
{
    /// <summary>All of them, in no order that means anything.</summary>
    public static IEnumerable<ShownNumber> Of(ChartSpec chart) =>
        InRows(chart)
            .Concat(Sums(chart))
            .Concat(OnAxes(chart))
            .Concat(chart.Notes.SelectMany(n => new[] { n.Low, n.High }).Concat(chart.Marks.SelectMany(m => m.Points).Select(p => p.Value).OfType<double>()).Select(v => new ShownNumber(v, chart.Values?.Unit ?? "")))
            .Concat(chart.Marks.Where(m => m.IsShare).SelectMany(m => Shares(chart, m)))
            .Concat(chart.Marks.OfType<UnitMark>().SelectMany(m => new[] { m.Per, m.Whole }.OfType<double>().Select(n => new ShownNumber(n, chart.Data.Field(m.Field)!.Unit))))
            .Concat(chart.Marks.OfType<UnitMark>().SelectMany(m => Dots(chart, m)).Concat(Counts(chart)).Select(n => new ShownNumber(n)));

    // A field without a unit counts what the axis does along which it is drawn.
    private static IEnumerable<ShownNumber> InRows(ChartSpec chart)
    {
        var drawn = chart.Marks.SelectMany(m => m.FieldsOfValues).ToHashSet(StringComparer.Ordinal);
        foreach (var field in chart.Data.Fields.Where(f => f.Type == FieldType.Number))
        {
            var unit = field.Unit.Length == 0 && drawn.Contains(field.Name) ? chart.Values?.Unit ?? "" : field.Unit;
            foreach (var row in chart.Data.Rows)
            {
                if (row.Number(field.Name) is { } value)
                    yield return new ShownNumber(value, unit, ReadingWords.HedgeNames.GetValueOrDefault(chart.HedgeOf(row, field)));
            }
        }
    }

    // What all rows that a field is drawn of come to, and those of each group of dots.
    private static IEnumerable<ShownNumber> Sums(ChartSpec chart) =>
        from field in chart.Marks.SelectMany(m => m.FieldsOfNumbers).Distinct().Select(chart.Data.Field).OfType<Field>()
        where field.Type == FieldType.Number
        from rows in chart.Marks.OfType<UnitMark>().SelectMany(m => GroupsOf(chart, m)).SelectMany(g => chart.Data.Rows.GroupBy(r => r.Identity(g), (_, all) => all)).Append(chart.Data.Rows)
        select new ShownNumber(rows.Sum(r => r.Number(field.Name) ?? 0), field.Unit);

    private static IEnumerable<string> GroupsOf(ChartSpec chart, UnitMark mark) =>
        chart.States.Select(s => UnitGrouping.Resolve(mark.Grouping, s.Units).Group).OfType<string>().Distinct();

    private static IEnumerable<ShownNumber> OnAxes(ChartSpec chart) =>
        from axis in new[] { chart.X, chart.Y }
        where axis is { Scale: ScaleType.Linear or ScaleType.Log }
        let states = ReferenceEquals(axis, chart.Values) ? chart.States.Select(s => s.ValueDomain) : chart.States.Select(s => s.PlaceDomain)
        from number in states.Append(axis.Domain).SelectMany(d => d is var (low, high) ? new[] { low, high } : []).Concat(axis.Ticks ?? [])
        select new ShownNumber(number, axis.Unit);

    private static IEnumerable<ShownNumber> Shares(ChartSpec chart, Mark mark) =>
        from band in chart.BandsOf(chart.Data.Rows)
        let whole = band.Rows.SelectMany(mark.ValuesOf).Sum()
        from value in band.Rows.SelectMany(mark.ValuesOf)
        where whole > 0
        select new ShownNumber(100 * value / whole, "%");

    // Each dot, each row's, each group's in any state, and all.
    private static IEnumerable<double> Dots(ChartSpec chart, UnitMark mark)
    {
        var counts = mark.Count(chart.Data);
        return counts.Select(c => (double)c.Dots)
            .Concat(GroupsOf(chart, mark).SelectMany(g => counts.GroupBy(c => c.Row.Identity(g), c => c.Dots).Select(d => (double)d.Sum())))
            .Append(counts.Sum(c => c.Dots))
            .Concat(mark.Whole is { } whole ? [whole / mark.Per] : []);
    }

    private static IEnumerable<double> Counts(ChartSpec chart) =>
        chart.States.Select(s => (double)chart.RowsIn(s).Length)
            .Append(chart.Data.Rows.Length)
            .Append(chart.BandsOf(chart.Data.Rows).Select(b => b.Id).Distinct().Count())
            .Concat(chart.Facet is null ? [] : [chart.Panels.Count()]);
}
