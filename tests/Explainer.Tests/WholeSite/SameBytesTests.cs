using System.Diagnostics;
using System.Globalization;
using Explainer.Charts;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The same input gives the same bytes, wherever and whenever it is built.</summary>
public sealed class SameBytesTests
{
    // One of the two has a single processor, and so draws one chart after another.
    [Theory]
    [InlineData("story")]
    [InlineData("gallery")]
    public async Task Builds_agree_across_folders_time_zones_languages_processors_and_processes(string site)
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();
        var input = site == "story" ? Sites.StoryInput : Sites.GalleryInput;
        here.Write(input);
        there.Write(input);

        await Build(here.Path, here.Path, "UTC", "C", processors: 1);
        await Build(Path.GetTempPath(), there.Path, "Asia/Kathmandu", "ru_RU.UTF-8", processors: 4);

        var first = TemporaryFolder.Snapshot(Path.Combine(here.Path, "output"));
        Assert.Equal(first, TemporaryFolder.Snapshot(Path.Combine(there.Path, "output")));
        Assert.Equal(DrawnCharts.SiteOf(site).Files.Length + 1, first.Count);
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

    private static async Task Build(string workingFolder, string root, string timeZone, string language, int processors)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "--root", root])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = timeZone, ["LANG"] = language, ["LC_ALL"] = language, ["DOTNET_PROCESSOR_COUNT"] = processors.ToString(CultureInfo.InvariantCulture) },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
