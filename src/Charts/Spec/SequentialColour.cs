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

    private const int FewestDigits = 2;
    private const int MostDigits = 15;

    /// <inheritdoc/>
    public override string RoleOf(Row row) => row.Number(Field) is { } value ? Role(Breaks.Count(b => value >= b)) : "rule";

    /// <inheritdoc/>
    public override ImmutableArray<(string Role, string Words)> Entries(IEnumerable<Row> rows, Language language)
    {
        if (Breaks.IsEmpty)
            return [];
        var form = NumberForm.Among(Breaks, isSigned: false);
        return
        [
            (Role(0), language.Word("key.under", Amount.Value(Breaks[0], Unit, language, form))),
            .. Breaks.Skip(1).Select((high, i) => (Role(i + 1), Amount.Print(Breaks[i], high, null, Unit, language, form))),
            (Role(Breaks.Length), language.Word("key.over", Amount.Value(Breaks[^1], Unit, language, form))),
        ];
    }

    /// <summary>Breaks that put about as many rows into each step, on numbers so round that one of them at most is lost.</summary>
    internal static ImmutableArray<double> BreaksFor(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0)
            return [];

        // Where nearly all rows have the least value, the steps are for the others.
        return BreaksAmong(sorted) is { IsEmpty: false } breaks ? breaks : BreaksAmong([.. sorted.Distinct()]);
    }

    private static ImmutableArray<double> BreaksAmong(List<double> sorted)
    {
        var exact = Enumerable.Range(1, Steps - 1).Select(i => sorted[i * sorted.Count / Steps]).Where(b => b > sorted[0]).Distinct().ToImmutableArray();
        return Enumerable.Range(FewestDigits, MostDigits - FewestDigits).Select(Rounded).FirstOrDefault(b => b.Length >= Math.Min(exact.Length, Math.Max(1, exact.Length - 1)), exact);

        ImmutableArray<double> Rounded(int digits) => [.. exact.Select(b => Round(b, digits)).Where(b => b > sorted[0] && b <= sorted[^1]).Distinct()];
    }

    // With fewer steps than the ramp has, its ends are kept and those between spread.
    private string Role(int index) =>
        "step" + (1 + (Breaks.IsEmpty ? 2 : (int)Math.Round(index * (Steps - 1) / (double)Breaks.Length))).ToString(CultureInfo.InvariantCulture);

    private static double Round(double value, int digits)
    {
        if (value == 0)
            return 0;
        var power = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));

        // Powers of ten below one are not exact: it is divided by those above one instead.
        return power > 0 ? Math.Round(value * Math.Pow(10, power)) / Math.Pow(10, power) : Math.Round(value / Math.Pow(10, -power)) * Math.Pow(10, -power);
    }
}
