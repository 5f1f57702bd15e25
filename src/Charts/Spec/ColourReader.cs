using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads the colour channel: a role, or a field whose kinds, words or numbers become roles.</summary>
internal static class ColourReader
{
    private const int Hues = 6;

    /// <summary>The roles that authors may name.</summary>
    public static ImmutableArray<string> Roles { get; } =
    [
        "ink", "ink2", "mid",
        .. Enum.GetValues<Kind>().Select(k => k.Slug()),
        .. Enumerable.Range(1, Hues).Select(i => FormattableString.Invariant($"hue{i}")),
        .. Enumerable.Range(1, SequentialColour.Steps).Select(i => FormattableString.Invariant($"step{i}")),
    ];

    /// <summary>Reads <c>colour</c>, <c>colours</c> and <c>breaks</c>; a series without a colour of its own is told by hues.</summary>
    public static ColourScale Read(MapReader map, Dataset data, string? series)
    {
        var given = ReadGiven(map);
        var breaks = map.Node("breaks") is null ? (ImmutableArray<double>?)null : [.. map.Scalars("breaks").Select(s => map.ReadNumber(s, "a break")).OfType<double>().Order()];
        if (map.Scalar("colour") is not { } colour)
        {
            if (series is null)
                RefuseKeys(map, "colours", "breaks");
            return series is null ? ColourScale.Ink : Of(data.Field(series)!, map, map.Scalar("series")!, data, given, breaks);
        }

        if (Roles.Contains(colour.Value))
        {
            RefuseKeys(map, "colours", "breaks");
            return new ConstantColour(colour.Value);
        }

        if (data.Field(colour.Value) is { } field)
            return FieldRef.Check(colour, data, map.Findings) is null ? ColourScale.Ink : Of(field, map, colour, data, given, breaks);
        map.Findings.Add(Diagnostic.Error("EX0308", colour.Span, $"'{colour.Value}' is neither a colour role nor a field", Nearest.Hint(colour.Value, [.. Roles, .. data.Fields.Select(f => f.Name)]) ?? "name a role, such as ink, mid, official, hue1 or step1, or a field"));
        return ColourScale.Ink;
    }

    // Keys that would do nothing.
    private static void RefuseKeys(MapReader map, params string[] keys)
    {
        foreach (var key in keys.Where(k => map.Node(k) is not null))
            map.Findings.Add(Diagnostic.Error("EX0305", map.Node(key)!.Span, $"'{key}' says how a field is coloured, but 'colour' names no such field", key == "breaks" ? "name a field of numbers as 'colour'" : "name a field of words as 'colour'"));
    }

    private static ColourScale Of(Field field, MapReader map, YamlScalar at, Dataset data, ImmutableSortedDictionary<string, string> given, ImmutableArray<double>? breaks)
    {
        if (field.Type == FieldType.Number)
        {
            RefuseKeys(map, "colours");
            return ReadSequential(field, map, data, breaks);
        }

        RefuseKeys(map, "breaks");
        if (field.Type == FieldType.Kind && given.IsEmpty)
            return new KindColour(field.Name);

        var values = data.Rows.Select(r => r.Identity(field.Name)).Where(v => v.Length > 0).Distinct().ToList();
        foreach (var unknown in given.Keys.Where(k => !values.Contains(k)))
            map.Findings.Add(Diagnostic.Error("EX0303", map.Node("colours")!.Span, $"no row of '{data.Id}' has '{unknown}' in '{field.Name}'", Nearest.Hint(unknown, values)));
        var next = 0;
        var roles = values.Select(v => (v, given.TryGetValue(v, out var role) ? role : FormattableString.Invariant($"hue{++next}"))).ToImmutableArray();
        if (next > Hues)
        {
            map.Findings.Add(Diagnostic.Error("EX0318", at.Span, $"'{field.Name}' has {next} values without a colour, but there are {Hues} hues", "give some of them a role under 'colours', such as mid, or use one colour and name each mark"));
            return ColourScale.Ink;
        }

        return new OrdinalColour(field.Name, roles);
    }

    private static SequentialColour ReadSequential(Field field, MapReader map, Dataset data, ImmutableArray<double>? breaks)
    {
        if (breaks is { Length: 0 or >= SequentialColour.Steps } || breaks?.Distinct().Count() < breaks?.Length)
        {
            map.Findings.Add(Diagnostic.Error("EX0306", map.Node("breaks")!.Span, $"'breaks' should be one to {SequentialColour.Steps - 1} different numbers", "such as [10, 100, 1000]"));
            breaks = null;
        }

        return new SequentialColour(field.Name, breaks ?? SequentialColour.BreaksFor(data.Rows.Select(r => r.Number(field.Name)).OfType<double>()), field.Unit);
    }

    private static ImmutableSortedDictionary<string, string> ReadGiven(MapReader map)
    {
        var given = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (map.MapOf("colours") is not { } roles)
            return given.ToImmutable();
        foreach (var (value, role) in roles.Entries)
        {
            if (role is YamlScalar scalar && Roles.Contains(scalar.Value))
                given[value.Value] = scalar.Value;
            else
                map.Findings.Add(Diagnostic.Error("EX0308", role.Span, $"'{role.Span.Text}' is no colour role", role is YamlScalar name ? Nearest.Hint(name.Value, Roles) : null));
        }

        return given.ToImmutable();
    }
}
