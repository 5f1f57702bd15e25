using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>A fixed point of a chart in the terms of its axes, or a whole line across it where one of the two is left out.</summary>
/// <param name="Place">Where along the axis of places: a number, or a day's number; null when unsaid or on a band.</param>
/// <param name="Band">Which band on an axis of bands, by its value in the data; null when unsaid or not on a band.</param>
/// <param name="Value">Where along the axis of values, or null.</param>
/// <param name="Facet">The panel it belongs to; null for every panel.</param>
/// <param name="Span">Where it was written.</param>
public sealed record PointSpec(double? Place, string? Band, double? Value, string? Facet, SourceSpan Span)
{
    /// <summary>Whether it says where along the axis of places it lies.</summary>
    public bool HasPlace => Place is not null || Band is not null;

    /// <summary>Reads <c>{x: …, y: …}</c> under a key; null, with findings, when it is no point of the chart.</summary>
    internal static PointSpec? Read(MapReader mark, string key, MarkContext context)
    {
        if (mark.Group(key, $"the point '{key}'") is not { } map)
            return null;
        var findings = mark.Findings;
        var before = findings.Count;
        double? place = null, value = null;
        string? band = null;
        foreach (var (name, axis) in new[] { ("x", context.X), ("y", context.Y) })
        {
            if (map.Scalar(name) is not { } scalar || axis is null)
                continue;
            if (ReferenceEquals(axis, context.Values))
                value = AxisReader.ReadEnd(map, scalar, axis.Scale, $"'{name}'");
            else if (axis.Scale != ScaleType.Band)
                place = AxisReader.ReadEnd(map, scalar, axis.Scale, $"'{name}'");
            else
                band = ReadBand(scalar, axis, context.Data, findings);
        }

        var facet = map.Text("facet");
        map.Finish();
        if (findings.Count > before)
            return null;
        if (place is null && band is null && value is null)
        {
            if (map.Node("x") is null && map.Node("y") is null)
                findings.Add(Diagnostic.Error("EX0106", map.Map.Span.Head, $"the point '{key}' needs 'x', 'y' or both", "such as {x: 2022-02, y: 40}"));
            return null;
        }

        return new PointSpec(place, band, value, facet, map.Map.Span);
    }

    private static string? ReadBand(YamlScalar scalar, AxisSpec axis, Dataset data, ICollection<Diagnostic> findings)
    {
        var known = data.Rows.Select(r => axis.Field is { } field ? r.Identity(field) : r.Key).Distinct().ToList();
        if (known.Contains(scalar.Value))
            return scalar.Value;
        findings.Add(Diagnostic.Error("EX0303", scalar.Span, $"no row of '{data.Id}' stands at '{scalar.Value}'", Nearest.Hint(scalar.Value, known)));
        return null;
    }
}
