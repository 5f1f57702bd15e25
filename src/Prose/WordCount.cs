using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>How much there is to read in a text.</summary>
internal static class WordCount
{
    // Scripts without spaces between words, and how many of their letters take as long as a word.
    private static readonly (Regex Letters, double AWord)[] Unspaced =
    [
        (new(@"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}]"), 2.5),
        (new(@"[\p{IsThai}\p{IsLao}\p{IsMyanmar}\p{IsKhmer}]"), 5),
    ];

    /// <summary>The number of its words; of scripts that part none, letters are reckoned into words.</summary>
    public static int Of(MarkdownDocument document) => (int)Math.Round(document.Descendants<LiteralInline>().Sum(l => Of(l.Content.ToString())));

    private static double Of(string text)
    {
        var words = 0.0;
        foreach (var (letters, aWord) in Unspaced)
        {
            words += letters.Count(text) / aWord;
            text = letters.Replace(text, " ");
        }

        return words + text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));
    }
}
