using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Tests.DataTests;

/// <summary>A sentence of the corpus in <c>tests/phrasings</c>, with figures and the finding that is right for each.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Before">The sentence before the linked words.</param>
/// <param name="Words">The linked words.</param>
/// <param name="After">The sentence after them.</param>
/// <param name="Figures">Each figure as it is written, and the code of the finding; empty where the words are true.</param>
internal sealed record Phrasing(string Place, string Before, string Words, string After, IReadOnlyList<(string Figure, string Code)> Figures)
{
    public const string True = "true";

    public static IReadOnlyList<Phrasing> ReadAll(string path)
    {
        var all = new List<Phrasing>();
        foreach (var (text, line) in File.ReadAllLines(path).Select((text, i) => (Regex.Replace(text, @"\\u([0-9A-F]{4})", m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()), i + 1)))
        {
            var place = $"{Path.GetFileName(path)}:{line}";
            if (text.Length == 0 || text[0] == '#')
                continue;
            if (text[0] != ' ')
            {
                var sentence = Regex.Match(text, @"^([^\[\]]*)\[([^\[\]]+)\]([^\[\]]*)$");
                all.Add(sentence.Success
                    ? new Phrasing(place, sentence.Groups[1].Value, sentence.Groups[2].Value, sentence.Groups[3].Value, [])
                    : throw new FormatException($"{place}: a sentence needs one pair of brackets"));
                continue;
            }

            var verdict = Regex.Match(text, "^  (true|EX045[1-5]): (.+)$");
            if (!verdict.Success || all.Count == 0)
                throw new FormatException($"{place}: a line of figures begins with two spaces, 'true' or a code, and a colon");
            var code = verdict.Groups[1].Value;
            var figures = verdict.Groups[2].Value.Split(", ").Select(f => (f, code == True ? "" : code));
            all[^1] = all[^1] with { Figures = [.. all[^1].Figures, .. figures] };
        }

        return all;
    }

    /// <summary>Makes a figure of such words as <c>about 60000</c>, <c>10..16 %</c> or <c>..1000000</c>.</summary>
    public static Figure FigureOf(string text)
    {
        var parts = Regex.Match(text, @"^(?:(about|almost|over|under) )?(-?\d+(?:\.\d+)?)?(\.\.)?(-?\d+(?:\.\d+)?)?(?: (%|points|times))?$");
        var (from, to) = (parts.Groups[2].Value, parts.Groups[4].Value);
        var amount = parts.Groups[3].Success
            ? string.Join(", ", new[] { ("low", from), ("high", to) }.Where(e => e.Item2.Length > 0).Select(e => $"{e.Item1}: {e.Item2}"))
            : $"value: {from}{to}";
        var hedge = parts.Groups[1].Success ? $", hedge: {parts.Groups[1].Value}" : "";
        var unit = parts.Groups[5].Success ? parts.Groups[5].Value : "things";
        var findings = new List<Diagnostic>();
        var figures = Figure.ReadAll(new SourceText("phrasing.yml", string.Create(CultureInfo.InvariantCulture, $"said: {{{amount}{hedge}, unit: \"{unit}\", kind: claim}}\n")), findings);
        return parts.Success && findings.Count == 0 ? figures.Single() : throw new FormatException($"'{text}' is no figure");
    }
}
