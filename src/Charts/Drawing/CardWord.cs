using System.Collections.Immutable;
using System.Text;

namespace Explainer.Charts;

/// <summary>A word of large type: stretches of letters, each in one colour, that no line parts.</summary>
/// <param name="Runs">Its stretches with their colour roles.</param>
/// <param name="Width">Its width at a size of one pixel.</param>
internal sealed record CardWord(ImmutableArray<(string Letters, string Role)> Runs, double Width)
{
    /// <summary>A word of stretches.</summary>
    public static CardWord Of(IEnumerable<(string Letters, string Role)> runs, Typesetter setter)
    {
        ImmutableArray<(string Letters, string Role)> all = [.. runs];
        return new CardWord(all, all.Sum(r => setter.Measure(r.Letters)));
    }

    /// <summary>The word in pieces none of which is wider than a width, but for a single letter.</summary>
    public IEnumerable<CardWord> Cut(double width, Typesetter setter)
    {
        if (Width <= width)
            return [this];
        var pieces = new List<CardWord>();
        var piece = new List<(string Letters, string Role)>();
        foreach (var (letter, role) in Runs.SelectMany(r => r.Letters.EnumerateRunes().Select(l => (l.ToString(), r.Role))))
        {
            piece.Add((letter, role));
            // Measured as it will be set: letters beside each other are not as wide as each alone.
            if (piece.Count == 1 || Of(Joined(piece), setter).Width <= width)
                continue;
            piece.RemoveAt(piece.Count - 1);
            pieces.Add(Of(Joined(piece), setter));
            piece = [(letter, role)];
        }

        pieces.Add(Of(Joined(piece), setter));
        return pieces;
    }

    // Letters of one colour are set together, so that they are kerned.
    private static IEnumerable<(string Letters, string Role)> Joined(List<(string Letters, string Role)> letters)
    {
        var run = new StringBuilder();
        for (var i = 0; i < letters.Count; i++)
        {
            run.Append(letters[i].Letters);
            if (i + 1 == letters.Count || letters[i + 1].Role != letters[i].Role)
            {
                yield return (run.ToString(), letters[i].Role);
                run.Clear();
            }
        }
    }
}
