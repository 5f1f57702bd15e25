using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>What must hold of the parts of a series before they can stand on one another.</summary>
internal static class PileCheck
{
    /// <summary>Reports parts below zero, parts without a value among others that have one, and shares of nothing.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="value">Field of the values.</param>
    /// <param name="isShare">Whether the parts are shown as shares.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Report(ChartSpec chart, string value, bool isShare, ICollection<Diagnostic> findings)
    {
        foreach (var row in chart.Data.Rows.Where(r => r.Number(value) < 0))
            findings.Add(Diagnostic.Error("EX0321", row[value].Span, "a value below zero cannot be part of a pile", isShare ? "shares need values from zero on" : "set the series side by side with arrange: grouped, turn whole parts with 'mirror', or draw lines"));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in chart.States.SelectMany(s => chart.BandsOf(chart.RowsIn(s))).Where(b => b.Rows.Any(r => r.Number(value) is not null)))
        {
            foreach (var row in place.Rows.Where(r => r.Number(value) is null && told.Add(r.Key)))
                findings.Add(Diagnostic.Error("EX0322", row[value].Span, $"the row '{row.Key}' has no value, and a pile that lacks a part would look like the whole", "write 0 if there is none, leave all rows of that place out, or use arrange: grouped"));
            if (isShare && place.Rows.Sum(r => r.Number(value) ?? 0) == 0 && told.Add(place.First.Key))
                findings.Add(Diagnostic.Error("EX0322", place.First[value].Span, $"the parts at '{place.Id}' add up to nothing, so they have no shares", "leave the rows of that place out, or use arrange: stacked"));
        }
    }

    /// <summary>Reports a series that has no row at a place between its first and its last where others have one: its layer would have a hole there.</summary>
    public static void ReportHoles(ChartSpec chart, string series, ICollection<Diagnostic> findings)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var panel in chart.States.SelectMany(s => chart.RowsIn(s).Where(r => r.Number(chart.Places!.Field!) is not null).GroupBy(r => chart.Facet is { } facet ? r.Identity(facet) : "")))
        {
            var places = panel.Select(r => r.Number(chart.Places!.Field!)!.Value).Distinct().Order().ToList();
            foreach (var layer in panel.GroupBy(r => r.Identity(series)))
            {
                var own = layer.Select(r => r.Number(chart.Places!.Field!)!.Value).ToHashSet();
                if (places.Where(p => p > own.Min() && p < own.Max()).All(own.Contains) || !told.Add(layer.Key))
                    continue;
                findings.Add(Diagnostic.Error("EX0322", layer.First()[series].Span, $"the layer '{layer.Key}' has no row at a place where others have one, so it could not be stacked there", "add the row, with 0 if there is none; or draw lines"));
            }
        }
    }
}
