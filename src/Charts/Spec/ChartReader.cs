using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads a chart file. Whatever it names must exist; whatever it cannot use is reported where it stands.</summary>
public static class ChartReader
{
    private const int MostBands = 200;

    private static readonly Dictionary<string, ScaleType> Scales = new(StringComparer.Ordinal)
    {
        ["band"] = ScaleType.Band,
        ["linear"] = ScaleType.Linear,
        ["time"] = ScaleType.Time,
    };

    /// <summary>Reads one chart; null, with findings, when it cannot be drawn at all.</summary>
    /// <param name="source">The file.</param>
    /// <param name="datasets">The tables that there are.</param>
    /// <param name="unread">Names of tables whose files are there but could not be read.</param>
    /// <param name="findings">Where findings go.</param>
    public static ChartSpec? Read(SourceText source, IReadOnlyDictionary<string, Dataset> datasets, IReadOnlySet<string> unread, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "a chart", findings) is not { } map)
            return null;
        var before = findings.Count;
        if (map.RequiredScalar("data") is not { } dataName)
            return null;
        if (!datasets.TryGetValue(dataName.Value, out var data))
        {
            if (!unread.Contains(dataName.Value))
                findings.Add(Diagnostic.Error("EX0304", dataName.Span, $"there is no dataset '{dataName.Value}' in input/data", Nearest.Hint(dataName.Value, [.. datasets.Keys])));
            return null;
        }

        // A dataset without rows was reported where it stands.
        if (data.Rows.IsEmpty)
            return null;
        var marks = Mark.ReadAll(map, data, findings);
        var x = ReadAxis(map, "x", data, findings);
        var y = ReadAxis(map, "y", data, findings);
        var facet = FieldRef.Read(map, "facet", data);
        var notes = ReadNotes(map, data, findings);
        var chart = new ChartSpec(
            Path.GetFileNameWithoutExtension(source.Path),
            data,
            LocalText.Read(map.RequiredNode("title"), "'title'", findings) ?? LocalText.Of(""),
            LocalText.Read(map.Node("subtitle"), "'subtitle'", findings),
            LocalText.Read(map.Node("source"), "'source'", findings),
            LocalText.Read(map.RequiredNode("alt"), "'alt'", findings) ?? LocalText.Of(""),
            x,
            y,
            facet,
            map.Flag("flip"),
            FieldRef.Read(map, "missing", data, FieldType.Text),
            marks,
            notes,
            ReadStates(map, data, marks, notes, findings),
            map.Map.Span);
        map.Finish();
        return Check(chart, before, findings) ? chart : null;
    }

    private static bool Check(ChartSpec chart, int before, ICollection<Diagnostic> findings)
    {
        var at = chart.Span with { End = chart.Span.Start + 1 };
        if (chart.Marks.IsEmpty)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0307", at, "this chart has no marks", "add at least one under 'marks', such as - type: bar"));
            return false;
        }

        if (chart.Places is { Scale: ScaleType.Band } && chart.Data.Rows.Length > MostBands)
        {
            findings.Add(Diagnostic.Error("EX0316", at, $"{chart.Data.Rows.Length} rows are too many for a chart of bands", $"draw {MostBands} at most"));
            return false;
        }

        foreach (var range in chart.Marks.OfType<RangeMark>())
        {
            foreach (var row in chart.Data.Rows.Where(r => r.Number(range.Low) > r.Number(range.High)))
                findings.Add(Diagnostic.Error("EX0314", row[range.Low].Span, $"the low end of the row '{row.Key}' lies above its high end", "swap them"));
        }

        if (chart.Marks.Any(m => m is UnitMark))
        {
            if (chart.Marks.Length > 1)
                findings.Add(Diagnostic.Error("EX0305", at, "a crowd of units stands alone; this chart has other marks too", "put the other marks into a chart of their own"));
            if (!chart.Notes.IsEmpty)
                findings.Add(Diagnostic.Error("EX0305", at, "a crowd of units has no axis, so it can have no notes"));
            return chart.Marks.Length == 1;
        }

        if (chart.X is null || chart.Y is null)
        {
            if (findings.Count == before)
                findings.Add(Diagnostic.Error("EX0106", at, $"a chart needs the key '{(chart.X is null ? "x" : "y")}'"));
            return false;
        }

        if (chart.Values!.Scale != ScaleType.Linear)
        {
            findings.Add(Diagnostic.Error("EX0305", at, "one of the two axes must be linear: the one along which the marks have their values", "write type: linear on x or y"));
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
            findings.Add(Diagnostic.Error("EX0302", at, $"no row has a number or a time in '{field}', along which this chart runs"));
            return false;
        }

        if (chart.Values.Domain is { } domain)
        {
            ReportOutside(chart, domain, (mark, row) => mark.ValuesOf(row), findings);
            foreach (var note in chart.Notes.Where(n => n.Low < domain.Low || n.High > domain.High))
                findings.Add(Diagnostic.Error("EX0311", at, $"the note '{note.Name}' lies outside the domain", "widen 'domain', or narrow the note's band"));
            if (chart.Marks.Any(m => m.StandsOnZero) && (domain.Low > 0 || domain.High < 0))
                findings.Add(Diagnostic.Error("EX0311", at, "bars stand on zero, which lies outside the domain", "let 'domain' hold zero"));
        }

        if (chart.Places is { Domain: { } places, Field: { } along })
            ReportOutside(chart, places, (_, row) => row.Number(along) is { } place ? [place] : [], findings);
        return true;
    }

    // A value beyond the axis would be drawn outside the picture, or not at all.
    private static void ReportOutside(ChartSpec chart, (double Low, double High) domain, Func<Mark, Row, IEnumerable<double>> valuesOf, ICollection<Diagnostic> findings)
    {
        var outside =
            from row in chart.Data.Rows
            from mark in chart.Marks
            from value in valuesOf(mark, row)
            where value < domain.Low || value > domain.High
            select row;
        foreach (var row in outside.DistinctBy(r => r.Key))
        {
            findings.Add(Diagnostic.Error(
                "EX0311",
                chart.Span with { End = chart.Span.Start + 1 },
                $"the row '{row.Key}', at {row.Span}, lies outside the domain",
                "widen 'domain', or leave it out to have it chosen"));
        }
    }

    private static AxisSpec? ReadAxis(MapReader chart, string key, Dataset data, ICollection<Diagnostic> findings)
    {
        if (chart.Group(key, $"the axis '{key}'") is not { } map)
            return null;
        var field = FieldRef.Read(map, "field", data);
        var scale = map.Choice("type", DefaultScale(field is null ? null : data.Field(field)), Scales);
        if (field is not null && Needed(scale) is { } needed && data.Field(field)!.Type != needed)
            FieldRef.Check(map.Scalar("field")!, data, findings, needed);
        (double, double)? domain = null;
        if (map.Node("domain") is { } domainNode)
        {
            var ends = map.Scalars("domain").Select(s => ReadEnd(map, s, scale)).OfType<double>().ToList();
            if (ends.Count == 2 && ends[0] < ends[1])
                domain = (ends[0], ends[1]);
            else if (map.Scalars("domain").Length != 2 || ends.Count == 2)
                findings.Add(Diagnostic.Error("EX0306", domainNode.Span, "'domain' should be its two ends, the lower first", "such as [0, 100], or [2022-01, 2025-12] on an axis of time"));
        }

        ImmutableArray<double>? ticks = map.Node("ticks") is null
            ? null
            : [.. map.Scalars("ticks").Select(s => map.ReadNumber(s, "a tick")).OfType<double>().Distinct()];
        var groupTitles = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        if (map.MapOf("groups") is { } groups)
        {
            foreach (var (name, value) in groups.Entries)
            {
                if (LocalText.Read(value, $"'{name.Value}'", findings) is { } title)
                    groupTitles[name.Value] = title;
            }
        }

        var axis = new AxisSpec(
            scale,
            field,
            domain,
            ticks,
            map.Text("unit") ?? "",
            FieldRef.Read(map, "label", data),
            FieldRef.Read(map, "note", data),
            FieldRef.Read(map, "short", data),
            FieldRef.Read(map, "short-note", data),
            FieldRef.Read(map, "group", data),
            groupTitles.ToImmutable());
        map.Finish();
        return axis;
    }

    private static FieldType? Needed(ScaleType scale) => scale switch
    {
        ScaleType.Linear => FieldType.Number,
        ScaleType.Time => FieldType.Time,
        _ => null,
    };

    private static double? ReadEnd(MapReader map, YamlScalar scalar, ScaleType scale)
    {
        if (scale != ScaleType.Time)
            return map.ReadNumber(scalar, "an end of 'domain'");
        if (TimeCell.TryParse(scalar.Value, out var day, out _))
            return day.DayNumber;
        map.Findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"an end of 'domain' is '{scalar.Value}', which is not a time", "write a year, year-month or year-month-day"));
        return null;
    }

    private static ScaleType DefaultScale(Field? field) => field?.Type switch
    {
        null or FieldType.Number => ScaleType.Linear,
        FieldType.Time => ScaleType.Time,
        _ => ScaleType.Band,
    };

    private static ImmutableArray<NoteSpec> ReadNotes(MapReader chart, Dataset data, ICollection<Diagnostic> findings)
    {
        var notes = ImmutableArray.CreateBuilder<NoteSpec>();
        foreach (var node in chart.List("notes"))
        {
            if (MapReader.Of(node, "a note", findings) is not { } map)
                continue;
            var ends = map.Scalars("band").Select(s => map.ReadNumber(s, "an end of 'band'")).OfType<double>().ToList();
            if (ends.Count != 2 || ends[0] > ends[1])
                findings.Add(Diagnostic.Error("EX0306", node.Span, "a note needs 'band', two numbers on the value axis, the lower first", "such as band: [16, 26]"));
            if (map.Scalar("at") is { } at && data.Rows.All(r => r.Key != at.Value))
                findings.Add(Diagnostic.Error("EX0303", at.Span, $"no row of '{data.Id}' has the key '{at.Value}'", Nearest.Hint(at.Value, [.. data.Rows.Select(r => r.Key)])));
            var text = LocalText.Read(map.RequiredNode("text"), "'text'", findings);
            var note = new NoteSpec(map.RequiredText("name"), ends.ElementAtOrDefault(0), ends.ElementAtOrDefault(1), text ?? LocalText.Of(""), map.Text("at"), map.Number("place"));
            map.Finish();
            if (notes.Any(n => n.Name == note.Name))
                findings.Add(Diagnostic.Error("EX0312", node.Span, $"an earlier note is called '{note.Name}' too", "give each note a name of its own"));
            notes.Add(note);
        }

        return notes.ToImmutable();
    }

    private static ImmutableArray<StateSpec> ReadStates(MapReader chart, Dataset data, ImmutableArray<Mark> marks, ImmutableArray<NoteSpec> notes, ICollection<Diagnostic> findings)
    {
        if (chart.Node("states") is not { } node)
            return [StateSpec.Whole];
        if (node is not YamlMap states)
        {
            findings.Add(Diagnostic.Error("EX0107", node.Span, $"'states' should name the states, but this is {node.What}"));
            return [StateSpec.Whole];
        }

        var read = ImmutableArray.CreateBuilder<StateSpec>();
        foreach (var (name, value) in states.Entries)
        {
            if (value is YamlScalar { IsNull: true })
            {
                read.Add(StateSpec.Whole with { Name = name.Value, Span = name.Span });
            }
            else if (MapReader.Of(value, $"the state '{name.Value}'", findings) is { } map)
            {
                var before = findings.Count;
                var show = RowFilter.Read(map.Node("show"), "'show'", data, findings);
                if (show is not null && findings.Count == before && !data.Rows.Any(show.Chooses))
                    findings.Add(Diagnostic.Error("EX0313", map.Node("show")!.Span, "no row meets all of these conditions, so this state would show nothing"));
                var units = marks.IsEmpty || marks.Any(m => m is UnitMark) ? UnitGrouping.Read(map, data) : null;
                read.Add(new StateSpec(
                    name.Value,
                    show,
                    RowFilter.Read(map.Node("highlight"), "'highlight'", data, findings),
                    ReadNames(map, "marks", "mark", [.. marks.Select(m => m.Name)], findings),
                    ReadNames(map, "notes", "note", [.. notes.Select(n => n.Name)], findings),
                    LocalText.Read(map.Node("title"), "'title'", findings),
                    name.Span)
                { Units = units });
                map.Finish();
            }
        }

        return read.Count == 0 ? [StateSpec.Whole] : read.ToImmutable();
    }

    private static ImmutableArray<string>? ReadNames(MapReader map, string key, string what, IReadOnlyCollection<string> known, ICollection<Diagnostic> findings)
    {
        if (map.Node(key) is null)
            return null;
        foreach (var name in map.List(key).OfType<YamlScalar>().Where(n => !known.Contains(n.Value)))
            findings.Add(Diagnostic.Error("EX0303", name.Span, $"this chart has no {what} '{name.Value}'", Nearest.Hint(name.Value, known)));
        return map.Texts(key);
    }
}
