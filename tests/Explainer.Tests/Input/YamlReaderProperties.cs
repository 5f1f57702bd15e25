using CsCheck;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Tests.InputTests;

/// <summary>Whatever stands in a file, reading it ends with nodes or findings, and each of them has a place in the file.</summary>
public sealed class YamlReaderProperties
{
    private const string Signs = "ab1 :-[]{}&*!|>'\"%@`#?,.~=<\\\n\r\tяЁ\ud83d\ude00\u00a0";

    private const string Valid =
        """
        # A comment
        title: {en: "Who came back", ru: 'Кто вернулся'}
        fields:
          id: text
          low: {type: number, unit: "%"}
        rows:
          - {id: a, low: 1.5}
          - id: b
            low: -2
          - id: c
            low:
        note: >-
          one
          two
        """;

    [Fact]
    public void Any_signs_that_mean_something_to_yaml_are_read_or_refused() =>
        Gen.Char[Signs].Array[0, 60].Select(letters => new string(letters)).Sample(CheckRead, iter: 4000);

    [Fact]
    public void Any_characters_at_all_are_read_or_refused() =>
        Gen.Char.Array[0, 40].Select(letters => new string(letters)).Sample(CheckRead, iter: 2000);

    [Fact]
    public void A_valid_document_with_a_few_slips_is_read_or_refused() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, Valid.Length - 1], Gen.Int[1, 12], Gen.Char[Signs]).Array[1, 4]
            .Select(slips => slips.Aggregate(Valid, Slip))
            .Sample(CheckRead, iter: 3000);

    private static string Slip(string text, (int Sort, int At, int Length, char Sign) slip)
    {
        var at = Math.Min(slip.At, text.Length);
        var length = Math.Min(slip.Length, text.Length - at);
        return slip.Sort switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, slip.Sign.ToString()),
            _ => text.Insert(at, text.Substring(at, length)),
        };
    }

    private static void CheckRead(string content)
    {
        var source = new SourceText("a.yml", content);
        var findings = new List<Diagnostic>();
        var node = YamlReader.Read(source, findings);
        if (node is not null)
            CheckPlaces(node);
        foreach (var finding in findings)
        {
            var where = Assert.NotNull(finding.Where);
            Assert.InRange(where.Start, 0, content.Length);
            Assert.InRange(where.End, where.Start, content.Length);
            Assert.NotEmpty(DiagnosticPrinter.Print(finding));
        }

        void CheckPlaces(YamlNode at)
        {
            Assert.InRange(at.Span.Start, 0, content.Length);
            Assert.InRange(at.Span.End, at.Span.Start, content.Length);
            foreach (var inner in at switch { YamlMap map => map.Entries.SelectMany(e => new[] { e.Key, e.Value }), YamlList list => list.Items, _ => [] })
                CheckPlaces(inner);
        }
    }
}
