using Explainer.Commands;
using Explainer.Input;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>What somebody compared with its source stays as it was until somebody compares it again.</summary>
public sealed class SealedTests
{
    private const string Rain = "input/data/rain.yml";
    private const string Path = "input/sealed/rain.yml";
    private const string Seal = "fields: [\"low\", \"high\", \"mean\", \"day\"]\nrows:\n  \"a\": [400, 900, 610, 2020-03]\n  \"b\": [700, null, 720, 2021-03]\n  \"c\": [null, 500, 480, 2022-03]\n  \"d\": [300, 300, 300, 2023-03]\n  \"e\": [null, null, null, 2024-03]\n";

    // All but the datasets that are not sealed here.
    private static string[] Findings(InputFiles input) =>
        [.. Site.Build(input).Findings.Where(f => f.Code != "EX0226").Select(f => $"{f.Where}: {f.Code} {f.Message}")];

    [Fact]
    public void A_site_without_seals_hears_nothing_and_one_with_some_hears_of_those_that_lack()
    {
        Assert.Empty(Site.Build(Sites.SampleInput).Findings);

        var build = Site.Build(Sites.SampleInput.Adding(Path, Seal));
        Assert.Equal(["input/data/drops.yml:1:1 EX0226 the dataset 'drops' is not sealed", "input/data/showers.yml:1:1 EX0226 the dataset 'showers' is not sealed"], build.Findings.Select(f => $"{f.Where} {f.Code} {f.Message}"));
        Assert.NotEmpty(build.Files);
    }

    [Theory]
    [InlineData("mean: 720", "mean: 721", Rain + ":16:55: EX0223 'mean' of 'b' is 721 here, and 720 in input/sealed/rain.yml")]
    [InlineData("low: 700, mean: 720, day: 2021-03", "low: 700, mean: 720, day: 2021-04", Rain + ":16:65: EX0223 'day' of 'b' is 2021-04 here, and 2021-03 in input/sealed/rain.yml")]
    [InlineData("low: 700, mean: 720", "low: 700", Rain + ":16:5: EX0223 'mean' of 'b' is missing here, and 720 in input/sealed/rain.yml")]
    [InlineData("low: 700, mean", "low: 700, high: 800, mean", Rain + ":16:55: EX0223 'high' of 'b' is 800 here, and missing in input/sealed/rain.yml")]
    [InlineData("  - {id: e,", "  - {id: g, area: coast, mean: 1}\n  - {id: e,", Rain + ":19:5: EX0224 the row 'g' is not in input/sealed/rain.yml")]
    [InlineData("  - {id: e, town: Fir, area: coast, day: 2024-03}\n", "", Path + ":7:3: EX0224 the row 'e' is sealed here, and 'rain' has none")]
    [InlineData("  day: {type", "  more: number\n  day: {type", Rain + ":12:3: EX0225 the field 'more' is not in input/sealed/rain.yml")]
    [InlineData("  day: {type: time", "  day: {type: text", Path + ":1:33: EX0225 the field 'day' is sealed here, and 'rain' has none of numbers or times")]
    public void What_has_changed_is_told_at_its_own_place(string right, string wrong, string expected)
    {
        var input = Sites.SampleInput.Adding(Path, Seal).With(Rain, d =>
        {
            Assert.Contains(right, d, StringComparison.Ordinal);
            return d.Replace(right, wrong, StringComparison.Ordinal);
        });

        Assert.Contains(expected, Findings(input));
        Assert.Contains("if the source says so now, run `dotnet run -- seal rain`", Sites.Print(Site.Build(input)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_row_is_told_at_both_places() => Assert.Equal(
        [Rain + ":19:5: EX0224 the row 'f' is not in input/sealed/rain.yml", Path + ":7:3: EX0224 the row 'e' is sealed here, and 'rain' has none"],
        Findings(Sites.SampleInput.Adding(Path, Seal).With(Rain, d => d.Replace("{id: e,", "{id: f,", StringComparison.Ordinal))));

    [Fact]
    public void A_seal_without_its_dataset_is_told_but_not_while_that_cannot_be_read()
    {
        var input = Sites.SampleInput.Adding(Path, Seal);

        Assert.Equal(["input/sealed/rian.yml:1:1: EX0222 there is no dataset 'rian' in input/data for this seal"], Findings(input.Adding("input/sealed/rian.yml", Seal)));
        Assert.All(Findings(input.With(Rain, d => "]" + d)), f => Assert.DoesNotContain("EX022", f, StringComparison.Ordinal));
        Assert.Equal([Rain + ":16:55: EX0108"], Findings(input.With(Rain, d => d.Replace("720", "7 20", StringComparison.Ordinal))).Select(f => f[..(f.IndexOf("EX0", StringComparison.Ordinal) + 6)]));
        Assert.Equal(["input/sealed/rain.yml:1:1: EX0107 a seal should be a group of keys, but this is a single value"], Findings(input.Adding(Path, "x\n")));
    }

    [Fact]
    public void The_command_writes_what_it_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write(Sites.SampleInput);

        Assert.Equal(
            """
            drops: sealed for the first time
            rain: sealed for the first time
            showers: sealed for the first time
            """,
            string.Join('\n', Run(0).Split('\n')[..3]));
        Assert.Equal(Seal, Text(Path));
        Assert.Empty(Site.Build(InputFiles.Read(new SiteFolders(folder.Path))).Findings.Where(f => f.Code.StartsWith("EX022", StringComparison.Ordinal)));

        File.WriteAllText(In(Rain), Text(Rain).Replace("mean: 720", "mean: 72.5", StringComparison.Ordinal).Replace("{id: e,", "{id: f,", StringComparison.Ordinal));
        Assert.Equal("rain: mean of b: 720 → 72.5\nrain: new row: f\nrain: gone row: e\nSealed 1 dataset, 15 cells, in input/sealed/\n", Run(0, "rain"));
        Assert.Equal("Sealed 1 dataset, 15 cells, in input/sealed/\n", Run(0, "rain"));

        File.WriteAllText(In(Path), "x");
        Assert.StartsWith("rain: sealed anew, as its seal could not be read\n", Run(0, "rain"), StringComparison.Ordinal);

        var before = TemporaryFolder.Snapshot(folder.Path);
        Assert.Equal("There is no dataset 'rian' in input/data; did you mean 'rain'?\nNothing was sealed.\n", Run(1, "rian", "drops"));
        Assert.Equal(before, TemporaryFolder.Snapshot(folder.Path));

        File.WriteAllText(In(Rain), Text(Rain).Replace("72.5", "72,5 mm", StringComparison.Ordinal));
        Assert.EndsWith("Nothing was sealed.\n", Run(1), StringComparison.Ordinal);

        string Run(int expected, params string[] names)
        {
            var text = new StringWriter { NewLine = "\n" };
            Assert.Equal(expected, SealCommand.Run(new SiteFolders(folder.Path), names, text));
            return text.ToString();
        }

        string In(string path) => System.IO.Path.Combine(folder.Path, path);

        string Text(string path) => File.ReadAllText(In(path));
    }
}
