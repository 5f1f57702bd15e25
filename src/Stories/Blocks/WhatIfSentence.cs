using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Data;

namespace Explainer.Stories;

/// <summary>How a formula gives its result, told as a sentence: <c>{NAME}</c> is a gap for the value of an input, <c>{result}</c> for the result.</summary>
/// <param name="Text">The sentence in each language.</param>
public sealed record WhatIfSentence(LocalText Text)
{
    /// <summary>The name of the gap for the result, which no input can have.</summary>
    public const string Result = "result";

    private static readonly Regex Gap = new(@"\{(?<name>[^{}]*)\}");

    /// <summary>A sentence of one language, as words and gaps in turn, each with the place where it begins.</summary>
    public static ImmutableArray<(string Text, bool IsGap, int Start)> PartsOf(string sentence)
    {
        var parts = ImmutableArray.CreateBuilder<(string Text, bool, int)>();
        var read = 0;
        foreach (Match match in Gap.Matches(sentence))
        {
            parts.Add((sentence[read..match.Index], false, read));
            parts.Add((match.Groups["name"].Value, true, match.Groups["name"].Index));
            read = match.Index + match.Length;
        }

        parts.Add((sentence[read..], false, read));
        return [.. parts.Where(p => p.Text.Length > 0)];
    }
}
