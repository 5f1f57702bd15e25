using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>Scrolling stays smooth on a slow phone: our scripts against none on the same page, in the same run.</summary>
public sealed class PaceTests(BrowserFixture browser)
{
    private const int Slowdown = 4;
    private const int Tries = 4;

    /// <summary>Milliseconds from one turn of the wheel, of 120 pixels, to the next: faster than can be read, and slowly enough to see every glide.</summary>
    private const int Flying = 40, Reading = 150;

    /// <summary>A busy machine loses frames with and without scripts; more than this is ours.</summary>
    private const double LeastShareOfFrames = 0.9;
    private const int MostLongTasksMore = 4;

    private sealed record Pace(double FramesASecond, double WorstFrame, int SlowFrames, int LongTasks, double WorstTask)
    {
        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{FramesASecond:0.0} frames a second, worst frame {WorstFrame:0} ms, {SlowFrames} over 50 ms, {LongTasks} long tasks, worst {WorstTask:0} ms");
    }

    [Theory(Explicit = true)]
    [InlineData(Pages.English, Flying)]
    [InlineData(Pages.English, Reading)]
    [InlineData(Pages.Sample, Flying)]
    [InlineData(Pages.Sample, Reading)]
    public async Task A_scroll_by_wheel_through_all_of_a_page_keeps_the_pace_that_it_has_without_scripts(string path, int pause)
    {
        var told = new StringBuilder();
        for (var i = 0; i < Tries; i++)
        {
            var without = await ScrollAsync(WithoutScripts(Pages.FilesOf(path)), path, pause);
            var with = await ScrollAsync(Pages.FilesOf(path), path, pause);
            told.Append(CultureInfo.InvariantCulture, $"{path}, {pause} ms\n  without scripts: {without}\n  with scripts:    {with}\n");
            TestContext.Current.SendDiagnosticMessage(told.ToString());
            if (with.FramesASecond >= LeastShareOfFrames * without.FramesASecond && with.LongTasks <= without.LongTasks + MostLongTasksMore)
                return;
        }

        Assert.Fail(told.ToString());
    }

    // The same page as it stands, with its scripts not run: without JavaScript altogether it would be another, longer page.
    private static ImmutableArray<OutputFile> WithoutScripts(ImmutableArray<OutputFile> files) =>
    [
        .. files.Select(f => f.Path.EndsWith(".html", StringComparison.Ordinal)
            ? f with { Bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(f.Bytes.Span).Replace("type=\"module\"", "type=\"none\"", StringComparison.Ordinal)) }
            : f),
    ];

    private async Task<Pace> ScrollAsync(ImmutableArray<OutputFile> files, string path, int pause)
    {
        await using var opened = await browser.OpenAsync(files, path, 390, 844);
        var session = await opened.Page.Context.NewCDPSessionAsync(opened.Page);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Slowdown });
        var end = await opened.Page.EvaluateAsync<double>(
            """
            async () => {
              await new Promise(done => setTimeout(done, 2000));
              window.frames = [];
              window.tasks = [];
              new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration))).observe({ type: "longtask" });
              let last;
              requestAnimationFrame(function frame(now) {
                if (last) window.frames.push(now - last);
                last = now;
                requestAnimationFrame(frame);
              });
              return document.documentElement.scrollHeight - innerHeight;
            }
            """);
        await opened.Page.Mouse.MoveAsync(195, 422);
        var reached = 0.0;
        for (var turn = 0; turn < 2000 && reached < end - 2; turn++)
        {
            await opened.Page.Mouse.WheelAsync(0, 120);
            await Task.Delay(pause, TestContext.Current.CancellationToken);
            if (turn % 20 == 0)
                reached = await opened.Page.EvaluateAsync<double>("() => scrollY");
        }

        Assert.True(reached >= end - 2, $"the scroll came to {reached} of {end} pixels");
        var frames = await opened.Page.EvaluateAsync<double[]>("() => window.frames");
        var tasks = await opened.Page.EvaluateAsync<double[]>("() => window.tasks");
        return new Pace(1000 * frames.Length / frames.Sum(), frames.Max(), frames.Count(f => f > 50.5), tasks.Length, tasks.DefaultIfEmpty().Max());
    }
}
