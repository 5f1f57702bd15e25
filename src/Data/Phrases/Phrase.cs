namespace Explainer.Data;

/// <summary>What words say about a number: one amount or two, and how they hold back.</summary>
/// <param name="Low">The amount, or the lower end.</param>
/// <param name="High">The upper end; the same as the lower where there is one amount.</param>
/// <param name="Measure">What both count in.</param>
/// <param name="Hedge">How the words hold back.</param>
/// <param name="IsDoubtful">Whether the words that hold back may mean something else: "до" is "up to", but also "to".</param>
public sealed record Phrase(SpokenAmount Low, SpokenAmount High, Measure Measure, Hedge Hedge, bool IsDoubtful)
{
    /// <summary>Whether two ends are told.</summary>
    public bool IsRange => !ReferenceEquals(Low, High);
}
