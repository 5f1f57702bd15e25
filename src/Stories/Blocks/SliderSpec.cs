namespace Explainer.Stories;

/// <summary>The values among which a reader chooses: from one end to the other in equal steps.</summary>
/// <param name="From">The lower end.</param>
/// <param name="To">The upper end.</param>
/// <param name="Step">From one value to the next.</param>
/// <param name="Start">Where the handle stands at first.</param>
public sealed record SliderSpec(double From, double To, double Step, double Start)
{
    private const int MostDecimals = 9;

    /// <summary>The most steps that a slider can have: more cannot be told apart by hand.</summary>
    public const int MostSteps = 2000;

    /// <summary>How many steps there are.</summary>
    public int Steps => (int)Math.Round((To - From) / Step);

    /// <summary>How many decimals tell all its values apart.</summary>
    public int Decimals => Enumerable.Range(0, MostDecimals + 1).First(d => d == MostDecimals || (HasDecimals(From, d) && HasDecimals(Step, d)));

    /// <summary>The value after so many steps.</summary>
    public double ValueAt(int step) => Math.Round(From + (step * Step), Decimals);

    /// <summary>The number of the step that is nearest to a value.</summary>
    public int StepAt(double value) => Math.Clamp((int)Math.Round((value - From) / Step), 0, Steps);

    /// <summary>Whether a value is one of those that can be chosen.</summary>
    public bool Holds(double value) => value >= From && value <= To && IsWhole((value - From) / Step);

    /// <summary>Whether steps lead from one end exactly to the other.</summary>
    public bool IsEven => IsWhole((To - From) / Step);

    /// <summary>Whether there are values to choose among, and not too many.</summary>
    public bool IsGood => From < To && Step > 0 && IsEven && Steps <= MostSteps;

    private static bool HasDecimals(double value, int decimals) => Math.Abs(Math.Round(value, decimals) - value) < 1e-12 * Math.Max(1, Math.Abs(value));

    private static bool IsWhole(double steps) => Math.Abs(steps - Math.Round(steps)) < 1e-6;
}
