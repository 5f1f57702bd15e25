using Explainer.Data;

namespace Explainer.Charts;

/// <summary>One role for all rows.</summary>
/// <param name="Role">The role.</param>
public sealed record ConstantColour(string Role) : ColourScale
{
    /// <inheritdoc/>
    public override string RoleOf(Row row) => Role;
}
