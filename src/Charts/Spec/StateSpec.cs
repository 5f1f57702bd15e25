using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>A named state of a chart: what of it is shown, and what stands out. It is whole in itself, so any state follows any other.</summary>
/// <param name="Name">The name by which steps call it.</param>
/// <param name="Show">Rows that are shown; null for all.</param>
/// <param name="Highlight">Rows in full colour; null for all.</param>
/// <param name="Marks">Names of marks that are drawn; null for all.</param>
/// <param name="Notes">Names of notes that are shown; null for all.</param>
/// <param name="Title">A title of its own, or null for the chart's.</param>
/// <param name="Span">Where it was written.</param>
public sealed record StateSpec(
    string Name,
    RowFilter? Show,
    RowFilter? Highlight,
    ImmutableArray<string>? Marks,
    ImmutableArray<string>? Notes,
    LocalText? Title,
    SourceSpan? Span)
{
    /// <summary>How the dots of a chart of units are gathered in it; null for the mark's own way.</summary>
    public UnitGrouping? Units { get; init; }

    /// <summary>The state of a chart that names none: everything, in full colour.</summary>
    public static StateSpec Whole { get; } = new("all", null, null, null, null, null, null);
}
