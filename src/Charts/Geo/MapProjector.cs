using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>Puts a view of an atlas on a frame of pixels. A pure function: who asks often keeps the answer.</summary>
internal sealed class MapProjector
{
    // Lines keep to within this many pixels of the truth, and outlines to within this part of their size.
    private const double Tolerance = 0.6;
    private const double ToleranceOfSize = 0.1;

    // Far outside the frame, where only the way around it counts.
    private const double Outside = 30;
    private const double OutsideTolerance = 10;

    // Islands and lakes below this many square pixels are left out, but for a region's largest part.
    private const double SmallestPart = 1.5;

    // Below this many square pixels an outline encloses nothing.
    private const double Nothing = 1e-6;

    private readonly Atlas _atlas;
    private readonly Fit _fit;
    private readonly GeoPoint[]?[] _arcs;

    private MapProjector(Atlas atlas, Fit fit) => (_atlas, _fit, _arcs) = (atlas, fit, new GeoPoint[atlas.Arcs.Length][]);

    /// <summary>Fits a view into a width, and into a height when it would be higher.</summary>
    public static ProjectedMap Project(Atlas atlas, MapView view, double width, double maxHeight = double.PositiveInfinity)
    {
        var projector = new MapProjector(atlas, Fit.Of(view, width, maxHeight));
        var regions = atlas.Regions.Select(projector.Region).ToImmutableArray();
        var borders = projector.Borders();
        return new ProjectedMap(projector._fit.Frame.Width, projector._fit.Frame.Height, regions, projector.Land(), borders) { Fit = projector._fit };
    }

    private ProjectedRegion Region(AtlasRegion region)
    {
        var rings = new List<List<(double X, double Y)>>();
        var (area, largest) = (0.0, 0.0);
        var largestPart = new List<List<(double X, double Y)>>();
        (double X, double Y)? point = null;
        foreach (var part in region.Parts)
        {
            if (!_fit.Projection.MaySee(part.Middle, part.Radius, _fit.Reach) || (!part.IsLargest && IsLeftOut(part.Outer)))
                continue;
            var pieces = Clipped(part.Outer, ref point).OrderByDescending(p => Math.Abs(Rings.Area(p))).ToList();
            if (pieces.Count == 0)
                continue;
            var visible = Visible(pieces);
            foreach (var hole in part.Holes.Where(h => !IsLeftOut(h)))
            {
                var holes = Clipped(hole, ref point);
                visible -= holes.Sum(h => Math.Abs(Rings.Area(h)));
                pieces.AddRange(holes);
            }

            if (visible < Nothing)
                continue;
            rings.AddRange(pieces);
            area += visible;
            if (visible > largest)
                (largest, largestPart) = (visible, pieces);
        }

        var anchor = rings.Count > 0 ? InnerPoint.Of(largestPart) ?? point : point;
        var bounds = rings.Count > 0 ? Rings.Bounds([.. rings.SelectMany(r => r)]) : anchor is { } a ? new Box(a.X, a.Y, a.X, a.Y) : default;
        return new ProjectedRegion(region.Code, Frozen(rings), area, anchor, bounds);
    }

    // All but what was left out of the regions.
    private ImmutableArray<ImmutableArray<(double X, double Y)>> Land()
    {
        var shown = _arcs.Select(a => a is not null).ToArray();
        (double X, double Y)? point = null;
        return Frozen(_atlas.Land.Where(r => r.Arcs.Any(a => shown[Atlas.Index(a)])).SelectMany(r => Clipped(r, ref point)));
    }

    private ImmutableArray<ImmutableArray<(double X, double Y)>> Borders()
    {
        var lines = new List<List<(double X, double Y)>>();
        for (var i = 0; i < _arcs.Length; i++)
        {
            if (_arcs[i] is not { } arc || !_atlas.IsBorder[i])
                continue;
            var pieces = new List<List<(double X, double Y)>>();
            _fit.Projection.Line(arc, _fit.Reach, pieces);
            lines.AddRange(pieces.SelectMany(piece => Rings.Lines([.. piece.Select(_fit.Pixel)], _fit.Frame)));
        }

        return Frozen(lines);
    }

    private bool IsLeftOut(AtlasRing ring) => !ring.IsShared && ring.Area * _fit.Scale * _fit.Scale < SmallestPart;

    // When the inside is what pieces leave free, the frame is the first of them.
    private double Visible(List<List<(double X, double Y)>> pieces) =>
        pieces.Count > 1 && Math.Abs(Rings.Area(pieces[0])) >= (_fit.Frame.Width * _fit.Frame.Height) - Nothing
            ? Math.Abs(Rings.Area(pieces[0])) - pieces.Skip(1).Sum(p => Math.Abs(Rings.Area(p)))
            : pieces.Sum(p => Math.Abs(Rings.Area(p)));

    // The pieces of a ring within the frame. Of one that encloses nothing, the place is told.
    private List<List<(double X, double Y)>> Clipped(AtlasRing ring, ref (double X, double Y)? point)
    {
        var pieces = new List<List<(double X, double Y)>>();
        foreach (var arc in ring.Arcs)
            _arcs[Atlas.Index(arc)] ??= Simplified(Atlas.Index(arc));
        var isRest = _fit.Projection.Outline(Atlas.Points(ring.Arcs, _arcs!), _fit.Reach, pieces);
        var clipped = new List<List<(double X, double Y)>>();
        foreach (var piece in pieces)
        {
            for (var i = 0; i < piece.Count; i++)
                piece[i] = _fit.Pixel(piece[i]);
            var inFrame = Rings.Clip(piece, _fit.Frame);
            if (inFrame.Count > 2 && Math.Abs(Rings.Area(inFrame)) > Nothing)
                clipped.Add(inFrame);
            else if (Math.Abs(Rings.Area(piece)) <= Nothing && Rings.Bounds(piece) is var b && _fit.Frame.Holds(b))
                point ??= (b.Middle, (b.Top + b.Bottom) / 2);
        }

        if (isRest)
            AddRest(clipped);
        return clipped;
    }

    private void AddRest(List<List<(double X, double Y)>> clipped)
    {
        var frame = _fit.Frame;
        if (clipped.Sum(p => Math.Abs(Rings.Area(p))) >= (frame.Width * frame.Height) - Nothing)
            clipped.Clear();
        else
            clipped.Insert(0, [(frame.Left, frame.Top), (frame.Right, frame.Top), (frame.Right, frame.Bottom), (frame.Left, frame.Bottom)]);
    }

    private GeoPoint[] Simplified(int index)
    {
        var arc = _atlas.Arcs[index];
        var line = new (double X, double Y)[arc.Length];
        _fit.Projection.Trace(arc, line);
        for (var i = 0; i < line.Length; i++)
            line[i] = _fit.Pixel(line[i]);
        var frame = _fit.Frame;
        var near = new Box(frame.Left - Outside, frame.Top - Outside, frame.Right + Outside, frame.Bottom + Outside);
        var size = Math.Sqrt(_atlas.SmallestRing[index]) * _fit.Scale;
        var tolerance = Math.Min(near.Overlaps(Rings.Bounds(line)) ? Tolerance : OutsideTolerance, size * ToleranceOfSize);
        var kept = ArcSimplifier.Kept(line, tolerance, arc[0] == arc[^1]);
        return [.. arc.Where((_, i) => kept[i])];
    }

    private static ImmutableArray<ImmutableArray<(double X, double Y)>> Frozen(IEnumerable<List<(double X, double Y)>> lines) => [.. lines.Select(l => l.ToImmutableArray())];
}
