using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Chooses rows by the values of their fields: a row is chosen when each named field holds one of its values.</summary>
/// <param name="Conditions">Allowed values by field.</param>
public sealed record RowFilter(ImmutableArray<(string Field, ImmutableArray<string> Values)> Conditions)
{
    /// <summary>Whether a row is chosen.</summary>
    public bool Chooses(Row row) => Conditions.All(c => c.Values.Contains(row.Identity(c.Field)));

    /// <summary>Chooses every row.</summary>
    public static RowFilter Every { get; } = new([]);

    /// <summary>Reads yes, no, or the rows for which it is yes; null for none.</summary>
    internal static RowFilter? ReadFlag(MapReader map, string key, Dataset data)
    {
        if (map.Node(key) is YamlMap rows)
            return Read(rows, $"'{key}'", data, map.Findings);
        return map.Flag(key, "write yes, no, or the rows for which it is so, such as {country: Georgia}") ? Every : null;
    }

    /// <summary>Reads a map from field to value or values; unknown fields and values that no row has are reported.</summary>
    public static RowFilter? Read(YamlNode? node, string what, Dataset data, ICollection<Diagnostic> findings)
    {
        if (node is null)
            return null;
        if (node is not YamlMap map)
        {
            findings.Add(Diagnostic.Error("EX0107", node.Span, $"{what} should name fields and their values, but this is {node.What}", "such as: country: Georgia"));
            return null;
        }

        var conditions = ImmutableArray.CreateBuilder<(string, ImmutableArray<string>)>();
        foreach (var (field, value) in map.Entries)
        {
            if (data.Field(field.Value) is null)
            {
                findings.Add(FieldRef.Unknown(field, data));
                continue;
            }

            var known = data.Rows.Select(r => r.Identity(field.Value)).Distinct().ToList();
            var items = value is YamlList list ? list.Items : [value];
            foreach (var item in items.Where(i => i is not YamlScalar))
                findings.Add(Diagnostic.Error("EX0107", item.Span, $"a value of '{field.Value}' should be a single value, but this is {item.What}"));
            var values = items.OfType<YamlScalar>().ToList();
            foreach (var scalar in values.Where(v => !known.Contains(v.Value)))
                findings.Add(Diagnostic.Error("EX0303", scalar.Span, $"no row of '{data.Id}' has '{scalar.Value}' in '{field.Value}'", Nearest.Hint(scalar.Value, known)));
            conditions.Add((field.Value, [.. values.Select(v => v.Value)]));
        }

        return new RowFilter(conditions.ToImmutable());
    }
}
