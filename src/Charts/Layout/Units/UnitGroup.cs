using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Rows whose dots stand together.</summary>
/// <param name="Name">What its keys begin with, the same in every state that has the group.</param>
/// <param name="Rows">Its rows, in the order of the data.</param>
/// <param name="Dots">How many dots they have together, with the rings that make them whole.</param>
/// <param name="Looks">Colours of its dots, with which of them are rings: what tells it from its neighbours.</param>
/// <param name="Label">Its words.</param>
/// <param name="IsLit">Whether any of its rows is in full colour.</param>
internal sealed record UnitGroup(string Name, ImmutableArray<UnitCount> Rows, int Dots, string Looks, UnitLabel Label, bool IsLit)
{
    /// <summary>Key of its label.</summary>
    public string Key => "label-" + Name;

    /// <summary>Whether rings make it whole.</summary>
    public bool HasRest => Dots > Rows.Sum(r => r.Dots);

    /// <summary>Key of the rings that make it whole.</summary>
    public string RestKey => "rest-" + Name;
}
