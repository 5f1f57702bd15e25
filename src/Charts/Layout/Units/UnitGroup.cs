using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Rows whose dots stand together.</summary>
/// <param name="Key">Key of its label, the same in every state that has the group.</param>
/// <param name="Rows">Its rows, in the order of the data.</param>
/// <param name="Dots">How many dots they have together.</param>
/// <param name="Looks">Colours of its dots, with which of them are rings: what tells it from its neighbours.</param>
/// <param name="Label">Its words.</param>
/// <param name="IsLit">Whether any of its rows is in full colour.</param>
internal sealed record UnitGroup(string Key, ImmutableArray<UnitCount> Rows, int Dots, string Looks, UnitLabel Label, bool IsLit);
