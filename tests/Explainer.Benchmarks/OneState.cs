using BenchmarkDotNet.Attributes;
using Explainer.Charts;

namespace Explainer.Benchmarks;

/// <summary>
/// One state of a chart at one width, warm: all of it, and beside it ScottPlot's own rendering of the same shapes, so that
/// what we add is seen. At most 10 ms is meant for all of it.
/// </summary>
[MemoryDiagnoser]
public class OneState
{
    private ChartSpec _chart = null!;
    private Artboard _artboard = null!;
    private Sketch _sketch = null!;

    /// <summary>Bars, rows with many words, dots, lines in panels, piles of a series, a map with circles, a filled world.</summary>
    [Params("typical", "answers", "thousand", "panels", "loans", "where", "driving")]
    public string Chart { get; set; } = "";

    [Params(344, 856)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _chart = Gallery.Content.Charts[Chart];
        _artboard = Artboard.All.Single(a => a.Width == Width);
        _sketch = ChartDrawer.SketchOf(_chart, _chart.States[^1], _artboard, Gallery.English, Gallery.Typefaces);
    }

    [GlobalCleanup]
    public void CleanUp() => _sketch.Dispose();

    [Benchmark(Baseline = true)]
    public long ScottPlotAlone()
    {
        using var svg = _sketch.Render();
        return svg.Size;
    }

    [Benchmark]
    public KeyedDrawing AllOfIt()
    {
        using var sketch = ChartDrawer.SketchOf(_chart, _chart.States[^1], _artboard, Gallery.English, Gallery.Typefaces);
        return sketch.Finish();
    }
}
