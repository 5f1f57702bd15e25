using System.Text;

namespace Explainer.Diagnostics;

/// <summary>Prints findings as a good compiler does: place, message, the line itself, a caret, a hint.</summary>
public static class DiagnosticPrinter
{
    private const int WidestExcerpt = 100;

    /// <summary>Prints one finding, several lines, each ended by a line feed.</summary>
    public static string Print(Diagnostic diagnostic)
    {
        var text = new StringBuilder();
        var severity = diagnostic.Severity == Severity.Error ? "error" : "warning";
        if (diagnostic.Where is { } where)
            text.Append(where).Append(": ");
        text.Append(severity).Append(' ').Append(diagnostic.Code).Append(": ").Append(diagnostic.Message).Append('\n');
        if (diagnostic.Where is { } place)
            AppendExcerpt(text, place);
        if (diagnostic.Hint is { } hint)
            text.Append("      = ").Append(hint).Append('\n');
        return text.ToString();
    }

    /// <summary>Puts findings in reading order: by file, then by place, then by code.</summary>
    public static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) =>
        diagnostics
            .OrderBy(d => d.Where?.Source.Path ?? "", StringComparer.Ordinal)
            .ThenBy(d => d.Where?.Start ?? 0)
            .ThenBy(d => d.Code, StringComparer.Ordinal)
            .ThenBy(d => d.Message, StringComparer.Ordinal);

    private static void AppendExcerpt(StringBuilder text, SourceSpan where)
    {
        var (number, column) = where.Source.PositionOf(where.Start);
        var line = where.Source.Line(number).Replace('\t', ' ');

        // A very long line is shown around the place, not from its start.
        var from = column > WidestExcerpt - 20 ? column - (WidestExcerpt / 2) : 0;
        var shown = line.Length - from > WidestExcerpt ? string.Concat(line.AsSpan(from, WidestExcerpt), "…") : line[Math.Min(from, line.Length)..];
        var caretAt = Math.Min(column - 1 - from, shown.Length);
        var carets = Math.Clamp(where.End - where.Start, 1, Math.Max(1, shown.Length - caretAt));

        text.Append($"{number,5} | ").Append(shown).Append('\n');
        text.Append("      | ").Append(' ', Math.Max(0, caretAt)).Append('^', carets).Append('\n');
    }
}
