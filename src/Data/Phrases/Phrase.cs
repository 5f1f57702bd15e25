namespace Explainer.Data;

/// <summary>What words say about a number: one amount or two, and how they hold back.</summary>
/// <param name="Low">The amount, or the lower end.</param>
/// <param name="High">The upper end; the same as the lower where there is one amount.</param>
/// <param name="Measure">What both count in.</param>
/// <param name="Hedge">How the words hold back.</param>
/// <param name="IsNegative">Whether there is a minus sign.</param>
public sealed record Phrase(SpokenNumber Low, SpokenNumber High, Measure Measure, Hedge Hedge, bool IsNegative)
{
    /// <summary>Whether two ends are told.</summary>
    public bool IsRange => Low != High;
}
