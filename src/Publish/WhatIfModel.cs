using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What layouts may say about arithmetic that a reader can change.</summary>
internal static class WhatIfModel
{
    /// <summary>The inputs with their sliders and published values, the formula and its result.</summary>
    /// <param name="whatIf">The block.</param>
    /// <param name="language">The page's language.</param>
    /// <param name="index">A number that is unique on the page.</param>
    public static Dictionary<string, object?> Of(WhatIfSpec whatIf, Language language, int index)
    {
        var id = $"page.block.{index}";
        return new Dictionary<string, object?>
        {
            ["id"] = id,
            ["name"] = whatIf.Id,
            ["title"] = whatIf.Title.In(language),
            ["steps"] = BlockNumbers.Steps(whatIf.Formula),
            ["formula"] = Told(whatIf, language),
            ["inputs"] = whatIf.Inputs.Select((input, i) => Input(input, $"{id}.{i + 1}", language)).ToList(),
            ["result"] = Result(whatIf, language),
        };
    }

    // The author's sentence in parts, each value one of its own that follows the sliders; without one, the formula and what it gives.
    private static List<Dictionary<string, object?>> Told(WhatIfSpec whatIf, Language language)
    {
        var sentence = whatIf.Told?.Text.In(language) ?? language.Word("what-if.formula", whatIf.Result.Title.In(language), InWords(whatIf, language), $"{{{WhatIfSentence.Result}}}");
        return [.. WhatIfSentence.PartsOf(sentence).Select(p => p.IsGap ? Part(Value(p.Text), p.Text) : Part(p.Text, ""))];

        string Value(string name) => whatIf.Inputs.FirstOrDefault(i => i.Name == name) is { } input
            ? BlockNumbers.Amount(BlockNumbers.Pattern(input.Unit, input.Published, language), input.Slider.Start, input.Slider.Decimals, language)
            : Result(whatIf, language)["amount"]!.ToString()!;
        static Dictionary<string, object?> Part(string words, string of) => new() { ["words"] = words, ["of"] = of };
    }

    // With titles in the place of names, and the signs that readers know.
    private static string InWords(WhatIfSpec whatIf, Language language) => whatIf.Formula.Print(
        name => language.Word("what-if.name", whatIf.Inputs.First(i => i.Name == name).Title.In(language)),
        number => language.Rounded(number, 12),
        FigureWorking.Sign);

    private static Dictionary<string, object?> Input(WhatIfInput input, string id, Language language)
    {
        var pattern = BlockNumbers.Pattern(input.Unit, input.Published, language);
        var model = BlockNumbers.Slider(input.Slider, pattern, id, language);
        model["name"] = input.Name;
        model["title"] = input.Title.In(language);
        model["low"] = BlockNumbers.Raw(input.Known.Low);
        model["high"] = BlockNumbers.Raw(input.Known.High);
        model["beyond"] = language.Word("what-if.beyond", BlockNumbers.Range(pattern, input.Known, language));
        model["published"] = Published(input.Published, pattern, language);
        model["marks"] = PublishedMarks.Of(input.Published, (input.Slider.From, input.Slider.To), pattern, ShortPattern(pattern, language), language);
        return model;
    }

    private static Dictionary<string, object?> Result(WhatIfSpec whatIf, Language language)
    {
        var result = whatIf.Result;
        var pattern = BlockNumbers.Pattern(result.Unit, result.Published, language);
        var (low, high) = Ends(whatIf);
        return new Dictionary<string, object?>(BlockNumbers.Writing(pattern, result.Digits, language))
        {
            ["title"] = result.Title.In(language),
            ["amount"] = whatIf.Start is { } start ? BlockNumbers.Amount(pattern, start, result.Digits, language) : language.Word("what-if.none"),
            ["at"] = BlockNumbers.Share(whatIf.Start ?? low, low, high),
            ["low"] = BlockNumbers.Raw(low),
            ["high"] = BlockNumbers.Raw(high),
            ["published"] = Published(result.Published, pattern, language),
            ["marks"] = PublishedMarks.Of(result.Published, (low, high), pattern, ShortPattern(pattern, language), language),
        };
    }

    // As far as the sliders reach; where dividing by zero lies among it, as far as what is published, and as much again.
    private static (double Low, double High) Ends(WhatIfSpec whatIf)
    {
        if (whatIf.Result.Ends is { } given)
            return given;
        var known = whatIf.Result.Published.SelectMany(p => new[] { p.Low, p.High }).Append(whatIf.Start ?? 0).Append(0).ToList();
        var (low, high) = whatIf.Reach ?? (2 * known.Min(), 2 * known.Max());
        return LinearScale.Nice(Math.Min(low, known.Min()), Math.Max(high, known.Max()), 4);
    }

    // Beside a mark there is room for a sign, not for words.
    private static string ShortPattern(string pattern, Language language) => language.Word("number.percent", "{0}") is var sign && pattern == sign ? sign : "{0}";

    private static List<Dictionary<string, object?>> Published(ImmutableArray<BlockFigure> figures, string pattern, Language language) =>
        [.. figures.Select(f => new Dictionary<string, object?>
        {
            ["id"] = f.Id.Value,
            ["amount"] = BlockNumbers.Published(f, pattern, language),
            ["who"] = f.Who(language),
            ["period"] = f.Figure!.Provenance.Period?.In(language) ?? "",
            ["kind"] = f.Figure.Provenance.Kind.Slug(),
        })];
}
