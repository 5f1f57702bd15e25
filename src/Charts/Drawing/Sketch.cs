using System.Collections.Immutable;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>
/// A picture in the making: marks, each with a key, made of shapes and text that ScottPlot draws. Its coordinates are
/// pixels of the artboard, y downwards: the plot's axes span exactly the artboard.
/// </summary>
internal sealed class Sketch : IDisposable
{
    private static readonly Color Black = Colors.Black;

    private static readonly (double X, double Y)[][] Speck = [[(0, 0), (1, 0), (0, 1)]];

    // Of all that ScottPlot does at a render before it draws, only this: backgrounds, ticks, grids and legends are drawn as marks, or not at all.
    private static readonly HashSet<Type> Needed =
    [
        typeof(PreRenderLock), typeof(ReplaceNullAxesWithDefaults), typeof(CalculateLayout),
    ];


    private readonly Plot _plot = new();
    private readonly Typefaces _typefaces;
    private readonly List<(string Key, bool IsLit)> _marks = [];
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private readonly List<Part> _parts = [];
    private int _current = -1;

    public Sketch(int width, int height, Typefaces typefaces)
    {
        Width = width;
        Height = height;
        _typefaces = typefaces;
        _plot.Layout.Frameless();
        foreach (var axis in _plot.Axes.GetAxes())
            axis.TickGenerator = new EmptyTickGenerator();
        _plot.RenderManager.RenderActions.RemoveAll(action => !Needed.Contains(action.GetType()));
        _plot.RenderManager.RenderActions.Add(new RenderUnclipped());
        _plot.RenderManager.ClearCanvasBeforeEachRender = false;
        _plot.Axes.SetLimits(0, width, height, 0);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The width of a text in pixels.</summary>
    public float Measure(string text, TextStyle style) => _typefaces.Measure(text, style);

    /// <summary>The width of a line of runs in pixels.</summary>
    public float Measure(IEnumerable<TextRun> runs) => runs.Sum(r => _typefaces.Measure(r.Text, r.Style));

    /// <summary>How much of a text's beginning is no wider than a width, in characters, as <see cref="Typefaces.LengthWithin"/> tells.</summary>
    public int LengthWithin(string text, TextStyle style, double width) => _typefaces.LengthWithin(text, style, width);

    /// <summary>Breaks words into lines no wider than a width, where one word alone is not wider.</summary>
    public IReadOnlyList<string> Wrap(string words, TextStyle style, double width) => _typefaces.Wrap(words, style, width);

    /// <summary>Characters that the lettering lacks, of all texts so far, each with the first line that holds it.</summary>
    public SortedDictionary<string, string> Unlettered { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins a mark: all that is drawn next belongs to it. A key that was begun before goes on.</summary>
    public void Begin(string key, bool isLit = true)
    {
        if (_indices.TryGetValue(key, out _current))
            return;
        _current = _indices[key] = _marks.Count;
        _marks.Add((key, isLit));
    }

    public void Rect(double x, double y, double width, double height, Paint paint)
    {
        var bar = new Bar { Position = x + (width / 2), Size = width, ValueBase = y, Value = y + height, LineWidth = 0, FillColor = Black };
        Add(paint, new BarPlot(new List<Bar> { bar }));
    }

    public void Circle(double x, double y, double radius, Paint paint) =>
        Add(paint, new Marker { X = x, Y = y, MarkerShape = MarkerShape.FilledCircle, MarkerSize = (float)(2 * radius), MarkerFillColor = Black });

    public void Line(double x1, double y1, double x2, double y2, Paint paint)
    {
        // A line of no length is a dot when its ends are round; only a hand-drawn path keeps it.
        if (paint.Round)
            Stroke(paint, path => { path.MoveTo((float)x1, (float)y1); path.LineTo((float)x2, (float)y2); });
        else
            Add(paint, new LinePlot { Start = new(x1, y1), End = new(x2, y2), LineWidth = paint.Width, LineColor = Black });
    }

    /// <summary>A dot in one of the shapes; all have about the area of a circle of the radius.</summary>
    public void Symbol(double x, double y, double radius, Symbol shape, Paint paint)
    {
        var r = radius;
        switch (shape)
        {
            case Charts.Symbol.Circle:
                Circle(x, y, r, paint);
                break;
            case Charts.Symbol.Square:
                Polygon(Around(x, y, r * 0.9, (-1, -1), (1, -1), (1, 1), (-1, 1)), paint);
                break;
            case Charts.Symbol.Triangle:
                Polygon(Around(x, y, r * 1.15, (0, -1), (1, 0.75), (-1, 0.75)), paint);
                break;
            case Charts.Symbol.Diamond:
                Polygon(Around(x, y, r * 1.25, (0, -1), (1, 0), (0, 1), (-1, 0)), paint);
                break;
            case Charts.Symbol.Cross:
                Polygon(Around(x, y, r * 1.1, (-0.35, -1), (0.35, -1), (0.35, -0.35), (1, -0.35), (1, 0.35), (0.35, 0.35), (0.35, 1), (-0.35, 1), (-0.35, 0.35), (-1, 0.35), (-1, -0.35), (-0.35, -0.35)), paint);
                break;
            default:
                Polygon(Around(x, y, r * 1.15, (0, 1), (1, -0.75), (-1, -0.75)), paint);
                break;
        }
    }

    /// <summary>Lines through points, each of its own, as one path.</summary>
    public void Polylines(IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines, Paint paint) =>
        Stroke(paint, path => TraceAll(path, lines));

    /// <summary>A closed shape.</summary>
    public void Polygon(IReadOnlyList<(double X, double Y)> points, Paint paint) => Polygons([points], paint);

    /// <summary>Shapes of many points that no state moves, such as land: closed, or open lines such as borders.</summary>
    /// <param name="lines">Makes their points; asked only when the outline was not drawn before.</param>
    /// <param name="paint">Their paint.</param>
    /// <param name="outline">Where the path is kept.</param>
    /// <param name="isClosed">Whether each line ends where it begins.</param>
    public void Outline(Func<IReadOnlyList<IReadOnlyList<(double X, double Y)>>> lines, Paint paint, DrawnOutline outline, bool isClosed = true)
    {
        // What was drawn before keeps its place in the order of painting by a speck.
        var traced = outline.Path is null ? lines() : Speck;
        Add(new Part(_current, paint, null, outline), isClosed ? Filled(traced) : Stroked(paint, path => TraceAll(path, traced)));
    }

    /// <summary>Closed shapes as one path; where one lies within another there is a hole.</summary>
    public void Polygons(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings, Paint paint) => Add(paint, Filled(rings));

    /// <summary>Half a disc with its flat side to the left: a value that covers only part of what the others cover.</summary>
    public void HalfDisc(double x, double y, double radius, Paint paint) =>
        Add(paint, new CanvasPlottable((canvas, ink) =>
        {
            var r = (float)radius;
            var left = (float)x - r;
            var middle = (float)y;
            using var path = new SKPath();
            path.MoveTo(left, middle - r);
            path.LineTo((float)x, middle - r);
            path.ArcTo(r, r, 0, SKPathArcSize.Small, SKPathDirection.Clockwise, (float)x, middle + r);
            path.LineTo(left, middle + r);
            path.Close();
            ink.Color = Black;
            canvas.DrawPath(path, ink.SKPaint);
        }));

    /// <summary>Many equal dots as one path of round-ended strokes of no length.</summary>
    public void Dots(IEnumerable<(double X, double Y)> places, double radius, string role) =>
        Stroke(new Paint(Stroke: role, Width: (float)(2 * radius), Round: true, IsDots: true), path =>
        {
            foreach (var (x, y) in places)
            {
                path.MoveTo((float)x, (float)y);
                path.LineTo((float)x, (float)y);
            }
        });

    /// <summary>A line of text; y is its baseline.</summary>
    public void Text(double x, double y, Anchor anchor, bool halo, params ImmutableArray<TextRun> runs)
    {
        foreach (var run in runs)
        {
            if (_typefaces.FirstMissing(run.Text) is { } missing)
                Unlettered.TryAdd(missing, string.Concat(runs.Select(r => r.Text)));
        }

        // The reader writes the words; what is drawn is the room they take. Skia's SVG asks the font anew for each word it
        // writes, behind a lock that all threads share: two cores would wait for one another at every label.
        var width = Measure(runs);
        var left = x - (width * anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 });
        var height = runs.Max(r => r.Style.Size);
        Add(new Part(_current, null, new TextLine(x, y, anchor, runs, halo)), new CanvasPlottable((canvas, ink) =>
        {
            ink.Color = Black;
            canvas.DrawRect((float)left, (float)y - height, width, height, ink.SKPaint);
        }));
    }

    /// <summary>Has ScottPlot draw everything and finds the marks again in its SVG.</summary>
    public KeyedDrawing Finish()
    {
        using var svg = Render();
        using var stream = svg.AsStream();
        return SvgReader.Read(stream, Width, Height, _marks, _parts);
    }

    /// <summary>The SVG as ScottPlot draws it.</summary>
    internal SKData Render()
    {
        // The SVG is written a few characters at a time: a stream of Skia's own spares a call into managed code for each.
        using var stream = new SKDynamicMemoryWStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), stream))
            _plot.Render(canvas, new PixelRect(0, Width, Height, 0));
        return stream.DetachAsData();
    }

    /// <inheritdoc/>
    public void Dispose() => _plot.Dispose();

    private static (double X, double Y)[] Around(double x, double y, double size, params (double X, double Y)[] corners) =>
        [.. corners.Select(c => (x + (c.X * size), y + (c.Y * size)))];

    private static void Trace(SKPath path, IReadOnlyList<(double X, double Y)> points)
    {
        path.MoveTo((float)points[0].X, (float)points[0].Y);
        for (var i = 1; i < points.Count; i++)
            path.LineTo((float)points[i].X, (float)points[i].Y);
    }

    private static void TraceAll(SKPath path, IReadOnlyList<IReadOnlyList<(double X, double Y)>> lines)
    {
        foreach (var line in lines)
            Trace(path, line);
    }

    private static CanvasPlottable Filled(IReadOnlyList<IReadOnlyList<(double X, double Y)>> rings) => new((canvas, ink) =>
    {
        using var path = new SKPath { FillType = SKPathFillType.EvenOdd };
        foreach (var ring in rings)
        {
            Trace(path, ring);
            path.Close();
        }

        ink.Color = Black;
        canvas.DrawPath(path, ink.SKPaint);
    });

    private static CanvasPlottable Stroked(Paint paint, Action<SKPath> trace) => new((canvas, ink) =>
    {
        using var path = new SKPath();
        trace(path);
        ink.Color = Black;
        ink.IsStroke = true;
        ink.StrokeWidth = paint.Width;
        ink.SKStrokeCap = paint.Round ? SKStrokeCap.Round : SKStrokeCap.Butt;
        canvas.DrawPath(path, ink.SKPaint);
    });

    private void Stroke(Paint paint, Action<SKPath> trace) => Add(paint, Stroked(paint, trace));

    private void Add(Paint paint, IPlottable plottable) => Add(new Part(_current, paint, null), plottable);

    private void Add(Part part, IPlottable plottable)
    {
        if (_current < 0)
            throw new InvalidOperationException("Begin a mark before drawing it.");
        _plot.Add.Plottable(new NumberedPlottable(_parts.Count, plottable));
        _parts.Add(part);
    }
}
