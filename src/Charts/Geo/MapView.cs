using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>The part of the globe that a map shows, in degrees. It may cross the antimeridian: then west is greater than east.</summary>
/// <param name="West">Longitude of its western edge.</param>
/// <param name="South">Latitude of its southern edge.</param>
/// <param name="East">Longitude of its eastern edge.</param>
/// <param name="North">Latitude of its northern edge.</param>
public sealed record MapView(double West, double South, double East, double North)
{
    // Below this there is nothing to see: some hundred metres.
    private const double Smallest = 0.005;

    /// <summary>All land but Antarctica. It is cut in the Bering Strait, where no country is.</summary>
    public static MapView World { get; } = new(-169, -56, 191, 84);

    /// <summary>The views that have names.</summary>
    public static ImmutableSortedDictionary<string, MapView> Named { get; } = new Dictionary<string, MapView>
    {
        ["world"] = World,
        ["africa"] = new(-19, -36, 53, 38),
        ["asia"] = new(26, -11, 148, 60),
        ["europe"] = new(-24, 34, 44, 71.5),
        ["north-america"] = new(-168, 7, -52, 80),
        ["oceania"] = new(111, -48, -150, 22),
        ["south-america"] = new(-82, -56, -34, 13),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>How many degrees it spans from west to east: above 0, at most 360.</summary>
    public double Span => East > West ? East - West : East - West + 360;

    /// <summary>The longitude of its middle.</summary>
    public double Middle => GeoPoint.Wrapped(West + (Span / 2));

    /// <summary>A view from four edges; null, with the reason, when they span nothing that can be shown.</summary>
    public static MapView? TryCreate(double west, double south, double east, double north, out string problem)
    {
        var view = new MapView(west, south, east, north);
        problem = view switch
        {
            _ when !(double.IsFinite(west) && double.IsFinite(south) && double.IsFinite(east) && double.IsFinite(north)) => "each edge should be a number",
            _ when Math.Abs(west) > 180 || Math.Abs(east) > 180 => "west and east should lie from -180 to 180",
            _ when Math.Abs(south) > 90 || Math.Abs(north) > 90 => "south and north should lie from -90 to 90",
            _ when south >= north => "south should lie below north: the order is west, south, east, north",
            _ when west == east || view.Span < Smallest || north - south < Smallest => "the view spans nothing",
            _ => "",
        };
        return problem.Length == 0 ? view : null;
    }
}
