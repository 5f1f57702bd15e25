using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>A chart as its author describes it: marks over a dataset, two axes, notes and states.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Data">The table it is drawn from.</param>
/// <param name="Title">The finding, in a sentence.</param>
/// <param name="Subtitle">What is measured, in what unit, where and when.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Alt">What the chart shows, for those who cannot see it.</param>
/// <param name="X">The axis across; null for a crowd, which has none.</param>
/// <param name="Y">The axis up or down; null for a crowd.</param>
/// <param name="Facet">Field whose values get a panel each, or null.</param>
/// <param name="Flip">Whether the axes change places on narrow artboards.</param>
/// <param name="Missing">Field of the words that stand where a row has no value; null for the language's own.</param>
/// <param name="Marks">What is drawn, in paint order.</param>
/// <param name="Notes">Stretches explained on the chart.</param>
/// <param name="States">Its states, in the order written; at least one.</param>
/// <param name="Span">Where the chart was written.</param>
public sealed record ChartSpec(
    string Id,
    Dataset Data,
    LocalText Title,
    LocalText? Subtitle,
    LocalText? Source,
    LocalText Alt,
    AxisSpec? X,
    AxisSpec? Y,
    string? Facet,
    bool Flip,
    string? Missing,
    ImmutableArray<Mark> Marks,
    ImmutableArray<NoteSpec> Notes,
    ImmutableArray<StateSpec> States,
    SourceSpan Span)
{
    /// <summary>A state by name, or null.</summary>
    public StateSpec? State(string name) => States.FirstOrDefault(s => s.Name == name);

    /// <summary>Whether the axis of places, as against values, runs down the page.</summary>
    public bool PlacesRunDown => Y is { Scale: ScaleType.Band };

    /// <summary>The axis along which rows have their places.</summary>
    public AxisSpec? Places => PlacesRunDown ? Y : X;

    /// <summary>The axis along which marks have their values.</summary>
    public AxisSpec? Values => PlacesRunDown ? X : Y;
}
