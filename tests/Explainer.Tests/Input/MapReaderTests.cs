using System.Globalization;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.InputTests;

public sealed class MapReaderTests
{
    private static readonly Dictionary<string, int> Sizes = new(StringComparer.Ordinal) { ["small"] = 1, ["large"] = 2 };

    [Fact]
    public void A_key_that_nobody_asked_for_is_reported_with_the_nearest_that_somebody_did()
    {
        var findings = new List<Diagnostic>();
        var map = Open("title: x\nlabl: y\n", findings);

        map.RequiredText("title");
        map.Text("label");
        map.Finish();

        var finding = Assert.Single(findings);
        Assert.Equal("a.yml:2:1", finding.Where.ToString());
        Assert.Equal(("EX0102", "a chart has no key 'labl'", "did you mean 'label'?"), (finding.Code, finding.Message, finding.Hint));
        Assert.Equal("labl", finding.Where?.Text);
    }

    [Fact]
    public void A_key_that_is_missing_is_reported_where_the_map_begins()
    {
        var findings = new List<Diagnostic>();
        var map = Open("# A comment\nx: 1\n", findings);

        Assert.Equal("", map.RequiredText("title"));

        Assert.Equal(["2:1 EX0106 a chart needs the key 'title'"], findings.Lines());
    }

    [Theory]
    [InlineData("title:")]
    [InlineData("title: null")]
    [InlineData("title: ~")]
    public void A_needed_key_with_nothing_under_it_is_empty(string yaml)
    {
        var findings = new List<Diagnostic>();
        var map = Open(yaml, findings);

        Assert.Null(map.RequiredNode("title"));
        map.Finish();

        Assert.Equal(["1:1 EX0114 nothing stands under 'title', which a chart needs"], findings.Lines());
    }

    [Theory]
    [InlineData("{a: 1, b: smaller, but there}", "a chart has no key 'but there'", "put words that hold a comma in quotes: \"smaller, but there\"")]
    [InlineData("{a: 1, b: with 1,5 degrees}", "a chart has no key '5 degrees'", "put words that hold a comma in quotes: \"with 1,5 degrees\"")]
    [InlineData("{a: 30,5, b: x}", "a chart has no key '5'", "a comma separates values here; write decimals with a point")]
    [InlineData("{a: 1, bb: x}", "a chart has no key 'bb'", "there is: a, b")]
    [InlineData("{a: 1, bb: }", "a chart has no key 'bb'", "there is: a, b")]
    public void A_comma_that_cuts_words_is_told(string yaml, string message, string hint)
    {
        var findings = new List<Diagnostic>();
        var map = Open(yaml, findings);

        map.Node("a");
        map.Node("b");
        map.Finish();

        Assert.Equal([(message, hint)], findings.Select(f => (f.Message, f.Hint)));
    }

