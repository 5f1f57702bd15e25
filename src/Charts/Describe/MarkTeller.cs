using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Puts single marks of a state into words: "Turkey, 2023, left: 71,956".</summary>
internal sealed class MarkTeller
{
    // Names are those of the whole chart, so that a mark is called the same in every state.
    private readonly Seen _all;
    private readonly bool _hasSeveralFields;

    /// <param name="chart">The chart.</param>
    /// <param name="state">The state.</param>
    /// <param name="language">The language.</param>
    /// <param name="isDrawn">Whether the state draws a mark of a key at any width.</param>
    public MarkTeller(ChartSpec chart, StateSpec state, Language language, Func<string, bool> isDrawn)
    {
        Now = new Seen(chart, state, language);
        IsDrawn = isDrawn;
        _all = new Seen(chart, state with { Show = null, Highlight = null, Marks = null, PlaceDomain = null }, language);
        _hasSeveralFields = _all.HasSeveralMarks || chart.States.Any(s => s.Value is not null);
    }

    /// <summary>What the state shows.</summary>
    public Seen Now { get; }

    /// <summary>Whether the state draws a mark of a key at any width.</summary>
    public Func<string, bool> IsDrawn { get; }

    /// <summary>A row's mark, with what it shows in words.</summary>
    public (Row Row, ToldMark Told) Tell(Mark mark, Row row, string value, string? key = null) =>
        (row, new ToldMark(key ?? mark.KeyOf(row), Joined(NameOf(mark, row), value), FiguresOf(mark, row)));

    /// <summary>The marks of a mark that has one value for each row.</summary>
    public IEnumerable<(Row Row, ToldMark Told)> TellValues(Mark mark) => Now.PointsOf(mark).Select(p => Tell(mark, p.Row, ValueOf(p)));

    /// <summary>
    /// The marks of series that run along the places: each whole by its ends and its turn, then, where they are drawn, its points.
    /// Where they are not, the whole shows the figures of its rows.
    /// </summary>
    /// <param name="mark">The mark.</param>
    /// <param name="sayEnds">What a series says, from its rows in the order of their places.</param>
    public IEnumerable<(Row Row, ToldMark Told)> TellSeries(Mark mark, Func<IReadOnlyList<Row>, string> sayEnds)
    {
        var order = Telling.OrderOf(Now);
        var chart = Now.Chart;
        var points = Now.PointsOf(mark).ToDictionary(p => p.Row.Key, StringComparer.Ordinal);
        foreach (var series in Now.Rows.Where(r => mark.ValuesOf(r).Any() && order.ContainsKey(chart.BandOf(r)))
            .GroupBy(r => (Panel: chart.Facet is { } facet ? r.Identity(facet) : "", Series: mark.Series is { } field ? r.Identity(field) : "")))
        {
            var rows = series.OrderBy(r => order[chart.BandOf(r)]).ToList();
            var dots = rows.Where(r => points.ContainsKey(r.Key) && IsDrawn(mark.KeyOf(r))).ToList();
            yield return (rows[0], new ToldMark(mark.KeyOf(series.Key.Series, series.Key.Panel), Joined(NameOfSeries(mark, rows[0]), sayEnds(rows)), [.. rows.Except(dots).SelectMany(r => FiguresOf(mark, r)).Distinct()]));
            foreach (var row in dots)
                yield return Tell(mark, row, ValueOf(points[row.Key]));
        }
    }

    /// <summary>How the values of a series go, from its first row to its last.</summary>
    public string Trend(Mark mark, IReadOnlyList<Row> rows)
    {
        var points = Now.PointsOf(mark).ToDictionary(p => p.Row.Key, StringComparer.Ordinal);
        return rows.Any(r => points.ContainsKey(r.Key)) ? Charts.Trend.Of("", [.. rows.Where(r => points.ContainsKey(r.Key)).Select(r => points[r.Key])], Now).InWords(Now, isDated: true) : MissingWords(rows[0]);
    }

    /// <summary>The rows that have no value, told as missing.</summary>
    public IEnumerable<(Row Row, ToldMark Told)> Missing() =>
        Now.Rows.Where(r => !Now.HasValue(r)).Select(r => (r, new ToldMark("missing-" + r.Key, Joined(_all.NameOf(r, null), MissingWords(r)), [])));

    /// <summary>What stands where a row has no value.</summary>
    public string MissingWords(Row row) =>
        Now.Chart.WhyMissing(row, Now.Language) is { } why ? Seen.Short(why) : Now.Language.Word("missing");

    /// <summary>A number with what it measures, where that has a name.</summary>
    public string Measure(string? what, double value, string unit) =>
        Amount.Value(value, unit, Now.Language) is var number && what is { Length: > 0 } ? Now.Word("series", what, number) : number;

    /// <summary>A value, with the words that the chart prints instead of it where they are not the row's name.</summary>
    public string ValueOf(SeenPoint point)
    {
        var number = Now.NumberOf(point);
        var label = point.Mark.Channels.Label is { } field ? Now.Text(point.Row, field) : "";
        return label.Length == 0 || _all.NameOf(point.Row, point.Mark).Contains(label, StringComparison.Ordinal) ? number
            : label.Contains(number, StringComparison.Ordinal) ? label : Now.Named(number, label);
    }

    /// <summary>What a row's mark is called: the row, and which of its marks where it has several.</summary>
    private string NameOf(Mark mark, Row row)
    {
        var own = mark is UnitMark units ? NameOfUnits(units, row) : _all.NameOf(row, mark);
        var title = _hasSeveralFields ? _all.TitleOf(mark) ?? "" : "";

        // A time comes last, as it does in speech, where a series runs along it.
        return Listed(mark.RunsAlong ? [title, own] : [own, title]);
    }

    // Dots are called by their row and by the group that the state puts them in.
    private string NameOfUnits(UnitMark mark, Row row) =>
        Listed([_all.NameOf(row, null), UnitGrouping.Resolve(mark.Grouping, Now.State.Units).Group is { } group ? Now.Text(row, group) : ""]);

    private string NameOfSeries(Mark mark, Row row)
    {
        var name = Listed([Now.Chart.Facet is { } facet ? Now.Text(row, facet) : "", mark.Series is { } field ? Now.Text(row, field) : "", _hasSeveralFields ? _all.TitleOf(mark) ?? "" : ""]);
        return name.Length > 0 ? name : _all.TitleOf(mark) ?? "";
    }

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.Where(n => n.Length > 0).Distinct());

    private string Joined(string name, string value) =>
        name.Length == 0 ? value : value.Length == 0 ? name
        : name.Contains(": ", StringComparison.Ordinal) ? Now.Word("series", value, name)
        : Now.Language.Word("mark.value", name, value);

    private ImmutableArray<string> FiguresOf(Mark mark, Row row) =>
        [.. Now.Chart.Data.Fields.Where(f => f.Of is null || mark.FieldsOfNumbers.Contains(f.Of)).Select(f => row[f.Name]).OfType<FigureCell>().SelectMany(c => c.Names).Select(n => n.Value).Distinct()];
}
