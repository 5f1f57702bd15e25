using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>
/// A sort of mark over the rows of a dataset, with its channels bound to fields or constants. Each sort is a type of its own
/// that reads its channels, says which values it spans, and draws itself into a panel.
/// </summary>
/// <param name="Channels">The channels that every mark has.</param>
public abstract record Mark(MarkChannels Channels)
{
    private static readonly Dictionary<string, Func<MapReader, MarkContext, MarkChannels, Mark?>> Types = new(StringComparer.Ordinal)
    {
        ["area"] = AreaMark.Read,
        ["arrow"] = ArrowMark.Read,
        ["bar"] = BarMark.Read,
        ["dot"] = DotMark.Read,
        ["geo"] = GeoMark.Read,
        ["line"] = LineMark.Read,
        ["range"] = RangeMark.Read,
        ["rule"] = RuleMark.Read,
        ["text"] = TextMark.Read,
        ["unit"] = (map, context, channels) => UnitMark.Read(map, context.Data, channels),
    };

    /// <summary>The name by which states show or hide it; part of every key.</summary>
    public string Name => Channels.Name;

    /// <summary>What readers call it, such as "arrived"; null when it needs no word.</summary>
    public LocalText? Title => Channels.Title;

    /// <summary>Field that tells rows at one place apart, or null.</summary>
    public string? Series => Channels.Series;

    /// <summary>Where it was written.</summary>
    public SourceSpan Span => Channels.Span;

    /// <summary>The colour role of a row.</summary>
    public string RoleOf(Row row) => Channels.Colour.RoleOf(row);

    /// <summary>The values that a row's mark spans on the value axis; empty where it has none.</summary>
    public abstract IEnumerable<double> ValuesOf(Row row);

    /// <summary>The values that the marks of all rows at one place span together.</summary>
    internal virtual IEnumerable<double> Reach(IReadOnlyList<Row> rows) => rows.SelectMany(ValuesOf);

    /// <summary>The fields whose numbers stand on the value axis.</summary>
    internal virtual IEnumerable<string> FieldsOfValues => [];

    /// <summary>The fields whose numbers are seen, on the axis or otherwise.</summary>
    internal virtual IEnumerable<string> FieldsOfNumbers => FieldsOfValues;

    /// <summary>The fields of words for readers.</summary>
    internal virtual IEnumerable<string> FieldsOfWords => Channels.Label is { } label ? [label] : [];

    /// <summary>The field of hedge words that go with those numbers, or null.</summary>
    internal virtual string? FieldOfHedges => null;

    /// <summary>Words for readers that the mark itself holds, beside its title.</summary>
    internal virtual IEnumerable<LocalText> Words => [];

    /// <summary>The fixed points of the axes that it stands at.</summary>
    internal virtual IEnumerable<PointSpec> Points => [];

    /// <summary>Whether the values are shown as shares of a whole, in per cent.</summary>
    internal virtual bool IsShare => false;

    /// <summary>Whether the mark stands on zero, so that zero must be in sight.</summary>
    internal virtual bool StandsOnZero => false;

    /// <summary>Whether the mark runs along its places, so that they must run across the page.</summary>
    internal virtual bool RunsAlong => false;

    /// <summary>Whether each row's value stands beside its mark, so that the axis needs no ticks.</summary>
    internal virtual bool TellsValues => false;

    /// <summary>Whether it has one value for each row, which a description can compare.</summary>
    internal virtual bool TellsOfValues => false;

    /// <summary>What a description calls it, by a word under <c>describe.sort</c>, and how many of it are seen.</summary>
    internal virtual (string Sort, int Count) Sort(Seen seen) => ("rows", seen.Rows.Length);

    /// <summary>The sentences in which a description tells what it shows.</summary>
    internal virtual IEnumerable<string> Tell(Seen seen) => TellsOfValues ? Telling.OfValues(this, seen) : [];

    /// <summary>What it draws for data, each with its row and in words; what stands for no data is not among it.</summary>
    internal virtual IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => teller.TellValues(this);

    /// <summary>The mark as it shows another field than the one that the value axis names.</summary>
    internal virtual Mark Showing(string axisField, string shownField) => this;

