namespace Explainer.Charts;

/// <summary>Turns numbers above zero into pixels, each factor of ten as long as the next.</summary>
/// <param name="Low">The number at <paramref name="From"/>.</param>
/// <param name="High">The number at <paramref name="To"/>.</param>
/// <param name="From">Pixel of the low end.</param>
/// <param name="To">Pixel of the high end.</param>
internal sealed record LogScale(double Low, double High, double From, double To) : IScale
{
    private static readonly double[] Steps = [1, 2, 5];

    public double this[double value] => From + (Math.Log(value / Low) / Math.Log(High / Low) * (To - From));

    /// <inheritdoc/>
    public IReadOnlyList<double> Ticks(int about) => Ticks(Low, High, about);

    /// <summary>Powers of ten within a span; every second, third … of them where they are many, doubles and halves too where they are few.</summary>
    public static IReadOnlyList<double> Ticks(double low, double high, int about)
    {
        var (first, last) = (FloorOf(low), FloorOf(high) + 1);
        var powers = Enumerable.Range(first, last - first + 1).ToList();
        var tens = powers.Where(p => IsWithin(Power(p))).ToList();
        if (tens.Count > about)
        {
            var every = (int)Math.Ceiling(tens.Count / (double)about);
            return [.. tens.Where(p => (p - tens[0]) % every == 0).Select(Power)];
        }

        if (tens.Count >= Math.Max(3, about - 1))
            return [.. tens.Select(Power)];
        var all = powers.SelectMany(p => Steps.Select(s => s * Power(p))).Where(IsWithin).ToList();
        return all.Count <= about + 2 ? all : [.. all.Where(v => !IsStep(v, 2))];

        bool IsWithin(double value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9);
    }

    /// <summary>The span widened to one, two or five times a power of ten.</summary>
    public static (double Low, double High) Nice(double low, double high)
    {
        var around = Enumerable.Range(FloorOf(low), FloorOf(high) - FloorOf(low) + 2).SelectMany(p => Steps.Select(s => s * Power(p))).ToList();
        var (from, to) = (around.Last(v => v <= low * (1 + 1e-9)), around.First(v => v >= high * (1 - 1e-9)));
        return from < to ? (from, to) : (from / 2, to * 2);
    }

    private static bool IsStep(double value, double step) => Math.Abs((value / Power(FloorOf(value))) - step) < 1e-9;

    // Rounding must not make a power of ten fall short of itself.
    private static int FloorOf(double value) => (int)Math.Floor(Math.Log10(value) + 1e-12);

    private static double Power(int exponent) => exponent >= 0 ? Math.Pow(10, exponent) : 1 / Math.Pow(10, -exponent);
}
