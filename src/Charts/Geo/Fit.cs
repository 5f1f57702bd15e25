namespace Explainer.Charts;

/// <summary>How the plane of a projection lies on a frame of pixels.</summary>
/// <param name="Projection">The projection.</param>
/// <param name="Left">The x in the plane of the frame's left edge.</param>
/// <param name="Top">The y in the plane of the frame's upper edge.</param>
/// <param name="Scale">Pixels for one unit of the plane.</param>
/// <param name="Frame">The frame, in pixels.</param>
internal sealed record Fit(Projection Projection, double Left, double Top, double Scale, Box Frame)
{
    /// <summary>How far the frame's corners are from the projection's middle.</summary>
    public double Reach { get; } = Projection.ReachOf(new Box(Left, Top, Left + (Frame.Width / Scale), Top - (Frame.Height / Scale)));

    /// <summary>
    /// Fits a view into a width. A view too high for the height is made smaller, and the frame shows what lies beside it
    /// as far as it can be drawn; then it may be narrower than asked for.
    /// </summary>
    public static Fit Of(MapView view, double width, double maxHeight)
    {
        var projection = Projection.For(view);
        var extent = projection.Extent(view);
        var (across, up) = (extent.Right - extent.Left, extent.Top - extent.Bottom);
        var isHigh = maxHeight / up < width / across;
        var scale = isHigh ? maxHeight / up : width / across;
        if (isHigh)
            width = Math.Min(width, Math.Max(across, projection.WidestAround(extent)) * scale);
        return new Fit(projection, extent.Middle - (width / scale / 2), extent.Top, scale, new Box(0, 0, width, isHigh ? maxHeight : up * scale));
    }

    public (double X, double Y) Pixel((double X, double Y) plane) => ((plane.X - Left) * Scale, (Top - plane.Y) * Scale);
}
