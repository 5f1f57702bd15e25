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

    /// <summary>How far a point is from the straight line between where it belongs and its middle.</summary>
    public double LineTo((double X, double Y) point)
    {
        var (dx, dy) = (X - TrueX, Y - TrueY);
        var along = Distance == 0 ? 0 : Math.Clamp((((point.X - TrueX) * dx) + ((point.Y - TrueY) * dy)) / (Distance * Distance), 0, 1);
        var (x, y) = (point.X - TrueX - (along * dx), point.Y - TrueY - (along * dy));
        return Math.Sqrt((x * x) + (y * y));
    }
}
