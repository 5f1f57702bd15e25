namespace Explainer.Data;

/// <summary>Patterns of words with what they stand for, found by their first word, so that a long text is read quickly.</summary>
/// <typeparam name="T">What patterns stand for.</typeparam>
public sealed class WordTable<T>
{
    private readonly Dictionary<string, List<(WordPattern Words, T Value)>> byFirst;
    private readonly List<(WordPattern Words, T Value)> open;

    /// <summary>Makes a table; of patterns that stand at one place the longest counts.</summary>
    public WordTable(IEnumerable<(WordPattern Words, T Value)> patterns)
    {
        var all = patterns.Where(p => p.Words.Words.Length > 0).OrderByDescending(p => p.Words.Words.Length).ToList();
        open = all.FindAll(p => p.Words.Words[0].EndsWith('*'));
        byFirst = all.Except(open).GroupBy(p => p.Words.Words[0], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    /// <summary>The longest pattern that stands in a list of words from a place on; null when none does.</summary>
    public (T Value, int Length)? Match(IReadOnlyList<string> words, int at)
    {
        if (at < 0 || at >= words.Count)
            return null;
        var best = byFirst.TryGetValue(words[at], out var some) ? Longest(some, words, at) : null;
        return Longest(open, words, at) is { } other && other.Length > (best?.Length ?? 0) ? other : best;
    }

    /// <summary>How many words the longest pattern has that stands there; 0 when none does.</summary>
    public int Length(IReadOnlyList<string> words, int at) => Match(words, at)?.Length ?? 0;

    // Longest first.
    private static (T Value, int Length)? Longest(List<(WordPattern Words, T Value)> patterns, IReadOnlyList<string> words, int at)
    {
        foreach (var (pattern, value) in patterns)
        {
            if (pattern.Stands(words, at))
                return (value, pattern.Words.Length);
        }

        return null;
    }
}
