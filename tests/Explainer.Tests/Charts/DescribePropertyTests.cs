using System.Globalization;
using System.Text;
using CsCheck;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>What holds of every description, whatever the chart.</summary>
public sealed class DescribePropertyTests
{
    private static readonly string[] Marks =
    [
        "{type: bar, value: n}", "{type: bar, value: n, series: s}", "{type: bar, value: n, series: s, arrange: grouped}", "{type: bar, value: n, series: s, arrange: share}",
        "{type: line, value: n, series: s}", "{type: area, value: n, series: s}", "{type: area, value: n, series: s, arrange: share}", "{type: area, low: low, high: high}",
        "{type: dot, value: n}", "{type: dot, value: n, label: p}", "{type: range, low: low, high: high}", "{type: arrow, from: low, to: high}", "{type: rule, value: n}", "{type: text, value: n, words: p}",
    ];

    private static readonly string[] Dirt = ["[", "]", "{", "}", "null", "NaN", "∞", "  ", "..", ",,", "()", " .", " ,", ": ;", ":."];

    private static readonly Language[] Languages = [.. new[] { "en", "ru" }.Select(c => Language.Read(c, Sites.StoryInput.Text($"theme/words/{c}.yml"), [])!)];

    private static readonly string[] Between = [" ", ", ", ". ", " – ", "-", " (", ") "];

    private static readonly Gen<string> Name = Gen.Select(Gen.Char["abcdefжщё2"].Array[1, 8], Gen.Int[0, Between.Length - 1]).Array[1, 4].Select(words => string.Concat(words.Select((w, i) => (i == 0 ? "" : Between[w.Item2]) + new string(w.Item1))));

    private static readonly Gen<string?> Number = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2_000_000], Gen.Int[0, 3]).Select((missing, value, digits) => missing == 0 ? null : (value / Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<string> Data =
        Gen.Select(Gen.Int[1, 32], Gen.Int[1, 5]).SelectMany((places, series) =>
            Gen.Select(Name.Array[places], Name.Array[series], Gen.Select(Number, Number, Number).Array[places * series]).Select((placeNames, seriesNames, values) =>
            {
                var text = new StringBuilder("title: T\nkey: id\nfields:\n  id: text\n  p: {type: text, title: Place}\n  t: time\n  x: number\n  s: {type: text}\n  n: {type: number, title: Number}\n  low: number\n  high: number\nrows:\n");
                for (var i = 0; i < values.Length; i++)
                {
                    var (n, a, b) = values[i];
                    var (low, high) = a is not null && b is not null && double.Parse(a, CultureInfo.InvariantCulture) > double.Parse(b, CultureInfo.InvariantCulture) ? (b, a) : (a, b);
                    var (place, part) = (i / series, i % series);
                    text.Append(CultureInfo.InvariantCulture, $"  - {{id: r{i}, p: \"{placeNames[place]} {place}\", t: {2000 + place}, x: {place}, s: \"{seriesNames[part]} {part}\"");
                    foreach (var (field, value) in new[] { ("n", n), ("low", low), ("high", high) })
                        text.Append(value is null ? "" : $", {field}: {value}");
                    text.Append("}\n");
                }

                return text.ToString();
            }));

    [Fact]
    public void A_description_is_short_clean_and_names_what_is_highlighted() =>
        Gen.Select(Data, Gen.Int[0, Marks.Length - 1], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 159].Array[0, 6]).Sample(
            (data, markAt, placeAt, hasFacets, lit) =>
            {
                var (mark, place, findings) = (Marks[markAt], "ptx".Substring(placeAt, 1), new List<Diagnostic>());
                var table = Dataset.Read(new SourceText("input/data/d.yml", data), findings)!;
                var ids = lit.Select(i => $"r{i % table.Rows.Length}").Distinct().ToList();
                var chart = ChartReader.Read(
                    new SourceText("input/charts/c.yml", $"data: d\ntitle: T\nx: {{field: {place}, type: {place switch { "p" => "band", "t" => "time", _ => "linear" }}}}\ny: {{unit: people}}\n{(hasFacets ? "facet: s\n" : "")}marks: [{mark}]\nstates: {{a: {{highlight: {{id: [{string.Join(", ", ids)}]}}}}}}\n"),
                    new Dictionary<string, Dataset> { ["d"] = table },
                    new HashSet<string>(),
                    findings);
                if (chart is null)
                {
                    // Rows that would hide each other, or lines along bands without values.
                    Assert.NotEmpty(findings);
                    return;
                }

                foreach (var language in Languages)
                {
                    var text = ChartDescription.Compose(chart, chart.States[0], language);
                    Assert.InRange(text.Length, 10, ChartDescription.Longest);
                    foreach (var dirt in Dirt)
                        Assert.DoesNotContain(dirt, text, StringComparison.Ordinal);
                    Assert.True(text[^1] is '.' or '…', text);
                    var valued = chart.Data.Rows.Where(r => chart.Marks.Any(m => m.ValuesOf(r).Any())).ToList();
                    var bright = valued.Where(r => ids.Contains(r.Key)).ToList();
                    if (bright.Count is > 0 and <= 4 && bright.Count < valued.Count && table.Rows.Select(r => r.Identity("p")).Distinct().Skip(1).Any())
                        Assert.All(bright, r => Assert.Contains(r.Text(mark.Contains("label", StringComparison.Ordinal) ? "p" : place, language), text, StringComparison.Ordinal));
                }
            },
            iter: 400);

    [Fact]
    public void Every_state_of_every_chart_of_the_sites_is_described_in_whole_sentences()
    {
        foreach (var site in new[] { Sites.Story.Content!, Sites.Sample.Content!, Sites.Gallery.Content! })
        {
            foreach (var (chart, state, language) in from c in site.Charts.Values from s in c.States from l in site.Languages select (c, s, l))
            {
                var text = ChartDescription.Compose(chart, state, language);
                Assert.InRange(text.Length, 40, ChartDescription.Longest);
                Assert.DoesNotMatch(@"\[|\{|null|  |\.\.", text);
            }
        }
    }
}
