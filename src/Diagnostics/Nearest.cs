namespace Explainer.Diagnostics;

/// <summary>Guesses which known name somebody meant by an unknown one.</summary>
public static class Nearest
{
    /// <summary>The closest candidate by edit distance, or null when none is close.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        // The shorter a name, the less of it can be wrong before it is another name.
        var allowed = name.Length switch { <= 2 => 0, <= 4 => 1, _ => Math.Max(2, name.Length / 3) };
        var best = (Name: (string?)null, Distance: allowed + 1);
        foreach (var candidate in candidates.Order(StringComparer.Ordinal))
        {
            var distance = Distance(name, candidate, best.Distance);
            if (distance < best.Distance)
                best = (candidate, distance);
        }

        return best.Name;
    }

    /// <summary>A hint sentence: the closest name if one is close, else the list of what there is.</summary>
    public static string? Hint(string name, IReadOnlyCollection<string> candidates)
    {
        if (Of(name, candidates) is { } nearest)
            return $"did you mean '{nearest}'?";
        return candidates.Count is > 0 and <= 16 ? "there is: " + string.Join(", ", candidates.Order(StringComparer.Ordinal)) : null;
    }

    // Optimal string alignment: insert, delete, replace, and swap of neighbours each cost one.
    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) >= limit)
            return limit;
        var two = new int[b.Length + 1];
        var one = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            one[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1] + 1, one[j] + 1), one[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], two[j - 2] + 1);
            }

            (two, one, row) = (one, row, two);
        }

        return one[b.Length];
    }
}
