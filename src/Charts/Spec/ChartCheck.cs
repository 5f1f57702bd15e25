using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>What must hold between the parts of a chart before it can be drawn truly.</summary>
internal static class ChartCheck
{
    private const int MostBands = 200;
    private const int MostPanels = 36;
    private const int MostPlaces = 3000;
    private const int MostNamed = 3;

    /// <summary>Reports whatever does not hold; false when the chart cannot be drawn at all.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="before">How many findings there were before it was read: a chart already found faulty is not found so again.</param>
    /// <param name="findings">Where findings go.</param>
    public static bool IsDrawable(ChartSpec chart, int before, ICollection<Diagnostic> findings)
    {
        var at = chart.Span.Head;
        if (chart.Marks.IsEmpty)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0307", at, "this chart has no marks", "add at least one under 'marks', such as - type: bar"));
            return false;
        }

        if (chart.Marks.Any(m => m is UnitMark))
        {
            if (chart.Marks.Length > 1)
                findings.Add(Diagnostic.Error("EX0305", at, "a crowd of units stands alone; this chart has other marks too", "put the other marks into a chart of their own"));
            else if (HasAxesOrMap(chart))
                findings.Add(Diagnostic.Error("EX0305", at, "a chart of units has neither axes nor a map", "leave out x, y and map"));
            if (!chart.Notes.IsEmpty)
                findings.Add(Diagnostic.Error("EX0305", at, "a crowd of units has no axis, so it can have no notes"));
            if (chart.Facet is not null)
                findings.Add(Diagnostic.Error("EX0305", at, "a chart of units has no panels", "gather the dots with 'group' instead of 'facet'"));
            return chart.Marks.Length == 1 && !HasAxesOrMap(chart);
        }

