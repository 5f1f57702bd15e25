using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Prose;

/// <summary>Words in front matter, charts and blocks that name figures, in the shape of those in prose.</summary>
internal static class BoundMentions
{
    /// <summary>The words of a text that name figures.</summary>
    /// <param name="text">The text.</param>
    /// <param name="around">What readers see together with it, such as a chart's other words: who says so may be named there.</param>
    public static IEnumerable<FigureMention> Of(BoundText text, string around) =>
        text.Words.Select(w => new FigureMention(new Name(w.Figure, w.Link), text.Text[w.Start..w.End], text.Text[..w.Start], text.Text[w.End..], around, "", w.Span));

    /// <summary>The words of many texts that name figures, as one language has them.</summary>
    public static IEnumerable<FigureMention> In(Language language, ImmutableArray<LocalText> texts)
    {
        if (texts.All(t => t.Written.All(w => w.Text.Words.IsEmpty)))
            return [];
        var around = string.Join("\n", texts.Select(t => t.In(language)));
        return texts.SelectMany(t => t.WrittenIn(language)).SelectMany(t => Of(t, around));
    }
}
