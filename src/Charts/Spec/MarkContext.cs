using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What a mark's channels are read against.</summary>
/// <param name="Data">The table.</param>
/// <param name="X">The axis across, or null.</param>
/// <param name="Y">The axis up or down, or null.</param>
internal sealed record MarkContext(Dataset Data, AxisSpec? X, AxisSpec? Y)
{
    /// <summary>The axis along which rows have their places.</summary>
    public AxisSpec? Places => Y is { Scale: ScaleType.Band } ? Y : X;

    /// <summary>The axis along which marks have their values.</summary>
    public AxisSpec? Values => Y is { Scale: ScaleType.Band } ? X : Y;
}
