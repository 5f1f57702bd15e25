namespace Explainer.Charts;

/// <summary>Turns numbers into pixels, evenly.</summary>
/// <param name="Low">The number at <paramref name="From"/>.</param>
/// <param name="High">The number at <paramref name="To"/>.</param>
/// <param name="From">Pixel of the low end.</param>
/// <param name="To">Pixel of the high end.</param>
internal sealed record LinearScale(double Low, double High, double From, double To) : IScale
{
    // Far from zero, neighbouring numbers can be the same number to the machine: never count without an end.
    private const int MostTicks = 100;

    public double this[double value] => From + ((value - Low) / (High - Low) * (To - From));

    /// <inheritdoc/>
    public IReadOnlyList<double> Ticks(int about) => Ticks(Low, High, about);

    /// <summary>Round numbers that divide a span into about so many parts.</summary>
    public static IReadOnlyList<double> Ticks(double low, double high, int about)
    {
        var step = NiceStep((high - low) / about);
        var first = Math.Ceiling(low / step);
        var last = Math.Floor((high / step) + 1e-9);
        var ticks = new List<double>();
        for (var i = 0; i <= Math.Min(last - first, MostTicks); i++)
            ticks.Add((first + i) * step);
        return ticks;
    }

    /// <summary>The span widened to round numbers.</summary>
    public static (double Low, double High) Nice(double low, double high, int about)
    {
        if (low == high)
            (low, high) = (Math.Min(0, low), high == 0 ? 1 : Math.Max(0, high));
        var step = NiceStep((high - low) / about);
        return (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
    }

    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var part = rough / power;
        return power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
    }
}
