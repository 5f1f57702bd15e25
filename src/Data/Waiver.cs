using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>A number that a story, a chart or a block may say without a figure behind it, and why.</summary>
/// <param name="Words">The words, as they stand in the text; a star for all that there is.</param>
/// <param name="Why">The reason, for the next editor.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Waiver(string Words, string Why, SourceSpan Span)
{
    /// <summary>Reads the list under <c>numbers</c>.</summary>
    public static ImmutableArray<Waiver> ReadAll(MapReader map)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var node in map.List("numbers"))
        {
            if (MapReader.Of(node, "a number that is waived", map.Findings) is not { } waiver)
                continue;
            var words = waiver.RequiredScalar("words");
            var why = waiver.RequiredText("why");
            waiver.Finish();
            if (words is { Value.Length: > 0 } && why.Length > 0)
                waivers.Add(new Waiver(words.Value, why, words.Span));
        }

        return waivers.ToImmutable();
    }
}
