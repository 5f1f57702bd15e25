using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The colour of the kind that stands in a field: who says so.</summary>
/// <param name="Field">The field.</param>
public sealed record KindColour(string Field) : ColourScale
{
    /// <inheritdoc/>
    public override string RoleOf(Row row) => row[Field] is KindCell cell ? cell.Kind.Slug() : "ink";

    /// <inheritdoc/>
    public override ImmutableArray<(string Role, string Words)> Entries(IEnumerable<Row> rows, Language language) =>
        [.. rows.Where(r => r[Field] is KindCell).DistinctBy(RoleOf).Select(r => (RoleOf(r), r.Text(Field, language)))];
}
