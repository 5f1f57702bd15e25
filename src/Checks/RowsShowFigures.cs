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
            ? site.HasUnreadFigures ? null : Diagnostic.Error("EX0431", name.Span, $"there is no figure '{name.Value}' in input/figures", Nearest.Hint(name.Value, [.. site.Figures.Keys]))
            : Holds(row, field, cell.Names.Length, figure, data) ? null
            : Diagnostic.Error("EX0432", name.Span, $"the figure '{name.Value}' is not the number of this row", field.Of is null ? "name the row that shows it" : $"its 'of' says that it is the number in '{field.Of}'")
        where finding is not null
        select finding;

    // What the row shows must be what the figure says: its value, its bound, or one of its ends; both ends where a row that
    // names one figure has several numbers. Numbers in other units cannot be compared.
    private static bool Holds(Row row, Field field, int names, Figure figure, Dataset data)
    {
        var alike = data.Fields.Where(f => f.Type == FieldType.Number && f.Unit == figure.Unit && (field.Of ?? f.Name) == f.Name).ToList();
        if (alike.Count == 0 || !figure.IsKnown)
            return true;
        var numbers = alike.Select(f => row.Number(f.Name)).OfType<double>().ToList();
        return names == 1 && numbers.Count > 1 && figure is { Low: { } low, High: { } high }
            ? Is(numbers.Min(), low) && Is(numbers.Max(), high)
            : numbers.Any(n => Is(n, figure.Low) || Is(n, figure.High));
    }

    // A figure that is reckoned may be off by what doubles lose.
    private static bool Is(double number, double? end) => end is { } e && Math.Abs(number - e) <= 1e-9 * Math.Max(1, Math.Abs(e));
}
