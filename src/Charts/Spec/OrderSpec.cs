using Explainer.Data;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>The order of bands: by a field's numbers, summed over a band's rows, by its earliest times, or by its words.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsDescending">Whether the largest, the latest or the last word comes first.</param>
public sealed record OrderSpec(string Field, bool IsDescending)
{
    /// <summary>Reads the name of a field, with a minus before it when the order descends.</summary>
    internal static OrderSpec? Read(MapReader map, Dataset data)
    {
        if (map.Scalar("order") is not { } scalar)
            return null;
        var isDescending = scalar.Value.StartsWith('-');
        var name = isDescending ? scalar with { Value = scalar.Value[1..].TrimStart() } : scalar;
        return FieldRef.Check(name, data, map.Findings) is { } field ? new OrderSpec(field, isDescending) : null;
    }

    /// <summary>Orders bands; those that are equal, or have no value, keep the order of the data, the latter at the end.</summary>
    internal IEnumerable<Band> Sort(IEnumerable<Band> bands)
    {
        var all = bands.ToList();
        if (all.Any(b => b.Rows.Any(r => r.Number(Field) is not null)))
        {
            var valued = all.ToLookup(b => b.Rows.Any(r => r.Number(Field) is not null));
            var known = IsDescending ? valued[true].OrderByDescending(ValueOf) : valued[true].OrderBy(ValueOf);
            return known.Concat(valued[false]);
        }

        return IsDescending
            ? all.OrderByDescending(b => b.First.Identity(Field), StringComparer.Ordinal)
            : all.OrderBy(b => b.First.Identity(Field), StringComparer.Ordinal);
    }

    private double ValueOf(Band band)
    {
        var numbers = band.Rows.Select(r => r.Number(Field)).OfType<double>();
        return band.Rows.Any(r => r[Field] is TimeCell) ? numbers.Min() : numbers.Sum();
    }
}
