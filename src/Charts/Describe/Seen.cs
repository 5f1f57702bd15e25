using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What a state of a chart shows, and what it is called in a language: all that a description is made from.</summary>
internal sealed class Seen
{
    /// <summary>How many rows or series are told one by one.</summary>
    public const int Few = 4;

    /// <summary>How many single values are all told.</summary>
    public const int FewValues = 6;

    private const int LongestName = 60;

    private readonly bool _hasFacets;
    private readonly bool _hasPlaces;
    private readonly HashSet<string> _names;

    public Seen(ChartSpec chart, StateSpec state, Language language)
    {
        (Chart, State, Language) = (chart, state, language);
        Rows = chart.RowsIn(state);
        Marks = chart.MarksIn(state);
        Form = new NumberForm(chart.IsSignedIn(state));
        _hasFacets = chart.Facet is { } facet && Count(facet) > 1;
        _hasPlaces = Rows.Select(chart.BandOf).Distinct().Skip(1).Any();
        _names = [.. Rows.GroupBy(r => NameOf(r, null)).Where(g => g.Skip(1).Any()).Select(g => g.Key)];
        var telling = Marks.Where(m => Rows.SelectMany(m.ValuesOf).Any()).ToList();
        Main = telling.Find(m => m is not (RuleMark or TextMark)) ?? telling.FirstOrDefault();
    }

    public ChartSpec Chart { get; }

    public StateSpec State { get; }

    public Language Language { get; }

    /// <summary>The rows that the state shows.</summary>
    public ImmutableArray<Row> Rows { get; }

    /// <summary>The marks that it draws.</summary>
    public ImmutableArray<Mark> Marks { get; }

    /// <summary>The mark that says what sort of chart it is, or null where nothing is seen.</summary>
    public Mark? Main { get; }

    /// <summary>Whether marks show different values of a row, so that it must be said which.</summary>
    public bool HasSeveralMarks => Marks.Select(m => string.Join('\n', m.FieldsOfValues)).Where(f => f.Length > 0).Distinct().Skip(1).Any();

    /// <summary>Whether rows have more than one place.</summary>
    public bool HasPlaces => _hasPlaces;

    /// <summary>Whether rows have their places along time, as dates or as bands of years.</summary>
    public bool RunsAlongTime => Chart.Places is { } places && (places.Scale == ScaleType.Time || (places.Field is { } along && Chart.Data.Field(along)!.Type == FieldType.Time));

    /// <summary>Whether rows have their places in bands.</summary>
    public bool HasBands => Chart.Places is { Scale: ScaleType.Band };

    /// <summary>Whether rows are points between two axes of numbers.</summary>
    public bool IsScatter => Chart.Places is { Scale: ScaleType.Linear or ScaleType.Log };

    /// <summary>Whether values are compared by how many times, not by how much, one is larger.</summary>
    public bool IsLog => Chart.Values?.Scale == ScaleType.Log;

    /// <summary>A word of descriptions.</summary>
    public string Word(string key, params object[] gaps) => Language.Word("describe." + key, gaps);

    /// <summary>A word of descriptions in the form that goes with a count.</summary>
    public string Plural(string key, double count, params object[] gaps) => Language.Plural("describe." + key, count, gaps);

    /// <summary>The values of a mark that has one for each row, in the order of the data.</summary>
    public ImmutableArray<SeenPoint> PointsOf(Mark mark)
    {
        if (mark.FieldsOfValues.ToList() is not [var field])
            return [];
        if (!mark.IsShare)
            return [.. Rows.Where(r => r.Number(field) is not null).Select(r => new SeenPoint(mark, r, r.Number(field)!.Value))];
        return
        [
            .. Chart.BandsOf(Rows).SelectMany(place =>
            {
                var whole = place.Rows.Sum(r => r.Number(field) ?? 0);
                return place.Rows.Where(r => whole > 0 && r.Number(field) is not null).Select(r => new SeenPoint(mark, r, Rounded(r.Number(field)!.Value / whole * 100)));
            }),
        ];
    }

    /// <summary>A value as the chart prints it, or the words that stand there instead.</summary>
    public string ValueOf(SeenPoint point)
    {
        if (HasBands && point.Mark.Channels.Label is { } label && Text(point.Row, label) is { Length: > 0 } words)
            return words;
        return NumberOf(point);
    }

    /// <summary>A value in figures, with its hedge, in the form of the chart's numbers or another.</summary>
    public string NumberOf(SeenPoint point, NumberForm? form = null)
    {
        var hedge = point.Mark is LineMark { Hedge: { } field } ? point.Row.Identity(field) : "";
        return Amount.Print(point.Value, (point.Mark as BarMark)?.HighOf(point.Row) ?? point.Value, hedge.Length == 0 ? null : hedge, UnitOf(point.Mark), Language, form ?? Form);
    }

    /// <summary>How numbers are told; one by one, so without a common measure.</summary>
    public NumberForm Form { get; }

    /// <summary>A number on the axis of values.</summary>
    public string Value(double value) => Amount.Value(value, Marks.Any(m => m.IsShare) ? "%" : Chart.UnitIn(State), Language, Form);

