using System.Globalization;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class PluralFamilyTests
{
    // The samples of the Unicode CLDR (supplemental/plurals.xml) for a language of each family; "~" stands between two ends.
    [Theory]
    [InlineData("none", "other", "0~15 100 1000 10000 100000 1000000 0.1 1.5 10.5")]
    [InlineData("one-other", "one", "1")]
    [InlineData("one-other", "other", "0 2~16 100 1000 10000 100000 1000000 0.1~0.9 1.1~1.5 10.5 100.5")]
    [InlineData("zero-one-other", "one", "0 1 0.1~0.9 1.1~1.9")]
    [InlineData("zero-one-other", "other", "2~17 100 1000 10000 100000 1000000 2.1~3.5 10.5 100.5")]
    [InlineData("east-slavic", "one", "1 21 31 41 51 61 71 81 101 1001")]
    [InlineData("east-slavic", "few", "2~4 22~24 32~34 42~44 52~54 62 102 1002")]
    [InlineData("east-slavic", "many", "0 5~19 100 1000 10000 100000 1000000")]
    [InlineData("east-slavic", "other", "0.1~0.9 1.1~1.5 10.5 100.5 1000.5")]
    [InlineData("polish", "one", "1")]
    [InlineData("polish", "few", "2~4 22~24 32~34 42~44 52~54 62 102 1002")]
    [InlineData("polish", "many", "0 5~19 21 31 100 1000 10000 100000 1000000")]
    [InlineData("polish", "other", "0.1~0.9 1.1~1.5 10.5 100.5")]
    [InlineData("czech", "one", "1")]
    [InlineData("czech", "few", "2~4")]
    [InlineData("czech", "many", "0.1~0.9 1.1~1.5 10.5 100.5")]
    [InlineData("czech", "other", "0 5~19 100 1000 10000 100000 1000000")]
    [InlineData("arabic", "zero", "0")]
    [InlineData("arabic", "one", "1")]
    [InlineData("arabic", "two", "2")]
    [InlineData("arabic", "few", "3~10 103~110 1003")]
    [InlineData("arabic", "many", "11~26 111 1011")]
    [InlineData("arabic", "other", "100~102 200~202 300~302 400~402 500~502 600 1000 10000 100000 1000000 0.1~0.9 1.1~1.5 10.1")]
    public void A_family_gives_each_sample_of_the_CLDR_its_form(string family, string form, string samples)
    {
        foreach (var sample in samples.Split(' '))
        {
            foreach (var count in Numbers(sample))
                Assert.True(PluralFamily.ByName[family].FormOf(count) == form, $"{count} is {PluralFamily.ByName[family].FormOf(count)} in {family}");
        }
    }

    [Fact]
    public void A_form_is_always_one_that_the_family_has()
    {
        foreach (var family in PluralFamily.ByName.Values)
            Assert.All(Enumerable.Range(-2000, 4000).Select(n => n / 10.0), n => Assert.Contains(family.FormOf(n), family.Forms));
    }

    [Theory]
    [InlineData(1, "1 столбец из 9")]
    [InlineData(3, "3 столбца из 9")]
    [InlineData(11, "11 столбцов из 9")]
    [InlineData(-21, "−21 столбец из 9")]
    [InlineData(2.5, "2,5 столбца из 9")]
    [InlineData(12345, "12\u202F345 столбцов из 9")]
    public void A_count_chooses_the_form_and_fills_the_first_gap(double count, string expected) =>
        Assert.Equal(expected, Read(
            """
            plurals: east-slavic
            words:
              bars: {one: "{0} столбец из {1}", few: "{0} столбца из {1}", many: "{0} столбцов из {1}", other: "{0} столбца из {1}"}
            """,
            []).Plural("bars", count, 9));

    [Fact]
    public void A_word_without_forms_serves_every_count() =>
        Assert.Equal("3 本", Read("words: {books: '{0} 本'}\n", []).Plural("books", 3));

    [Fact]
    public void A_word_that_is_not_there_shows_its_key() =>
        Assert.Equal("[books]", Read("", []).Plural("books", 3));

    [Theory]
    [InlineData("plurals: one-othr\nwords: {bars: {one: a, other: b}}\n", "4:10 EX0112 there is no family of plurals 'one-othr'")]
    [InlineData("plurals: east-slavic\nwords: {bars: {one: a, few: b, other: c}}\n", "5:9 EX0113 'bars' has the forms one, few, other, but this language needs one, few, many, other")]
    [InlineData("plurals: one-other\nwords: {a: {bars: {one: a, few: b, other: c}}}\n", "5:13 EX0113 'a.bars' has the forms one, few, other, but this language needs one, other")]
    [InlineData("words: {bars: {one: a, other: b}}\n", "4:9 EX0113 'bars' has the forms one, other, but this language needs other")]
    [InlineData("plurals: one-other\nwords: {bars: {one: a, other: b, lots: c}}\n", "")]
    public void Forms_that_a_language_does_not_have_are_reported_where_they_stand(string yaml, string expected)
    {
        var findings = new List<Diagnostic>();

        Read(yaml, findings);

        Assert.Equal(expected, string.Join('\n', findings.Lines()));
    }

    private static IEnumerable<double> Numbers(string sample)
    {
        var ends = sample.Split('~').Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var step = ends[0].Scale > 0 ? 0.1m : 1m;
        for (var n = ends[0]; n <= ends[^1]; n += step)
            yield return (double)n;
    }

    private static Language Read(string yaml, ICollection<Diagnostic> findings)
    {
        const string Head = "name: X\nnumbers: {decimal: ',', group: \"\\u202F\", group-from: 5}\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n";
        return Assert.IsType<Language>(Language.Read("xx", new SourceText("theme/words/xx.yml", Head + yaml), findings));
    }
}
