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
    private static readonly string[] Roles = ["ink", "ink2", .. Enum.GetValues<Kind>().Select(k => k.Slug())];

    private static readonly Dictionary<string, Func<MapReader, Dataset, MarkChannels, Mark?>> Types = new(StringComparer.Ordinal)
    {
        ["bar"] = BarMark.Read,
        ["dot"] = DotMark.Read,
        ["line"] = LineMark.Read,
        ["range"] = RangeMark.Read,
        ["rule"] = RuleMark.Read,
        ["unit"] = UnitMark.Read,
    };

    /// <summary>The name by which states show or hide it; part of every key.</summary>
    public string Name => Channels.Name;

    /// <summary>What readers call it, such as "arrived"; null when it needs no word.</summary>
    public LocalText? Title => Channels.Title;

    /// <summary>The colour role of a row.</summary>
    public string RoleOf(Row row) => Channels.ColourField is { } field && row[field] is KindCell kind ? kind.Kind.Slug() : Channels.Colour ?? "ink";

    /// <summary>The values that a row's mark spans on the value axis; empty where it has none.</summary>
    public abstract IEnumerable<double> ValuesOf(Row row);

    /// <summary>Whether the mark stands on zero, so that zero must be in sight.</summary>
    internal virtual bool StandsOnZero => false;

    /// <summary>Draws the rows into a panel.</summary>
    internal abstract void Draw(Panel panel, IReadOnlyList<Row> rows);

    /// <summary>Reads the list of marks of a chart.</summary>
    internal static ImmutableArray<Mark> ReadAll(MapReader chart, Dataset data, ICollection<Diagnostic> findings)
    {
        if (chart.RequiredNode("marks") is not { } node)
            return [];
        if (node is not YamlList list)
        {
            findings.Add(Diagnostic.Error("EX0107", node.Span, $"'marks' should be a list, but this is {node.What}", "begin each mark with a dash"));
            return [];
        }

        var marks = ImmutableArray.CreateBuilder<Mark>();
        foreach (var item in list.Items)
        {
            if (MapReader.Of(item, "a mark", findings) is not { } map || map.RequiredScalar("type") is not { } type)
                continue;
            if (!Types.TryGetValue(type.Value, out var read))
            {
                findings.Add(Diagnostic.Error("EX0307", type.Span, $"'{type.Value}' is no mark", Nearest.Hint(type.Value, Types.Keys)));
                continue;
            }

            var channels = ReadChannels(map, data, type.Value, marks.Count);
            if (marks.Any(m => m.Name == channels.Name))
            {
                findings.Add(Diagnostic.Error("EX0312", (map.Scalar("name") ?? type).Span, $"an earlier mark is called '{channels.Name}' too", "give each mark a name of its own"));
                continue;
            }

            if (read(map, data, channels) is { } mark)
                marks.Add(mark);
            map.Finish();
        }

        return marks.ToImmutable();
    }

    private static MarkChannels ReadChannels(MapReader map, Dataset data, string type, int index)
    {
        var name = map.Text("name") ?? (index == 0 ? type : $"{type}{index + 1}");
        var title = LocalText.Read(map.Node("title"), "'title'", map.Findings);
        if (map.Scalar("colour") is not { } colour)
            return new MarkChannels(name, title, null, null);
        if (Roles.Contains(colour.Value))
            return new MarkChannels(name, title, colour.Value, null);
        if (data.Field(colour.Value) is { Type: FieldType.Kind })
            return new MarkChannels(name, title, null, colour.Value);
        map.Findings.Add(Diagnostic.Error(
            "EX0308",
            colour.Span,
            $"'{colour.Value}' is neither a colour role nor a field of kinds",
            Nearest.Hint(colour.Value, [.. Roles, .. data.Fields.Where(f => f.Type == FieldType.Kind).Select(f => f.Name)])));
        return new MarkChannels(name, title, null, null);
    }

    /// <summary>The key of a row's mark.</summary>
    protected string KeyOf(Row row) => $"{Name}-{row.Key}";
}
