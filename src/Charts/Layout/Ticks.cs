using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The words at the ticks of an axis: as many as fit.</summary>
internal static class Ticks
{
    private const double Gap = 10;

    // A linear axis holds a round number wherever it is divided into five parts.
    private const int MostParts = 5;

    /// <summary>How near words may come to their neighbours where an edge pushes them inwards.</summary>
    public const double GapAtEdge = 4;

    private static readonly int[] MonthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000];

    /// <summary>The ticks of an axis that runs up: round values that divide it into about so many parts, or into more where there are none, or else its ends.</summary>
    public static IReadOnlyList<double> Up(IScale scale, int about) =>
        Enumerable.Range(about, MostParts).Select(scale.Ticks).FirstOrDefault(ticks => ticks.Count > 0) ?? [scale.Low, scale.High];

    /// <summary>The ticks of an axis that runs across, with those words that fit beside each other; its ends where it holds no round value.</summary>
    /// <param name="scale">The axis.</param>
    /// <param name="given">Where the author wants ticks, or null.</param>
    /// <param name="most">How many parts there should be at most.</param>
    /// <param name="ticksOf">Round ticks for about so many parts.</param>
    /// <param name="widthOf">The width in pixels of a tick's words among others.</param>
    /// <param name="edges">The pixels between which words must stay.</param>
    public static (IReadOnlyList<double> Lines, IReadOnlyList<double> Words) Across(
        IScale scale, IReadOnlyList<double>? given, int most, Func<int, IReadOnlyList<double>> ticksOf, Func<double, IReadOnlyList<double>, double> widthOf, (double Left, double Right) edges)
    {
        var lines = given?.Where(t => t >= scale.Low && t <= scale.High).ToList();

        // Those meant for the ends of another state would tell no scale.
        if (lines is { Count: < 2 } && lines.Count < given!.Count)
            lines = null;
        var choices = lines is null
            ? Enumerable.Range(1, most).Reverse().Select(ticksOf).ToList()
            : [.. Enumerable.Range(1, Math.Max(1, lines.Count)).Select(every => Every(lines, every))];

        // One tick tells no scale: before it comes to that, the coarsest ticks are thinned out, and where none are round its ends are told.
        if (lines is null)
            choices = [.. choices.Where(t => t.Count > 1), .. Enumerable.Reverse(choices).SelectMany(t => Enumerable.Range(2, Math.Max(0, t.Count - 2)).Select(every => Every(t, every))), .. choices, [scale.Low, scale.High]];
        var words = choices.FirstOrDefault(ticks => ticks.Count > 0 && Fit(scale, ticks, tick => widthOf(tick, ticks), edges)) ?? [];
        return (lines ?? words, words);

        static IReadOnlyList<double> Every(IReadOnlyList<double> ticks, int every) => [.. ticks.Where((_, i) => i % every == 0)];
    }

    /// <summary>The middle of a tick's words: at the tick, or as near to it as the edges let them.</summary>
    public static double Middle(double pixel, double width, (double Left, double Right) edges) =>
        Math.Clamp(pixel, edges.Left + (width / 2), Math.Max(edges.Left + (width / 2), edges.Right - (width / 2)));

    /// <summary>Days on which years, months or single days begin, whichever divides the span into about so many parts.</summary>
    public static IReadOnlyList<double> Days(IScale scale, int about, bool yearsOnly = false)
    {
        var (first, last) = (DateOnly.FromDayNumber((int)Math.Ceiling(scale.Low)), DateOnly.FromDayNumber((int)scale.High));
        var months = ((last.Year - first.Year) * 12) + last.Month - first.Month;
        var step = MonthSteps.FirstOrDefault(s => months / (double)s <= about && (s >= 12 || !yearsOnly), 24000);
        if (months <= 1 && !yearsOnly)
        {
            var days = Math.Max(1, (last.DayNumber - first.DayNumber) / about);
            return [.. Enumerable.Range(0, about + 1).Select(i => (double)first.DayNumber + (i * days)).Where(d => d <= scale.High)];
        }

        var ticks = new List<double>();
        for (var month = ((first.Year * 12) + first.Month - 1) / step * step; month <= (last.Year * 12) + last.Month; month += step)
        {
            if (month / 12 is < 1 or > 9999)
                continue;
            var day = new DateOnly(month / 12, (month % 12) + 1, 1).DayNumber;
            if (day >= scale.Low && day <= scale.High)
                ticks.Add(day);
        }

        return ticks;
    }

    /// <summary>What is written at a day: the year, or in a span of months the month too.</summary>
    /// <param name="day">The day.</param>
    /// <param name="ticks">The days beside which it stands.</param>
    /// <param name="language">The language.</param>
    /// <param name="isShort">Whether years after the first in the same century leave it out.</param>
    public static string Day(double day, IReadOnlyList<double> ticks, Language language, bool isShort = false)
    {
        var date = DateOnly.FromDayNumber((int)day);
        if (ticks.All(t => DateOnly.FromDayNumber((int)t) is { Day: 1, Month: 1 }))
        {
            var first = DateOnly.FromDayNumber((int)ticks[0]);
            var isCut = isShort && date.Year > first.Year && date.Year / 100 == first.Year / 100;
            return isCut ? (date.Year % 100).ToString("00", System.Globalization.CultureInfo.InvariantCulture) : date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return ticks.All(t => DateOnly.FromDayNumber((int)t).Day == 1) ? language.MonthTick(date) : language.DayTick(date);
    }

    private static bool Fit(IScale scale, IReadOnlyList<double> ticks, Func<double, double> widthOf, (double Left, double Right) edges)
    {
        for (var i = 1; i < ticks.Count; i++)
        {
            var half = (widthOf(ticks[i]) + widthOf(ticks[i - 1])) / 2;
            if (Math.Abs(scale[ticks[i]] - scale[ticks[i - 1]]) < half + Gap || Math.Abs(MiddleOf(ticks[i]) - MiddleOf(ticks[i - 1])) < half + GapAtEdge)
                return false;
        }

        return true;

        double MiddleOf(double tick) => Middle(scale[tick], widthOf(tick), edges);
    }
}
