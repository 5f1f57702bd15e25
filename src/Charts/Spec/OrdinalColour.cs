using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A role for each value of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Roles">Values with their roles, in the order of the data.</param>
public sealed record OrdinalColour(string Field, ImmutableArray<(string Value, string Role)> Roles) : ColourScale
{
    /// <inheritdoc/>
    public override string RoleOf(Row row) => Roles.FirstOrDefault(r => r.Value == row.Identity(Field)).Role ?? "ink";

    /// <inheritdoc/>
    public override ImmutableArray<(string Role, string Words)> Entries(IEnumerable<Row> rows, Language language)
    {
        var first = rows.GroupBy(r => r.Identity(Field)).ToDictionary(g => g.Key, g => g.First().Text(Field, language), StringComparer.Ordinal);
        return [.. Roles.Where(r => first.ContainsKey(r.Value)).Select(r => (r.Role, first[r.Value]))];
    }
}
