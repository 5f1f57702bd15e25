using System.Text.RegularExpressions;
using Explainer.Data;

namespace Explainer.Publish;

/// <summary>
/// Forbids breaks in the words of a page, and has its numbers read from the left, as its language wants them. Words that wait in attributes are treated alike: titles
/// that take turns are shown later, and a page packs best when it says the same words in the same way.
/// </summary>
internal static class PageLines
{
    private static readonly Regex Piece = new(
        """<(?<kept>script|style|title|svg|code|pre|textarea)\b.*?</\k<kept>>|<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^>"'])*>|(?<words>[^<]+)""",
        RegexOptions.Singleline);

    private static readonly Regex SaidInTag = new("""(?<= (?:alt|aria-label|data-alts|data-room|data-titles)=")[^"]+""");

    /// <summary>The page with its words set; drawings, scripts, code and its name stay as they are.</summary>
    public static string Set(string html, Language language)
    {
        return Piece.Replace(html, piece =>
            piece.Groups["words"].Success ? SetWords(piece.Value)
            : piece.Groups["kept"].Success ? piece.Value
            : SaidInTag.Replace(piece.Value, said => SetWords(said.Value)));

        string SetWords(string words) => language.WithNumbersFromLeft(language.Lines.Set(words));
    }
}
