using System.Collections.Immutable;

namespace Explainer.Diagnostics;

/// <summary>The codes of warnings, which a site may take for errors or not want to hear of.</summary>
public static class WarningCodes
{
    /// <summary>All of them, as <c>docs/diagnostics.md</c> lists them.</summary>
    public static ImmutableSortedSet<string> All { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "EX0007", "EX0008", "EX0115", "EX0208", "EX0226", "EX0310", "EX0315", "EX0320", "EX0324",
        "EX0339", "EX0422", "EX0423", "EX0425", "EX0426", "EX0428", "EX0429", "EX0461",
        "EX0462", "EX0471", "EX0472", "EX0473", "EX0474", "EX0487", "EX0519");
}
