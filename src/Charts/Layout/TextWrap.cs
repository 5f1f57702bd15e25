namespace Explainer.Charts;

/// <summary>Breaks words into lines.</summary>
internal static class TextWrap
{
    /// <summary>Lines no wider than a width, where one word alone is not wider.</summary>
    /// <param name="words">The words, parted by spaces.</param>
    /// <param name="width">The width in pixels.</param>
    /// <param name="measure">The width of a text in pixels.</param>
    public static IReadOnlyList<string> Lines(string words, double width, Func<string, float> measure)
    {
        var lines = new List<string>();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && measure($"{lines[^1]} {word}") <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines;
    }
}
