namespace Explainer.Data;

/// <summary>How numbers that stand beside each other are written, so that all are written alike.</summary>
/// <param name="IsSigned">Whether a plus stands before those above zero, as before changes and balances.</param>
/// <param name="IsTight">Whether there is so little room that thousands are shortened too.</param>
/// <param name="Least">The least of them but zero, without its sign; null when each is told as if alone.</param>
/// <param name="Most">The largest of them, without its sign.</param>
/// <param name="Decimals">How many decimals each has, zeros too; null to have as many as it needs.</param>
public sealed record NumberForm(bool IsSigned = false, bool IsTight = false, double? Least = null, double? Most = null, int? Decimals = null)
{
    /// <summary>Of a number that stands alone.</summary>
    public static NumberForm Alone { get; } = new();

    /// <summary>Of numbers beside each other.</summary>
    public static NumberForm Among(IEnumerable<double> values, bool isSigned)
    {
        var sizes = values.Select(Math.Abs).Where(v => v > 0).ToList();
        return sizes.Count == 0 ? new NumberForm(isSigned) : new NumberForm(isSigned, Least: sizes.Min(), Most: sizes.Max());
    }
}
