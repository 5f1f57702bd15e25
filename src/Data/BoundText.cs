using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>
/// A text in YAML whose words may name figures as those of a story do, <c>[about half](figure:ID)</c>. Readers see the words
/// alone; what names a figure is kept, so that it can be compared with it.
/// </summary>
/// <param name="Text">The text as readers see it.</param>
/// <param name="Words">The words that name figures, in reading order.</param>
public sealed record BoundText(string Text, ImmutableArray<BoundWords> Words)
{
    private static readonly Regex Link = new(@"\[(?<words>[^\[\]]*)\]\(figure:(?<id>[^()\s]*)\)");

    /// <summary>Reads a text; a link without words is reported, as these texts are read before figures have values.</summary>
    public static BoundText Read(YamlScalar scalar, ICollection<Diagnostic> findings)
    {
        if (!scalar.Value.Contains("](figure:", StringComparison.Ordinal))
            return new BoundText(scalar.Value, []);
        var text = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<BoundWords>();
        var (copied, sought) = (0, 0);
        foreach (Match match in Link.Matches(scalar.Value))
        {
            text.Append(scalar.Value, copied, match.Index - copied);
            copied = match.Index + match.Length;
            var link = PlaceOf(match.Value, scalar, ref sought);
            var said = match.Groups["words"];
            if (said.Length == 0)
                findings.Add(Diagnostic.Error("EX0457", link, "these brackets are empty, and here a figure does not print itself", "write the words that say the number"));
            else
                words.Add(new BoundWords(match.Groups["id"].Value, text.Length, text.Length + said.Length, link == scalar.Span ? link : link with { Start = link.Start + 1, End = link.Start + 1 + said.Length }, link));
            text.Append(said.Value);
        }

        text.Append(scalar.Value, copied, scalar.Value.Length - copied);
        return new BoundText(text.ToString(), words.ToImmutable());
    }

    // In the file a text may be quoted, indented or folded; a link that is not broken by that stands there as it is.
    private static SourceSpan PlaceOf(string link, YamlScalar scalar, ref int sought)
    {
        var at = scalar.Span.Text.IndexOf(link, sought, StringComparison.Ordinal);
        if (at < 0)
            return scalar.Span;
        sought = at + link.Length;
        return scalar.Span with { Start = scalar.Span.Start + at, End = scalar.Span.Start + sought };
    }
}
