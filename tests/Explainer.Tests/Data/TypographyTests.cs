using CsCheck;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Tests.DataTests;

public sealed class TypographyTests
{
    private static readonly Typography Russian = Typography.Of(["в", "и", "не", "по"], ["же", "—"]);

    private static readonly string[] Pieces = ["в", "И", "не", "же", "—", "–", "−", "-", " ", " ", " ", ",", ".", "%", "12", "7", "ИТ", "слово", "a", "co", "&", ";", "\n", "’"];

    [Theory]
    [InlineData("В Россию и в Турцию", "В_Россию и_в_Турцию")]
    [InlineData("вернулись в", "вернулись в")]
    [InlineData("вернулись в ", "вернулись в_")]
    [InlineData("кто-то в Перу", "кто-|то в_Перу")]
    [InlineData("имя по-не было", "имя по-|не было")]
    [InlineData("Сальдо — это", "Сальдо_— это")]
    [InlineData("там же, где", "там_же, где")]
    [InlineData("железо там желе", "железо там желе")]
    public void Words_stay_with_the_next_or_the_one_before(string words, string expected) => Assert.Equal(expected, Seen(Russian.Set(words)));

    [Theory]
    [InlineData("2022-го", "2022-|го")]
    [InlineData("ИТ-специалистам", "ИТ-|специалистам")]
    [InlineData("сим-карты, по-прежнему", "сим-|карты, по-|прежнему")]
    [InlineData("co-author of a short-term loan", "co-|author of a short-|term loan")]
    [InlineData("a third-party claim", "a third-party claim")]
    [InlineData("153–154 and −37.7–−37.3 and 16%–26%", "153–|154 and −37.7–|−37.3 and 16%–|26%")]
    [InlineData("2023-11-29, en.some-site.org, yes – no", "2023-11-29, en.some-site.org, yes – no")]
    public void Ranges_endings_and_short_compounds_hold_together_in_every_language(string words, string expected) => Assert.Equal(expected, Seen(Typography.Plain.Set(words)));

    [Theory]
    [InlineData("132 188 mieszkańców, 1 234 567", "132_188 mieszkańców, 1_234_567")]
    [InlineData("w 2022 100 osób, 3,5 200, 12 1000, 5 12", "w 2022 100 osób, 3,5 200, 12 1000, 5 12")]
    public void Digits_hold_together_where_a_space_parts_thousands(string words, string expected)
    {
        Assert.Equal(expected, Seen(Typography.Of([], [], spacesThousands: true).Set(words)));
        Assert.Equal(words, Seen(Typography.Plain.Set(words)));
    }

    [Fact]
    public void No_word_is_changed() =>
        Gen.Int[0, Pieces.Length - 1].Array[0, 14].Select(at => string.Concat(at.Select(i => Pieces[i]))).Sample(words =>
        {
            var set = Russian.Set(words);
            Assert.Equal(words, set.Replace(Typography.Joiner, "", StringComparison.Ordinal).Replace('\u00A0', ' '));
            Assert.Equal(set, Russian.Set(set));
            Assert.DoesNotContain(Typography.Joiner, Russian.Space(words), StringComparison.Ordinal);
        });

    [Fact]
    public void A_language_file_names_its_words()
    {
        var findings = new List<Diagnostic>();
        var language = Language.Read("ru", new SourceText("theme/words/ru.yml", "name: Русский\nmonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\nlines: {keep-with-next: [у]}\n"), findings);
        Assert.Empty(findings);
        Assert.Equal("у_нас же", Seen(language!.Lines.Set("у нас же")));
    }

    [Theory]
    [InlineData("\u00A0", "132_188")]
    [InlineData("\u202F", "132_188")]
    [InlineData(" ", "132_188")]
    [InlineData(",", "132 188")]
    public void A_language_whose_thousands_are_parted_by_a_space_needs_no_words_for_it(string group, string expected)
    {
        var language = Language.Read("xx", new SourceText("theme/words/xx.yml", $"name: X\nmonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\nnumbers: {{group: \"{group}\"}}\n"), []);
        Assert.Equal(expected, Seen(language!.Lines.Set("132 188")));
    }

    private static string Seen(string words) => words.Replace('\u00A0', '_').Replace(Typography.Joiner, "|", StringComparison.Ordinal);
}
