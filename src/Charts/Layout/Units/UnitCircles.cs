using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A disc for each group, all of a line standing on one ground, its amount and its name under it; as few lines of discs as fit the width.</summary>
internal sealed class UnitCircles(IReadOnlyList<UnitGroup> groups, double width) : IUnitArranger
{
    private readonly List<HexDisc> _discs = [.. groups.Select(g => HexDisc.Of(g.Dots))];
    private readonly double _comfort = width >= 560 ? 132 : Math.Max(84, width * 0.3);
    private readonly double _gap = width >= 560 ? 18 : 10;

    /// <inheritdoc/>
    public UnitPicture Arrange(double pitch, double room)
    {
        var cells = groups.Select((group, i) =>
        {
            var disc = _discs[i].Width(pitch);
            var most = Math.Max(Math.Min(group.Label.LongestWord, width * 0.45), Math.Max(disc, _comfort));
            var lines = group.Label.Lines(most);
            return (Disc: disc, Tall: _discs[i].Height(pitch), Lines: lines, Width: Math.Max(disc, group.Label.WidthOf(lines)));
        }).ToList();
        if (cells.Any(c => c.Width > width))
            return UnitPicture.TooWide;

        var corners = new (double X, double Y)[groups.Count];
        var words = ImmutableArray.CreateBuilder<UnitLine>();
        var top = 0.0;
        foreach (var (from, to) in Lines([.. cells.Select(c => c.Width)]))
        {
            var line = cells[from..to];
            var tallest = line.Max(c => c.Tall);
            var spare = (width - line.Sum(c => c.Width)) / line.Count;
            var (left, bottom) = (0.0, top + tallest);
            for (var i = from; i < to; i++)
            {
                var (label, middle) = (groups[i].Label, left + ((cells[i].Width + spare) / 2));
                corners[i] = (Tenth(middle - (cells[i].Disc / 2)), Tenth(top + tallest - cells[i].Tall));
                var baseline = top + tallest + 3 + label.AmountStyle.Size;
                foreach (var run in cells[i].Lines.Prepend(label.Amount))
                {
                    words.Add(new UnitLine(i, middle, baseline, Anchor.Middle, [run]));
                    baseline += label.LineHeight;
                }

                bottom = Math.Max(bottom, baseline - label.LineHeight + (label.NameStyle.Size * 0.3));
                left += cells[i].Width + spare;
            }

            top = bottom + _gap;
        }

        return new UnitPicture(top - _gap, i => [.. _discs[i].At(corners[i].X, corners[i].Y, pitch)], words.ToImmutable(), []);
    }

    // As few lines as the width allows, then broken where the lines come out most alike.
    private List<(int From, int To)> Lines(double[] widths)
    {
        var (count, used) = (1, 0.0);
        foreach (var cell in widths)
        {
            if (used > 0 && used + _gap + cell > width)
                (count, used) = (count + 1, cell);
            else
                used += (used > 0 ? _gap : 0) + cell;
        }

        var best = new double[count + 1, widths.Length + 1];
        var cut = new int[count + 1, widths.Length + 1];
        for (var lines = 0; lines <= count; lines++)
        {
            for (var to = 0; to <= widths.Length; to++)
            {
                best[lines, to] = lines == 0 && to == 0 ? 0 : double.PositiveInfinity;
                var taken = -_gap;
                for (var from = to - 1; lines > 0 && from >= 0; from--)
                {
                    taken += _gap + widths[from];
                    if (taken > width + 1e-6)
                        break;
                    var cost = best[lines - 1, from] + ((width - taken) * (width - taken));
                    if (cost < best[lines, to])
                        (best[lines, to], cut[lines, to]) = (cost, from);
                }
            }
        }

        var result = new List<(int, int)>();
        for (int lines = count, to = widths.Length; lines > 0; to = cut[lines, to], lines--)
            result.Insert(0, (cut[lines, to], to));
        return result;
    }

    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
