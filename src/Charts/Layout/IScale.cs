namespace Explainer.Charts;

/// <summary>Turns the values of an axis into pixels.</summary>
internal interface IScale
{
    /// <summary>The value at <see cref="From"/>.</summary>
    double Low { get; }

    /// <summary>The value at <see cref="To"/>.</summary>
    double High { get; }

    /// <summary>Pixel of the low end.</summary>
    double From { get; }

    /// <summary>Pixel of the high end.</summary>
    double To { get; }

    /// <summary>The pixel of a value.</summary>
    double this[double value] { get; }

    /// <summary>Round values that divide the span into about so many parts.</summary>
    IReadOnlyList<double> Ticks(int about);
}
