using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Explainer.Charts;
using Explainer.Commands;

namespace Explainer.Benchmarks;

/// <summary>
/// Every chart of the gallery at every width and in every state, on one core and on all: two cores are meant to be at least
/// 1.7 times as fast as one. Beside it plain arithmetic that shares nothing, done alike: what the machine itself has to give.
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WholeGallery
{
    private const int Pieces = 64;
    private const int Steps = 4_000_000;

    private static readonly ChartSpec[] Charts = [.. Gallery.Content.Charts.Values];

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("gallery")]
    public int OneCore() => Charts.Sum(c => ChartDrawer.Draw(c, Gallery.English, Gallery.Typefaces).Chart.Artboards.Length);

    [Benchmark]
    [BenchmarkCategory("gallery")]
    public int AllCores() =>
        SideBySide.Run([.. Charts], c => c.Weight, c => ChartDrawer.Draw(c, Gallery.English, Gallery.Typefaces).Chart.Artboards.Length).Sum();

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("arithmetic")]
    public int ArithmeticOnOneCore() => Enumerable.Range(0, Pieces).Sum(Reckon);

    [Benchmark]
    [BenchmarkCategory("arithmetic")]
    public int ArithmeticOnAllCores() => SideBySide.Run([.. Enumerable.Range(0, Pieces)], _ => 1, Reckon).Sum();

    private static int Reckon(int seed)
    {
        var x = (uint)seed;
        for (var i = 0; i < Steps; i++)
            x = (x * 1664525) + 1013904223;
        return (int)(x >> 24);
    }
}
