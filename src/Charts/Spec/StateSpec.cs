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
/// <param name="Alt">A description of its own, or null for the chart's.</param>
/// <param name="Order">The order of its bands, or null for the chart's.</param>
/// <param name="PlaceDomain">The stretch of the axis of places in sight, rows beyond it being left out; null for the axis' own.</param>
/// <param name="ValueDomain">The ends of the axis of values, or null for the axis' own.</param>
/// <param name="Value">The field shown instead of the one that the axis of values names, or null.</param>
/// <param name="Units">How the dots of a chart of units are gathered; null for the mark's own way.</param>
/// <param name="Labels">Rows whose values are written at lines, instead of those at the ends; null for those.</param>
/// <param name="Span">Where it was written.</param>
public sealed record StateSpec(
    string Name,
    RowFilter? Show = null,
    RowFilter? Highlight = null,
    ImmutableArray<string>? Marks = null,
    ImmutableArray<string>? Notes = null,
    LocalText? Title = null,
    LocalText? Alt = null,
    OrderSpec? Order = null,
    (double Low, double High)? PlaceDomain = null,
    (double Low, double High)? ValueDomain = null,
    string? Value = null,
    UnitGrouping? Units = null,
    RowFilter? Labels = null,
    SourceSpan? Span = null)
{
    /// <summary>Whether ends were written that cannot be read: what is wrong with them is said already.</summary>
    public bool HasUnreadDomain { get; init; }

    /// <summary>The state of a chart that names none: everything, in full colour.</summary>
    public static StateSpec Whole { get; } = new("all");
}
