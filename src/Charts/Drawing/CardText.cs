using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Words that fill a box: as large as they can be, in lines of about the same length.</summary>
internal static class CardText
{
    private const double LineHeight = 1.08;
    private const string Ellipsis = "…";

    /// <summary>Above this size lines stay as the author broke them; words that would need smaller letters for it are broken anew.</summary>
    private const int SmallestKept = 54;

    /// <summary>Fits words into a box.</summary>
    /// <param name="lines">The words, in lines as the author broke them.</param>
    /// <param name="role">The colour role of words that nobody in particular says.</param>
    /// <param name="setter">What sets them.</param>
    /// <param name="box">The box.</param>
    /// <param name="largest">The largest size.</param>
    /// <param name="smallest">The smallest size; what the box does not hold even so ends in an ellipsis.</param>
    public static ImmutableArray<CardLine> Fit(ImmutableArray<ImmutableArray<KindRun>> lines, string role, Typesetter setter, Box box, int largest, int smallest)
    {
        // The widest line that an ellipsis can still follow.
        var widest = (box.Width / smallest) - setter.Measure(Ellipsis);
        var kept = lines.Select(l => Words(l, role, setter, widest)).Where(l => l.Count > 0).ToList();
        var all = kept.SelectMany(l => l).ToList();
        var space = setter.Measure(" ");
        for (var size = largest; size >= SmallestKept && kept.Count > 1; size -= 2)
        {
            if (Holds(kept, size))
                return Placed(kept, size);
        }

        for (var size = largest; size >= smallest; size -= 2)
        {
            var wrapped = Balanced(all, box.Width / size, space);
            if (Holds(wrapped, size))
                return Placed(wrapped, size);
        }

        var most = (int)(box.Height / (smallest * LineHeight));
        var shown = Wrap(all, widest, space).Take(most).ToList();
        shown[^1][^1] = CardWord.Of([.. shown[^1][^1].Runs, (Ellipsis, role)], setter);
        return Placed(shown, smallest);

        bool Holds(List<List<CardWord>> set, int size) =>
            set.Count * size * LineHeight <= box.Height && set.All(l => WidthOf(l, space) * size <= box.Width);

        ImmutableArray<CardLine> Placed(List<List<CardWord>> set, int size) =>
            [.. set.Select((l, i) => new CardLine([.. l], size, box.Left, box.Top + (size * (CardLine.Ascent + (i * LineHeight))), WidthOf(l, space) * size))];
    }

    // A word may have several colours, such as a comma after what somebody says; spaces that do not break stay in it.
    private static List<CardWord> Words(ImmutableArray<KindRun> line, string role, Typesetter setter, double width)
    {
        var words = new List<List<(string, string)>> { new() };
        foreach (var (text, kind) in line)
        {
            var pieces = text.Split(' ');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                    words.Add([]);
                if (pieces[i].Length > 0)
                    words[^1].Add((pieces[i], kind?.Slug() ?? role));
            }
        }

        return [.. words.Where(w => w.Count > 0).SelectMany(w => CardWord.Of(w, setter).Cut(width, setter))];
    }

    // As many lines as are needed, and none much longer than the others.
    private static List<List<CardWord>> Balanced(List<CardWord> words, double width, double space)
    {
        const double Step = 0.98;
        var lines = Wrap(words, width, space);
        for (var narrower = width * Step; lines.Count > 1; narrower *= Step)
        {
            var tighter = Wrap(words, narrower, space);
            if (tighter.Count > lines.Count || tighter.Any(l => WidthOf(l, space) > narrower))
                break;
            lines = tighter;
        }

        return lines;
    }

    private static List<List<CardWord>> Wrap(List<CardWord> words, double width, double space)
    {
        var lines = new List<List<CardWord>>();
        foreach (var word in words)
        {
            if (lines.Count > 0 && WidthOf(lines[^1], space) + space + word.Width <= width)
                lines[^1].Add(word);
            else
                lines.Add([word]);
        }

        return lines;
    }

    private static double WidthOf(List<CardWord> line, double space) => line.Sum(w => w.Width) + (space * (line.Count - 1));
}
