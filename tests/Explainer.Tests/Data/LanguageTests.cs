using System.Globalization;
using CsCheck;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class LanguageTests
{
    private const string EnglishWords =
        """
        name: English
        numbers: {decimal: ".", group: ",", group-from: 4}
        months: [January, February, March, April, May, June, July, August, September, October, November, December]
        words:
          date: {full: "{0} {1} {2}", month: "{0} {1}"}
          story: {minutes: "{0} min", deep: {deeper: down here}}
        """;

    private const string RussianWords =
        """
        name: Русский
        numbers: {decimal: ",", group: "\u202F", group-from: 5}
        months: [января, февраля, марта, апреля, мая, июня, июля, августа, сентября, октября, ноября, декабря]
        words:
          date: {full: "{0} {1} {2} года"}
        """;

    [Theory]
    [InlineData(0, "0")]
    [InlineData(7, "7")]
    [InlineData(999, "999")]
    [InlineData(1000, "1,000")]
    [InlineData(650000, "650,000")]
    [InlineData(1234567.891, "1,234,567.89")]
    [InlineData(0.5, "0.5")]
    [InlineData(-1.25, "−1.25")]
    [InlineData(-0.001, "\u22120.001")]
    [InlineData(2.005, "2.01")]
    [InlineData(12.10, "12.1")]
    public void An_english_number_has_a_point_commas_and_a_true_minus(double value, string expected) =>
        Assert.Equal(expected, Read("en", EnglishWords).Number(value));

    [Theory]
    [InlineData(1000, "1000")]
    [InlineData(9999.5, "9999,5")]
    [InlineData(10000, "10\u202F000")]
    [InlineData(-1234567.8, "−1\u202F234\u202F567,8")]
    public void A_russian_number_has_a_comma_and_narrow_spaces_from_five_digits(double value, string expected) =>
        Assert.Equal(expected, Read("ru", RussianWords).Number(value));

    [Theory]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "−3")]
    [InlineData(1.2345, 3, "1.235")]
    public void A_number_is_rounded_away_from_zero_to_the_decimals_that_are_wanted(double value, int decimals, string expected) =>
        Assert.Equal(expected, Read("en", EnglishWords).Number(value, decimals));

    [Theory]
    [InlineData(12, "+12")]
    [InlineData(-12, "−12")]
    [InlineData(0, "0")]
    [InlineData(1500.5, "+1,500.5")]
    public void A_change_always_shows_its_sign(double value, string expected) =>
        Assert.Equal(expected, Language.WithSign(value, Read("en", EnglishWords).Number(value)));

    [Fact]
    public void A_number_is_written_the_same_whatever_the_machine_is_set_to()
    {
        // The culture holds for this test only.
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = ";";
        odd.NumberFormat.NegativeSign = "~";
        CultureInfo.CurrentCulture = odd;

        Assert.Equal("−1,234.5", Read("en", EnglishWords).Number(-1234.5));
    }

    [Fact]
    public void Every_digit_survives_grouping() =>
        Gen.Long[-999_999_999_999, 999_999_999_999].Sample(
            number =>
            {
                foreach (var (language, group) in new[] { (Read("en", EnglishWords), ","), (Read("ru", RussianWords), "\u202F") })
                {
                    var printed = language.Number(number);
                    Assert.Equal(number.ToString(CultureInfo.InvariantCulture), printed.Replace(group, "", StringComparison.Ordinal).Replace('−', '-'));
                    Assert.All(printed.Split(group).Skip(1), part => Assert.Equal(3, part.Length));
                    Assert.InRange(printed.Split(group)[0].TrimStart('−').Length, 1, language.GroupFrom - 1);
                }
            },
            iter: 300);

    [Fact]
    public void A_date_is_written_out_as_the_language_has_it()
    {
        Assert.Equal("2 May 2024", Read("en", EnglishWords).Date(new DateOnly(2024, 5, 2)));
        Assert.Equal("31 декабря 2022 года", Read("ru", RussianWords).Date(new DateOnly(2022, 12, 31)));
    }

    [Fact]
    public void A_word_is_found_by_its_dotted_key_and_its_gap_filled()
    {
        var english = Read("en", EnglishWords);

        Assert.Equal("5 min", english.Word("story.minutes", 5));
        Assert.Equal("down here", english.Word("story.deep.deeper"));
    }

    [Fact]
    public void A_word_that_is_not_there_shows_its_key_in_brackets() =>
        Assert.Equal("[story.sources]", Read("en", EnglishWords).Word("story.sources"));

    [Fact]
    public void A_language_without_numbers_of_its_own_writes_them_as_english_does()
    {
        var language = Read("xx", "name: X\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n");

        Assert.Equal("12,345.6", language.Number(12345.6));
    }

    [Fact]
    public void A_language_of_eleven_months_is_refused()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Language.Read("xx", new SourceText("theme/words/xx.yml", "name: X\nmonths: [a, b, c, d, e, f, g, h, i, j, k]\n"), findings));

        Assert.Equal(["1:1 EX0109 a language needs 12 months, but here are 11"], findings.Lines());
    }

    [Fact]
    public void A_slip_in_a_language_file_is_reported_where_it_stands()
    {
        var findings = new List<Diagnostic>();

        Language.Read("xx", new SourceText("theme/words/xx.yml", "name: X\nnumbers: {decimal: '.', grop: ','}\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\n"), findings);

        Assert.Equal(["2:25 EX0102 the numbers of a language has no key 'grop'"], findings.Lines());
    }

    [Theory]
    [InlineData("", false, "")]
    [InlineData("direction: ltr\n", false, "")]
    [InlineData("direction: rtl\n", true, "")]
    [InlineData("direction: right\n", false, "2:12 EX0108 'direction' is 'right', which is none of its words")]
    public void A_language_says_on_which_side_its_lines_begin(string direction, bool isRightToLeft, string expected)
    {
        var findings = new List<Diagnostic>();

        var language = Language.Read("xx", new SourceText("theme/words/xx.yml", $"name: X\n{direction}months: [a, b, c, d, e, f, g, h, i, j, k, l]\n"), findings);

        Assert.Equal(isRightToLeft, language!.IsRightToLeft);
        Assert.Equal(expected, string.Join('\n', findings.Lines()));
    }

    // A gap that cannot be filled would end the program when a page is written.
    [Theory]
    [InlineData("{minutes}")]
    [InlineData("{0")]
    [InlineData("{7}")]
    public void A_word_whose_gap_cannot_be_filled_is_refused(string word)
    {
        var findings = new List<Diagnostic>();

        Language.Read("xx", new SourceText("theme/words/xx.yml", $"name: X\nmonths: [a, b, c, d, e, f, g, h, i, j, k, l]\nwords:\n  story: {{minutes: \"{word}\"}}\n"), findings);

        Assert.Equal(["4:20 EX0110 'story.minutes' is no word with gaps"], findings.Lines());
    }

    private static Language Read(string code, string words)
    {
        var findings = new List<Diagnostic>();
        var language = Language.Read(code, new SourceText($"theme/words/{code}.yml", words), findings);
        Assert.Empty(findings);
        return Assert.IsType<Language>(language);
    }
}
