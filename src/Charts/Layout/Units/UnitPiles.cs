using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A pile of dots for each group on a base line, its amount above it and its name below; narrow pages take several lines of piles.</summary>
internal sealed class UnitPiles(IReadOnlyList<UnitGroup> groups, double width) : IUnitArranger
{
    private const double Between = 10;
    private const double TierGap = 14;
    private const double WidestName = 170;

    private readonly double _lineHeight = groups.Max(g => g.Label.LineHeight);
    private readonly float _size = groups.Max(g => g.Label.NameStyle.Size);

    /// <inheritdoc/>
    public UnitPicture Arrange(double pitch, double room)
    {
        // As many piles side by side as leave room for every word.
        var need = groups.Max(g => Math.Max(g.Label.AmountWidth, Math.Min(g.Label.LongestWord, width * 0.45))) + Between;
        var most = Math.Clamp((int)(width / Math.Max(need, pitch + Between)), 1, groups.Count);
        var tiers = (groups.Count + most - 1) / most;
        var across = (groups.Count + tiers - 1) / tiers;
        var cell = width / across;
        var names = groups.Select(g => g.Label.Lines(Math.Min(WidestName, cell - Between))).ToList();
        var widest = (int)((cell - Between) / pitch);
        if (widest < 1)
            return UnitPicture.TooWide;

        // As few dots in a line as let the highest piles stand: then heights tell most.
        var inLine = Enumerable.Range(1, widest).FirstOrDefault(n => Height(n) <= room, widest);
        return Place(inLine, Height(inLine));

        double Height(int n) => Enumerable.Range(0, tiers).Sum(t => Tall(t, n) + Below(t)) + ((tiers - 1) * TierGap);

        IEnumerable<int> In(int tier) => Enumerable.Range(tier * across, Math.Min(across, groups.Count - (tier * across)));

        double Tall(int tier, int n) => In(tier).Max(i => Math.Ceiling(groups[i].Dots / (double)n)) * pitch + _lineHeight + 4;

        double Below(int tier) => 5 + _size + ((In(tier).Max(i => Math.Max(1, names[i].Count)) - 1) * _lineHeight) + (_size * 0.3);

        UnitPicture Place(int n, double height)
        {
            var feet = new (double X, double Y)[groups.Count];
            var lines = ImmutableArray.CreateBuilder<UnitLine>();
            var strokes = ImmutableArray.CreateBuilder<UnitStroke>();
            var top = 0.0;
            for (var tier = 0; tier < tiers; tier++)
            {
                var foot = Tenth(top + Tall(tier, n));
                strokes.Add(new UnitStroke($"base-{tier}", (0, foot), (cell * In(tier).Count(), foot), new Paint(Stroke: "ink", Width: 1.2f)));
                foreach (var i in In(tier))
                {
                    var middle = cell * (i - (tier * across) + 0.5);
                    var dotsHigh = (groups[i].Dots + n - 1) / n;

                    // A pile of one short line stands in the middle too.
                    feet[i] = (Tenth(middle - (Math.Min(n, Math.Max(1, groups[i].Dots)) * pitch / 2)), foot);
                    lines.Add(new UnitLine(i, middle, foot - (dotsHigh * pitch) - 6, Anchor.Middle, [groups[i].Label.Amount]));
                    for (var line = 0; line < names[i].Count; line++)
                        lines.Add(new UnitLine(i, middle, foot + 5 + _size + (line * _lineHeight), Anchor.Middle, [names[i][line]]));
                }

                top += Tall(tier, n) + Below(tier) + TierGap;
            }

            return new UnitPicture(height, i => Pile(groups[i].Dots, n, feet[i].X, feet[i].Y, pitch), lines.ToImmutable(), strokes.ToImmutable());
        }
    }

    // From the top down, to and fro: only the line at the top may be short.
    private static List<(double X, double Y)> Pile(int dots, int inLine, double left, double foot, double pitch)
    {
        var places = new List<(double X, double Y)>(dots);
        var high = (dots + inLine - 1) / inLine;
        for (var line = 0; line < high; line++)
        {
            var count = line == 0 ? dots - ((high - 1) * inLine) : inLine;
            for (var i = 0; i < count; i++)
                places.Add((left + (pitch / 2) + (pitch * (line % 2 == 0 ? i : count - 1 - i)), foot - 1 - (pitch / 2) - (pitch * (high - 1 - line))));
        }

        return places;
    }

    private static double Tenth(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
