using System.Collections.Immutable;

namespace Explainer.Data;

/// <summary>One or more words to look for in a text; one that ends in * stands for all words that begin so.</summary>
/// <param name="Words">The words, in small letters.</param>
public sealed record WordPattern(ImmutableArray<string> Words)
{
    /// <summary>Makes a pattern of words with spaces between.</summary>
    public static WordPattern Of(string text) => new([.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    /// <summary>Whether the words stand in a list of words from a place on.</summary>
    public bool Stands(IReadOnlyList<string> words, int at)
    {
        if (at < 0 || at + Words.Length > words.Count)
            return false;
        for (var i = 0; i < Words.Length; i++)
        {
            if (!Matches(Words[i], words[at + i]))
                return false;
        }

        return true;
    }

    private static bool Matches(string wanted, string word) =>
        wanted.EndsWith('*') ? word.StartsWith(wanted.AsSpan()[..^1], StringComparison.Ordinal) : word == wanted;
}
