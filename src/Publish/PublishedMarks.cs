using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>Marks of published values along a slider or a scale, and their words in as many lines as they need.</summary>
internal static class PublishedMarks
{
    // Of a track on the narrowest screen, in pixels; letters are counted as wide as digits.
    private const double NarrowTrack = 240;
    private const double LetterWidth = 7.5;
    private const double Gap = 6;
    private const double FirstLine = 24;
    private const double LineHeight = 15;

    /// <summary>The height in pixels of the marks with their words, and each mark: where it stands in per cent, and its words.</summary>
    public static Dictionary<string, object?> Of(ImmutableArray<BlockFigure> figures, (double Low, double High) ends, string pattern, Language language)
    {
        var marks = new List<Dictionary<string, object?>>();
        var lines = new List<double>();
        foreach (var figure in figures.Where(f => f.High >= ends.Low && f.Low <= ends.High).DistinctBy(f => (f.Low, f.High)).OrderBy(f => f.Low).ThenBy(f => f.High))
        {
            var words = BlockNumbers.Published(figure, pattern, language);
            var (left, right) = (Share(figure.Low), Share(figure.High));
            var width = words.Length * LetterWidth;
            var middle = Math.Clamp((left + right) / 2 * NarrowTrack, Math.Min(width / 2, NarrowTrack / 2), Math.Max(NarrowTrack / 2, NarrowTrack - (width / 2)));
            var anchor = (middle - ((left + right) / 2 * NarrowTrack)) switch { > 1 => "start", < -1 => "end", _ => "middle" };
            var line = lines.FindIndex(end => end + Gap <= middle - (width / 2));
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

        return new Dictionary<string, object?> { ["height"] = BlockNumbers.Raw(FirstLine + (Math.Max(1, lines.Count) * LineHeight) - 9), ["items"] = marks };

        double Share(double value) => Math.Clamp((value - ends.Low) / (ends.High - ends.Low), 0, 1);
    }
}
