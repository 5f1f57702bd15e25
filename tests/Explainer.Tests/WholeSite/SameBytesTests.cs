using System.Diagnostics;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The same input gives the same bytes, wherever and whenever it is built.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public async Task Builds_agree_across_folders_time_zones_languages_and_processes()
    {
        using var here = new TemporaryFolder();
        using var there = new TemporaryFolder();
        here.Write(Sites.StoryInput);
        there.Write(Sites.StoryInput);

        await Build(here.Path, here.Path, "UTC", "C");
        await Build(Path.GetTempPath(), there.Path, "Asia/Kathmandu", "ru_RU.UTF-8");

        var first = TemporaryFolder.Snapshot(Path.Combine(here.Path, "output"));
        Assert.Equal(first, TemporaryFolder.Snapshot(Path.Combine(there.Path, "output")));
        Assert.Equal(Sites.Story.Files.Length + 1, first.Count);
    }

    [Fact]
    public void Builds_agree_within_a_process()
    {
        var again = Site.Build(Sites.StoryInput).Files;

        Assert.Equal(Sites.Story.Files.Select(f => f.Path), again.Select(f => f.Path));
        Assert.All(Sites.Story.Files.Zip(again), pair => Assert.True(pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span), pair.First.Path));
    }

    private static async Task Build(string workingFolder, string root, string timeZone, string language)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "--root", root])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            Environment = { ["TZ"] = timeZone, ["LANG"] = language, ["LC_ALL"] = language },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, said);
    }
}
