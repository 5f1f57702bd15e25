namespace Explainer.Data;

/// <summary>A number as it was written: 60,000 tells thousands, 1.1 million tells tenths of a million.</summary>
/// <param name="Value">The number.</param>
/// <param name="Step">What its last written digit counts: 1 in 60,000, 100,000 in 1.1 million.</param>
/// <param name="Round">What its last digit that is no zero counts: 10,000 in 60,000.</param>
public readonly record struct SpokenNumber(double Value, double Step, double Round)
{
    /// <summary>This many of a larger unit, such as a million.</summary>
    public SpokenNumber Times(double scale) => new(Value * scale, Step * scale, Round * scale);
}
