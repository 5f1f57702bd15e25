using System.Collections.Immutable;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>The words by which a language says numbers in prose, from the group <c>reading</c> of its file.</summary>
public sealed class ReadingWords
{
    /// <summary>Words that are numbers: twelve.</summary>
    public WordTable<double> Numbers { get; private init; } = new([]);

    /// <summary>Beginnings of words that halve the rest of the word.</summary>
    public ImmutableArray<string> HalfPrefixes { get; private init; } = [];

    /// <summary>Words that multiply what stands before them: million.</summary>
    public WordTable<double> Scales { get; private init; } = new([]);

    /// <summary>Letters that multiply the digits that they are glued to: 5k.</summary>
    public WordTable<double> GluedScales { get; private init; } = new([]);

    /// <summary>Forms of words that multiply what stands after them, and make it less sure: тысяч сорок.</summary>
    public WordTable<double> InvertedScales { get; private init; } = new([]);

    /// <summary>Words that may stand within a number: a hundred and twenty.</summary>
    public WordTable<double> Inside { get; private init; } = new([]);

    /// <summary>Words for parts of one, by how many make the whole: third.</summary>
    public WordTable<double> Parts { get; private init; } = new([]);

    /// <summary>Words for so many times, whichever way: twice.</summary>
    public WordTable<double> Multiples { get; private init; } = new([]);

    /// <summary>Words for a growth of so many times: doubled.</summary>
    public WordTable<double> Grown { get; private init; } = new([]);

    /// <summary>Words for a fall of so many times: halved.</summary>
    public WordTable<double> Shrunk { get; private init; } = new([]);

    /// <summary>Words after which a number says one in so many: one in twelve.</summary>
    public WordTable<double> Every { get; private init; } = new([]);

    /// <summary>Words between how many and of how many: two in five.</summary>
    public WordTable<double> OutOf { get; private init; } = new([]);

    /// <summary>Ordinal words that may follow those of <see cref="Every"/>: every sixth.</summary>
    public WordTable<double> Ordinals { get; private init; } = new([]);

    /// <summary>Letters after digits that make an ordinal: 16th.</summary>
    public WordTable<double> OrdinalEndings { get; private init; } = new([]);

    /// <summary>Words before four digits that make a year of them.</summary>
    public ImmutableArray<WordPattern> YearsBefore { get; private init; } = [];

    /// <summary>Words after four digits that make a year of them.</summary>
    public WordTable<double> YearsAfter { get; private init; } = new([]);

    /// <summary>Words before a number that make an age of it.</summary>
    public ImmutableArray<WordPattern> AgesBefore { get; private init; } = [];

    /// <summary>Words after a number that make an age of it.</summary>
    public WordTable<double> AgesAfter { get; private init; } = new([]);

    /// <summary>Words that make no number of what they stand in or before: several.</summary>
    public WordTable<double> Vague { get; private init; } = new([]);

    /// <summary>Words that may stand before a scale or a part and say nothing: a.</summary>
    public WordTable<double> Articles { get; private init; } = new([]);

    /// <summary>Words between the two ends of a range: to.</summary>
    public WordTable<double> Joins { get; private init; } = new([]);

    /// <summary>Words before the first end of a range: between.</summary>
    public ImmutableArray<WordPattern> Opens { get; private init; } = [];

    /// <summary>Words for per cent.</summary>
    public WordTable<double> Percent { get; private init; } = new([(WordPattern.Of("%"), 1)]);

    /// <summary>Words for percentage points.</summary>
    public WordTable<double> Points { get; private init; } = new([]);

    /// <summary>Words after a number that say times as many.</summary>
    public WordTable<double> Times { get; private init; } = new([]);

    /// <summary>Words after a part or so many times that compare: half as many.</summary>
    public WordTable<double> AsMany { get; private init; } = new([]);

    /// <summary>Words after an amount that say that it is more.</summary>
    public WordTable<double> More { get; private init; } = new([]);

    /// <summary>Words after an amount that say that it is less.</summary>
    public WordTable<double> Less { get; private init; } = new([]);

    /// <summary>Words before an amount that say that it is below zero.</summary>
    public ImmutableArray<WordPattern> Minus { get; private init; } = [];

    /// <summary>Words by which somebody is said to say something.</summary>
    public ImmutableArray<WordPattern> Says { get; private init; } = [];

    /// <summary>Words before a number that hold back, longest first.</summary>
    public ImmutableArray<HedgePattern> HedgesBefore { get; private init; } = [];

    /// <summary>Words after a number that hold back.</summary>
    public WordTable<Hedge> HedgesAfter { get; private init; } = new([]);