    /// <summary>What a row is called: by its panel, its series and its place, as far as these tell it from others.</summary>
    public string NameOf(Row row, Mark? mark)
    {
        // A ring is called by its place too, as its words stand under the place's.
        if (mark is RingMark ring && ring.HostIn(Chart.Marks) is { } host)
            return string.Join(", ", new[] { NameOf(row, host), ring.Channels.Label is { } own ? Text(row, own) : "" }.Where(n => n.Length > 0));
        var facet = _hasFacets ? Text(row, Chart.Facet!) : "";
        var series = mark?.Series is { } field && Count(field) > 1 ? Text(row, field) : "";
        var place = !HasBands && mark?.Channels.Label is { } label && Text(row, label) is { Length: > 0 } named ? named
            : _hasPlaces || (facet.Length == 0 && series.Length == 0) ? PlaceOf(row) : "";

        // A time comes last, as it does in speech; a thing comes before its part.
        var parts = RunsAlongTime ? new[] { facet, series, place } : [facet, place, series];
        var name = string.Join(", ", parts.Where(p => p.Length > 0).Distinct());
        if (name.Length == 0 && mark is UnitMark units && Telling.FieldOfUnits(units, this) is { } sort)
            name = Text(row, sort);
        if (name.Length == 0)
            name = NameBesideAxes(row);
        return _names is not null && _names.Contains(name) && Chart.Places?.Note is { } note && Text(row, note) is { Length: > 0 } more ? Word("dated", name, more) : name;
    }

    // Without axes nothing says which words are the row's name: those with a title, then those that are written in each language, are most like one.
    private string NameBesideAxes(Row row) => Chart.Data.Fields
        .Where(f => f.Type == FieldType.Text && !Chart.Marks.OfType<GeoMark>().Any(m => m.Places.Region == f.Name))
        .OrderBy(f => TitleOf(f.Name) is null)
        .ThenBy(f => row[f.Name] is TextCell { Text.Texts.Count: 1 })
        .Select(f => Text(row, f.Name))
        .FirstOrDefault(t => t.Length > 0) ?? row.Key;

    /// <summary>What a row's place is called.</summary>
    public string PlaceOf(Row row) => (Chart.Places?.Label ?? Chart.Places?.Field) is { } field ? Text(row, field) : "";

    /// <summary>Whether a row has a value for any mark that is seen.</summary>
    public bool HasValue(Row row) => Marks.Any(m => m.ValuesOf(row).Any());

    /// <summary>The words of a cell on one line, shortened where they are long.</summary>
    public string Text(Row row, string field) => Short(row.Text(field, Language));

    /// <summary>The words of an author, on one line.</summary>
    public string Text(LocalText words) => OneLine(words.In(Language));

    /// <summary>The title of a field for readers; null where it has none.</summary>
    public string? TitleOf(string field) => Chart.Data.Field(field) is { } known && known.Title.In(Language) is var title && title != known.Name ? OneLine(title) : null;

    /// <summary>What a mark is called; null where it has no name for readers.</summary>
    public string? TitleOf(Mark mark) => mark.Title is { } title ? Text(title) : mark.FieldsOfValues.ToList() is [var field] ? TitleOf(field) : null;

    /// <summary>A name with what is said of it.</summary>
    public string Named(string name, string value)
    {
        // A comma would be lost among others, or between two numbers; two pairs of brackets read badly.
        var isUnclear = name.Contains(',', StringComparison.Ordinal) || value.Contains(", ", StringComparison.Ordinal) || (name.Length > 0 && char.IsDigit(name[^1])) || !char.IsLetterOrDigit(value[0]);
        return Word(isUnclear && !name.EndsWith(')') ? "dated" : "named", name, value);
    }

    /// <summary>A row of names, the last few of which are only counted where they are many.</summary>
    public string List(IReadOnlyList<string> names, int most)
    {
        // One name more is as short as to say that there is one.
        var shown = names.Count <= most + 1 ? names : [.. names.Take(most)];
        var between = shown.Any(n => n.Contains(',', StringComparison.Ordinal) || n.Count(char.IsWhiteSpace) > 2) ? "; " : ", ";
        if (shown.Count < names.Count)
            return Language.Plural("describe.more", names.Count - shown.Count, string.Join(between, shown));
        return shown.Count > 1 && between == ", " ? Word("and", string.Join(between, shown.Take(shown.Count - 1)), shown[^1]) : string.Join(between, shown);
    }

    /// <summary>How many different values a field has in the rows that are seen.</summary>
    public int Count(string field) => Rows.Select(r => r.Identity(field)).Where(v => v.Length > 0).Distinct().Count();

    /// <summary>The different values of a field, as readers know them.</summary>
    public ImmutableArray<string> Different(string field, IEnumerable<Row>? rows = null) =>
        [.. (rows ?? Rows).DistinctBy(r => r.Identity(field)).Select(r => Text(r, field)).Where(t => t.Length > 0)];

    /// <summary>How many places there are at which any row has a value for a mark.</summary>
    public int PlacesOf(Mark mark) => Chart.BandsOf(Rows.Where(r => mark.ValuesOf(r).Any())).Count();

    /// <summary>How many lines or areas a mark has: one for each series in each panel.</summary>
    public int SeriesOf(Func<Mark, bool> isMeant) => Marks.Where(isMeant).Sum(m => Rows.Where(r => m.ValuesOf(r).Any())
        .Select(r => (Chart.Facet is { } facet ? r.Identity(facet) : "", m.Series is { } series ? r.Identity(series) : "")).Distinct().Count());

    /// <summary>Words on one line, and no longer than a name should be.</summary>
    public static string Short(string words)
    {
        words = OneLine(words);
        if (words.Length <= LongestName)
            return words;
        var cut = words.LastIndexOf(' ', LongestName - 1);
        return words[..(cut > LongestName / 2 ? cut : LongestName - 1)].TrimEnd(' ', ',', ';', ':', '.') + "…";
    }

    private static string OneLine(string words) => string.Join(' ', words.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private string UnitOf(Mark mark) => mark.IsShare ? "%" : Chart.UnitIn(State);

    /// <summary>A part of a whole in per cent, as round as it is drawn and told.</summary>
    public static double Rounded(double share) => Math.Round(share, 1, MidpointRounding.AwayFromZero);
}
