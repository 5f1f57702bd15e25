using System.Text.RegularExpressions;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>What an author probably did where YAML cannot be read: the parser tells what it expected, which is seldom what is wrong.</summary>
/// <param name="Where">The place of the slip itself.</param>
/// <param name="What">What is wrong, in a few words.</param>
/// <param name="Hint">How to mend it.</param>
internal sealed record YamlSlip(SourceSpan Where, string What, string Hint)
{
    private static readonly Regex Tab = new(@"^ *\t+");
    private static readonly Regex OddBlank = new(@"^[ \t]*[\u00A0\u2000-\u200A\u202F\u3000]+");
    private static readonly Regex Value = new(@"^\s*(?:- +)*(?:[^\s:#""'\[\]{}][^:]*: +)?(?<value>[\[{%@`""'].*)$");
    private static readonly Regex Quoted = new("""\G(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""");
    private static readonly Regex Opener = new(@"\G(?<=^\s*|[:\-,\[{] *)[\[{]");

    /// <summary>The slip of a text in which the parser gave up; null where none is known.</summary>
    /// <param name="source">The text.</param>
    /// <param name="first">The line on which it says that something is wrong.</param>
    /// <param name="last">The line up to which it has read.</param>
    /// <param name="isOpen">Whether it misses the end of a bracket.</param>
    public static YamlSlip? Find(SourceText source, int first, int last, bool isOpen)
    {
        for (var line = Math.Min(last, source.LineCount); line >= first; line--)
        {
            var text = source.Line(line);
            if (Tab.Match(text) is { Success: true } tab && tab.Length < text.Length)
                return new YamlSlip(At(source, line, tab.Value.IndexOf('\t', StringComparison.Ordinal), tab.Length), "a tab stands in the indentation", "indent with spaces, not with tabs");
            if (OddBlank.Match(text) is { Success: true } blank && blank.Length < text.Length)
                return new YamlSlip(At(source, line, 0, blank.Length), "a no-break space or the like stands in the indentation", "indent with ordinary spaces: delete these blanks and type them anew");
        }

        return isOpen ? Unclosed(source, first) : Unquoted(source, first);
    }

    private static YamlSlip? Unquoted(SourceText source, int line)
    {
        var text = source.Line(line);
        if (Value.Match(text).Groups["value"] is not { Success: true } found)
            return null;
        var value = found.Value.TrimEnd();
        var where = At(source, line, found.Index, found.Index + value.Length);
        if (value[0] is '"' or '\'')
        {
            return Quoted.Match(value) is { Success: true } quoted && !IsEnd(value[quoted.Length..])
                ? new YamlSlip(where, "words go on behind the quotes", "put all of them in quotes, in single ones where they hold double ones")
                : null;
        }

        return value[0] is '%' or '@' or '`' || (Brackets(value).FirstOrDefault(b => b.From == 0).To is { } closing && !IsEnd(value[(closing + 1)..]))
            ? new YamlSlip(where, $"words that begin with {value[0]} stand without quotes", "put all of them in quotes")
            : null;
    }

    private static YamlSlip? Unclosed(SourceText source, int last)
    {
        for (var line = Math.Min(last, source.LineCount); line >= 1; line--)
        {
            var text = source.Line(line);
            if (Brackets(text).Where(b => b.To is null && Opener.IsMatch(text, b.From)).Select(b => (int?)b.From).FirstOrDefault() is { } open)
                return new YamlSlip(At(source, line, open, open + 1), $"the bracket {text[open]} is not closed", "close it; if it belongs to words, put them in quotes");
        }

        return null;
    }

    // Where brackets outside of quotes begin and end, in the order of their ends; those that the line does not close last, the
    // outermost first.
    private static IEnumerable<(int From, int? To)> Brackets(string text)
    {
        var open = new Stack<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if ((text[at] is '"' or '\'') && (at == 0 || text[at - 1] is ' ' or ',' or '[' or '{') && Quoted.Match(text, at) is { Success: true } quoted)
                at += quoted.Length - 1;
            else if (text[at] is '[' or '{')
                open.Push(at);
            else if ((text[at] is ']' or '}') && open.TryPop(out var from))
                yield return (from, at);
        }

        foreach (var from in open.Reverse())
            yield return (from, null);
    }

    private static bool IsEnd(string rest) => rest.TrimStart() is "" or ['#' or ',' or ']' or '}' or ':', ..];

    private static SourceSpan At(SourceText source, int line, int start, int end)
    {
        var from = source.OffsetOf(line, 1);
        return source.Span(from + start, from + end);
    }
}
