using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>What a mark of units, or a state, says about how dots are gathered.</summary>
/// <param name="Group">Field whose values gather the dots; empty for none, null where nothing is said.</param>
/// <param name="Arrange">How they stand; null where nothing is said.</param>
public sealed record UnitGrouping(string? Group, UnitArrangement? Arrange)
{
    private const string None = "none";

    private static readonly Dictionary<string, UnitArrangement> Arrangements = new(StringComparer.Ordinal)
    {
        ["crowd"] = UnitArrangement.Crowd,
        ["circles"] = UnitArrangement.Circles,
        ["piles"] = UnitArrangement.Piles,
        ["rows"] = UnitArrangement.Rows,
    };

    /// <summary>What a state shows: its own words go before the mark's.</summary>
    /// <param name="mark">What the mark says.</param>
    /// <param name="state">What the state says; null for nothing.</param>
    /// <returns>The field of the groups, or null for one group of all, and how the dots stand.</returns>
    public static (string? Group, UnitArrangement Arrange) Resolve(UnitGrouping mark, UnitGrouping? state)
    {
        var group = (state?.Group ?? mark.Group) is { Length: > 0 } field ? field : null;

        // A crowd has no groups: a state that names some leaves it.
        var own = mark.Arrange == UnitArrangement.Crowd && state?.Group is { Length: > 0 } ? null : mark.Arrange;
        return (group, state?.Arrange ?? own ?? (group is null ? UnitArrangement.Crowd : UnitArrangement.Circles));
    }

    /// <summary>Reads the two keys of a mark or a state; null where neither stands.</summary>
    internal static UnitGrouping? Read(MapReader map, Dataset data)
    {
        var (group, arrange) = (map.Scalar("group"), map.Scalar("arrange"));
        if (group is null && arrange is null)
            return null;
        var read = new UnitGrouping(
            group is null ? null : group.Value == None ? "" : FieldRef.Check(group, data, map.Findings),
            arrange is null ? null : map.Choice("arrange", UnitArrangement.Circles, Arrangements));
        if (read is { Group.Length: > 0, Arrange: UnitArrangement.Crowd })
            map.Findings.Add(Diagnostic.Error("EX0305", arrange!.Span, "a crowd has no groups", "write circles, piles or rows; or leave 'group' out"));
        UnitMark.CheckGroups(read.Group, group, data, map.Findings);
        return read;
    }
}
