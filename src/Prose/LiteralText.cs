using System.Text.RegularExpressions;
using Explainer.Data;
using Explainer.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>What an author meant as markup and readers would see as it was typed: links, pictures, notes, HTML.</summary>
internal static class LiteralText
{
    private static readonly Regex Picture = new(@"!\[[^\[\]\0]*\][ \t]?\([^()\r\n\0]*\)?");
    private static readonly Regex Note = new(@"\[\^[^\[\]\s\0]+\]");

    // Only names that HTML has: others may be words, as in List<string>.
    private static readonly Regex Tag = new(
        @"<(?:!--|(?:a|abbr|article|aside|audio|b|big|blockquote|br|button|center|cite|code|del|details|div|dl|em|figure|font|form|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|link|mark|object|ol|p|pre|q|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|td|th|tr|tt|u|ul|video)(?=[\s/>])[^<>\0]*>)",
        RegexOptions.IgnoreCase);

    /// <summary>Reports what is left of it in a text (EX0427 to EX0429, EX0488).</summary>
    public static void Check(MarkdownDocument document, SourceText source, ICollection<Diagnostic> findings)
    {
        var text = Seen(document, source);
        foreach (var link in Unescaped(LostLink.Remains, text, source))
            findings.Add(LostLink.At(link));
        foreach (var tag in Unescaped(Tag, text, source))
            findings.Add(Diagnostic.Warning("EX0428", tag, $"HTML is not let through: readers would see '{tag.Text}' as it stands here", "write it as Markdown, such as **bold** or *italic*, or between backticks where it is to be seen"));
        foreach (var note in Unescaped(Note, text, source))
            findings.Add(Diagnostic.Warning("EX0429", note, $"there is no note '{note.Text}', so readers would see the brackets", $"write the note on a line of its own: {note.Text}: and its words"));
        foreach (var picture in Unescaped(Picture, text, source))
            findings.Add(Diagnostic.Error("EX0488", picture, "this is no picture: readers would see the brackets", "write ![words](images/NAME), with a file whose name has no blanks, and close both brackets"));
    }

    private static IEnumerable<Diagnostics.SourceSpan> Unescaped(Regex sort, string text, SourceText source) =>
        from match in sort.Matches(text)
        where match.Index == 0 || source.Content[match.Index - 1] != '\\'
        select source.Span(match.Index, match.Index + match.Length);

    // The text with all but what readers see as it was typed blanked, so that offsets in it are offsets in the file.
    private static string Seen(MarkdownDocument document, SourceText source)
    {
        var seen = new char[source.Content.Length];
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            for (var at = literal.Span.Start; at <= literal.Span.End && at < seen.Length; at++)
                seen[at] = source.Content[at];
        }

        return new string(seen);
    }
}
