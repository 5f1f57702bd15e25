using System.Globalization;
using System.Text;

namespace Explainer.Data;

/// <summary>Writes a dataset as CSV (RFC 4180) that programs can read: plain numbers, ISO times, kinds as authors write them.</summary>
public static class DatasetCsv
{
    // A spreadsheet takes a cell that begins so for a formula, and runs it.
    private static readonly char[] Formula = ['=', '+', '-', '@', '\t', '\r', '\n'];
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    /// <summary>Writes all fields and rows; words in one language, missing values empty.</summary>
    public static string Write(Dataset data, Language language)
    {
        var text = new StringBuilder();
        Append(text, data.Fields.Select(f => Harmless(f.Name)));
        foreach (var row in data.Rows)
            Append(text, data.Fields.Select(f => Print(row, f, language)));
        return text.ToString();
    }

    private static string Print(Row row, Field field, Language language) => row[field.Name] switch
    {
        NumberCell cell => Number(cell.Value),
        TextCell cell => Harmless(cell.Text.In(language)),
        _ => row.Identity(field.Name),
    };

    /// <summary>The shortest digits that mean the very same number; large ones without an exponent.</summary>
    internal static string Number(double value)
    {
        var digits = value.ToString("R", CultureInfo.InvariantCulture);
        return digits.Contains("E+", StringComparison.Ordinal) ? value.ToString("F0", CultureInfo.InvariantCulture) : digits == "-0" ? "0" : digits;
    }

    private static string Harmless(string words) => words.Length > 0 && Formula.Contains(words[0]) ? "'" + words : words;

    private static void Append(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(c => c.IndexOfAny(Special) < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
