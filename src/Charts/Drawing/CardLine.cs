using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A line of large type at its place on a card.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Size">The size of its letters.</param>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Width">How wide it is.</param>
internal sealed record CardLine(ImmutableArray<CardWord> Words, double Size, double X, double Y, double Width)
{
    /// <summary>How far letters reach above the baseline, as a part of their size.</summary>
    public const double Ascent = 0.76;

    /// <summary>How far letters reach below the baseline, as a part of their size.</summary>
    public const double Descent = 0.26;

    /// <summary>Where its highest letters end.</summary>
    public double Top => Y - (Size * Ascent);

    /// <summary>Where its lowest letters end.</summary>
    public double Bottom => Y + (Size * Descent);

    /// <summary>What it says.</summary>
    public string Text => string.Join(' ', Words.Select(w => string.Concat(w.Runs.Select(r => r.Letters))));
}
