using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Charts of units made up for tests, and what is read back from their drawings.</summary>
internal static partial class UnitCharts
{
    public const string Towns =
        """
        title: Readers of made-up towns
        key: id
        fields:
          id: text
          town: text
          way: text
          kind: kind
          people: {type: number, unit: people}
        rows:
          - {id: a, town: Northport, way: by train, kind: survey, people: 212600}
          - {id: b, town: Northport, way: on foot, kind: survey, people: 148000}
          - {id: c, town: Southmere, way: by train, kind: claim, people: 187200}
          - {id: d, town: Southmere, way: by boat, kind: claim, people: 96300}
          - {id: e, town: Easthill, way: on foot, kind: company data, people: 143900}
          - {id: f, town: Easthill, way: by boat, kind: company data, people: 71000}
          - {id: g, town: Westwood, way: by train, kind: estimate, people: 88200}
          - {id: h, town: Westwood, way: on foot, kind: estimate, people: 53000}
        """;

    public const string FourStates =
        """
        data: made-up
        title: T
        alt: A
        marks: [{type: unit, value: people, colour: kind}]
        states:
          crowd:
          town: {group: town}
          way: {group: way}
          piles: {group: way, arrange: piles}
        """;

    public static readonly Typefaces Faces = new(
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-400.ttf")),
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-600.ttf")));

    public static Language Speak(string code) =>
        Language.Read(code, new SourceText($"theme/words/{code}.yml", File.ReadAllText(Path.Combine(Repository.Root, $"theme/words/{code}.yml"))), [])!;

    public static ChartSpec? Read(string dataset, string chart, List<Diagnostic> findings)
    {
        var data = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/made-up.yml", dataset), findings));
        return ChartReader.Read(new SourceText("input/charts/made-up.yml", chart), new Dictionary<string, Dataset> { ["made-up"] = data }, new HashSet<string>(), findings);
    }

    public static ChartSpec Read(string dataset, string chart)
    {
        var findings = new List<Diagnostic>();
        var spec = Read(dataset, chart, findings);
        Assert.Empty(findings);
        return Assert.IsType<ChartSpec>(spec);
    }

    /// <summary>A dataset of groups of so many dots each, one row a group.</summary>
    public static string Groups(IEnumerable<int> dots, Func<int, string> name) =>
        "title: T\nkey: id\nfields: {id: text, name: text, n: {type: number, unit: people}}\nrows:\n" +
        string.Concat(dots.Select((n, i) => FormattableString.Invariant($"  - {{id: r{i}, name: {{en: {name(i)}, ru: {name(i)}}}, n: {n}}}\n")));

    /// <summary>The dots of a mark, as its first path has them.</summary>
    public static List<(double X, double Y)> DotsOf(KeyedMark mark)
    {
        var dots = new List<(double X, double Y)>();
        var (x, y) = (0.0, 0.0);
        foreach (Match step in Step().Matches(Geometry(mark)))
        {
            x += double.Parse(step.Groups[1].Value, CultureInfo.InvariantCulture);
            y += double.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture);
            dots.Add((x, y));
        }

        return dots;
    }

    public static string Geometry(KeyedMark mark) => Attribute(mark.Elements[0], "d");

    public static double Radius(KeyedMark mark) => double.Parse(Attribute(mark.Elements[0], "stroke-width"), CultureInfo.InvariantCulture) / 2;

    public static IEnumerable<KeyedMark> Units(KeyedDrawing drawing) => drawing.Marks.Where(m => m.Key.StartsWith("unit-", StringComparison.Ordinal));

    /// <summary>The spaces of all lines of words in a drawing.</summary>
    public static List<(string Words, Box Box)> Lines(KeyedDrawing drawing) =>
    [
        .. from mark in drawing.Marks
           from text in mark.Elements
           where text.Name == "text"
           let size = Number(text, "font-size")
           let isBold = Attribute(text, "class").Contains(" b", StringComparison.Ordinal)
           let words = System.Net.WebUtility.HtmlDecode(Tag().Replace(text.Content, ""))
           let anchor = Attribute(text, "text-anchor") switch { "middle" => Anchor.Middle, "end" => Anchor.End, _ => Anchor.Start }
           select (words, LabelPlacer.BoxOf(Number(text, "x"), Number(text, "y"), anchor, Faces.Measure(words, new TextStyle((float)size, isBold, "ink")), size)),
    ];

    public static string Attribute(Element element, string name) => element.Attributes.FirstOrDefault(a => a.Key == name).Value ?? "";

    private static double Number(Element element, string name) => double.Parse(Attribute(element, name), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[Mm](-?[\d.]+) (-?[\d.]+)h0")]
    private static partial Regex Step();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
