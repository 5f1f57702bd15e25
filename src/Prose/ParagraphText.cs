using System.Text;
using Explainer.Data;
using Markdig.Syntax.Inlines;

namespace Explainer.Prose;

/// <summary>The words of a paragraph, heading or picture as readers see them, and where each was written.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, int Length, int Source)> _pieces = [];
    private readonly List<(LinkInline Link, int Start, int End)> _links = [];
    private readonly IReadOnlyDictionary<string, Figure> _figures;
    private readonly Language _language;

    public ParagraphText(ContainerInline? inline, IReadOnlyDictionary<string, Figure> figures, Language language)
    {
        (_figures, _language) = (figures, language);
        if (inline is not null)
            Append(inline);
        Text = _text.ToString();
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>Its links, with where their words begin and end in <see cref="Text"/>.</summary>
    public IReadOnlyList<(LinkInline Link, int Start, int End)> Links => _links;

    /// <summary>The place in the file at which a character of <see cref="Text"/> was written.</summary>
    public int SourceOf(int at)
    {
        var (start, length, source) = _pieces.LastOrDefault(p => p.Start <= at);
        return source + Math.Min(at - start, length);
    }

    /// <summary>Where the sentence around a place begins and ends.</summary>
    public (int Start, int End) SentenceAround(int from, int to)
    {
        var start = from;
        while (start > 0 && !EndsSentence(start - 1))
            start--;
        var end = to;
        while (end < Text.Length && !EndsSentence(end))
            end++;
        return (start, Math.Min(Text.Length, end + 1));
    }

    private bool EndsSentence(int at) => Text[at] is '.' or '!' or '?' or '…' && (at + 1 == Text.Length || char.IsWhiteSpace(Text[at + 1]));

    private void Append(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.ToString(), literal.Span.Start);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.ToString(), entity.Span.Start);
                    break;
                case CodeInline code:
                    Add(code.Content, code.Span.Start);
                    break;
                case LineBreakInline lineBreak:
                    Add(" ", lineBreak.Span.Start);
                    break;
                case LinkInline link:
                    var start = _text.Length;
                    if (link.FirstChild is null && FigureOf(link) is { } figure)
                        Add(figure.In(_language), link.Span.Start);
                    Append(link);
                    _links.Add((link, start, _text.Length));
                    break;
                case ContainerInline inner:
                    Append(inner);
                    break;
            }
        }
    }

    private Figure? FigureOf(LinkInline link) =>
        SchemeLinkRenderer.FigureOf(link) is { } id ? _figures.GetValueOrDefault(id) : null;

    private void Add(string words, int source)
    {
        _pieces.Add((_text.Length, words.Length, source));
        _text.Append(words);
    }
}
