namespace Explainer.Charts;

/// <summary>The roles in which a shape is painted where no style sheet does it: those of its own, or of what steps back.</summary>
/// <param name="Fill">Role of the fill, or null for none.</param>
/// <param name="Stroke">Role of the stroke, or null for none.</param>
internal readonly record struct Inks(string? Fill, string? Stroke)
{
    // The same as the rules for .unlit in the theme: paper stays paper.
    public static Inks Of(Paint paint, bool isLit) => new(Seen(paint.Fill, isLit), Seen(paint.Stroke, isLit));

    public static string OfText(TextStyle style, bool isLit) => isLit ? style.Role : "ink3";

    private static string? Seen(string? role, bool isLit) => isLit || role is null or "paper" ? role : "mid";
}
