using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A text that wants a place beside its mark.</summary>
/// <param name="Key">Its key.</param>
/// <param name="IsLit">Whether its mark is in full colour.</param>
/// <param name="Runs">The stretches of its first line, the most needed first; the last are dropped when they do not fit.</param>
/// <param name="Places">Where it may stand, the best first; y is the baseline of its first line.</param>
/// <param name="Needed">How many of its stretches must be there for it to say enough.</param>
/// <param name="IsOptional">Whether the chart says enough without it.</param>
internal sealed record LabelRequest(string Key, bool IsLit, ImmutableArray<TextRun> Runs, ImmutableArray<(double X, double Y, Anchor Anchor)> Places, int Needed = 1, bool IsOptional = false)
{
    /// <summary>The height of a line, in pixels.</summary>
    public const double LineHeight = 16;

    /// <summary>Further lines under the first; they stand where it stands.</summary>
    public ImmutableArray<TextRun> Under { get; init; } = [];

    /// <summary>The row whose missing value it explains, or null.</summary>
    public string? MissingIn { get; init; }

    /// <summary>Places farther off, tried last: a hairline leads from there to the circle that it speaks of.</summary>
    public ImmutableArray<(double X, double Y, Anchor Anchor)> Afar { get; init; } = [];

    /// <summary>Whether it rather says less than that it stands farther off.</summary>
    public bool IsNear { get; init; }

    /// <summary>How far beyond its free end other texts and marks begin, where it has the choice.</summary>
    public double Air { get; init; }

    /// <summary>How far it keeps from what it does not speak of, all around, where it has the choice.</summary>
    public double Apart { get; init; }

    /// <summary>Whether it has no choice: no place without that air will do.</summary>
    public bool NeedsAir { get; init; }

    /// <summary>Whether it is a number that on a line of the grid would be read as the line's.</summary>
    public bool OffGrid { get; init; }

    /// <summary>What it must not leave, or null.</summary>
    public Box? Within { get; init; }

    /// <summary>Whether it takes what the others leave.</summary>
    public bool IsLast { get; init; }

    /// <summary>The point next to which a number that keeps off the grid stays all the same, or null.</summary>
    public (double X, double Y)? Point { get; init; }

    /// <summary>Middle and radius of what it speaks of, for a line from afar.</summary>
    public (double X, double Y, double Radius) Of { get; init; }
}
