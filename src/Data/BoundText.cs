using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>
/// A text outside of Markdown, mostly in YAML, whose words may name figures as those of a story do,
/// <c>[about half](figure:ID)</c>. Readers see the words alone; what names a figure is kept, so that it can be compared with it.
/// </summary>
/// <param name="Text">The text as readers see it.</param>
/// <param name="Words">The words that name figures, in reading order.</param>
public sealed record BoundText(string Text, ImmutableArray<BoundWords> Words)
{
    // In a headline, which is read once more for them.
    private static readonly Regex Colour = new(@"\[[^\[\]]*\]\(kind:[^()\s]*\)");
    private static readonly Regex Link = new(@"\[(?<words>[^\[\]]*)\]\(figure:(?<id>[^()\s]*)\)");

    // Where stretches of the text begin in it and in what was written.
    private ImmutableArray<(int Seen, int Written)> Pieces { get; init; } = [];

    private Func<int, int, SourceSpan>? Place { get; init; }

    /// <summary>A text that nobody wrote.</summary>
    public static BoundText Empty { get; } = new("", []);

    /// <summary>What readers see of a text.</summary>
    public static string Plain(string written) => Link.Replace(written, "${words}");

    /// <summary>Reads a text in YAML.</summary>
    public static BoundText Read(YamlScalar scalar, ICollection<Diagnostic> findings) => Read(scalar.Value, scalar.Part, findings);

    /// <summary>Reads a text; a link without words is reported, as these texts are read before figures have values.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="place">Tells where a part of it stands in its file.</param>
    /// <param name="findings">Where findings go.</param>
    public static BoundText Read(string written, Func<int, int, SourceSpan> place, ICollection<Diagnostic> findings)
    {
        if (LostLink.Remains.IsMatch(written))
        {
            foreach (Match lost in LostLink.Remains.Matches(Colour.Replace(Link.Replace(written, Blank), Blank)))
                findings.Add(LostLink.At(place(lost.Index, lost.Index + lost.Length)));
        }

        if (!written.Contains("](figure:", StringComparison.Ordinal))
            return new BoundText(written, []) { Pieces = [(0, 0)], Place = place };
        var text = new StringBuilder();
        var words = ImmutableArray.CreateBuilder<BoundWords>();
        var pieces = ImmutableArray.CreateBuilder<(int, int)>();
        var copied = 0;
        foreach (Match match in Link.Matches(written))
        {
            Append(copied, match.Index);
            copied = match.Index + match.Length;
            var link = place(match.Index, copied);
            var said = match.Groups["words"];
            if (said.Length == 0)
                findings.Add(Diagnostic.Error("EX0457", link, "these brackets are empty, and here a figure does not print itself", "write the words that say the number"));
            else
                words.Add(new BoundWords(match.Groups["id"].Value, text.Length, text.Length + said.Length, place(said.Index, said.Index + said.Length), link));
            Append(said.Index, said.Index + said.Length);
        }

        Append(copied, written.Length);
        return new BoundText(text.ToString(), words.ToImmutable()) { Pieces = pieces.ToImmutable(), Place = place };

        void Append(int from, int to)
        {
            pieces.Add((text.Length, from));
            text.Append(written, from, to - from);
        }
    }

    /// <summary>Where a part of the text was written.</summary>
    /// <param name="start">Offset in the text as readers see it.</param>
    /// <param name="end">Offset just after the part.</param>
    public SourceSpan PlaceOf(int start, int end) => Place!(Written(start), Written(end - 1) + 1);

    private static string Blank(Match match) => new('\0', match.Length);

    private int Written(int seen)
    {
        var piece = Pieces.Last(p => p.Seen <= seen);
        return piece.Written + seen - piece.Seen;
    }
}