    /// <summary>The names of hedges in language files.</summary>
    public static ImmutableSortedDictionary<string, Hedge> HedgeNames { get; } = new Dictionary<string, Hedge>
    {
        ["none"] = Hedge.None,
        ["about"] = Hedge.About,
        ["almost"] = Hedge.Almost,
        ["just-over"] = Hedge.JustOver,
        ["over"] = Hedge.Over,
        ["under"] = Hedge.Under,
        ["upto"] = Hedge.UpTo,
        ["atleast"] = Hedge.AtLeast,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The hedges that a value can have; bounds are written as a low or a high alone.</summary>
    public static ImmutableSortedDictionary<string, Hedge> HedgesOfValues { get; } = HedgeNames.RemoveRange(["none", "upto", "atleast", "just-over"]);

    /// <summary>A hedge's name in language files.</summary>
    public static string NameOf(Hedge hedge) => HedgeNames.First(h => h.Value == hedge).Key;

    /// <summary>A language of which only digits and signs can be read.</summary>
    public static ReadingWords None { get; } = new();

    /// <summary>Reads the group; what is wrong in it is reported.</summary>
    public static ReadingWords Read(MapReader map)
    {
        var (yearsBefore, yearsAfter) = Around(map, "years");
        var (agesBefore, agesAfter) = Around(map, "ages");
        var hedges = map.Group("hedges", "the hedges of a language");
        ImmutableArray<HedgePattern> patterns = hedges is null ? [] : [.. HedgeNames.SelectMany(h => hedges.Texts(h.Key).Select(t => HedgePattern.Of(t, h.Value))).OrderByDescending(h => h.Words.Words.Length)];
        var words = new ReadingWords
        {
            Numbers = ByNumber(map, "numbers"),
            HalfPrefixes = [.. map.Texts("half-prefixes").OrderByDescending(p => p.Length)],
            Scales = ByNumber(map, "scales"),
            GluedScales = ByNumber(map, "glued-scales"),
            InvertedScales = ByNumber(map, "inverted-scales"),
            Inside = Table(map.Texts("inside")),
            Parts = ByNumber(map, "parts"),
            Multiples = ByNumber(map, "multiples"),
            Grown = ByNumber(map, "grown"),
            Shrunk = ByNumber(map, "shrunk"),
            Every = Table(map.Texts("every")),
            OutOf = Table(map.Texts("out-of")),
            Ordinals = ByNumber(map, "ordinals"),
            OrdinalEndings = Table(map.Texts("ordinal-endings")),
            YearsBefore = yearsBefore,
            YearsAfter = yearsAfter,
            AgesBefore = agesBefore,
            AgesAfter = agesAfter,
            Vague = Table(map.Texts("vague")),
            Articles = Table(map.Texts("articles")),
            Joins = Table(map.Texts("joins")),
            Opens = [.. map.Texts("opens").Select(WordPattern.Of)],
            Percent = Table(map.Texts("percent").Append("%")),
            Points = Table(map.Texts("points")),
            Times = Table(map.Texts("times")),
            AsMany = Table(map.Texts("as-many")),
            More = Table(map.Texts("more")),
            Less = Table(map.Texts("less")),
            Says = [.. map.Texts("says").Select(WordPattern.Of)],
            Minus = [.. map.Texts("minus").Select(WordPattern.Of)],
            HedgesBefore = [.. patterns.Where(h => !h.Follows)],
            HedgesAfter = new(patterns.Where(h => h.Follows).Select(h => (h.Words, h.Hedge))),
        };
        hedges?.Finish();
        map.Finish();
        return words;
    }

    // Words before a number, and those after it, which are marked.
    private static (ImmutableArray<WordPattern> Before, WordTable<double> After) Around(MapReader map, string key)
    {
        const string Mark = "… ";
        var texts = map.Texts(key);
        return ([.. texts.Where(t => !t.StartsWith(Mark, StringComparison.Ordinal)).Select(WordPattern.Of)], Table(texts.Where(t => t.StartsWith(Mark, StringComparison.Ordinal)).Select(t => t[Mark.Length..])));
    }

    private static WordTable<double> Table(IEnumerable<string> texts) => new(texts.Select(t => (WordPattern.Of(t), 1.0)));

    private static WordTable<double> ByNumber(MapReader map, string key)
    {
        if (map.Group(key, $"'{key}'") is not { } group)
            return new([]);
        var words = new List<(WordPattern, double)>();
        foreach (var (number, _) in group.Map.Entries)
        {
            var texts = group.Texts(number.Value);
            if (group.ReadNumber(number, $"a key of '{key}'") is { } value)
                words.AddRange(texts.Select(t => (WordPattern.Of(t), value)));
        }

        return new(words);
    }
}
