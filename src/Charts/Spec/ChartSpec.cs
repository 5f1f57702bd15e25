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
/// <param name="Alt">What the chart shows, for those who cannot see it; null to have it composed from the data.</param>
/// <param name="X">The axis across; null for a crowd, which has none.</param>
/// <param name="Y">The axis up or down; null for a crowd.</param>
/// <param name="Map">The map it is drawn on, instead of axes, or null.</param>
/// <param name="Facet">Field whose values get a panel each, or null.</param>
/// <param name="Flip">Whether the axes change places on narrow artboards.</param>
/// <param name="Missing">Field of the words that stand where a row has no value; null for the language's own.</param>
/// <param name="Order">The order of bands, or null for that of the data.</param>
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
    LocalText? Alt,
    AxisSpec? X,
    AxisSpec? Y,
    MapSpec? Map,
    string? Facet,
    bool Flip,
    string? Missing,
    OrderSpec? Order,
    ImmutableArray<Mark> Marks,
    ImmutableArray<NoteSpec> Notes,
    ImmutableArray<StateSpec> States,
    SourceSpan Span)
{
    /// <summary>Numbers that its words may say though neither its rows nor a figure does, and why.</summary>
    public ImmutableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>A state by name, or null.</summary>
    public StateSpec? State(string name) => States.FirstOrDefault(s => s.Name == name);

    /// <summary>Whether the axis of places, as against values, runs down the page.</summary>
    public bool PlacesRunDown => Y is { Scale: ScaleType.Band };

    /// <summary>The axis along which rows have their places.</summary>
    public AxisSpec? Places => PlacesRunDown ? Y : X;

    /// <summary>The axis along which marks have their values.</summary>
    public AxisSpec? Values => PlacesRunDown ? X : Y;

    /// <summary>The rows that a state shows, in the order of the data.</summary>
    public ImmutableArray<Row> RowsIn(StateSpec state) =>
    [
        .. Data.Rows.Where(r => (state.Show?.Chooses(r) ?? true)
            && (state.PlaceDomain is not { } window || r.Number(Places!.Field!) is not { } place || (place >= window.Low && place <= window.High))),
    ];

    /// <summary>The values of its facet that get a panel, in the order of the data: those of rows that some state shows.</summary>
    public IEnumerable<string> Panels => Facet is not { } facet ? []
        : Data.Rows.Where(r => States.Any(s => s.Show?.Chooses(r) ?? true)).Select(r => r.Identity(facet)).Distinct();

    /// <summary>The marks that a state draws, as it draws them.</summary>
    public ImmutableArray<Mark> MarksIn(StateSpec state) =>
    [
        .. Marks.Where(m => state.Marks?.Contains(m.Name) ?? true).Select(m => state.Value is { } value ? m.Showing(Values!.Field!, value) : m),
    ];

    /// <summary>All words that its author wrote into it, those of its states too.</summary>
    public IEnumerable<LocalText> Words =>
        new[] { Title, Subtitle, Source, Alt }
            .Concat(Marks.Select(m => m.Title)).Concat(Marks.SelectMany(m => m.Words))
            .Concat(Notes.Select(n => n.Text))
            .Concat(Map?.Names.Values ?? [])
            .Concat(States.SelectMany(s => new[] { s.Title, s.Alt }))
            .Concat(new[] { X, Y }.OfType<AxisSpec>().SelectMany(a => a.GroupTitles.Values.Append(a.Title)))
            .OfType<LocalText>();

    /// <summary>About how much there is to draw, against other charts: its states and rows.</summary>
    public int Weight => States.Length * Data.Rows.Length * Marks.Length;

    /// <summary>What the numbers on the axis of values count in a state.</summary>
    public string UnitIn(StateSpec state) => state.Value is { } shown ? Data.Field(shown)!.Unit : Values?.Unit ?? "";

    /// <summary>Whether the numbers on the axis of values have their signs in a state; a field shown instead is another sort of number.</summary>
    public bool IsSignedIn(StateSpec state) => state.Value is null && (Values?.IsSigned ?? false);

    /// <summary>How many decimals a state's values have, or null for as many as each needs.</summary>
    public int? DecimalsIn(StateSpec state) => state.Value is null ? Values?.Decimals : null;

    /// <summary>The author's words for a row without a value; null where there are none.</summary>
    internal string? WhyMissing(Row row, Language language) => Missing is { } field && row.Text(field, language) is { Length: > 0 } words ? words : null;

    /// <summary>The hedge word that the marks of a field say with a row's number; empty where they say none.</summary>
    internal string HedgeOf(Row row, Field field) =>
        Marks.Where(m => m.FieldsOfNumbers.Contains(field.Name)).Select(m => m.FieldOfHedges).FirstOrDefault(h => h is not null) is { } hedges ? row.Identity(hedges) : "";

    /// <summary>Gathers rows by panel and place, in the order of the data.</summary>
    internal IEnumerable<Band> BandsOf(IEnumerable<Row> rows) =>
        rows.GroupBy(r => (Facet is null ? "" : r.Identity(Facet), BandOf(r))).Select(g => new Band(g.Key.Item2, [.. g]));

    /// <summary>What tells a row's place from other places.</summary>
    internal string BandOf(Row row) => Places?.Field is { } field ? row.Identity(field) : row.Key;
}