        if (chart.Map is not null || chart.Marks.Any(m => m is GeoMark))
            return IsGoodMap(chart, at, before, findings);
        return HasGoodAxes(chart, at, before, findings) && HasGoodRows(chart, at, findings);
    }

    private static bool HasAxesOrMap(ChartSpec chart) => chart.X is not null || chart.Y is not null || chart.Map is not null;

    private static bool IsGoodMap(ChartSpec chart, SourceSpan at, int before, ICollection<Diagnostic> findings)
    {
        if (chart.Map is null)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0106", at, "a chart with geo marks needs the key 'map'", "such as map: world"));
            return false;
        }

        if (chart.Marks.FirstOrDefault(m => m is not GeoMark) is { } other)
            findings.Add(Diagnostic.Error("EX0305", other.Span, $"the mark '{other.Name}' cannot stand on a map", "a map has marks of the type geo"));
        else if (chart.X is not null || chart.Y is not null || chart.Facet is not null || !chart.Notes.IsEmpty)
            findings.Add(Diagnostic.Error("EX0305", at, "a map has no axes, panels or notes", "leave out x, y, facet and notes"));
        if (findings.Count > before)
            return false;
        foreach (var mark in chart.Marks)
            mark.Check(chart, findings);
        return findings.Skip(before).All(f => f.Severity != Severity.Error);
    }

    private static bool HasGoodAxes(ChartSpec chart, SourceSpan at, int before, ICollection<Diagnostic> findings)
    {
        if (chart.X is null || chart.Y is null)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0106", at, $"a chart needs the key '{(chart.X is null ? "x" : "y")}'"));
            return false;
        }

        if (chart.Values!.Scale is not (ScaleType.Linear or ScaleType.Log))
        {
            findings.Add(Diagnostic.Error("EX0305", at, "one of the two axes must be linear or log: the one along which the marks have their values", "write type: linear on x or y"));
            return false;
        }

        // Rows that run down the page may be bands of their own; every other axis of places needs a field.
        if (chart.Places is { Field: null } && !chart.PlacesRunDown)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0305", at, "the axis 'x' needs its field", "write field: and the name of a field of the dataset"));
            return false;
        }

        if (chart.Places is { Scale: not ScaleType.Band, Field: { } field } && chart.Data.Rows.All(r => r.Number(field) is null))
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0302", at, $"no row has a number or a time in '{field}', along which this chart runs"));
            return false;
        }

        // Bands without a value are drawn as missing; along numbers and times there would be nothing at all.
        var fields = chart.Marks.Concat(chart.States.SelectMany(s => chart.MarksIn(s))).SelectMany(m => m.FieldsOfValues).Distinct().ToList();
        if (chart.Places is { Scale: not ScaleType.Band, Field: { } where } && fields.Count > 0 && !chart.Marks.Any(m => m.Points.Any())
            && !chart.Data.Rows.Any(r => r.Number(where) is not null && fields.Exists(f => r.Number(f) is not null)))
        {
            var named = string.Join(" or ", fields.Select(f => $"'{f}'"));
            findings.Add(Diagnostic.Error("EX0302", at, $"no row has both a place in '{where}' and a number in {named}, so this chart would show nothing", "add the values, or name other fields"));
            return false;
        }

        if (chart.Values.Scale == ScaleType.Log && chart.Marks.FirstOrDefault(m => m.StandsOnZero) is { } standing)
        {
            findings.Add(Diagnostic.Error("EX0319", standing.Span, $"the mark '{standing.Name}' stands on zero, which a log axis does not have", "use dots or a line, or a linear axis"));
            return false;
        }

        if (chart.PlacesRunDown && chart.Marks.FirstOrDefault(m => m.RunsAlong) is { } running)
        {
            findings.Add(Diagnostic.Error("EX0305", running.Span, $"the mark '{running.Name}' runs along its places, so they must run across", "give the places to x and the values to y"));
            return false;
        }

        return true;
    }

    private static bool HasGoodRows(ChartSpec chart, SourceSpan at, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (chart.Places is { Scale: ScaleType.Band } && chart.Data.Rows.Length > MostBands)
        {
            findings.Add(Diagnostic.Error("EX0316", at, $"{chart.Data.Rows.Length} rows are too many for a chart of bands", $"draw {MostBands} at most"));
            return false;
        }

        if (chart.Facet is { } facet && chart.Panels.Count() is > MostPanels and var panels)
        {
            findings.Add(Diagnostic.Error("EX0316", at, $"'{facet}' would make {panels} panels", $"draw {MostPanels} at most"));
            return false;
        }

        if (chart.Places is { Scale: not ScaleType.Band } && chart.Data.Rows.Length > MostPlaces)
        {
            findings.Add(Diagnostic.Error("EX0316", at, $"{chart.Data.Rows.Length} rows are too many for a chart", $"draw {MostPlaces} at most, such as a mean for each month"));
            return false;
        }

        foreach (var row in chart.Data.Rows.Where(r => chart.Facet is { } field && r[field] is MissingCell))
            findings.Add(Diagnostic.Error("EX0206", row.Span.Head, $"the row '{row.Key}' lacks '{chart.Facet}', which parts the panels", "add it, or leave the row out"));
        foreach (var mark in chart.Marks)
        {
            mark.Check(chart, findings);
            ReportCrowdedBands(chart, mark, findings);
        }

        if (chart.Values!.Scale == ScaleType.Log)
            ReportNotAbove(chart, findings);
        if (chart.Places is { Scale: ScaleType.Log, Field: { } along })
        {
            foreach (var row in chart.Data.Rows.Where(r => r.Number(along) <= 0))
                findings.Add(Diagnostic.Error("EX0319", row[along].Span, $"{row[along].Span.Text} cannot stand on a log axis, which begins above zero", "leave the row out, or use a linear axis"));
        }

        ReportOutside(chart, at, findings);
        foreach (var point in chart.Marks.SelectMany(m => m.Points))
            ReportPoint(chart, point, findings);
        return findings.Count == before;
    }

    // Two bars at one place would hide each other.
    private static void ReportCrowdedBands(ChartSpec chart, Mark mark, ICollection<Diagnostic> findings)
    {
        if (mark is not (BarMark or AreaMark or LineMark) || chart.Places?.Field is not { } field)
            return;
        var seen = new HashSet<(string, string, string)>();
        foreach (var row in chart.Data.Rows.Where(r => mark.ValuesOf(r).Any() && r[field] is not MissingCell))
        {
            var place = (chart.Facet is { } facet ? row.Identity(facet) : "", chart.Places.Scale == ScaleType.Band ? row.Identity(field) : row.Number(field)!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), mark.Series is { } series ? row.Identity(series) : "");
            if (seen.Add(place))
                continue;
            findings.Add(Diagnostic.Error(
                "EX0317",
                row[field].Span,
                $"an earlier row stands at '{row.Identity(field)}' too, so the mark '{mark.Name}' would be drawn twice there",
                mark.Series is null ? "name the field that tells such rows apart as 'series' or 'facet'" : "a series may have one row at each place"));
            return;
        }
    }

    private static void ReportNotAbove(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        foreach (var (row, field) in chart.Data.Rows.SelectMany(r => chart.Marks.SelectMany(m => m.FieldsOfValues).Distinct().Select(f => (r, f))))
        {
            if (row.Number(field) is <= 0 and var value)
                findings.Add(Diagnostic.Error("EX0319", row[field].Span, FormattableString.Invariant($"{value} cannot stand on a log axis, which begins above zero"), "leave the value out, or use a linear axis"));
        }
    }

    // A point that no panel has, or that lies beyond the axes of every state, would never be seen.
    private static void ReportPoint(ChartSpec chart, PointSpec point, ICollection<Diagnostic> findings)
    {
        if (point.Facet is not null && chart.Facet is null)
        {
            findings.Add(Diagnostic.Error("EX0305", point.Span, "this chart has no panels, so its points cannot name one", "leave 'facet' out of the point"));
        }
        else if (point.Facet is { } panel && chart.Data.Rows.Select(r => r.Identity(chart.Facet!)).Distinct().ToList() is var panels && !panels.Contains(panel))
        {
            findings.Add(Diagnostic.Error("EX0303", point.Span, $"no row of '{chart.Data.Id}' has '{panel}' in '{chart.Facet}', so there is no such panel", Nearest.Hint(panel, panels)));
        }

        Report(point.Place, chart.Places!, s => s.PlaceDomain);
        Report(point.Value, chart.Values!, s => s.ValueDomain);

        void Report(double? at, AxisSpec axis, Func<StateSpec, (double Low, double High)?> domainOf)
        {
            if (at is not { } end)
                return;
            if (axis.Scale == ScaleType.Log && end <= 0)
                findings.Add(Diagnostic.Error("EX0319", point.Span, "a point of a log axis must lie above zero"));
            else if (axis.Domain is not null && chart.States.All(s => (domainOf(s) ?? axis.Domain) is { } domain && (end < domain.Low || end > domain.High)))
                findings.Add(Diagnostic.Error("EX0311", point.Span, "this point lies outside the domain", "widen 'domain', or move the point"));
        }
    }

    // A value beyond the axis would be drawn outside the picture, or not at all.
    private static void ReportOutside(ChartSpec chart, SourceSpan at, ICollection<Diagnostic> findings)
    {
        if (chart.Places is { Domain: { } places, Field: { } along })
            Report(chart.Data.Rows.Where(r => r.Number(along) is { } place && (place < places.Low || place > places.High)), chart.Places.Span);
        if (chart.Values!.Domain is { } own)
        {
            ReportValues(own, chart.Data.Rows, [.. chart.Marks], chart.Values.Span);
            foreach (var note in chart.Notes.Where(n => n.Low < own.Low || n.High > own.High))
                findings.Add(Diagnostic.Error("EX0311", at, $"the note '{note.Name}' lies outside the domain", "widen 'domain', or narrow the note's band"));
        }

        foreach (var state in chart.States)
        {
            var (where, rows) = (state.Span ?? at, chart.RowsIn(state));
            if (rows.IsEmpty && state.PlaceDomain is not null)
                findings.Add(Diagnostic.Error("EX0313", where, $"no row lies in the domain of the state '{state.Name}'"));
            if ((state.ValueDomain is not null || state.Value is not null) && (state.ValueDomain ?? chart.Values.Domain) is { } domain)
                ReportValues(domain, rows, [.. chart.MarksIn(state)], where);
        }

        void ReportValues((double Low, double High) domain, IEnumerable<Row> rows, List<Mark> marks, SourceSpan where)
        {
            if (marks.Any(m => m.StandsOnZero) && (domain.Low > 0 || domain.High < 0))
                findings.Add(Diagnostic.Error("EX0311", where, "bars stand on zero, which lies outside the domain", "let 'domain' hold zero"));
            Report(chart.BandsOf(rows).Where(b => marks.SelectMany(m => m.Reach(b.Rows)).Any(IsOutside)).Select(b => b.Rows.FirstOrDefault(r => marks.SelectMany(m => m.ValuesOf(r)).Any(IsOutside)) ?? b.First), where);

            bool IsOutside(double value) => value < domain.Low || value > domain.High;
        }

        // One finding for all rows, the first few by name.
        void Report(IEnumerable<Row> outside, SourceSpan where)
        {
            var rows = outside.DistinctBy(r => r.Key).ToList();
            if (rows.Count == 0)
                return;
            var names = string.Join(", ", rows.Take(MostNamed).Select(r => $"'{r.Key}' at {r.Span}"));
            findings.Add(Diagnostic.Error(
                "EX0311",
                where,
                rows.Count == 1 ? $"the row {names} lies outside the domain" : $"{rows.Count} rows lie outside the domain: {names}{(rows.Count > MostNamed ? " and others" : "")}",
                "widen 'domain', or leave it out to have it chosen"));
        }
    }
}