    [Theory]
    [InlineData("99999999999999999999", "'value' is 99999999999999999999, and no number may be larger than 1,000,000,000,000,000", "take a larger unit, such as millions")]
    [InlineData("1e999", "'value' is 1e999, and no number may be larger than 1,000,000,000,000,000", "take a larger unit, such as millions")]
    [InlineData("n/a", "'value' should be a number, but this is 'n/a'", "leave the key out where there is no number")]
    [InlineData("'-'", "'value' should be a number, but this is '-'", "leave the key out where there is no number")]
    [InlineData("''", "'value' should be a number, but this is ''", "leave the key out where there is no number")]
    [InlineData("1 500", "'value' should be a number, but this is '1 500'", "write digits with a decimal point and no separators, such as 1500000 or 4.5")]
    public void What_is_no_number_is_told_with_what_was_meant(string written, string message, string hint)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Open($"value: {written}", findings).Number("value"));

        Assert.Equal([(message, hint)], findings.Select(f => (f.Message, f.Hint)));
    }

    [Fact]
    public void A_value_of_the_wrong_sort_is_reported_where_it_stands()
    {
        var findings = new List<Diagnostic>();
        var map = Open("title: [a, b]\nx: 5\nlist: {a: 1}\n", findings);

        Assert.Null(map.Text("title"));
        Assert.Null(map.Group("x", "the axis 'x'"));
        Assert.Empty(map.List("list"));
        Assert.Empty(map.Texts("list"));

        Assert.Equal(
            [
                "1:8 EX0107 'title' should be a single value, but this is a list",
                "2:4 EX0107 the axis 'x' should be a group of keys, but this is a single value",
                "3:7 EX0107 'list' should be a list, but this is a group of keys",
                "3:7 EX0107 'list' should be a single value or a list of them, but this is a group of keys",
            ],
            findings.Lines());
    }

    [Fact]
    public void A_single_value_stands_for_a_list_of_one() => Assert.Equal(["a"], Open("key: a", []).Texts("key"));

    [Fact]
    public void A_word_outside_a_fixed_set_is_reported_with_the_nearest_inside()
    {
        var findings = new List<Diagnostic>();
        var map = Open("size: smal\n", findings);

        Assert.Equal(7, map.Choice("size", 7, Sizes));

        var finding = Assert.Single(findings);
        Assert.Equal(("a.yml:1:7", "EX0108", "did you mean 'small'?"), (finding.Where.ToString(), finding.Code, finding.Hint));
    }

    [Fact]
    public void A_word_of_a_fixed_set_is_read_and_its_absence_is_the_fallback()
    {
        var findings = new List<Diagnostic>();
        var map = Open("size: large\n", findings);

        Assert.Equal(2, map.Choice("size", 7, Sizes));
        Assert.Equal(7, map.Choice("other", 7, Sizes));
        Assert.Empty(findings);
    }

    [Fact]
    public void A_date_is_year_month_day() => Assert.Equal(new DateOnly(2024, 5, 31), Open("read: 2024-05-31", []).Date("read"));

    [Theory]
    [InlineData("31.05.2024")]
    [InlineData("2024-5-31")]
    [InlineData("2023-02-29")]
    [InlineData("2024-05-31T00:00:00")]
    public void Anything_else_is_no_date(string written)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Open($"read: {written}", findings).Date("read"));

        Assert.Equal([$"1:7 EX0108 'read' is '{written}', which is not a date"], findings.Lines());
    }

    [Theory]
    [InlineData("1500000", 1500000)]
    [InlineData("-4.5", -4.5)]
    [InlineData("+3", 3)]
    [InlineData(".5", 0.5)]
    [InlineData("1e3", 1000)]
    public void A_number_is_read_the_same_on_every_machine(string written, double expected)
    {
        // A machine set to a language with decimal commas; the culture holds for this test only.
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        comma.NumberFormat.NumberGroupSeparator = ".";
        CultureInfo.CurrentCulture = comma;

        Assert.Equal(expected, Open($"value: {written}", []).Number("value"));
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("1,500")]
    [InlineData("1 500")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("0x1F")]
    [InlineData("12%")]
    [InlineData("about 5")]
    public void Anything_else_is_no_number(string written)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Open($"value: {written}", findings).Number("value"));

        Assert.Equal([$"1:8 EX0108 'value' should be a number, but this is '{written}'"], findings.Lines());
    }

    [Theory]
    [InlineData("flip: yes", true)]
    [InlineData("flip: true", true)]
    [InlineData("flip: no", false)]
    [InlineData("flip: false", false)]
    [InlineData("other: 1", false)]
    public void A_flag_is_yes_or_no_and_no_when_it_is_absent(string yaml, bool expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Equal(expected, Open(yaml, findings).Flag("flip"));

        Assert.Empty(findings);
    }

    [Fact]
    public void A_flag_that_is_neither_is_reported()
    {
        var findings = new List<Diagnostic>();

        Assert.False(Open("flip: maybe", findings).Flag("flip"));

        var finding = Assert.Single(findings);
        Assert.Equal(("a.yml:1:7", "EX0108", "write yes or no"), (finding.Where.ToString(), finding.Code, finding.Hint));
    }

    private static MapReader Open(string yaml, List<Diagnostic> findings) =>
        new(Assert.IsType<YamlMap>(YamlReader.Read(new SourceText("a.yml", yaml), findings)), "a chart", findings);
}
