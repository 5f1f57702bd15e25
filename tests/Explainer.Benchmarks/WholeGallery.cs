using BenchmarkDotNet.Attributes;
using Explainer.Charts;
using Explainer.Commands;

namespace Explainer.Benchmarks;

/// <summary>Every chart of the gallery at every width and in every state, on one core and on all. Two cores are meant to be at least 1.7 times as fast as one.</summary>
public class WholeGallery
{
    private static readonly ChartSpec[] Charts = [.. Gallery.Content.Charts.Values];

    [Benchmark(Baseline = true)]
    public int OneCore() => Charts.Sum(c => ChartDrawer.Draw(c, Gallery.English, Gallery.Typefaces).Chart.Artboards.Length);

    [Benchmark]
    public int AllCores() =>
        SideBySide.Run([.. Charts], c => c.Weight, c => ChartDrawer.Draw(c, Gallery.English, Gallery.Typefaces).Chart.Artboards.Length).Sum();
}
