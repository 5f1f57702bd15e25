using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>One of a chart's two axes.</summary>
/// <param name="Scale">How values become places.</param>
/// <param name="Field">The field along it; of a value axis, the one that marks show when they name none; null for a band of whole rows.</param>
/// <param name="Domain">Its ends, or null to take them from the data.</param>
/// <param name="Ticks">Where its ticks stand, or null to choose them.</param>
/// <param name="Unit">What its numbers count.</param>
/// <param name="IsSigned">Whether its numbers above zero have a plus.</param>
/// <param name="Decimals">How many decimals its numbers have, or null for as many as each needs.</param>
/// <param name="Title">What it measures, in words at its end, or null.</param>
/// <param name="Label">Field of the words that name a band.</param>
/// <param name="Note">Field of the second, smaller line under them.</param>
/// <param name="Short">Field of the words that name a band where there is little room.</param>
/// <param name="ShortNote">Field of the second words where there is little room.</param>
/// <param name="Group">Field that gathers bands under heads.</param>
/// <param name="GroupTitles">What a head says, by the group's value; the value itself where it is not listed.</param>
/// <param name="Span">Where its ends were written, or else the axis.</param>
public sealed record AxisSpec(
    ScaleType Scale,
    string? Field,
    (double Low, double High)? Domain,
    ImmutableArray<double>? Ticks,
    string Unit,
    bool IsSigned,
    int? Decimals,
    LocalText? Title,
    string? Label,
    string? Note,
    string? Short,
    string? ShortNote,
    string? Group,
    ImmutableSortedDictionary<string, LocalText> GroupTitles,
    SourceSpan Span)
{
    /// <summary>Whether ends were written that cannot be read: what is wrong with them is said already.</summary>
    public bool HasUnreadDomain { get; init; }
}
