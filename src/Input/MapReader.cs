using System.Collections.Immutable;
using System.Globalization;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>
/// Takes values out of a YAML map by name and type. It remembers what was asked for, so that <see cref="Finish"/>
/// can report every key that nobody knows, with the nearest one that somebody does.
/// </summary>
/// <param name="map">The map to read.</param>
/// <param name="what">What the map describes, in a writer's words, such as "a chart".</param>
/// <param name="findings">Where findings go.</param>
public sealed class MapReader(YamlMap map, string what, ICollection<Diagnostic> findings)
{
    // How tables elsewhere say that there is no number.
    private static readonly string[] NotKnown = ["", "-", "–", "—", ".", "..", "…", "?", "x", "X", "n/a", "N/A", "NA", "n.a.", "k. A.", "k.A.", "NaN", "nan", ".nan", "None", "NULL", "Null"];

    private readonly Dictionary<string, YamlNode> _nodes = map.Entries.ToDictionary(e => e.Key.Value, e => e.Value, StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The map itself.</summary>
    public YamlMap Map => map;

    /// <summary>Where findings go.</summary>
    public ICollection<Diagnostic> Findings => findings;

    /// <summary>Begins to read a node that should be a map; null, with a finding, when it is not one.</summary>
    public static MapReader? Of(YamlNode? node, string what, ICollection<Diagnostic> findings)
    {
        if (node is YamlMap map)
            return new MapReader(map, what, findings);
        if (node is not null)
            findings.Add(Diagnostic.Error("EX0107", node.Span, $"{what} should be a group of keys, but this is {node.What}"));
        return null;
    }

    /// <summary>Begins to read a whole file that should be a map; null, with a finding, when it is empty or something else.</summary>
    public static MapReader? OfFile(SourceText source, string what, ICollection<Diagnostic> findings) =>
        OfPart(source, 0, source.Content.Length, what, findings);

    /// <summary>Begins to read a part of a file, such as front matter, that should be a map; null, with a finding, when it is empty or something else.</summary>
    public static MapReader? OfPart(SourceText source, int start, int end, string what, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        var node = YamlReader.Read(source, start, end, findings);
        if (node is not (null or YamlScalar { IsNull: true }))
            return Of(node, what, findings);
        if (findings.Count == before)
            findings.Add(Diagnostic.Error("EX0106", source.Span(start, start), $"nothing stands here, but {what} should"));
        return null;
    }

    /// <summary>What stands under a key, whatever it is; null when there is nothing.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        return _nodes.GetValueOrDefault(key) is { } node and not YamlScalar { IsNull: true } ? node : null;
    }

    /// <summary>What stands under a key that must be there.</summary>
    public YamlNode? RequiredNode(string key)
    {
        var node = Node(key);
        if (node is null && map.Entries.FirstOrDefault(e => e.Key.Value == key) is { Key: { } empty })
            findings.Add(Diagnostic.Error("EX0114", empty.Span, $"nothing stands under '{key}', which {what} needs", IsRemark(empty) ? "put it in quotes: without them # begins a remark" : "write it"));
        else if (node is null)
            Missing(key);
        return node;
    }

    /// <summary>A single value under a key.</summary>
    public YamlScalar? Scalar(string key) => Expect<YamlScalar>(Node(key), key, "a single value");

    /// <summary>A single value under a key that must be there.</summary>
    public YamlScalar? RequiredScalar(string key) => Expect<YamlScalar>(RequiredNode(key), key, "a single value");

    /// <summary>A text under a key, or null.</summary>
    public string? Text(string key) => Scalar(key)?.Value;

    /// <summary>A text under a key that must be there; empty, with a finding, when it is not.</summary>
    public string RequiredText(string key) => RequiredScalar(key)?.Value ?? "";

    /// <summary>A number under a key, or null.</summary>
    public double? Number(string key) => Scalar(key) is { } scalar ? ReadNumber(scalar, $"'{key}'") : null;

