using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;

namespace Explainer.Checks;

/// <summary>EX0431, EX0432: a row names a figure that does not exist, or one whose number it does not hold.</summary>
public sealed class RowsShowFigures : IRule
{
    /// <inheritdoc/>
    public IEnumerable<Diagnostic> Check(SiteContent site) =>
        from data in site.Datasets.Values
        from field in data.Fields
        from row in data.Rows
        let cell = row[field.Name] as FigureCell
        where cell is not null
        from name in cell.Names
        let finding = !site.Figures.TryGetValue(name.Value, out var figure)
            ? Diagnostic.Error("EX0431", name.Span, $"there is no figure '{name.Value}' in input/figures", Nearest.Hint(name.Value, [.. site.Figures.Keys]))
            : Holds(row, field, figure, data) ? null
            : Diagnostic.Error("EX0432", name.Span, $"the figure '{name.Value}' is not the number of this row", field.Of is null ? "name the row that shows it" : $"its 'of' says that it is the number in '{field.Of}'")
        where finding is not null
        select finding;

    // A figure may be a range of which the row shows one end or a value between. Numbers in other units cannot be compared.
    private static bool Holds(Row row, Field field, Figure figure, Dataset data)
    {
        var alike = data.Fields.Where(f => f.Type == FieldType.Number && f.Unit == figure.Unit && (field.Of ?? f.Name) == f.Name).ToList();
        return alike.Count == 0 || alike.Select(f => row.Number(f.Name)).Any(n => n is not null && !(n < figure.Low) && !(n > figure.High));
    }
}
