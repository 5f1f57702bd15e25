using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The numbers of a chart as a table, for those who cannot see it or want to check it.</summary>
/// <param name="Heads">What stands above each column.</param>
/// <param name="Rows">The cells, row by row.</param>
public sealed record ChartTable(ImmutableArray<string> Heads, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Makes the table of a chart's dataset: the fields that have a title.</summary>
    public static ChartTable Of(ChartSpec chart, Language language)
    {
        var fields = chart.Data.Fields.Where(f => f.Title.In(language) != f.Name).ToList();
        if (fields.Count == 0)
            fields = [.. chart.Data.Fields.Where(f => f.Type != FieldType.Figure)];
        return new ChartTable(
            [.. fields.Select(f => f.Title.In(language))],
            [.. chart.Data.Rows.Select(r => fields.Select(f => Cell(chart, r, f, language)).ToImmutableArray())]);
    }

    // A number holds back here as it does in the chart.
    private static string Cell(ChartSpec chart, Row row, Field field, Language language)
    {
        var text = row.Text(field.Name, language);
        if (text.Length == 0)
            return "–";
        var amount = field.Unit == "%" ? language.Word("number.percent", text) : text;
        return chart.HedgeOf(row, field) is { Length: > 0 } hedge ? language.Word("hedge." + hedge, amount) : amount;
    }
}
