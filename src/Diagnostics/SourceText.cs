namespace Explainer.Diagnostics;

/// <summary>A text that somebody wrote, with its path, able to tell the line and column of any place in it.</summary>
/// <param name="Path">The path as the writer knows it, with forward slashes, relative to the site's folder.</param>
/// <param name="Content">The whole text, as it stands on disk.</param>
public sealed record SourceText(string Path, string Content)
{
    private int[]? _lineStarts;

    /// <summary>The number of lines; an empty text has one.</summary>
    public int LineCount => LineStarts.Length;

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Content);

    /// <summary>The one-based line and column of an offset; a column counts UTF-16 units, as editors do.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        offset = Math.Clamp(offset, 0, Content.Length);
        var index = Array.BinarySearch(LineStarts, offset);
        if (index < 0)
            index = ~index - 1;
        return (index + 1, offset - LineStarts[index] + 1);
    }

    /// <summary>The offset of a one-based line and column, kept within the text.</summary>
    public int OffsetOf(int line, int column)
    {
        line = Math.Clamp(line, 1, LineCount);
        return Math.Clamp(LineStarts[line - 1] + column - 1, 0, Content.Length);
    }

    /// <summary>The text of a one-based line, without its end.</summary>
    public string Line(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineCount ? LineStarts[line] : Content.Length;
        return Content[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>A span between two offsets.</summary>
    public SourceSpan Span(int start, int end) => new(this, Math.Max(0, start), Math.Max(start, end));

    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                starts.Add(i + 1);
        }

        return [.. starts];
    }

    /// <summary>Two texts are the same when path and content are.</summary>
    public bool Equals(SourceText? other) => other is not null && Path == other.Path && Content == other.Content;

    // Every span hashes its text: reading all of it each time would cost more than what the hash is for.
    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, Content.Length);
}
