using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A place on an axis of bands, and the rows that stand there.</summary>
/// <param name="Id">What tells it from other bands: the value in the axis' field, or the row's key.</param>
/// <param name="Rows">Its rows, in the order of the data; at least one.</param>
internal sealed record Band(string Id, ImmutableArray<Row> Rows)
{
    /// <summary>The row that names it.</summary>
    public Row First => Rows[0];
}
