using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>What is written about the project is true of it.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_diagnostic_code_is_explained_and_every_explained_one_exists()
    {
        var printed = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code().Matches(File.ReadAllText(f))).Select(m => m.Value).Distinct().Order();
        var explained = Row().Matches(Read("docs/diagnostics.md")).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(printed, explained);
    }

    [Fact]
    public void The_codes_that_a_site_may_take_otherwise_are_those_of_warnings() =>
        Assert.Equal(WarningRow().Matches(Read("docs/diagnostics.md")).Select(m => m.Groups[1].Value), WarningCodes.All.AsEnumerable().Order(StringComparer.Ordinal));

    [Fact]
    public void The_readme_names_the_test_command_that_CI_runs_and_Netlify_runs_the_build_command()
    {
        var commands = Command().Matches(Read("README.md")).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal("dotnet run", commands[0]);
        Assert.Contains(commands[1], Read(".ci/run"), StringComparison.Ordinal);

        // On Netlify by the SDK of global.json, wherever that lies.
        Assert.All(BuildLine().Matches(Read("netlify.toml")), m => Assert.StartsWith("./netlify-build.sh ", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains("run --project Explainer.csproj -- --strict", Read("netlify-build.sh"), StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Repository.Root, "netlify-build.sh")).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void Every_file_that_a_document_links_to_is_there()
    {
        foreach (var document in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)))
        {
            foreach (var link in Link().Matches(Fenced().Replace(File.ReadAllText(document), "")).Select(m => m.Groups[1].Value).Where(l => !l.Contains(':', StringComparison.Ordinal)))
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, link)), $"{Path.GetFileName(document)} links to {link}");
        }
    }

    [Fact]
    public void The_tables_of_the_theme_name_what_layouts_are_given_and_nothing_else()
    {
        // Values that are told beside the names that hold them.
        string[] values = ["SVG", "h1", "left_2", "mid", "p", "ring", "sure"];
        var models = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Publish"), "*.cs")
            .Where(f => Path.GetFileNameWithoutExtension(f) is var name && (name.EndsWith("Model", StringComparison.Ordinal) || name is "PageWriter" or "EmbedPages" or "BlockNumbers" or "PublishedMarks"))
            .Select(f => JsonMade().Replace(File.ReadAllText(f), ""));
        var layouts = Read("docs/theme.md").Split("\n## ").Single(s => s.StartsWith("Layouts", StringComparison.Ordinal));

        Assert.Equal(
            models.SelectMany(m => ModelKey().Matches(m)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            NamingRow().Matches(layouts).SelectMany(r => TableName().Matches(r.Value)).Select(m => m.Groups[1].Value).Distinct().Except(values).Order(StringComparer.Ordinal));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("^ *command = \"(.*)\"$", RegexOptions.Multiline)]
    private static partial Regex BuildLine();

    [GeneratedRegex(@"\[""(\w+)""\] =")]
    private static partial Regex ModelKey();

    // What machines read is no layout's.
    [GeneratedRegex(@"new JsonObject\r?\n\s*\{.*?\n\s*\};", RegexOptions.Singleline)]
    private static partial Regex JsonMade();

    // But not the row that names the layout of its table.
    [GeneratedRegex(@"^\| .*\| .+ \|\r?$", RegexOptions.Multiline)]
    private static partial Regex NamingRow();

    [GeneratedRegex(@"`(\w+)`")]
    private static partial Regex TableName();

    [GeneratedRegex(@"EX\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| *`?(EX\d{4})`?", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| (EX\d{4}) \| warning \|", RegexOptions.Multiline)]
    private static partial Regex WarningRow();

    [GeneratedRegex(@"^    (dotnet .*)$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex Link();

    // Examples hold links of stories, not of the document.
    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
