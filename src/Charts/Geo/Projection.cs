namespace Explainer.Charts;

/// <summary>
/// An equal-area way from the unit sphere to the plane, x to the right and y up. What is continuous on the sphere and
/// is torn by the plane is cut here, so that what comes out can be clipped and scaled.
/// </summary>
internal abstract class Projection
{
    // What is farther than this from the middle of Lambert's projection is bent too much.
    protected const double FarthestReach = 1.8;

    /// <summary>The projection that suits a view: Lambert's around its middle, or Equal Earth when it is most of the globe.</summary>
    public static Projection For(MapView view)
    {
        if (view.Span <= 180)
        {
            var lambert = new LambertAzimuthal(view.Middle, (view.South + view.North) / 2);
            if (ReachOf(lambert.Extent(view)) <= FarthestReach)
                return lambert;
        }

        return new EqualEarth(view.Middle);
    }

    /// <summary>Where a place lies in the plane.</summary>
    public abstract (double X, double Y) Plane(GeoPoint place);

    /// <summary>How wide a frame around the middle of an extent may be, when it is as high.</summary>
    public abstract double WidestAround(Box extent);

    /// <summary>The smallest upright rectangle around a view in the plane. Its top is its greatest y.</summary>
    public Box Extent(MapView view)
    {
        var box = new Box(double.MaxValue, double.MinValue, double.MinValue, double.MaxValue);
        var across = Steps(view.Span);
        var up = Steps(view.North - view.South);
        for (var i = 0; i <= across; i++)
        {
            var offset = (view.Span * i / across) - (view.Span / 2);
            box = Grown(Grown(box, AtOffset(offset, view.South)), AtOffset(offset, view.North));
        }

        for (var i = 0; i <= up; i++)
        {
            var lat = view.South + ((view.North - view.South) * i / up);
            box = Grown(Grown(box, AtOffset(-view.Span / 2, lat)), AtOffset(view.Span / 2, lat));
        }

        return box;

        static int Steps(double degrees) => Math.Max(8, (int)Math.Ceiling(degrees));

        static Box Grown(Box box, (double X, double Y) p) =>
            new(Math.Min(box.Left, p.X), Math.Max(box.Top, p.Y), Math.Max(box.Right, p.X), Math.Min(box.Bottom, p.Y));
    }

    /// <summary>How far the farthest corner of a frame is from the projection's middle.</summary>
    public static double ReachOf(Box extent)
    {
        var (x, y) = (Math.Max(Math.Abs(extent.Left), Math.Abs(extent.Right)), Math.Max(Math.Abs(extent.Top), Math.Abs(extent.Bottom)));
        return Math.Sqrt((x * x) + (y * y));
    }

    /// <summary>Whether a part of the globe, given as a cap, may show within a reach.</summary>
    public abstract bool MaySee(GeoPoint middle, double radius, double reach);

    /// <summary>The points of an arc in the plane, in one piece: good for measuring, not for drawing.</summary>
    public abstract void Trace(GeoPoint[] arc, Span<(double X, double Y)> points);

    /// <summary>
    /// A closed outline in the plane, in as many closed pieces as it is cut into. True when the inside is what the
    /// pieces leave free.
    /// </summary>
    public abstract bool Outline(List<GeoPoint> ring, double reach, List<List<(double X, double Y)>> pieces);

    /// <summary>An open line in the plane, in as many pieces as it is cut into.</summary>
    public abstract void Line(GeoPoint[] line, double reach, List<List<(double X, double Y)>> pieces);

    /// <summary>Where a place lies whose longitude is given from the projection's middle.</summary>
    protected abstract (double X, double Y) AtOffset(double offset, double lat);
}
