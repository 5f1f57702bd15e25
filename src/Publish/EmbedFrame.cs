using Explainer.Charts;

namespace Explainer.Publish;

/// <summary>
/// How high a frame around an embedded chart has to be at any width, said in what every host page understands without a script:
/// an aspect ratio between a least and a greatest height. Hosts that run scripts are told the height itself.
/// </summary>
/// <param name="Ratio">A hundred times the width that goes with a height of one.</param>
/// <param name="Least">The least height in pixels.</param>
/// <param name="Most">The greatest height in pixels.</param>
internal sealed record EmbedFrame(int Ratio, int Least, int Most)
{
    private const int Narrowest = 280;
    private const int Widest = 900;
    private const int Pace = 10;

    // What theme/styles/embed.css and 3-charts.css give to each part.
    private const int Padding = 12;
    private const int Button = 36;
    private const int Gap = 8;
    private const double Spare = 6;
    private static readonly (TextStyle Style, double Line, int Before) Title = (new(20, true, "ink", Typefaces.Title), 24, 0);
    private static readonly (TextStyle Style, double Line, int Before) Subtitle = (new(12.5f, false, "ink"), 17.5, 5);
    private static readonly (TextStyle Style, double Line, int Before) Source = (new(12, false, "ink"), 17.4, 10);
    private static readonly (TextStyle Style, double Line, int Before) Key = (new(13, true, "ink"), 17.6, 4);
    private static readonly (TextStyle Style, double Line, int Before) Foot = (new(13, true, "ink"), 18.2, 8);

    /// <summary>Measures a chart with the words around it.</summary>
    /// <param name="embed">The chart.</param>
    /// <param name="foot">The words of its last line.</param>
    /// <param name="typefaces">The faces of the page.</param>
    public static EmbedFrame Of(Embed embed, string foot, Typefaces typefaces)
    {
        var needs = Enumerable.Range(0, ((Widest - Narrowest) / Pace) + 1).Select(i => Narrowest + (Pace * i)).Select(width => (Width: width, Height: Needed(embed, foot, typefaces, width))).ToList();
        var most = needs.Max(n => n.Height);
        var best = needs.Select(n => n.Height / n.Width).Distinct().Select(slope => (Slope: slope, Least: LeastWith(slope)))
            .MinBy(fit => needs.Sum(n => Math.Clamp(fit.Slope * n.Width, fit.Least, most) - n.Height));
        return new EmbedFrame((int)Math.Floor(100 / best.Slope), UpToTens(best.Least), UpToTens(most));

        static int UpToTens(double height) => (int)Math.Ceiling(height / 10) * 10;

        // What the slope alone would leave too low.
        double LeastWith(double slope) => needs.Where(n => slope * n.Width < n.Height).Select(n => n.Height).DefaultIfEmpty(needs.Min(n => n.Height)).Max();
    }

    /// <summary>The height at a width.</summary>
    public int HeightAt(int width) => Math.Clamp((int)Math.Ceiling(width * 100.0 / Ratio), Least, Most);

    // With the drawing as large as it was made for: in a frame that is higher it grows, in a lower one it would shrink.
    private static double Needed(Embed embed, string foot, Typefaces typefaces, int frame)
    {
        var width = frame - (2 * Padding);
        var (spec, language) = (embed.Chart.Spec, embed.Chart.Language);
        var drawn = embed.Chart.Artboards.LastOrDefault(a => a.Artboard.Width <= width) ?? embed.Chart.Artboards[0];
        var shape = drawn.Drawings[spec.States.IndexOf(embed.States[0])];
        var perRow = Math.Max(1, (width + Gap) / (Button + Gap));
        var buttons = embed.States.Length > 1 ? (embed.States.Length + perRow - 1) / perRow * (Button + Gap) : 0;
        return (2 * Padding) + Spare + buttons
            + embed.States.Max(s => Room((s.Title ?? spec.Title).In(language), Title))
            + Room(spec.Subtitle?.In(language), Subtitle)
            + Padding + ((double)shape.Height * Math.Min(1, (double)width / shape.Width))
            + ChartModel.Legend(embed.Chart).Sum(row => Room($"{row["amount"]} {row["words"]}", Key))
            + Room(spec.Source?.In(language), Source)
            + Room(foot, Foot);

        double Room(string? words, (TextStyle Style, double Line, int Before) set) =>
            string.IsNullOrEmpty(words) ? 0 : set.Before + (set.Line * typefaces.Wrap(words, set.Style, width - 2).Count);
    }
}
