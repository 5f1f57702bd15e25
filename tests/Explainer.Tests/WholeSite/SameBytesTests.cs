using System.Diagnostics;
using Explainer.Charts;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The same input gives the same bytes, wherever and whenever it is built.</summary>
public sealed class SameBytesTests
{
    // Here by the tests themselves, there by the program, in another zone and, as one has a single processor, one chart after another.
    [Theory]
    [InlineData("story")]
    [InlineData("gallery")]
    public async Task Builds_agree_across_folders_time_zones_languages_processors_and_processes(string site)
    {
        using var there = new TemporaryFolder();
        there.Write(site == "story" ? Sites.StoryInput : Sites.GalleryInput);
        await BuildElsewhereAsync(there.Path);

        var built = TemporaryFolder.Snapshot(Path.Combine(there.Path, "output"));
        Assert.True(built.Remove(".explainer"));
        Assert.Equal(DrawnCharts.SiteOf(site).Files.Select(f => KeyValuePair.Create(f.Path, TemporaryFolder.HashOf(f.Bytes.Span))).OrderBy(f => f.Key, StringComparer.Ordinal), built);
    }

    [Fact]
    public void Charts_drawn_all_at_once_are_those_drawn_one_by_one()
    {
        var charts = Sites.Gallery.Content!.Charts.Values.ToList();
        var russian = Sites.Gallery.Content.Languages.Single(l => l.Code == "ru");
        var together = charts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Drawn).ToList();

        Assert.All(charts.Zip(together), pair => Assert.Equal(Drawn(pair.First), pair.Second));

        string Drawn(ChartSpec chart)
        {
            var drawn = ChartDrawer.Draw(chart, russian, DrawnCharts.Typefaces).Chart;
            return string.Concat(drawn.Artboards.Select(a => SvgWriter.WriteStates(a, drawn.Spec.States)));
        }
    }

    [Fact]
    public void Builds_agree_within_a_process()
    {
        var again = Site.Build(Sites.StoryInput).Files;

        Assert.Equal(Sites.Story.Files.Select(f => f.Path), again.Select(f => f.Path));
        Assert.All(Sites.Story.Files.Zip(again), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }

    private static async Task BuildElsewhereAsync(string root)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "--root", root])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            Environment =
            {
                ["TZ"] = TimeZoneInfo.Local.BaseUtcOffset == TimeSpan.Zero ? "Asia/Kathmandu" : "UTC",
                ["LANG"] = "ru_RU.UTF-8",
                ["LC_ALL"] = "ru_RU.UTF-8",
                ["DOTNET_PROCESSOR_COUNT"] = Environment.ProcessorCount > 1 ? "1" : "4",
            },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
