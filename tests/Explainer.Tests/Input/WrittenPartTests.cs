using CsCheck;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Tests.InputTests;

/// <summary>A part of a YAML value is found where it was written, whatever the way of writing.</summary>
public sealed class WrittenPartTests
{
    [Theory]
    [InlineData("a: имя 42 раза", "1:8")]
    [InlineData("a:   'имя ''ещё'' 42 раза'", "1:19")]
    [InlineData("a: \"имя\\n\\u00A0\\\"\\x41\\\" 42 раза\"", "1:25")]
    [InlineData("a: \"имя\\\n  и 42 раза\"", "2:5")]
    [InlineData("a: имя\n  и 42\n  раза", "2:5")]
    [InlineData("a: 'имя\n\n  и 42\n  раза'", "3:5")]
    [InlineData("a: >-\n  имя и\n  ещё 42 раза\n", "3:7")]
    [InlineData("a: |2\n   имя и\n\n  ещё 42 раза\nb: 42\n", "4:7")]
    [InlineData("a: > # 42\n  имя и\n  ещё 42 раза\n", "3:7")]
    public void A_part_is_found(string yaml, string expected)
    {
        foreach (var ends in new[] { "\n", "\r\n" })
        {
            var source = new SourceText("a.yml", yaml.ReplaceLineEndings(ends));
            var scalar = (YamlScalar)((YamlMap)YamlReader.Read(source, [])!).Entries[0].Value;
            var at = scalar.Value.IndexOf("42", StringComparison.Ordinal);

            var part = scalar.Part(at, at + 2);

            Assert.Equal(("42", "a.yml:" + expected), (part.Text, part.ToString()));
        }
    }

    [Fact]
    public void Each_word_is_found_in_each_way_of_writing()
    {
        string[] words = ["42", "имя", "it's", "\"so\"", "a\\b", "–", "ёж", "x:y", "#no"];
        var ways = new Func<string[], string>[]
        {
            w => "'" + string.Join(' ', w).Replace("'", "''", StringComparison.Ordinal) + "'",
            w => "\"" + string.Join("\\u00a0", w.Select(x => x.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))) + "\"",
            w => ">-\r\n  " + string.Join("\r\n  ", w),
            w => "|\n  " + string.Join("\n\n  ", w),
            w => "'" + string.Join("\n   ", w).Replace("'", "''", StringComparison.Ordinal) + "'",
        };
        Gen.Select(Gen.Int[0, words.Length - 1].Array[1, 8], Gen.Int[0, ways.Length - 1]).Sample((chosen, way) =>
        {
            var said = chosen.Select(c => words[c]).ToArray();
            var source = new SourceText("a.yml", "ключ: " + ways[way](said) + "\n");
            var scalar = (YamlScalar)((YamlMap)YamlReader.Read(source, [])!).Entries[0].Value;
            var at = 0;
            foreach (var word in said)
            {
                at = scalar.Value.IndexOf(word, at, StringComparison.Ordinal);
                var part = scalar.Part(at, at + word.Length).Text;
                Assert.Equal(word, part.Replace("''", "'", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal));
                at += word.Length;
            }
        });
    }
}
