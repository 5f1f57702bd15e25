using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads the states of a chart.</summary>
internal static class StateReader
{
    public static ImmutableArray<StateSpec> ReadAll(MapReader chart, MarkContext context, ImmutableArray<Mark> marks, ImmutableArray<NoteSpec> notes)
    {
        if (chart.Node("states") is not { } node)
            return [StateSpec.Whole];
        if (node is not YamlMap states)
        {
            chart.Findings.Add(Diagnostic.Error("EX0107", node.Span, $"'states' should name the states, but this is {node.What}"));
            return [StateSpec.Whole];
        }

        var read = ImmutableArray.CreateBuilder<StateSpec>();
        foreach (var (name, value) in states.Entries)
        {
            if (value is YamlScalar { IsNull: true })
                read.Add(StateSpec.Whole with { Name = name.Value, Span = name.Span });
            else if (MapReader.Of(value, $"the state '{name.Value}'", chart.Findings) is { } map)
                read.Add(Read(map, name, context, marks, notes));
        }

        return read.Count == 0 ? [StateSpec.Whole] : read.ToImmutable();
    }

    private static StateSpec Read(MapReader map, YamlScalar name, MarkContext context, ImmutableArray<Mark> marks, ImmutableArray<NoteSpec> notes)
    {
        var (data, findings) = (context.Data, map.Findings);
        var before = findings.Count;
        var show = RowFilter.Read(map.Node("show"), "'show'", data, findings);
        if (show is not null && findings.Count == before && !data.Rows.Any(show.Chooses))
            findings.Add(Diagnostic.Error("EX0313", map.Node("show")!.Span, "no row meets all of these conditions, so this state would show nothing"));
        var (places, values) = ReadDomains(map, context);
        var highlight = ReadHighlight(map, context, show, places);
        var value = FieldRef.Read(map, "value", data, FieldType.Number);
        if (value is not null && context.Values?.Field is not { } axisField)
            findings.Add(Diagnostic.Error("EX0305", map.Scalar("value")!.Span, "a state can show another field only when the axis of values names the one that is shown otherwise", "write field: on that axis"));
        else if (value is not null && marks.All(m => m.Showing(context.Values!.Field!, value) == m))
            findings.Add(Diagnostic.Error("EX0305", map.Scalar("value")!.Span, "no mark shows the field of the axis of values, so this would change nothing", "leave out 'value' in a mark to have it show the axis' field"));
        var state = new StateSpec(
            name.Value,
            show,
            highlight,
            ReadNames(map, "marks", "mark", [.. marks.Select(m => m.Name)]),
            ReadNames(map, "notes", "note", [.. notes.Select(n => n.Name)]),
            LocalText.ReadFilled(map.Node("title"), "'title'", findings),
            LocalText.ReadFilled(map.Node("alt"), "'alt'", findings),
            OrderSpec.Read(map, data),
            places,
            values,
            value,
            marks.IsEmpty || marks.Any(m => m is UnitMark) ? UnitGrouping.Read(map, data) : null,
            marks.IsEmpty || marks.Any(m => m is LineMark) ? RowFilter.Read(map.Node("labels"), "'labels'", data, findings) : null,
            name.Span)
        {
            HasUnreadDomain = places is null && values is null && map.Node("domain") is not null,
        };
        map.Finish();
        return state;
    }

    // A highlight that no row in sight meets would put the whole chart into the background.
    private static RowFilter? ReadHighlight(MapReader map, MarkContext context, RowFilter? show, (double Low, double High)? window)
    {
        var (data, before) = (context.Data, map.Findings.Count);
        var highlight = RowFilter.Read(map.Node("highlight"), "'highlight'", data, map.Findings);
        if (highlight is null || map.Findings.Count > before)
            return highlight;
        var along = context.Places?.Field;
        var lit = data.Rows.Where(highlight.Chooses).ToList();
        if (lit.Count == 0)
            map.Findings.Add(Diagnostic.Error("EX0313", map.Node("highlight")!.Span, "no row meets all of these conditions, so this state would highlight nothing", "take one of them out"));
        else if (data.Rows.Any(IsShown) && !lit.Exists(IsShown))
            map.Findings.Add(Diagnostic.Error("EX0313", map.Node("highlight")!.Span, "this state shows none of the rows that it highlights", "highlight rows that it shows, or loosen 'show' or 'domain'"));
        return highlight;

        bool IsShown(Row row) => (show?.Chooses(row) ?? true) && (window is not var (low, high) || along is null || row.Number(along) is not { } place || (place >= low && place <= high));
    }

    // Both ends of the values alone, or a group of x and y.
    private static ((double Low, double High)? Places, (double Low, double High)? Values) ReadDomains(MapReader map, MarkContext context)
    {
        if (map.Node("domain") is not YamlMap || map.Group("domain", "the domains of a state") is not { } both)
            return (null, AxisReader.ReadDomain(map, "domain", context.Values?.Scale ?? ScaleType.Linear));
        (double, double)? places = null, values = null;
        foreach (var (key, axis) in new[] { ("x", context.X), ("y", context.Y) })
        {
            if (both.Node(key) is not { } node || axis is null)
                continue;
            if (axis.Scale == ScaleType.Band)
                map.Findings.Add(Diagnostic.Error("EX0306", node.Span, "an axis of bands has no two ends", "choose its rows with 'show'"));
            else if (ReferenceEquals(axis, context.Values))
                values = AxisReader.ReadDomain(both, key, axis.Scale);
            else
                places = AxisReader.ReadDomain(both, key, axis.Scale);
        }

        both.Finish();
        return (places, values);
    }

    private static ImmutableArray<string>? ReadNames(MapReader map, string key, string what, IReadOnlyCollection<string> known)
    {
        if (map.Node(key) is null)
            return null;
        foreach (var name in map.List(key).OfType<YamlScalar>().Where(n => !known.Contains(n.Value)))
            map.Findings.Add(Diagnostic.Error("EX0303", name.Span, $"this chart has no {what} '{name.Value}'", Nearest.Hint(name.Value, known)));
        return map.Texts(key);
    }
}
