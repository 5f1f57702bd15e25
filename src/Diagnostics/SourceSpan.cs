namespace Explainer.Diagnostics;

/// <summary>A stretch of a source text: where something that a user wrote stands.</summary>
/// <param name="Source">The text it stands in.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset just after its last character.</param>
public readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    /// <summary>The one-based line on which it begins.</summary>
    public int Line => Source.PositionOf(Start).Line;

    /// <summary>The one-based column at which it begins.</summary>
    public int Column => Source.PositionOf(Start).Column;

    /// <summary>Its first character alone, for what concerns the whole of a long stretch; empty where it is.</summary>
    public SourceSpan Head => this with { End = Math.Min(End, Start + 1) };

    /// <summary>What stands there.</summary>
    public string Text => Source.Content[Math.Min(Start, Source.Content.Length)..Math.Min(End, Source.Content.Length)];

    /// <summary>Prints the place as editors read it: <c>path:line:column</c>.</summary>
    public override string ToString()
    {
        var (line, column) = Source.PositionOf(Start);
        return $"{Source.Path}:{line}:{column}";
    }
}
