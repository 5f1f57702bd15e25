using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What every layout starts from: a chart in a state, at a width, in a language.</summary>
/// <param name="Spec">The chart.</param>
/// <param name="State">The state.</param>
/// <param name="Artboard">The width.</param>
/// <param name="Language">The language.</param>
/// <param name="Typefaces">The lettering.</param>
internal sealed record Layout(ChartSpec Spec, StateSpec State, Artboard Artboard, Language Language, Typefaces Typefaces)
{
    /// <summary>The rows that the state shows, in the order of the data.</summary>
    public ImmutableArray<Row> Rows { get; } = [.. Spec.Data.Rows.Where(r => State.Show?.Chooses(r) ?? true)];

    /// <summary>The marks that the state draws.</summary>
    public ImmutableArray<Mark> Marks { get; } = [.. Spec.Marks.Where(m => State.Marks?.Contains(m.Name) ?? true)];

    /// <summary>The notes that the state shows.</summary>
    public ImmutableArray<NoteSpec> Notes { get; } = [.. Spec.Notes.Where(n => State.Notes?.Contains(n.Name) ?? true)];

    /// <summary>The panels' values in the order of the data; one empty value where there are no facets.</summary>
    public ImmutableArray<string> Facets { get; } =
        Spec.Facet is { } facet ? [.. Spec.Data.Rows.Select(r => r.Identity(facet)).Distinct()] : [""];

    /// <summary>Whether a row is in full colour.</summary>
    public bool IsLit(Row row) => State.Highlight?.Chooses(row) ?? true;

    /// <summary>Whether a row has a value for any mark that is drawn.</summary>
    public bool HasValue(Row row) => Spec.Marks.Any(m => m.ValuesOf(row).Any());

    /// <summary>The rows of a facet.</summary>
    public ImmutableArray<Row> In(string facet, IEnumerable<Row> rows) =>
        [.. rows.Where(r => Spec.Facet is null || r.Identity(Spec.Facet) == facet)];

    /// <summary>What a facet is called in the language.</summary>
    public string FacetTitle(string facet) => Spec.Data.Rows.First(r => r.Identity(Spec.Facet!) == facet).Text(Spec.Facet!, Language);

    /// <summary>The ends of the value axis: as the author says, or round numbers around the data of all states.</summary>
    public (double Low, double High) ValueDomain()
    {
        if (Spec.Values?.Domain is { } domain)
            return domain;
        var values = Spec.Data.Rows.SelectMany(r => Spec.Marks.SelectMany(m => m.ValuesOf(r))).ToList();
        if (values.Count == 0 || Spec.Marks.Any(m => m.StandsOnZero))
            values.Add(0);
        return LinearScale.Nice(values.Min(), values.Max(), 4);
    }

    /// <summary>The words for a row without a value.</summary>
    public string MissingWords(Row row) =>
        Spec.Missing is { } field && row.Text(field, Language) is { Length: > 0 } words ? words : Language.Word("missing");
}