    /// <summary>A yes or no under a key.</summary>
    public bool Flag(string key, string hint = "write yes or no")
    {
        if (Scalar(key) is not { } scalar)
            return false;
        switch (scalar.Value)
        {
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"'{key}' is '{scalar.Value}'", hint));
                return false;
        }
    }

    /// <summary>A word out of a fixed set under a key; the fallback when nothing stands there.</summary>
    public T Choice<T>(string key, T fallback, IReadOnlyDictionary<string, T> choices)
    {
        if (Scalar(key) is not { } scalar)
            return fallback;
        if (choices.TryGetValue(scalar.Value, out var value))
            return value;
        findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"'{key}' is '{scalar.Value}', which is none of its words", Nearest.Hint(scalar.Value, [.. choices.Keys])));
        return fallback;
    }

    /// <summary>The items of a list under a key; a single value stands for a list of one.</summary>
    public ImmutableArray<YamlNode> List(string key) => ListOf(key, "a list");

    /// <summary>A group of keys under a key, as it is; anything else is reported.</summary>
    public YamlMap? MapOf(string key) => Expect<YamlMap>(Node(key), key, "a group of keys");

    /// <summary>Texts under a key; a single value stands for a list of one.</summary>
    public ImmutableArray<string> Texts(string key) => [.. Scalars(key).Select(s => s.Value)];

    /// <summary>Single values under a key; one stands for a list of one, and anything else in the list is reported.</summary>
    public ImmutableArray<YamlScalar> Scalars(string key)
    {
        var items = ListOf(key, "a single value or a list of them");
        foreach (var item in items.Where(i => i is not YamlScalar))
            ReportType(item, key, "a list of single values");
        return [.. items.OfType<YamlScalar>()];
    }

    /// <summary>A map under a key, ready to be read.</summary>
    public MapReader? Group(string key, string groupWhat) => Of(Node(key), groupWhat, findings);

    /// <summary>A date under a key, written year-month-day.</summary>
    public DateOnly? Date(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"'{key}' is '{scalar.Value}', which is not a date", "write year-month-day, such as 2024-05-31"));
        return null;
    }

    /// <summary>Reads a number written with a decimal point; null, with a finding, when it is none.</summary>
    public double? ReadNumber(YamlScalar scalar, string name)
    {
        const double Largest = 1e15;
        var isNumber = double.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && scalar.Value.Any(char.IsAsciiDigit);
        if (isNumber && Math.Abs(number) <= Largest)
            return number;
        findings.Add(isNumber
            ? Diagnostic.Error("EX0108", scalar.Span, $"{name} is {scalar.Value}, and no number may be larger than 1,000,000,000,000,000", "take a larger unit, such as millions")
            : Diagnostic.Error("EX0108", scalar.Span, $"{name} should be a number, but this is '{scalar.Value}'", NotKnown.Contains(scalar.Value.Trim()) ? "leave the key out where there is no number" : "write digits with a decimal point and no separators, such as 1500000 or 4.5"));
        return null;
    }

    /// <summary>Reads an address on the web, without blanks around it; null, with a finding, when it is none.</summary>
    public string? ReadAddress(YamlScalar scalar)
    {
        var address = scalar.Value.Trim();
        // These would end it where pages and headers name it.
        var isWhole = !address.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or '"');
        if (isWhole && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            return address;
        findings.Add(Diagnostic.Error("EX0108", scalar.Span, $"'{address}' is not a web address", "write it whole, from https:// on, with %20 for a space"));
        return null;
    }

    /// <summary>Reports every key that nobody asked for.</summary>
    public void Finish()
    {
        for (var at = 0; at < map.Entries.Length; at++)
        {
            var key = map.Entries[at].Key;
            if (!_known.Contains(key.Value))
                findings.Add(Diagnostic.Error("EX0102", key.Span, $"{what} has no key '{key.Value}'", HintFor(at)));
        }
    }

    // A comma inside braces ends a value, and what follows it reads as a key.
    private string? HintFor(int at)
    {
        var key = map.Entries[at].Key;
        if (key.Value.All(char.IsAsciiDigit))
            return "a comma separates values here; write decimals with a point";
        return WordsCutAt(at) is { } words ? $"put words that hold a comma in quotes: \"{words}\"" : Nearest.Hint(key.Value, _known);
    }

    // Whether what stands behind a key, on its line, is a remark.
    private static bool IsRemark(YamlScalar key) => key.Span.Source.Line(key.Span.Line)[(key.Span.Column - 1 + key.Span.Text.Length)..].TrimStart(':', ' ') is ['#', not ' ', ..];

    private string? WordsCutAt(int at)
    {
        if (at == 0 || map.Entries[at] is not (var key, YamlScalar { IsNull: true, Span.Text: "" }) || map.Entries[at - 1].Value is not YamlScalar { IsQuoted: false, IsNull: false } before)
            return null;
        var text = key.Span.Source.Content;
        var isCut = text[map.Span.Start] == '{' && !text.AsSpan(key.Span.End).TrimStart().StartsWith(":");
        return isCut ? text[before.Span.Start..key.Span.End] : null;
    }

    private void Missing(string key) =>
        findings.Add(Diagnostic.Error("EX0106", map.Span.Head, $"{what} needs the key '{key}'"));

    private T? Expect<T>(YamlNode? node, string key, string expected)
        where T : YamlNode
    {
        if (node is null or T)
            return node as T;
        ReportType(node, key, expected);
        return null;
    }

    private ImmutableArray<YamlNode> ListOf(string key, string expected) => Node(key) switch
    {
        null => [],
        YamlList list => list.Items,
        YamlScalar scalar => [scalar],
        var other => ReportType(other, key, expected),
    };

    private ImmutableArray<YamlNode> ReportType(YamlNode node, string key, string expected)
    {
        findings.Add(Diagnostic.Error("EX0107", node.Span, $"'{key}' should be {expected}, but this is {node.What}"));
        return [];
    }
}
