using System.Text.RegularExpressions;
using Explainer.Diagnostics;

namespace Explainer.Data;

/// <summary>EX0427: words that were to name a figure or a kind and do not, so that readers would see the brackets.</summary>
public static class LostLink
{
    /// <summary>What such words look like in a text out of which the links that are some have been taken.</summary>
    public static Regex Remains { get; } = new(@"\][ \t\u00A0]?\([ \t\u00A0]*(?:figure|kind)\b[^()\r\n\0]*\)?", RegexOptions.IgnoreCase);

    /// <summary>What to say of one.</summary>
    public static Diagnostic At(SourceSpan where) =>
        Diagnostic.Error("EX0427", where, "this is no link: readers would see the brackets", "write [words](figure:ID) or [words](kind:NAME): nothing between the two brackets, no blank in the round ones, and both closed");
}
