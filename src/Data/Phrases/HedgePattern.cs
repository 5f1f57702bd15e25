namespace Explainer.Data;

/// <summary>Words that hold back, and how they do.</summary>
/// <param name="Words">The words, without their mark.</param>
/// <param name="Hedge">How they hold back.</param>
/// <param name="Follows">Whether they stand after the number: marked by <c>…</c>.</param>
/// <param name="IsDoubtful">Whether they may mean something else where they stand outside the linked words: marked by <c>?</c>.</param>
/// <param name="IsInner">Whether they hold back only among the linked words, as in "лет двадцать": marked by <c>[</c>.</param>
public sealed record HedgePattern(WordPattern Words, Hedge Hedge, bool Follows, bool IsDoubtful, bool IsInner)
{
    /// <summary>Reads a pattern with its mark.</summary>
    public static HedgePattern Of(string text, Hedge hedge)
    {
        var pattern = WordPattern.Of(text);
        var mark = pattern.Words is [var first, _, ..] ? first : "";
        return new HedgePattern(mark is "…" or "?" or "[" ? new WordPattern(pattern.Words[1..]) : pattern, hedge, mark == "…", mark == "?", mark == "[");
    }
}
