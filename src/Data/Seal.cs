using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>A plain copy of a dataset's numbers and times, as they were when somebody last compared them with their source.</summary>
/// <param name="Id">The name of the dataset, which is the file's without its ending.</param>
/// <param name="Fields">The names of the fields that it holds.</param>
/// <param name="Rows">Its rows: the row's key, and a cell for each field.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record Seal(string Id, ImmutableArray<CsvCell> Fields, ImmutableArray<(CsvCell Key, ImmutableArray<CsvCell> Cells)> Rows, SourceText Source)
{
    private const string KeyColumn = "row";

    /// <summary>How many numbers and times it holds.</summary>
    public int Count => Rows.Sum(r => r.Cells.Count(c => c.Text.Length > 0));

    /// <summary>Where the seal of a dataset lies.</summary>
    public static string PathOf(string id) => $"input/sealed/{id}.csv";

    /// <summary>The fields of a dataset that a seal holds.</summary>
    public static IEnumerable<Field> SealedFields(Dataset data) => data.Fields.Where(f => f.Type is FieldType.Number or FieldType.Time);

    /// <summary>The seal of a dataset as it is now.</summary>
    public static string Write(Dataset data)
    {
        var fields = SealedFields(data).ToList();
        var text = new StringBuilder();
        text.Append(CsvWriter.Line(fields.Select(f => f.Name).Prepend(KeyColumn))).Append('\n');
        foreach (var row in data.Rows)
            text.Append(CsvWriter.Line(fields.Select(f => TextOf(row, f)).Prepend(row.Key))).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a seal; null, with findings, when it is none.</summary>
    public static Seal? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        var lines = CsvReader.Read(source, findings);
        if (findings.Count > before)
            return null;
        if (lines.IsEmpty || lines[0][0].Text != KeyColumn)
        {
            findings.Add(Malformed(lines.IsEmpty ? source.Span(0, 0) : lines[0][0].Span, $"a seal begins with a line of '{KeyColumn}' and the names of fields"));
            return null;
        }

        var fields = lines[0].RemoveAt(0);
        foreach (var twin in fields.GroupBy(f => f.Text).SelectMany(g => g.Skip(1)))
            findings.Add(Malformed(twin.Span, $"the field '{twin.Text}' stands here twice"));
        var rows = lines.RemoveAt(0);
        foreach (var twin in rows.GroupBy(r => r[0].Text).SelectMany(g => g.Skip(1)))
            findings.Add(Malformed(twin[0].Span, $"the row '{twin[0].Text}' stands here twice"));
        foreach (var row in rows.Where(r => r.Length != lines[0].Length))
            findings.Add(Malformed(row[0].Span, $"this line has {row.Length} cells, and the first has {lines[0].Length}"));
        foreach (var cell in rows.SelectMany(r => r.Skip(1)).Where(c => c.Text.Length > 0 && NumberOf(c.Text) is null && !TimeCell.TryParse(c.Text, out _, out _)))
            findings.Add(Malformed(cell.Span, $"'{cell.Text}' is neither a number nor a time"));
        return findings.Count > before ? null : new Seal(IdOf(source), fields, [.. rows.Select(r => (r[0], r.RemoveAt(0)))], source);
    }

    /// <summary>What a dataset no longer has in common with its seal, in the order of the dataset, then of the seal.</summary>
    public IEnumerable<SealDifference> DifferencesTo(Dataset data)
    {
        var fields = SealedFields(data).ToList();
        foreach (var field in fields.Where(f => Fields.All(s => s.Text != f.Name)))
            yield return new FieldDiffers(field.Name, IsNew: true, field.Span);
        foreach (var field in Fields.Where(s => fields.All(f => f.Name != s.Text)))
            yield return new FieldDiffers(field.Text, IsNew: false, field.Span);

        var sealedRows = Rows.ToDictionary(r => r.Key.Text, r => r.Cells, StringComparer.Ordinal);
        foreach (var row in data.Rows)
        {
            if (!sealedRows.TryGetValue(row.Key, out var cells))
            {
                yield return new RowDiffers(row.Key, IsNew: true, row.Span with { End = row.Span.Start + 1 });
                continue;
            }

            foreach (var (field, cell) in Fields.Zip(cells))
            {
                if (fields.Find(f => f.Name == field.Text) is { } now && !IsSame(cell.Text, TextOf(row, now)))
                    yield return new CellDiffers(row.Key, now.Name, cell.Text, TextOf(row, now), row[now.Name] is MissingCell { Span: var gap } && gap == row.Span ? gap with { End = gap.Start + 1 } : row[now.Name].Span);
            }
        }

        var keys = data.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in Rows.Where(r => !keys.Contains(r.Key.Text)))
            yield return new RowDiffers(key.Text, IsNew: false, key.Span);
    }

    private static string IdOf(SourceText source) => System.IO.Path.GetFileNameWithoutExtension(source.Path);

    private static Diagnostic Malformed(SourceSpan place, string message) =>
        Diagnostic.Error("EX0221", place, message, "do not write seals by hand: compare the dataset with its source, then run `dotnet run -- seal " + IdOf(place.Source) + "`");

    private static string TextOf(Row row, Field field) => row[field.Name] is NumberCell number ? DatasetCsv.Number(number.Value) : row.Identity(field.Name);

    // A spreadsheet may have written 2.50.
    private static bool IsSame(string sealedText, string now) => sealedText == now || (NumberOf(sealedText) is { } a && NumberOf(now) is { } b && a.Equals(b));

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
