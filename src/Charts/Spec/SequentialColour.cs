using System.Collections.Immutable;
using System.Globalization;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Steps of one ramp for the numbers of a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Breaks">Where one step ends and the next begins, rising; one fewer than there are steps.</param>
/// <param name="Unit">The field's unit.</param>
public sealed record SequentialColour(string Field, ImmutableArray<double> Breaks, string Unit) : ColourScale
{
    /// <summary>How many steps the ramp has.</summary>
    public const int Steps = 5;

    private const string Dash = "\u2013";

    /// <inheritdoc/>
    public override string RoleOf(Row row) => row.Number(Field) is { } value ? Role(Breaks.Count(b => value >= b)) : "rule";

    /// <inheritdoc/>
    public override ImmutableArray<(string Role, string Words)> Entries(IEnumerable<Row> rows, Language language)
    {
        var words = ImmutableArray.CreateBuilder<(string, string)>();
        for (var i = 0; i <= Breaks.Length; i++)
        {
            var below = i < Breaks.Length ? Amount.Value(Breaks[i], Unit, language) : null;
            words.Add((Role(i), i == 0 ? language.Word("key.under", below ?? "") : below is null
                ? language.Word("key.over", Amount.Value(Breaks[i - 1], Unit, language))
                : Amount.Value(Breaks[i - 1], "", language) + Dash + below));
        }

        return words.ToImmutable();
    }

    /// <summary>Breaks that put about as many rows into each step, on round numbers.</summary>
    internal static ImmutableArray<double> BreaksFor(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0 || sorted[0] == sorted[^1])
            return [];
        return
        [
            .. Enumerable.Range(1, Steps - 1)
                .Select(i => Round(sorted[Math.Min(sorted.Count - 1, i * sorted.Count / Steps)]))
                .Where(b => b > sorted[0] && b <= sorted[^1])
                .Distinct()
                .Order(),
        ];
    }

    // With fewer steps than the ramp has, its ends are kept and those between spread.
    private string Role(int index) =>
        "step" + (1 + (Breaks.IsEmpty ? 2 : (int)Math.Round(index * (Steps - 1) / (double)Breaks.Length))).ToString(CultureInfo.InvariantCulture);

    private static double Round(double value)
    {
        if (value == 0)
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 1);
        return Math.Round(value / unit) * unit;
    }
}
