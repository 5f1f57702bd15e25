using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>
/// Dots line by line, group after group, with words at their left: one block where colours tell the groups apart. On narrow
/// pages each group stands under its words.
/// </summary>
internal sealed class UnitRows(IReadOnlyList<UnitGroup> groups, double width) : IUnitArranger
{
    private const double Gutter = 18;
    private const double HeadGap = 10;
    private const double BlockGap = 9;

    private readonly bool _hasColumn = width >= 560;

    /// <inheritdoc/>
    public UnitPicture Arrange(double pitch, double room)
    {
        var column = _hasColumn ? Math.Min(groups.Max(g => Math.Max(g.Label.NameWidth, g.Label.AmountWidth)), width * 0.27) : 0;
        var most = (int)((width - column - (_hasColumn ? Gutter : 0)) / pitch);
        if (most < 1)
            return UnitPicture.TooWide;
        if (!_hasColumn)
            return Under(Round(most), pitch);

        // No wider than high, where there is so much room: then it is a block.
        for (var n = 10; n < most; n += 10)
        {
            var block = Beside(n, pitch, column);
            if (block.Height <= Math.Min(room, n * pitch))
                return block;
        }

        return Beside(Round(most), pitch, column);
    }

    private static int Round(int inLine) => inLine >= 20 ? inLine / 10 * 10 : inLine >= 10 ? inLine / 5 * 5 : inLine;

    // One block, where every group looks unlike its neighbours and is high enough for its words; otherwise each begins a line of its own,
    // as far below the one before as words and dots need.
    private UnitPicture Beside(int inLine, double pitch, double column)
    {
        var words = groups.Select(g => g.Label.Lines(column)).ToList();
        var tall = groups.Select((g, i) => (words[i].Count * g.Label.LineHeight) + (g.Label.AmountStyle.Size * 1.02)).ToList();
        var begins = new (int Cell, double Down)[groups.Count];
        var spans = new (double Top, double Bottom)[groups.Count];
        var cell = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            begins[i] = (cell, 0);
            spans[i] = (cell / inLine * pitch, (((cell + groups[i].Dots - 1) / inLine) + 1) * pitch);
            cell += groups[i].Dots;
        }

        var height = Math.Max(spans[^1].Bottom, tall.Sum() + (BlockGap * (groups.Count - 1)));
        var tops = Spread([.. spans.Select(s => (s.Top + s.Bottom) / 2)], tall, height);
        var isBlock = Enumerable.Range(0, groups.Count).All(i =>
            (i == 0 || groups[i].Looks != groups[i - 1].Looks) && tops[i] + (tall[i] / 2) >= spans[i].Top && tops[i] + (tall[i] / 2) <= spans[i].Bottom);
        if (!isBlock)
        {
            height = -BlockGap;
            for (var i = 0; i < groups.Count; i++)
            {
                var top = Math.Round(height + BlockGap, 1, MidpointRounding.AwayFromZero);
                begins[i] = (0, top);
                tops[i] = top;
                height = top + Math.Max(tall[i], Math.Ceiling(groups[i].Dots / (double)inLine) * pitch);
            }
        }

        var lines = ImmutableArray.CreateBuilder<UnitLine>();
        for (var i = 0; i < groups.Count; i++)
        {
            var baseline = tops[i] + (groups[i].Label.AmountStyle.Size * 0.78);
            foreach (var run in words[i].Append(groups[i].Label.Amount))
            {
                lines.Add(new UnitLine(i, 0, baseline, Anchor.Start, [run]));
                baseline += groups[i].Label.LineHeight;
            }
        }

        var left = Math.Round(column + Gutter, 1, MidpointRounding.AwayFromZero);
        return new UnitPicture(height, i => Places(begins[i].Cell, groups[i].Dots, inLine, left, begins[i].Down, pitch), lines.ToImmutable(), []);
    }

    private static List<(double X, double Y)> Places(int first, int dots, int inLine, double left, double top, double pitch) =>
        [.. Enumerable.Range(first, dots).Select(c => (left + (pitch / 2) + (c % inLine * pitch), top + (pitch / 2) + (c / inLine * pitch)))];

    private UnitPicture Under(int inLine, double pitch)
    {
        var tops = new double[groups.Count];
        var lines = ImmutableArray.CreateBuilder<UnitLine>();
        var top = 0.0;
        for (var i = 0; i < groups.Count; i++)
        {
            var label = groups[i].Label;
            var words = label.Lines(width);
            var last = words.Count == 0 ? 0 : label.WidthOf([words[^1]]);
            var baseline = top + (label.AmountStyle.Size * 0.8);
            for (var line = 0; line < words.Count; line++)
            {
                // The amount follows the name where it fits on its last line.
                var isJoined = line == words.Count - 1 && last + 8 + label.AmountWidth <= width;
                lines.Add(new UnitLine(i, 0, baseline, Anchor.Start, isJoined ? [words[line] with { Text = words[line].Text + " " }, label.Amount] : [words[line]]));
                baseline += label.LineHeight;
            }

            if (words.Count == 0 || last + 8 + label.AmountWidth > width)
            {
                lines.Add(new UnitLine(i, 0, baseline, Anchor.Start, [label.Amount]));
                baseline += label.LineHeight;
            }

            tops[i] = Math.Round(baseline - label.LineHeight + (label.NameStyle.Size * 0.3) + 3, 1, MidpointRounding.AwayFromZero);
            top = tops[i] + (((groups[i].Dots + inLine - 1) / inLine) * pitch) + HeadGap;
        }

        return new UnitPicture(top - HeadGap, i => Places(0, groups[i].Dots, inLine, 0, tops[i], pitch), lines.ToImmutable(), []);
    }

    // Each box about its middle, pushed down by the one above it and up again by the end.
    private static double[] Spread(List<double> middles, List<double> tall, double height)
    {
        var tops = new double[tall.Count];
        var free = 0.0;
        for (var i = 0; i < tall.Count; i++)
        {
            tops[i] = Math.Max(free, middles[i] - (tall[i] / 2));
            free = tops[i] + tall[i] + BlockGap;
        }

        var end = height;
        for (var i = tall.Count - 1; i >= 0; i--)
        {
            tops[i] = Math.Min(tops[i], end - tall[i]);
            end = tops[i] - BlockGap;
        }

        return tops;
    }
}
