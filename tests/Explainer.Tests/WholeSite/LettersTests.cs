using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The fonts have every letter of the languages that docs/theme.md says they cover, for drawings and for pages.</summary>
public sealed partial class LettersTests
{
    private static readonly string _fonts = Path.Combine(Repository.Root, "theme", "fonts");

    // The letters that English lacks, as the Unicode CLDR lists those of each language.
    private static readonly (string Language, string Letters)[] _alphabets =
    [
        ("Croatian, Bosnian and Serbian in Latin", "čćđšž"),
        ("Czech", "áčďéěíňóřšťúůýž"),
        ("Danish and Norwegian", "æøå"),
        ("Dutch", "áäéëíïóöúü"),
        ("Estonian", "äõöšüž"),
        ("Finnish and Swedish", "åäöšž"),
        ("French", "àâæçéèêëîïôœùûüÿ"),
        ("German", "äöüßẞ"),
        ("Hungarian", "áéíóöőúüű"),
        ("Icelandic and Faroese", "áðéíóúýþæö"),
        ("Irish", "áéíóú"),
        ("Italian", "àéèìóòù"),
        ("Latvian", "āčēģīķļņšūž"),
        ("Lithuanian", "ąčęėįšųūž"),
        ("Maltese", "ċġħż"),
        ("Polish", "ąćęłńóśźż"),
        ("Portuguese", "áâãàçéêíóôõú"),
        ("Romanian", "ăâîșțşţ"),
        ("Slovak", "áäčďéíĺľňóôŕšťúýž"),
        ("Slovene", "čšž"),
        ("Spanish and Catalan", "áéíïñóúüàçèò"),
        ("Turkish", "çğıiİöşü"),
        ("Welsh", "âêîôûŵŷẁẃẅỳ"),
        ("Russian, Ukrainian, Belarusian and Bulgarian", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў"),
    ];

    private static readonly Lazy<HashSet<int>[]> _drawn = new(() => [.. Directory.EnumerateFiles(_fonts, "*.ttf").Select(f => FontCharacters.Of(File.ReadAllBytes(f)))]);
    private static readonly Lazy<FontFile[]> _published = new(Published);

    public static TheoryData<string> Alphabets => [.. _alphabets.Select(a => a.Language)];

    [Theory]
    [MemberData(nameof(Alphabets))]
    public void Drawings_and_pages_have_every_letter_of_a_language(string language)
    {
        var letters = InBothCases(_alphabets.Single(a => a.Language == language).Letters);

        Assert.All(_drawn.Value, face => Assert.Equal("", Without(letters, face)));
        Assert.All(_published.Value.GroupBy(f => f.Face), files => Assert.Equal("", Without(letters, [.. files.SelectMany(f => f.Characters)])));
    }

    [Fact]
    public void No_character_is_in_two_of_a_face_s_files_for_Latin()
    {
        Assert.All(
            _published.Value.Where(f => f.Part != "cyrillic").GroupBy(f => f.Face),
            files => Assert.Equal(files.Sum(f => f.Characters.Count), files.SelectMany(f => f.Characters).Distinct().Count()));
    }

    /// <summary>What a page gets from each file of each face: the characters that it is said to have (unicode-range) and has.</summary>
    private static FontFile[] Published() =>
        [.. Rule().Matches(File.ReadAllText(Path.Combine(Repository.Root, "theme", "styles", "1-base.css"))).Select(rule =>
        {
            var (face, part) = (rule.Groups["face"].Value, rule.Groups["part"].Value);
            var has = FontCharacters.Of(File.ReadAllBytes(Path.Combine(_fonts, $"{face}-{part}.woff2")));
            var ranges = rule.Groups["range"].Value.Split(", ").Select(r => r[2..].Split('-').Select(n => int.Parse(n, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray());
            return new FontFile(face, part, [.. ranges.SelectMany(r => Enumerable.Range(r[0], r[^1] - r[0] + 1)).Where(has.Contains)]);
        })];

    private static string InBothCases(string letters) =>
        letters + string.Concat(letters.ToUpperInvariant().Where(c => !letters.Contains(c, StringComparison.Ordinal)));

    private static string Without(string letters, HashSet<int> characters) => string.Concat(letters.Where(c => !characters.Contains(c)));

    [GeneratedRegex("url\\(\"\\.\\./fonts/(?<face>[a-z]+-[a-z]+-\\d+(-italic)?)-(?<part>[a-z-]+)\\.woff2\"\\).*unicode-range: (?<range>[^;]+);")]
    private static partial Regex Rule();

    private sealed record FontFile(string Face, string Part, HashSet<int> Characters);
}
