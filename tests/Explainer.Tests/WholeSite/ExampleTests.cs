using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>
/// Every example in the documents does what they say. What a block is stands after its language, where GitHub does not show it:
/// <c>data=NAME</c>, <c>figures</c>, <c>map=NAME</c>, <c>chart</c> (with <c>=NAME</c> where another names it), <c>block=NAME</c>,
/// <c>error=CODE</c> for a chart or block that is refused, or <c>part</c> of a file. Charts may use the data of their own document and those of docs/data.md.
/// </summary>
public sealed partial class ExampleTests
{
    private const string DataPage = "docs/data.md";

    private static readonly string[] Documents =
        ["docs/blocks.md", "docs/charts.md", DataPage, "docs/writing.md", .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/marks"), "*.md").Select(f => "docs/marks/" + Path.GetFileName(f)).Order()];

    private static readonly ConcurrentDictionary<string, Lazy<SiteBuild>> Built = new();

    public static TheoryData<string> AllDocuments => [.. Documents];

    public static TheoryData<string, int> AllCharts => new(BlocksOf("chart"));

    public static TheoryData<string, int> AllErrors => new(BlocksOf("error"));

    public static TheoryData<string> AllMarks => [.. MarkType().Matches(Source("Marks/Mark.cs")).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(AllDocuments))]
    public void Every_example_of_a_document_says_what_it_is_and_is_YAML(string document)
    {
        foreach (var block in Read(document).Where(b => b.Language is "yaml" or "json"))
        {
            Assert.True(block.Sort is "data" or "figures" or "map" or "chart" or "block" or "error" or "part", $"{document}:{block.Line}: say what this block is");
            var findings = new List<Diagnostic>();
            if (block.Language == "yaml")
                YamlReader.Read(new SourceText(document, block.Text), findings);
            Assert.Equal("", Print(findings));
        }
    }

    [Theory]
    [MemberData(nameof(AllDocuments))]
    public void Everything_in_a_document_makes_a_site_without_findings(string document)
    {
        var findings = Sites.Print(BuildOf(document));
        Assert.True(findings.Length == 0, findings);
    }

    [Theory]
    [MemberData(nameof(AllCharts))]
    public void A_chart_is_drawn_with_all_its_marks_at_every_width(string document, int line)
    {
        var build = BuildOf(document);
        var name = NameOf(document, Read(document).Single(b => b.Line == line));
        Assert.True(build.Content!.Charts.TryGetValue(name, out var chart), Print(build.Findings.Where(f => f.Where?.Source.Path == $"input/charts/{name}.yml")));

        var drawn = ChartDrawer.Draw(chart, build.Content.Languages[0], DrawnCharts.Typefaces).Chart;

        Assert.Equal(Artboard.All, drawn.Artboards.Select(a => a.Artboard));
        foreach (var (artboard, mark) in drawn.Artboards.SelectMany(a => chart.Marks.Select(m => (a, m))))
            Assert.True(artboard.Union.Any(m => IsOf(m.Key, mark)), $"'{mark.Name}' is not drawn {artboard.Artboard.Width} pixels wide");
    }

    [Theory]
    [MemberData(nameof(AllErrors))]
    public void A_chart_that_is_said_to_be_refused_is_refused_for_that_reason(string document, int line)
    {
        var block = Read(document).Single(b => b.Line == line);

        var build = Site.Build(InputOf(document, b => b.Sort is not ("block" or "error") && (IsOfBlock(block) || b.Sort != "chart") || b == block));

        Assert.Equal([block.Name], build.Findings.Select(f => f.Code).Distinct());
    }

