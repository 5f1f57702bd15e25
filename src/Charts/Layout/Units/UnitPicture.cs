using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Where the dots and words of a state stand, below a top of zero.</summary>
/// <param name="Height">The height that all of it takes; without end when it does not fit the width.</param>
/// <param name="PlacesOf">The places of a group's dots, in the order of its rows.</param>
/// <param name="Lines">The lines of words.</param>
/// <param name="Strokes">Thin lines that piles stand on.</param>
internal sealed record UnitPicture(
    double Height,
    Func<int, IReadOnlyList<(double X, double Y)>> PlacesOf,
    ImmutableArray<UnitLine> Lines,
    ImmutableArray<UnitStroke> Strokes)
{
    /// <summary>The answer where there is too little width.</summary>
    public static UnitPicture TooWide { get; } = new(double.PositiveInfinity, _ => [], [], []);
}
