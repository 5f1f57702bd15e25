namespace Explainer.Charts;

/// <summary>A rectangle in pixels of the artboard.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public double Middle => (Left + Right) / 2;

    public bool Overlaps(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Holds(Box other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    /// <summary>The same with a margin on all sides.</summary>
    public Box Grown(double margin) => new(Left - margin, Top - margin, Right + margin, Bottom + margin);

    /// <summary>Whether a straight line passes through it.</summary>
    public bool IsCrossedBy((double X, double Y) from, (double X, double Y) to)
    {
        // The line is cut at each pair of edges in turn; it passes through when something is left.
        var (enter, leave) = (0.0, 1.0);
        return Cut(from.X, to.X - from.X, Left, Right, ref enter, ref leave) && Cut(from.Y, to.Y - from.Y, Top, Bottom, ref enter, ref leave);
    }

    /// <summary>What of a straight line lies within it, or null.</summary>
    public ((double X, double Y) From, (double X, double Y) To)? Within((double X, double Y) from, (double X, double Y) to)
    {
        var (enter, leave) = (0.0, 1.0);
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (!Cut(from.X, dx, Left, Right, ref enter, ref leave) || !Cut(from.Y, dy, Top, Bottom, ref enter, ref leave))
            return null;
        return (enter > 0 ? At(this, enter) : from, leave < 1 ? At(this, leave) : to);

        (double X, double Y) At(Box box, double part) =>
            (Math.Clamp(from.X + (dx * part), box.Left, box.Right), Math.Clamp(from.Y + (dy * part), box.Top, box.Bottom));
    }

    private static bool Cut(double start, double run, double low, double high, ref double enter, ref double leave)
    {
        if (run == 0)
            return start > low && start < high;
        var (first, second) = ((low - start) / run, (high - start) / run);
        enter = Math.Max(enter, Math.Min(first, second));
        leave = Math.Min(leave, Math.Max(first, second));
        return enter < leave;
    }

    public static Box Between(double x1, double y1, double x2, double y2) =>
        new(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
}
