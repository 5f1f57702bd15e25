using BenchmarkDotNet.Attributes;
using Explainer.Charts;

namespace Explainer.Benchmarks;

/// <summary>Every chart of the gallery at every width and in every state, on one core and on all. Two cores are meant to be at least 1.7 times as fast as one.</summary>
public class WholeGallery
{
    private static readonly ChartSpec[] Charts = [.. Gallery.Content.Charts.Values];

    [Benchmark(Baseline = true)]
    public int OneCore() => Charts.Sum(c => ChartDrawer.Draw(c, Gallery.English, Gallery.Typefaces).Chart.Artboards.Length);

    [Benchmark]
    public int AllCores()
    {
        var drawn = new int[Charts.Length];
        Parallel.For(0, Charts.Length, i => drawn[i] = ChartDrawer.Draw(Charts[i], Gallery.English, Gallery.Typefaces).Chart.Artboards.Length);
        return drawn.Sum();
    }
}
