using System.Collections.Immutable;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>Where a figure or dataset comes from.</summary>
/// <param name="Kind">What sort of knowledge it is.</param>
/// <param name="Who">Who measured, asked or said it.</param>
/// <param name="Publisher">Where it was read, if somebody else relayed it.</param>
/// <param name="Period">What time it describes, in words.</param>
/// <param name="Place">What place it describes, in words.</param>
/// <param name="Caveats">What it cannot tell.</param>
/// <param name="Addresses">Web addresses where it was read.</param>
/// <param name="Read">The day it was read.</param>
/// <param name="Confidence">How sure the desk is that the value is as published.</param>
/// <param name="Unlinked">Why there is no address, or null.</param>
/// <param name="Review">When it is to be looked at again, or null.</param>
public sealed record Provenance(
    Kind Kind,
    LocalText? Who,
    LocalText? Publisher,
    LocalText? Period,
    LocalText? Place,
    ImmutableArray<LocalText> Caveats,
    ImmutableArray<string> Addresses,
    DateOnly? Read,
    string? Confidence,
    LocalText? Unlinked,
    Review? Review)
{
    /// <summary>Under which licence others may use it; null for that of the site.</summary>
    public Licence? Licence { get; init; }

    /// <summary>Whether its kind is needed and missing, or none that there is: that is said already.</summary>
    public bool HasUnreadKind { get; init; }

    /// <summary>Takes the keys of provenance out of a map that may hold others too.</summary>
    public static Provenance From(MapReader map, bool needsKind = false)
    {
        var before = map.Findings.Count;
        if (needsKind)
            map.RequiredNode("kind");
        var kind = map.Choice("kind", Kind.Estimate, Kinds.ByName);
        var hasUnreadKind = map.Findings.Count > before;
        return new(
            kind,
            LocalText.Read(map.Node("who"), "'who'", map.Findings),
            LocalText.Read(map.Node("publisher"), "'publisher'", map.Findings),
            LocalText.Read(map.Node("period"), "'period'", map.Findings),
            LocalText.Read(map.Node("place"), "'place'", map.Findings),
            [.. map.List("caveats").Select(n => LocalText.Read(n, "a caveat", map.Findings)).OfType<LocalText>()],
            [.. map.Scalars("sources").Select(map.ReadAddress).OfType<string>()],
            map.Date("read"),
            map.Text("confidence"),
            LocalText.ReadFilled(map.Node("unlinked"), "'unlinked'", map.Findings),
            map.Date("review") is { } day ? new Review(day, map.Node("review")!.Span) : null)
        {
            Licence = Licence.From(map),
            HasUnreadKind = hasUnreadKind,
        };
    }
}
