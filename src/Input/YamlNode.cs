using System.Collections.Immutable;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>A piece of YAML that knows where it stands.</summary>
/// <param name="Span">Its place in the source.</param>
public abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What it is, in a writer's words.</summary>
    public abstract string What { get; }
}

/// <summary>A single value.</summary>
/// <param name="Value">Its text, unquoted.</param>
/// <param name="IsQuoted">Whether it was written in quotes, and so is text whatever it looks like.</param>
/// <param name="Span">Its place in the source.</param>
public sealed record YamlScalar(string Value, bool IsQuoted, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>Whether nothing stands there: empty, <c>null</c> or <c>~</c>.</summary>
    public bool IsNull => !IsQuoted && Value is "" or "null" or "~";

    /// <summary>The place of a part of the value, however the whole was written: quoted, with escapes, or in several lines.</summary>
    /// <param name="start">Offset in the value.</param>
    /// <param name="end">Offset just after the part.</param>
    public SourceSpan Part(int start, int end)
    {
        var written = WrittenText.Of(Span.Text);
        var (from, to) = (written.OffsetOf(Value, start), end > start ? written.EndOf(Value, end) : written.OffsetOf(Value, start));
        return Span with { Start = Span.Start + from, End = Span.Start + Math.Max(from, to) };
    }

    /// <inheritdoc/>
    public override string What => IsNull ? "nothing" : "a single value";
}

/// <summary>A list of nodes, in order.</summary>
/// <param name="Items">The nodes.</param>
/// <param name="Span">Its place in the source.</param>
public sealed record YamlList(ImmutableArray<YamlNode> Items, SourceSpan Span) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string What => "a list";
}

/// <summary>Named nodes, in the order written; no name stands twice.</summary>
/// <param name="Entries">The names with their places, and what stands under them.</param>
/// <param name="Span">Its place in the source.</param>
public sealed record YamlMap(ImmutableArray<(YamlScalar Key, YamlNode Value)> Entries, SourceSpan Span) : YamlNode(Span)
{
    /// <inheritdoc/>
    public override string What => "a group of keys";
}
