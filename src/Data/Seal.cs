using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>A plain copy of a dataset's numbers and times, as they were when somebody last compared them with their source.</summary>
/// <param name="Id">The name of the dataset, which is the file's without its ending.</param>
/// <param name="Fields">The names of the fields that it holds.</param>
/// <param name="Rows">Its rows: the row's key, and a cell for each field.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record Seal(string Id, ImmutableArray<YamlScalar> Fields, ImmutableArray<(YamlScalar Key, ImmutableArray<YamlScalar> Cells)> Rows, SourceText Source)
{
    private const string Missing = "null";

    // YAML understands what JSON quotes; letters of every script stay as they are.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where the seal of a dataset lies.</summary>
    public static string PathOf(string id) => $"input/sealed/{id}.yml";

    /// <summary>The fields of a dataset that a seal holds.</summary>
    public static IEnumerable<Field> SealedFields(Dataset data) => data.Fields.Where(f => f.Type is FieldType.Number or FieldType.Time);

    /// <summary>How many numbers and times of a dataset a seal holds.</summary>
    public static int CountOf(Dataset data) => data.Rows.Sum(row => SealedFields(data).Count(f => row[f.Name] is not MissingCell));

    /// <summary>The seal of a dataset as it is now.</summary>
    public static string Write(Dataset data)
    {
        var fields = SealedFields(data).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"fields: [{string.Join(", ", fields.Select(f => Quoted(f.Name)))}]\n");
        text.Append(data.Rows.IsEmpty ? "rows: {}\n" : "rows:\n");
        foreach (var row in data.Rows)
        {
            var cells = fields.Select(f => TextOf(row, f)).Select(cell => cell.Length > 0 ? cell : Missing);
            text.Append(CultureInfo.InvariantCulture, $"  {Quoted(row.Key)}: [{string.Join(", ", cells)}]\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a seal; null, with findings, when it is none.</summary>
    public static Seal? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (MapReader.OfFile(source, "a seal", findings) is not { } map)
            return null;
        map.RequiredNode("fields");
        map.RequiredNode("rows");
        var fields = map.Scalars("fields");
        var rows = (map.MapOf("rows")?.Entries ?? []).Select(r => (r.Key, Cells: Cells(r.Value, fields.Length, findings))).ToImmutableArray();
        map.Finish();
        foreach (var twin in fields.GroupBy(f => f.Value).SelectMany(g => g.Skip(1)))
            findings.Add(Malformed(twin.Span, $"the field '{twin.Value}' stands here twice"));
        return findings.Count > before ? null : new Seal(IdOf(source), fields, rows, source);
    }

    /// <summary>What a dataset no longer has in common with its seal, in the order of the dataset, then of the seal.</summary>
    public IEnumerable<SealDifference> DifferencesTo(Dataset data)
    {
        var fields = SealedFields(data).ToList();
        foreach (var field in fields.Where(f => Fields.All(s => s.Value != f.Name)))
            yield return new FieldDiffers(field.Name, IsNew: true, field.Span);
        foreach (var field in Fields.Where(s => fields.All(f => f.Name != s.Value)))
            yield return new FieldDiffers(field.Value, IsNew: false, field.Span);

        var sealedRows = Rows.ToDictionary(r => r.Key.Value, r => r.Cells, StringComparer.Ordinal);
        foreach (var row in data.Rows)
        {
            if (!sealedRows.TryGetValue(row.Key, out var cells))
            {
                yield return new RowDiffers(row.Key, IsNew: true, row.Span.Head);
                continue;
            }

            foreach (var (field, cell) in Fields.Zip(cells))
            {
                if (fields.Find(f => f.Name == field.Value) is not { } known)
                    continue;
                var (then, now) = (cell.IsNull ? "" : cell.Value, TextOf(row, known));
                if (!IsSame(then, now))
                    yield return new CellDiffers(row.Key, known.Name, then, now, CellPlace(row, known));
            }
        }

        var keys = data.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, _) in Rows.Where(r => !keys.Contains(r.Key.Value)))
            yield return new RowDiffers(key.Value, IsNew: false, key.Span);
    }

    private static ImmutableArray<YamlScalar> Cells(YamlNode row, int count, ICollection<Diagnostic> findings)
    {
        if (row is not YamlList list)
        {
            findings.Add(Malformed(row.Span, $"a row of a seal should be a list of values, but this is {row.What}"));
            return [];
        }

        var length = list.Items.Length;
        if (length != count)
        {
            findings.Add(Malformed(row.Span, $"this row has {length} {(length == 1 ? "value" : "values")}, and there are {count} fields"));
            return [];
        }

        foreach (var cell in list.Items.Where(c => !IsSealed(c)))
        {
            var what = cell is YamlScalar { Value: var text } ? $"'{text}'" : cell.What;
            findings.Add(Malformed(cell.Span, $"{what} is neither a number nor a time"));
        }

        return [.. list.Items.OfType<YamlScalar>()];
    }

    private static bool IsSealed(YamlNode cell) =>
        cell is YamlScalar scalar && (scalar.IsNull || NumberOf(scalar.Value) is not null || TimeCell.TryParse(scalar.Value, out _, out _));

    // A cell that its row leaves out has the row's place, of which the beginning is enough.
    private static SourceSpan CellPlace(Row row, Field field)
    {
        var place = row[field.Name].Span;
        return place == row.Span ? place.Head : place;
    }

    private static string IdOf(SourceText source) => Path.GetFileNameWithoutExtension(source.Path);

    private static Diagnostic Malformed(SourceSpan place, string message) =>
        Diagnostic.Error("EX0221", place, message, "do not write seals by hand: compare the dataset with its source, then run `dotnet run -- seal " + IdOf(place.Source) + "`");

    private static string Quoted(string words) => JsonSerializer.Serialize(words, Quoting);

    private static string TextOf(Row row, Field field) => row[field.Name] is NumberCell number ? DatasetCsv.Number(number.Value) : row.Identity(field.Name);

    // A hand may have written 2.50.
    private static bool IsSame(string then, string now) => then == now || (NumberOf(then) is { } a && NumberOf(now) is { } b && a.Equals(b));

    private static double? NumberOf(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
