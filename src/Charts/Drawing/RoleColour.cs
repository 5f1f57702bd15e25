namespace Explainer.Charts;

/// <summary>The colour of a role.</summary>
/// <param name="Role">The role's name, such as <c>ink2</c>.</param>
/// <param name="Use">What its colour must do.</param>
/// <param name="Light">The colour on light paper, as # and six small hexadecimal digits.</param>
/// <param name="Dark">The colour on dark paper, written the same way.</param>
public sealed record RoleColour(string Role, RoleUse Use, string Light, string Dark);