    /// <summary>Reports rows that it cannot draw truly.</summary>
    internal virtual void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
    }

    /// <summary>What a key must explain of it.</summary>
    internal virtual IEnumerable<KeyItem> KeyItems(Layout layout) =>
        ColoursToExplain(layout).Select(e => Key.Square(e.Id, e.Words, SwatchOf(e.Role, layout.Rows)));

    /// <summary>Whether a row's mark is hatched instead of flat.</summary>
    internal virtual bool IsHatched(Row row) => false;

    /// <summary>Whether a row's mark is an outline instead of flat.</summary>
    internal virtual bool IsHollow(Row row) => false;

    // A kind has one colour whatever the mark, so that one sign is enough.
    private protected IEnumerable<(string Id, string Role, string Words)> ColoursToExplain(Layout layout) =>
        Channels.Colour is KindColour kinds && TellsKinds(kinds.Field, layout)
            ? []
            : Channels.Colour.Entries(layout.Rows, layout.Language).Select(e => ($"{(Channels.Colour is KindColour ? "kind" : Name)}-{e.Role}", e.Role, e.Words));

    // Heads of groups are in the colours of their kinds. Words of the author's at a bar say what it is, at a point only what it
    // is called. One kind alone need not be told from others.
    private bool TellsKinds(string field, Layout layout)
    {
        var (chart, places) = (layout.Spec, layout.Spec.Places);
        return new[] { places?.Field, places?.Label, places?.Group, layout.IsNarrow ? null : places?.Note, chart.Facet, Channels.Label }.Contains(field)
            || (places is { Scale: ScaleType.Band } && Channels.Label is not null)
            || !chart.Data.Rows.Where(r => r[field] is KindCell).DistinctBy(RoleOf).Skip(1).Any();
    }

    // A colour whose every row is hatched, or hollow, is so in the key too.
    private protected Paint SwatchOf(string role, IEnumerable<Row> rows)
    {
        var own = rows.Where(r => RoleOf(r) == role).ToList();
        if (own.Count > 0 && own.All(IsHollow))
            return new Paint("paper", role, 1.5f, "4 3");
        return own.Count > 0 && own.All(IsHatched) ? new Paint(role, role, 1, Hatch: true) : new Paint(role);
    }

    /// <summary>Draws the rows into a panel.</summary>
    internal abstract void Draw(Panel panel, IReadOnlyList<Row> rows);

    /// <summary>Reads the list of marks of a chart; a type alone stands for a mark of that type.</summary>
    internal static ImmutableArray<Mark> ReadAll(MapReader chart, MarkContext context)
    {
        if (chart.RequiredNode("marks") is not { } node)
            return [];
        if (node is YamlMap)
        {
            chart.Findings.Add(Diagnostic.Error("EX0107", node.Span, $"'marks' should be a list, but this is {node.What}", "begin each mark with a dash"));
            return [];
        }

        var marks = ImmutableArray.CreateBuilder<Mark>();
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            var asMap = item is YamlScalar only ? new YamlMap([(only with { Value = "type" }, only)], only.Span) : item;
            if (MapReader.Of(asMap, "a mark", chart.Findings) is { } map && Read(map, context, marks) is { } mark)
                marks.Add(mark);
        }

        return marks.ToImmutable();
    }

    private static Mark? Read(MapReader map, MarkContext context, ImmutableArray<Mark>.Builder earlier)
    {
        if (map.RequiredScalar("type") is not { } type)
            return null;
        if (!Types.TryGetValue(type.Value, out var read))
        {
            map.Findings.Add(Diagnostic.Error("EX0307", type.Span, $"'{type.Value}' is no mark", Nearest.Hint(type.Value, Types.Keys)));
            return null;
        }

        var channels = ReadChannels(map, context.Data, type, earlier.Count);
        if (earlier.Any(m => m.Name == channels.Name))
        {
            map.Findings.Add(Diagnostic.Error("EX0312", (map.Scalar("name") ?? type).Span, $"an earlier mark is called '{channels.Name}' too", "give each mark a name of its own"));
            return null;
        }

        var mark = read(map, context, channels);
        map.Finish();
        return mark;
    }

    private static MarkChannels ReadChannels(MapReader map, Dataset data, YamlScalar type, int index)
    {
        var series = type.Value is "bar" or "line" or "area" ? FieldRef.Read(map, "series", data) : null;
        return new MarkChannels(
            map.Text("name") ?? (index == 0 ? type.Value : $"{type.Value}{index + 1}"),
            LocalText.ReadFilled(map.Node("title"), "'title'", map.Findings),
            ColourReader.Read(map, data, series),
            FieldRef.Read(map, "label", data),
            map.Node("labels") is null || map.Flag("labels"),
            series,
            type.Span);
    }

    /// <summary>Reads the field of values: the one named, or else the one that the value axis names.</summary>
    private protected static string? ReadValue(MapReader map, MarkContext context)
    {
        if (map.Node("value") is not null)
            return FieldRef.Read(map, "value", context.Data, FieldType.Number);
        if (context.Values?.Field is { } field && context.Data.Field(field)!.Type == FieldType.Number)
            return field;
        map.Findings.Add(Diagnostic.Error("EX0106", map.Map.Span.Head, "a mark needs the key 'value'", "a field of numbers; or name one on the axis of values"));
        return null;
    }

    /// <summary>What tells the keys of one panel from those of another.</summary>
    private protected static string Suffix(Panel panel) => panel.Facet.Length == 0 ? "" : "-" + panel.Facet;

    /// <summary>The key of what runs along the places: of a series, or of all rows, in a panel.</summary>
    /// <param name="series">The series' value; empty where there is none.</param>
    /// <param name="facet">The panel's value; empty where there is one panel.</param>
    internal string KeyOf(string series, string facet) => string.Join('-', new[] { Name, series, facet }.Where(p => p.Length > 0));

    /// <summary>Parts rows where one has no value, unless what runs along them joins over it.</summary>
    private protected static List<List<Row>> PiecesOf(IEnumerable<Row> rows, Func<Row, bool> hasValue, bool joins)
    {
        var pieces = new List<List<Row>> { new() };
        foreach (var row in rows)
        {
            if (hasValue(row))
                pieces[^1].Add(row);
            else if (!joins && pieces[^1].Count > 0)
                pieces.Add([]);
        }

        return [.. pieces.Where(p => p.Count > 0)];
    }

    /// <summary>The key of a row's mark.</summary>
    internal string KeyOf(Row row) => $"{Name}-{row.Key}";
}
