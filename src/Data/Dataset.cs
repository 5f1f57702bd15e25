using System.Collections.Immutable;
using System.Globalization;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>A table of published values with typed fields and its provenance.</summary>
/// <param name="Id">The file's name without its ending.</param>
/// <param name="Title">What the table holds.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Fields">Its fields, in the order written.</param>
/// <param name="Rows">Its rows, in the order written.</param>
/// <param name="Source">The file it was read from.</param>
public sealed record Dataset(
    string Id,
    LocalText Title,
    Provenance Provenance,
    ImmutableArray<Field> Fields,
    ImmutableArray<Row> Rows,
    SourceText Source)
{
    private static readonly Dictionary<string, FieldType> Types = new(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text,
        ["number"] = FieldType.Number,
        ["time"] = FieldType.Time,
        ["kind"] = FieldType.Kind,
        ["figure"] = FieldType.Figure,
    };

    /// <summary>A field by name, or null.</summary>
    public Field? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);

    /// <summary>The words of its rows, and the names of its fields.</summary>
    public IEnumerable<LocalText> Labels => Fields.Select(f => f.Title).Concat(Rows.SelectMany(r => r.Cells.Values).OfType<TextCell>().Select(c => c.Text));

    /// <summary>The names of all figures that its rows show.</summary>
    public IEnumerable<YamlScalar> FigureNames => Rows.SelectMany(r => r.Cells.Values).OfType<FigureCell>().SelectMany(c => c.Names);

    /// <summary>Reads a dataset file; null, with findings, when it is none.</summary>
    public static Dataset? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "a dataset", findings) is not { } map)
            return null;
        var id = Path.GetFileNameWithoutExtension(source.Path);
        var title = LocalText.Read(map.RequiredNode("title"), "'title'", findings) ?? LocalText.Of(id);
        var provenance = Provenance.From(map);
        var fields = ReadFields(map, findings);
        var key = map.Texts("key");
        foreach (var name in key.Where(k => fields.All(f => f.Name != k)))
            findings.Add(Diagnostic.Error("EX0202", map.Node("key")!.Span, $"the key names '{name}', which is no field", Nearest.Hint(name, [.. fields.Select(f => f.Name)])));
        var rows = ReadRows(map, fields, key, findings);
        map.Finish();
        return new Dataset(id, title, provenance, fields, rows, source);
    }

    private static ImmutableArray<Field> ReadFields(MapReader map, ICollection<Diagnostic> findings)
    {
        map.RequiredNode("fields");
        if (map.MapOf("fields") is not { } fields)
            return [];
        var read = ImmutableArray.CreateBuilder<Field>();
        var named = new List<YamlScalar>();
        foreach (var (name, node) in fields.Entries)
        {
            if (node is YamlScalar type)
            {
                read.Add(new Field(name.Value, ReadType(type, findings), "", LocalText.Of(name.Value), name.Span));
            }
            else if (MapReader.Of(node, $"the field '{name.Value}'", findings) is { } field)
            {
                var sort = field.RequiredScalar("type") is { } t ? ReadType(t, findings) : FieldType.Text;
                var of = sort == FieldType.Figure ? field.Scalar("of") : null;
                named.AddRange(of is null ? [] : [of]);
                read.Add(new Field(
                    name.Value,
                    sort,
                    field.Text("unit") ?? "",
                    LocalText.Read(field.Node("title"), "'title'", findings) ?? LocalText.Of(name.Value),
                    name.Span,
                    of?.Value));
                field.Finish();
            }
        }

        var numbers = read.Where(f => f.Type == FieldType.Number).Select(f => f.Name).ToList();
        foreach (var of in named.Where(n => !numbers.Contains(n.Value)))
            findings.Add(Diagnostic.Error("EX0231", of.Span, $"'{of.Value}' is no field of numbers, so no figure can be its", Nearest.Hint(of.Value, numbers)));
        return read.ToImmutable();
    }

    private static FieldType ReadType(YamlScalar scalar, ICollection<Diagnostic> findings)
    {
        if (Types.TryGetValue(scalar.Value, out var type))
            return type;
        findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"'{scalar.Value}' is no type of field", Nearest.Hint(scalar.Value, Types.Keys)));
        return FieldType.Text;
    }

    private static ImmutableArray<Row> ReadRows(MapReader map, ImmutableArray<Field> fields, ImmutableArray<string> key, ICollection<Diagnostic> findings)
    {
        if (map.RequiredNode("rows") is not { } given)
            return [];
        if (given is not YamlList list)
        {
            findings.Add(Diagnostic.Error("EX0107", given.Span, $"'rows' should be a list, but this is {given.What}", "begin each row with a dash"));
            return [];
        }

        if (list.Items.IsEmpty)
            findings.Add(Diagnostic.Error("EX0203", list.Span, "this dataset has no rows"));
        var rows = ImmutableArray.CreateBuilder<Row>(list.Items.Length);
        var seen = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var node in list.Items)
        {
            if (MapReader.Of(node, "a row", findings) is not { } reader)
                continue;
            var cells = ImmutableSortedDictionary.CreateBuilder<string, Cell>(StringComparer.Ordinal);
            foreach (var field in fields)
            {
                if (reader.Node(field.Name) is { } value)
                    cells[field.Name] = ReadCell(value, field, reader, findings);
            }

            reader.Finish();
            foreach (var missing in key.Where(k => fields.Any(f => f.Name == k) && !cells.ContainsKey(k)))
                findings.Add(Diagnostic.Error("EX0206", node.Span.Head, $"this row lacks '{missing}', which is part of its key"));
            var row = new Row("", cells.ToImmutable(), node.Span);
            row = row with { Key = key.IsEmpty ? rows.Count.ToString(CultureInfo.InvariantCulture) : string.Join('-', key.Select(row.Identity)) };
            if (!seen.TryAdd(row.Key, row))
            {
                findings.Add(Diagnostic.Error(
                    "EX0204",
                    node.Span,
                    $"the key '{row.Key}' belongs to an earlier row too",
                    key.All(k => row.Identity(k) == seen[row.Key].Identity(k)) ? "a row's key must tell it from every other; add a field to 'key'" : "the values of a key are joined by hyphens, and these come out alike; write one of them without its hyphen"));
            }

            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    private static Cell ReadCell(YamlNode node, Field field, MapReader row, ICollection<Diagnostic> findings)
    {
        var name = $"'{field.Name}'";
        if (field.Type == FieldType.Text)
            return LocalText.Read(node, name, findings) is { } text ? new TextCell(text, node.Span) : new MissingCell(node.Span);
        if (field.Type == FieldType.Figure)
            return new FigureCell(row.Scalars(field.Name), node.Span);
        if (node is not YamlScalar scalar)
        {
            findings.Add(Diagnostic.Error("EX0107", node.Span, $"{name} should be a single value, but this is {node.What}"));
            return new MissingCell(node.Span);
        }

        switch (field.Type)
        {
            case FieldType.Number:
                return row.ReadNumber(scalar, name) is { } number ? new NumberCell(number, scalar.Span) : new MissingCell(scalar.Span);
            case FieldType.Kind:
                if (Kinds.ByName.TryGetValue(scalar.Value, out var kind))
                    return new KindCell(kind, scalar.Span);
                findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"{name} is '{scalar.Value}', which is no kind", Nearest.Hint(scalar.Value, [.. Kinds.ByName.Keys])));
                return new MissingCell(scalar.Span);
            default:
                return ReadTime(scalar, name, findings);
        }
    }

    private static Cell ReadTime(YamlScalar scalar, string name, ICollection<Diagnostic> findings)
    {
        if (TimeCell.TryParse(scalar.Value, out var day, out var parts))
            return new TimeCell(day, parts, scalar.Span);
        findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"{name} is '{scalar.Value}', which is not a time", "write a year, year-month or year-month-day, such as 2024, 2024-05 or 2024-05-31"));
        return new MissingCell(scalar.Span);
    }
}
