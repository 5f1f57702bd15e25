using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads names of fields and reports those that a dataset does not have, or has with another type.</summary>
internal static class FieldRef
{
    public static Diagnostic Unknown(YamlScalar name, Dataset data) =>
        Diagnostic.Error("EX0301", name.Span, $"'{name.Value}' is no field of '{data.Id}'", Nearest.Hint(name.Value, [.. data.Fields.Select(f => f.Name)]));

    /// <summary>The name of an existing field under a key, or null.</summary>
    public static string? Read(MapReader map, string key, Dataset data, params FieldType[] types) =>
        map.Scalar(key) is { } name ? Check(name, data, map.Findings, types) : null;

    /// <summary>The name of an existing field under a key that must be there.</summary>
    public static string? ReadRequired(MapReader map, string key, Dataset data, params FieldType[] types) =>
        map.RequiredScalar(key) is { } name ? Check(name, data, map.Findings, types) : null;

    public static string? Check(YamlScalar name, Dataset data, ICollection<Diagnostic> findings, params FieldType[] types)
    {
        if (data.Field(name.Value) is not { } field)
        {
            findings.Add(Unknown(name, data));
            return null;
        }

        // Names of figures tie a row to the text; nothing is drawn from them.
        if (types.Length > 0 ? !types.Contains(field.Type) : field.Type == FieldType.Figure)
        {
            var needed = types.Length > 0 ? types : [FieldType.Number, FieldType.Time, FieldType.Kind, FieldType.Text];
            findings.Add(Diagnostic.Error(
                "EX0302",
                name.Span,
                $"'{name.Value}' holds {Plural(field.Type)}, but {string.Join(" or ", needed.Select(Plural))} are needed here"));
            return null;
        }

        return field.Name;
    }

    private static string Plural(FieldType type) => type switch
    {
        FieldType.Number => "numbers",
        FieldType.Time => "times",
        FieldType.Kind => "kinds",
        FieldType.Figure => "names of figures",
        _ => "words",
    };
}
