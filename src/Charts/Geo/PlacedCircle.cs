namespace Explainer.Charts;

/// <summary>A circle where it found room.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Radius">Its radius.</param>
/// <param name="TrueX">Where it belongs.</param>
/// <param name="TrueY">Where it belongs.</param>
/// <param name="IsFree">Whether it overlaps no other and lies in the frame; false only where there is no room.</param>
internal readonly record struct PlacedCircle(double X, double Y, double Radius, double TrueX, double TrueY, bool IsFree)
{
    public double Distance => Math.Sqrt(((X - TrueX) * (X - TrueX)) + ((Y - TrueY) * (Y - TrueY)));
}