    [Theory]
    [MemberData(nameof(AllMarks))]
    public void Every_key_of_a_mark_is_told_on_its_page_and_used_in_an_example(string mark)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, $"docs/marks/{mark}.md"));
        var examples = string.Join('\n', Read($"docs/marks/{mark}.md").Where(b => b.Sort == "chart").Select(b => b.Text));
        var source = Source($"Marks/{char.ToUpperInvariant(mark[0])}{mark[1..]}Mark.cs");
        var keys = KeysIn(source)
            .Concat(source.Contains("ReadValue(", StringComparison.Ordinal) ? ["value"] : [])
            .Concat(source.Contains("UnitGrouping.Read(", StringComparison.Ordinal) ? KeysIn(Source("Spec/UnitGrouping.cs")) : [])
            .Concat(mark is "bar" or "line" or "area" ? ["series"] : [])
            .Distinct().ToList();

        Assert.NotEmpty(keys);
        Assert.All(keys, k => Assert.Contains($"`{k}`", page, StringComparison.Ordinal));
        Assert.All(keys, k => Assert.Matches($@"(?m)(^|[\s{{]){k}:", examples));
    }

    [Fact]
    public void Every_key_of_a_chart_is_told()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/charts.md"));
        var keys = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Charts/Spec"), "*.cs").Select(File.ReadAllText).Append(Source("Marks/Mark.cs")).SelectMany(KeysIn).Distinct();

        Assert.All(keys, k => Assert.Contains($"`{k}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_key_of_a_block_is_told_and_used_in_an_example()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/blocks.md"));
        var examples = string.Join('\n', Read("docs/blocks.md").Where(b => b.Sort == "block").Select(b => b.Text));
        var keys = BlockKey().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src/Stories/Blocks/BlockReader.cs"))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(keys.Count > 15);
        Assert.All(keys, k => Assert.Contains($"`{k}`", page, StringComparison.Ordinal));
        Assert.All(keys, k => Assert.Matches($@"(?m)(^|[\s{{]){k}:", examples));
    }

    [Fact]
    public void Every_colour_role_is_told()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/charts.md"));

        // Of a row of numbered roles the first and the last are named.
        Assert.All(ColourReader.Roles.Where(r => !Regex.IsMatch(r, "[2-5]$") || r is "ink2" or "step5"), r => Assert.Contains($"`{r}`", page, StringComparison.Ordinal));
    }

    private static bool IsOf(string key, Mark mark) =>
        key == mark.Name || key.StartsWith(mark.Name + "-", StringComparison.Ordinal) || Regex.IsMatch(key, $"^text[0-9]*-{Regex.Escape(mark.Name)}(-|$)");

    private static SiteBuild BuildOf(string document) =>
        Built.GetOrAdd(document, d => new Lazy<SiteBuild>(() => Site.Build(InputOf(d, b => b.Sort != "error")))).Value;

    // Each block keeps its line, so that a finding names the line of the document.
    private static InputFiles InputOf(string document, Func<Block, bool> isIn)
    {
        var shared = document == DataPage ? [] : Read(DataPage).Where(b => b.Sort == "data");
        var blocks = shared.Concat(Read(document).Where(isIn)).ToList();
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["input/site.yml"] = "title: Examples\nlanguages: [en]\nseverity: {EX0472: off, EX0473: off}\n",
            ["input/stories/examples.en.md"] = "---\ntitle: Examples\nstandfirst: Of a document.\npublished: 2026-11-24\n---\n\n"
                + string.Concat(blocks.Where(b => b.Sort is "chart" or "block" or "error").Select(b => $"::: {WordFor(b)} {NameOf(document, b)}\n:::\n\n"))
                + string.Concat(blocks.Where(b => b.Sort == "figures").SelectMany(b => FigureId().Matches(b.Text)).Select(m => $"Somebody says [](figure:{m.Groups[1].Value})\n\n")),
        };
        foreach (var block in blocks)
        {
            var path = block.Sort switch
            {
                "data" => $"input/data/{block.Name}.yml",
                "map" => $"input/maps/{block.Name}.geojson",
                "figures" => $"input/figures/{NameOf(document, block)}.yml",
                "chart" or "block" or "error" => $"input/{(IsOfBlock(block) ? "blocks" : "charts")}/{NameOf(document, block)}.yml",
                _ => null,
            };
            if (path is not null)
                files[path] = new string('\n', block.Line) + block.Text;
        }

        var theme = Sites.StoryInput.Files.Where(f => f.Key.StartsWith("theme/", StringComparison.Ordinal));
        return new InputFiles(InputFiles.Empty.Files.AddRange(theme).AddRange(files.Select(f => KeyValuePair.Create(f.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(f.Value)))));
    }

    private static string NameOf(string document, Block block) =>
        block.Sort != "error" && block.Name.Length > 0 ? block.Name : FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(document)}-{block.Line}");

    private static bool IsOfBlock(Block block) => BlockType().IsMatch(block.Text);

    private static string WordFor(Block block) => IsOfBlock(block) ? BlockType().Match(block.Text).Groups[1].Value : "chart";

    private static IEnumerable<(string, int)> BlocksOf(string sort) => Documents.SelectMany(d => Read(d).Where(b => b.Sort == sort).Select(b => (d, b.Line)));

    private static IEnumerable<string> KeysIn(string source) => AskedKey().Matches(source).Select(m => m.Groups[1].Value).Distinct();

    private static string Source(string path) => File.ReadAllText(Path.Combine(Repository.Root, "src/Charts", path));

    private static string Print(IEnumerable<Diagnostic> findings) => string.Concat(findings.Select(DiagnosticPrinter.Print));

    private static List<Block> Read(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document)).ReplaceLineEndings("\n");
        return [.. Fence().Matches(text).Select(m => new Block(
            m.Groups["language"].Value, m.Groups["sort"].Value, m.Groups["name"].Value, text.AsSpan(0, m.Index).Count('\n') + 1, m.Groups["text"].Value))];
    }

    [GeneratedRegex(@"^```(?<language>\w*) *(?<sort>\w*)=?(?<name>[\w-]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(\w[\w-]*):", RegexOptions.Multiline)]
    private static partial Regex FigureId();

    [GeneratedRegex(@"^\s+\[""(\w+)""\] = .*,$", RegexOptions.Multiline)]
    private static partial Regex MarkType();

    [GeneratedRegex(@"(?:\.(?:Node|RequiredNode|Scalar|RequiredScalar|Number|MapOf|Group)\(|\(map, )""([a-z-]+)""")]
    private static partial Regex BlockKey();

    [GeneratedRegex(@"^type: (guess|what-if)$", RegexOptions.Multiline)]
    private static partial Regex BlockType();

    // How the readers of charts ask for a key.
    [GeneratedRegex(@"(?:\.(?:Node|RequiredNode|Scalar|Scalars|RequiredScalar|Text|Texts|RequiredText|Number|Flag|Choice|List|MapOf|Group)\(|\((?:map|chart|both|mark), )""([a-z-]+)""")]
    private static partial Regex AskedKey();

    private sealed record Block(string Language, string Sort, string Name, int Line, string Text);
}
