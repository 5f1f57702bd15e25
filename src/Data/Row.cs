using System.Collections.Immutable;
using System.Globalization;
using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>A row of a dataset.</summary>
/// <param name="Key">What tells it from every other row, in every state of every chart.</param>
/// <param name="Cells">Its cells by field name.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Row(string Key, ImmutableSortedDictionary<string, Cell> Cells, SourceSpan Span)
{
    /// <summary>The cell of a field; a missing one where the row has none.</summary>
    public Cell this[string field] => Cells.GetValueOrDefault(field) ?? new MissingCell(Span);

    /// <summary>The number in a field, or null where it is missing.</summary>
    public double? Number(string field) => this[field] switch
    {
        NumberCell cell => cell.Value,
        TimeCell cell => cell.Day.DayNumber,
        _ => null,
    };

    /// <summary>The words in a field for a language; empty where it is missing.</summary>
    public string Text(string field, Language language) => this[field] switch
    {
        TextCell cell => cell.Text.In(language),
        NumberCell cell => language.Number(cell.Value),
        TimeCell { Parts: 1 } cell => cell.Day.Year.ToString(CultureInfo.InvariantCulture),
        TimeCell { Parts: 2 } cell => language.Month(cell.Day),
        TimeCell cell => language.Date(cell.Day),
        KindCell cell => language.Word("kind." + cell.Kind.Slug()),
        FigureCell => Identity(field),
        _ => "",
    };

    /// <summary>What identifies a cell whatever the language: used in keys, filters and groups.</summary>
    public string Identity(string field) => this[field] switch
    {
        TextCell cell => cell.Text.First,
        NumberCell cell => cell.Value.ToString(CultureInfo.InvariantCulture),
        TimeCell cell => cell.Day.ToString(cell.Parts switch { 1 => "yyyy", 2 => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture),
        KindCell cell => Kinds.NameOf(cell.Kind),
        FigureCell cell => string.Join(' ', cell.Names.Select(n => n.Value)),
        _ => "",
    };
}
