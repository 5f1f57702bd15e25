using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads an axis: a field's name alone, or a group of keys.</summary>
internal static class AxisReader
{
    private const int MostDecimals = 6;

    private static readonly Dictionary<string, ScaleType> Scales = new(StringComparer.Ordinal)
    {
        ["band"] = ScaleType.Band,
        ["linear"] = ScaleType.Linear,
        ["log"] = ScaleType.Log,
        ["time"] = ScaleType.Time,
    };

    public static AxisSpec? Read(MapReader chart, string key, Dataset data)
    {
        if (chart.Node(key) is YamlScalar name)
        {
            if (FieldRef.Check(name, data, chart.Findings) is not { } only)
                return null;
            return new AxisSpec(DefaultScale(data.Field(only)), only, null, null, UnitOf(data, only), false, null, null, null, null, null, null, null, NoTitles, name.Span);
        }

        if (chart.Group(key, $"the axis '{key}'") is not { } map)
            return null;
        var field = FieldRef.Read(map, "field", data);
        var scale = map.Choice("type", DefaultScale(field is null ? null : data.Field(field)), Scales);
        if (field is not null && Needed(scale) is { } needed && data.Field(field)!.Type != needed)
            FieldRef.Check(map.Scalar("field")!, data, map.Findings, needed);
        var domain = ReadDomain(map, "domain", scale);
        var ticks = ReadTicks(map, scale);
        if (domain is { } ends && ticks?.Any(t => t < ends.Low || t > ends.High) is true)
            map.Findings.Add(Diagnostic.Error("EX0311", map.Node("ticks")!.Span, "a tick lies outside the domain", "widen 'domain', or leave the tick out"));
        var group = FieldRef.Read(map, "group", data);
        var axis = new AxisSpec(
            scale,
            field,
            domain,
            ticks,
            map.Text("unit") ?? UnitOf(data, field),
            map.Flag("signed"),
            ReadDecimals(map),
            LocalText.ReadFilled(map.Node("title"), "'title'", map.Findings),
            FieldRef.Read(map, "label", data),
            FieldRef.Read(map, "note", data),
            FieldRef.Read(map, "short", data),
            FieldRef.Read(map, "short-note", data),
            group,
            ReadGroupTitles(map, data, group),
            (map.Node("domain") ?? map.Map).Span)
        {
            HasUnreadDomain = domain is null && map.Node("domain") is not null,
        };
        map.Finish();
        return axis;
    }

    /// <summary>Reads the two ends of a stretch of an axis; null, with a finding, when they are none.</summary>
    public static (double Low, double High)? ReadDomain(MapReader map, string key, ScaleType scale)
    {
        if (map.Node(key) is not { } node)
            return null;
        var given = map.Scalars(key);
        var ends = given.Select(s => ReadEnd(map, s, scale, $"an end of '{key}'")).OfType<double>().ToList();
        if (ends.Count == 2 && ends[0] < ends[1] && (scale != ScaleType.Log || ends[0] > 0))
            return (ends[0], ends[1]);
        if (given.Length != 2 || ends.Count == 2)
            map.Findings.Add(Diagnostic.Error("EX0306", node.Span, $"'{key}' should be its two ends, the lower first{(scale == ScaleType.Log ? ", both above zero on a log axis" : "")}", "such as [0, 100], or [2022-01, 2025-12] on an axis of time"));
        return null;
    }

    /// <summary>Reads one point of an axis: a number, or on an axis of time the number of a day.</summary>
    public static double? ReadEnd(MapReader map, YamlScalar scalar, ScaleType scale, string what)
    {
        if (scale != ScaleType.Time)
            return map.ReadNumber(scalar, what);
        if (TimeCell.TryParse(scalar.Value, out var day, out _))
            return day.DayNumber;
        map.Findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"{what} is '{scalar.Value}', which is not a time", "write a year, year-month or year-month-day"));
        return null;
    }

    private static ImmutableSortedDictionary<string, LocalText> NoTitles { get; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    private static string UnitOf(Dataset data, string? field) => field is null ? "" : data.Field(field)!.Unit;

    private static int? ReadDecimals(MapReader map)
    {
        if (map.Number("decimals") is not { } decimals)
            return null;
        if (decimals is >= 0 and <= MostDecimals && decimals == Math.Floor(decimals))
            return (int)decimals;
        map.Findings.Add(Diagnostic.Error("EX0309", map.Node("decimals")!.Span, $"'decimals' should be a whole number from 0 to {MostDecimals}"));
        return null;
    }

    private static ImmutableArray<double>? ReadTicks(MapReader map, ScaleType scale)
    {
        if (map.Node("ticks") is not { } node)
            return null;
        var ticks = map.Scalars("ticks").Select(s => ReadEnd(map, s, scale, "a tick")).OfType<double>().Distinct().ToImmutableArray();
        if (scale != ScaleType.Log || ticks.All(t => t > 0))
            return ticks;
        map.Findings.Add(Diagnostic.Error("EX0319", node.Span, "a tick of a log axis must lie above zero"));
        return null;
    }

    private static ImmutableSortedDictionary<string, LocalText> ReadGroupTitles(MapReader map, Dataset data, string? group)
    {
        var titles = NoTitles.ToBuilder();
        if (map.MapOf("groups") is not { } groups)
            return NoTitles;
        if (map.Node("group") is null)
            map.Findings.Add(Diagnostic.Error("EX0305", groups.Span, "'groups' says what heads say, but there is no 'group'", "name the field that gathers rows under heads as 'group'"));
        var known = group is null ? null : data.Rows.Select(r => r.Identity(group)).Where(v => v.Length > 0).Distinct().ToList();
        foreach (var (name, value) in groups.Entries)
        {
            if (known?.Contains(name.Value) == false)
                map.Findings.Add(Diagnostic.Error("EX0303", name.Span, $"no row of '{data.Id}' has '{name.Value}' in '{group}'", Nearest.Hint(name.Value, known)));
            if (LocalText.ReadFilled(value, $"'{name.Value}'", map.Findings) is { } title)
                titles[name.Value] = title;
        }

        return titles.ToImmutable();
    }

    private static FieldType? Needed(ScaleType scale) => scale switch
    {
        ScaleType.Linear or ScaleType.Log => FieldType.Number,
        ScaleType.Time => FieldType.Time,
        _ => null,
    };

    private static ScaleType DefaultScale(Field? field) => field?.Type switch
    {
        null or FieldType.Number => ScaleType.Linear,
        FieldType.Time => ScaleType.Time,
        _ => ScaleType.Band,
    };
}
