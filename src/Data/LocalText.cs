using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>Words that may differ by language: either one text for all, or a text for each language code.</summary>
/// <param name="Texts">Texts by language code; the empty code stands for every language.</param>
/// <param name="First">The text that was written first: what identifies the words whatever the language.</param>
/// <param name="Span">Where they were written, or null for words made by the program.</param>
public sealed record LocalText(ImmutableSortedDictionary<string, string> Texts, string First, SourceSpan? Span)
{
    private const string Any = "";
    private static readonly Regex LanguageCode = new("^[a-z]{2,3}(-[A-Za-z0-9]+)*$");

    /// <summary>The texts as they were written, by language code; none for words made by the program.</summary>
    public ImmutableArray<(string Code, BoundText Text)> Written { get; init; } = [];

    /// <summary>One text for all languages.</summary>
    public static LocalText Of(string text, SourceSpan? span = null) =>
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(Any, text), text, span);

    /// <summary>The words in a language; where they are missing, those for all or else the first there are.</summary>
    public string In(Language language) => In(language.Code);

    /// <summary>The words in a language, by its code.</summary>
    public string In(string code) =>
        Texts.TryGetValue(code, out var text) || Texts.TryGetValue(Any, out text) ? text : First;

    /// <summary>The text of a language, or of all, as it was written; nothing where there is none.</summary>
    public IEnumerable<BoundText> WrittenIn(Language language) =>
        Written.Where(w => w.Code == (Texts.ContainsKey(language.Code) ? language.Code : Any)).Select(w => w.Text);

    /// <summary>Whether the words exist in a language, or are the same in all.</summary>
    public bool Has(string code) => Texts.ContainsKey(Any) || Texts.ContainsKey(code);

    /// <summary>Reads words that readers are to see, and so must say something; null, with a finding, when they are empty.</summary>
    public static LocalText? ReadFilled(YamlNode? node, string what, ICollection<Diagnostic> findings)
    {
        var text = Read(node, what, findings);
        if (text is null || !text.Texts.Values.Any(string.IsNullOrWhiteSpace))
            return text;
        findings.Add(Diagnostic.Error("EX0114", node!.Span, $"{what} has no words", "write them, or leave the key out"));
        return null;
    }

    /// <summary>Reads a single value, or a map of language codes to values; null when nothing stands there.</summary>
    public static LocalText? Read(YamlNode? node, string what, ICollection<Diagnostic> findings)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar scalar:
                var one = BoundText.Read(scalar, findings);
                return Of(one.Text, scalar.Span) with { Written = [(Any, one)] };
            case YamlMap map:
                var written = ImmutableArray.CreateBuilder<(string, BoundText)>();
                var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
                string? first = null;
                foreach (var (key, value) in map.Entries)
                {
                    // A comma in words without quotes ends them, and what follows it reads as another language.
                    if (!LanguageCode.IsMatch(key.Value))
                        findings.Add(Diagnostic.Error("EX0111", key.Span, $"'{key.Value}' is no language code", "put words that hold a comma in quotes"));
                    if (value is YamlScalar { IsNull: true })
                        continue;
                    if (value is YamlScalar text)
                    {
                        var words = BoundText.Read(text, findings);
                        texts[key.Value] = words.Text;
                        first ??= words.Text;
                        written.Add((key.Value, words));
                    }
                    else
                    {
                        findings.Add(Diagnostic.Error("EX0107", value.Span, $"{what} in '{key.Value}' should be a single value, but this is {value.What}"));
                    }
                }

                return new LocalText(texts.ToImmutable(), first ?? "", map.Span) { Written = written.ToImmutable() };
            default:
                findings.Add(Diagnostic.Error("EX0107", node.Span, $"{what} should be words, or words by language, but this is {node.What}"));
                return null;
        }
    }
}
