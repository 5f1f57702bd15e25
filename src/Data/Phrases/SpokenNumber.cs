namespace Explainer.Data;

/// <summary>A number as it was written: 60,000 tells ones, 1.1 million tells tenths of a million.</summary>
/// <param name="Value">The number.</param>
/// <param name="Step">What its last written digit counts: 1 in 60,000, 100,000 in 1.1 million.</param>
/// <param name="Round">What its last digit that is no zero counts: 10,000 in 60,000.</param>
public readonly record struct SpokenNumber(double Value, double Step, double Round)
{
    private const double Grain = 1e-9;

    /// <summary>A number whose last written digit counts so much.</summary>
    public static SpokenNumber Of(double value, double step)
    {
        var round = step;
        while (value != 0 && round < value && Math.Abs((value / (round * 10)) - Math.Round(value / (round * 10))) < Grain)
            round *= 10;
        return new SpokenNumber(value, step, round);
    }

    /// <summary>So many parts of a whole: told to a point of a hundred, or finer where the whole is large or the part small.</summary>
    public static SpokenNumber Part(double count, double whole)
    {
        const double Point = 0.01;
        var value = count / whole;
        return new SpokenNumber(value, Math.Min(Math.Min(Point, 1 / whole), value / 10), value / 5);
    }

    /// <summary>This many of a larger unit, such as a million.</summary>
    public SpokenNumber Times(double scale) => new(Value * scale, Step * scale, Round * scale);
}
