namespace Explainer.Charts;

/// <summary>How large the circles of a map are at a width, areas in proportion to numbers, and how close the dots in them stand.</summary>
/// <param name="Unit">The radius of a circle for 1, in pixels.</param>
/// <param name="Pitch">From dot to dot; zero where circles are flat.</param>
internal sealed record CircleScale(double Unit, double Pitch)
{
    /// <summary>The radius of a dot, in pitches.</summary>
    public const double Dot = 0.38;

    // Between a circle's rim and its dots.
    private const double Air = 0.6;
    private const double Smallest = 2.5;

    // Halves of it are whole tenths of a pixel, so that lines of dots are told alike and pack well.
    private const double Step = 0.2;

    /// <summary>The scale of all circles and rings of a map. Those with dots are larger, so that each dot is seen.</summary>
    public static CircleScale Of(Layout layout)
    {
        var marks = layout.Spec.Marks.OfType<SizedGeoMark>().ToList();
        var largest = marks.SelectMany(m => m.Sized(layout.Spec).Select(m.SizeOf)).DefaultIfEmpty(1).Max();
        var dotted = marks.OfType<CircleMark>().Where(m => m.Per is not null).SelectMany(m => m.Sized(layout.Spec).Select(r => (m.SizeOf(r), m.DotsOf(r)))).ToList();
        var width = layout.Artboard.Width;
        return Of(largest, dotted.Count > 0 ? Math.Clamp(width / 17.0, 16, 48) : Math.Clamp(width / 24.0, 11, 36), dotted);
    }

    /// <summary>The scale on which the largest circle has a radius and every circle holds its dots.</summary>
    /// <param name="largest">The largest number of all circles and rings.</param>
    /// <param name="radius">Its radius, in pixels.</param>
    /// <param name="dotted">The numbers of circles that are filled with dots, and how many each has.</param>
    public static CircleScale Of(double largest, double radius, IEnumerable<(double Number, int Dots)> dotted)
    {
        var flat = new CircleScale(radius / Math.Sqrt(largest), 0);
        var pitches = dotted.Where(d => d.Dots > 0).Select(d => (flat.RadiusOf(d.Number) - Air) / (DotCircle.Of(d.Dots).Reach + Dot)).ToList();
        return pitches.Count == 0 ? flat : flat with { Pitch = Math.Floor(pitches.Min() / Step) * Step };
    }

    /// <summary>The radius of a circle for a number, in pixels.</summary>
    public double RadiusOf(double number) => Math.Max(Smallest, Math.Sqrt(number) * Unit);
}
