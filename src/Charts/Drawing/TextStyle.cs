namespace Explainer.Charts;

/// <summary>How a piece of text is set.</summary>
/// <param name="Size">Size in pixels, 12 or more.</param>
/// <param name="Bold">Whether it is semibold.</param>
/// <param name="Role">Its colour role, such as <c>ink2</c>.</param>
/// <param name="Face">A face of its own, such as <see cref="Typefaces.Title"/>; null for that of labels. Pages do not know it: it is for pictures that stand alone.</param>
public readonly record struct TextStyle(float Size, bool Bold, string Role, string? Face = null)
{
    /// <summary>The role of words about a mark: its own, or ink where its colour is too pale to be read.</summary>
    public static string RoleFor(string role) =>
        role is "mid" or "rule" || role.StartsWith("step", StringComparison.Ordinal) ? "ink" : role;
}
