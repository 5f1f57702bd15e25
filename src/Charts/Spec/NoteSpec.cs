using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A shaded stretch of the value axis and the words that explain it.</summary>
/// <param name="Name">The name by which states show or hide it.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends.</param>
/// <param name="Text">Its words; a line break where they may break.</param>
/// <param name="At">Key of the row beside which the words stand; null for the last row.</param>
/// <param name="Place">Value at which the words begin; null just after the stretch.</param>
public sealed record NoteSpec(string Name, double Low, double High, LocalText Text, string? At, double? Place);
