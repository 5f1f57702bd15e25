using System.Globalization;

namespace Explainer.Charts;

/// <summary>How hatched fills look: stripes that lean to the right, thinner where the role recedes.</summary>
public static class Hatching
{
    /// <summary>From one stripe to the next, in pixels.</summary>
    public const int Pitch = 6;

    /// <summary>How far the stripes lean, in degrees.</summary>
    public const int Angle = 45;

    /// <summary>The width of a stripe in pixels.</summary>
    public static float Stripe(RoleUse use) => use == RoleUse.Quiet ? 0.8f : 1.2f;

    /// <summary>A pattern of SVG.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="use">What the colour of its role must do.</param>
    /// <param name="colour">The attribute that colours the stripe.</param>
    public static string Pattern(string id, RoleUse use, string colour) => string.Create(
        CultureInfo.InvariantCulture,
        $"<pattern id=\"{id}\" width=\"{Pitch}\" height=\"{Pitch}\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate({Angle})\"><path {colour} stroke-width=\"{Stripe(use)}\" d=\"M{Stripe(use) / 2} 0V{Pitch}\"/></pattern>");
}
