namespace Explainer.Charts;

/// <summary>Where an axis that runs across an artboard begins and ends, in the artboard's pixels.</summary>
/// <param name="From">Pixel of its low end.</param>
/// <param name="To">Pixel of its high end.</param>
public readonly record struct AxisSpan(double From, double To);
