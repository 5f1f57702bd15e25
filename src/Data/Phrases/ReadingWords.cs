using System.Collections.Immutable;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>The words by which a language says numbers in prose, from the group <c>reading</c> of its file.</summary>
/// <param name="Numbers">Words that are numbers: twelve.</param>
/// <param name="Scales">Words that multiply what stands before them: million.</param>
/// <param name="Parts">Words for parts of one, by how many make the whole: third.</param>
/// <param name="Multiples">Words for so many times: twice.</param>
/// <param name="Every">Words after which a number says one in so many: one in twelve.</param>
/// <param name="Ordinals">Ordinal words that may follow those: every sixth.</param>
/// <param name="OrdinalEndings">Letters after digits that make an ordinal: 16th.</param>
/// <param name="Articles">Words that may stand before a scale or a part and say nothing: a.</param>
/// <param name="Joins">Words between the two ends of a range: to.</param>
/// <param name="Percent">Words for per cent.</param>
/// <param name="Points">Words for percentage points.</param>
/// <param name="Times">Words after a number that say times as many.</param>
/// <param name="Says">Words by which somebody is said to say something: said.</param>
/// <param name="Hedges">Words that hold back, by how.</param>
public sealed record ReadingWords(
    ImmutableArray<(WordPattern Words, double Value)> Numbers,
    ImmutableArray<(WordPattern Words, double Value)> Scales,
    ImmutableArray<(WordPattern Words, double Value)> Parts,
    ImmutableArray<(WordPattern Words, double Value)> Multiples,
    ImmutableArray<WordPattern> Every,
    ImmutableArray<(WordPattern Words, double Value)> Ordinals,
    ImmutableArray<WordPattern> OrdinalEndings,
    ImmutableArray<WordPattern> Articles,
    ImmutableArray<WordPattern> Joins,
    ImmutableArray<WordPattern> Percent,
    ImmutableArray<WordPattern> Points,
    ImmutableArray<WordPattern> Times,
    ImmutableArray<WordPattern> Says,
    ImmutableArray<(WordPattern Words, Hedge Hedge)> Hedges)
{
    /// <summary>The names of hedges in language files.</summary>
    public static ImmutableSortedDictionary<string, Hedge> HedgeNames { get; } = new Dictionary<string, Hedge>
    {
        ["about"] = Hedge.About,
        ["almost"] = Hedge.Almost,
        ["over"] = Hedge.Over,
        ["under"] = Hedge.Under,
        ["upto"] = Hedge.UpTo,
        ["atleast"] = Hedge.AtLeast,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The hedges that a value can have; bounds are written as a low or a high alone.</summary>
    public static ImmutableSortedDictionary<string, Hedge> HedgesOfValues { get; } = HedgeNames.RemoveRange(["upto", "atleast"]);

    /// <summary>A hedge's name in language files.</summary>
    public static string NameOf(Hedge hedge) => HedgeNames.First(h => h.Value == hedge).Key;

    /// <summary>A language of which only digits and signs can be read.</summary>
    public static ReadingWords None { get; } = new([], [], [], [], [], [], [], [], [], [WordPattern.Of("%")], [], [], [], []);

    /// <summary>Reads the group; what is wrong in it is reported.</summary>
    public static ReadingWords Read(MapReader map)
    {
        var hedges = map.Group("hedges", "the hedges of a language");
        var words = new ReadingWords(
            ByNumber(map, "numbers"),
            ByNumber(map, "scales"),
            ByNumber(map, "parts"),
            ByNumber(map, "multiples"),
            Patterns(map, "every"),
            ByNumber(map, "ordinals"),
            Patterns(map, "ordinal-endings"),
            Patterns(map, "articles"),
            Patterns(map, "joins"),
            [WordPattern.Of("%"), .. Patterns(map, "percent")],
            Patterns(map, "points"),
            Patterns(map, "times"),
            Patterns(map, "says"),
            hedges is null ? [] : [.. HedgeNames.SelectMany(h => Patterns(hedges, h.Key).Select(p => (p, h.Value)))]);
        hedges?.Finish();
        map.Finish();
        return words;
    }

    private static ImmutableArray<WordPattern> Patterns(MapReader map, string key) => [.. map.Texts(key).Select(WordPattern.Of)];

    private static ImmutableArray<(WordPattern, double)> ByNumber(MapReader map, string key)
    {
        if (map.Group(key, $"'{key}'") is not { } group)
            return [];
        var words = ImmutableArray.CreateBuilder<(WordPattern, double)>();
        foreach (var (number, _) in group.Map.Entries)
        {
            var texts = group.Texts(number.Value);
            if (group.ReadNumber(number, $"a key of '{key}'") is { } value)
                words.AddRange(texts.Select(t => (WordPattern.Of(t), value)));
        }

        return words.ToImmutable();
    }
}
