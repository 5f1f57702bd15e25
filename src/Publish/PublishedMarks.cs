using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Marks of published values along a slider or a scale, the scale's ends in words, and the marks' words in as many lines as they need.</summary>
internal static class PublishedMarks
{
    // Of a track on the narrowest screen, in pixels; letters are counted as wide as digits.
    private const double NarrowTrack = 240;
    private const double LetterWidth = 7.5;
    private const double Gap = 6;
    private const double FirstLine = 24;
    private const double LineHeight = 15;

    /// <summary>The height in pixels of the marks with their words, the words of both ends, and each mark: where it stands in per cent, and its words.</summary>
    /// <param name="figures">What is published.</param>
    /// <param name="ends">The ends of the scale.</param>
    /// <param name="whole">The words around a number: the upper end, where there is room, tells what is counted.</param>
    /// <param name="pattern">What is written around the others.</param>
    /// <param name="language">The page's language.</param>
    public static Dictionary<string, object?> Of(ImmutableArray<BlockFigure> figures, (double Low, double High) ends, string whole, string pattern, Language language)
    {
        var (least, most) = (End(pattern, ends.Low), End(whole, ends.High));
        if ((least.Length + most.Length) * LetterWidth + Gap > NarrowTrack)
            most = End(pattern, ends.High);
        var free = (From: least.Length * LetterWidth, To: NarrowTrack - (most.Length * LetterWidth));
        var marks = new List<Dictionary<string, object?>>();
        var lines = new List<double> { free.From };
        foreach (var figure in figures.Where(f => f.High >= ends.Low && f.Low <= ends.High).DistinctBy(f => (f.Low, f.High)).OrderBy(f => f.Low).ThenBy(f => f.High))
        {
            var words = BlockNumbers.Published(figure, pattern, language);
            var (left, right) = (Share(figure.Low), Share(figure.High));
            var width = words.Length * LetterWidth;
            var middle = Math.Clamp((left + right) / 2 * NarrowTrack, Math.Min(width / 2, NarrowTrack / 2), Math.Max(NarrowTrack / 2, NarrowTrack - (width / 2)));
            var anchor = (middle - ((left + right) / 2 * NarrowTrack)) switch { > 1 => "start", < -1 => "end", _ => "middle" };
            var line = Enumerable.Range(0, lines.Count).FirstOrDefault(i => lines[i] + Gap <= middle - (width / 2) && (i > 0 || middle + (width / 2) + Gap <= free.To), -1);
            if (line < 0)
            {
                line = lines.Count;
                lines.Add(0);
            }

            lines[line] = middle + (width / 2);
            marks.Add(new Dictionary<string, object?>
            {
                ["kind"] = figure.Figure!.Provenance.Kind.Slug(),
                ["x"] = BlockNumbers.Share(figure.Low, ends.Low, ends.High),
                ["width"] = right > left ? BlockNumbers.Raw(Math.Round((right - left) * 100, 2)) : "",
                ["wordsX"] = BlockNumbers.Raw(anchor switch { "start" => 0, "end" => 100, _ => Math.Round((left + right) * 50, 2) }),
                ["anchor"] = anchor,
                ["y"] = BlockNumbers.Raw(FirstLine + (line * LineHeight)),
                ["words"] = words,
            });
        }

        return new Dictionary<string, object?> { ["height"] = BlockNumbers.Raw(FirstLine + (lines.Count * LineHeight) - 9), ["endsY"] = BlockNumbers.Raw(FirstLine), ["least"] = least, ["most"] = most, ["items"] = marks };

        string End(string words, double value) => BlockNumbers.Amount(words, value, BlockNumbers.MostDecimals, language);
        double Share(double value) => Math.Clamp((value - ends.Low) / (ends.High - ends.Low), 0, 1);
    }
}
