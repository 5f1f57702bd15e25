using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Every mark that stands for data says what it is, in each language and state; nothing else says anything.</summary>
public sealed partial class ChartMarksTests
{
    private const string Branches =
        """
        title: Branches
        key: [branch, year]
        fields:
          branch: {type: text, title: Branch}
          side: text
          year: {type: time, title: Year}
          loans: {type: number, unit: loans, title: Loans}
          change: {type: number, unit: "%", title: Change}
          low: number
          high: number
          hedge: text
          why: text
          figure: figure
          change-figure: {type: figure, of: change}
          high-figure: {type: figure, of: high}
        rows:
          - {branch: {en: harbour, ru: гавань}, side: west, year: 2023, loans: 900, change: -8, low: 10, high: 20, hedge: about, figure: harbour, high-figure: top}
          - {branch: {en: harbour, ru: гавань}, side: west, year: 2024, loans: 1900, change: 111, low: 30}
          - {branch: {en: market, ru: рынок}, side: east, year: 2023, loans: 3100, change: 4, high: 40, change-figure: [a, b]}
          - {branch: {en: market, ru: рынок}, side: east, year: 2024, why: closed for repairs}
        """;

    [Theory]
    [MemberData(nameof(DrawnCharts.All), MemberType = typeof(DrawnCharts))]
    public void Every_mark_for_data_of_every_state_has_words_in_every_language(string site, string chart)
    {
        foreach (var drawn in DrawnCharts.Languages.Select(language => DrawnCharts.Of(site, chart, language)))
        {
            foreach (var state in drawn.Spec.States)
            {
                var told = ChartMarks.In(drawn, state);
                var keys = drawn.Artboards.SelectMany(a => a.Drawings[drawn.Spec.States.IndexOf(state)].Marks).Select(m => m.Key).Distinct();
                Assert.Equal(keys.Where(k => StandsForData(k, drawn.Spec)).Order(StringComparer.Ordinal), told.Select(t => t.Key).Order(StringComparer.Ordinal));
                foreach (var words in told.Select(t => t.Words))
                {
                    Assert.Matches(@"^[^\s:,;].*[^\s:,;]$", words);
                    Assert.DoesNotMatch(@"\{|\}|\[|\]|null|NaN|∞|  |, ,|::|\(\)|; ;", words);
                    foreach (Match dots in RussianDots().Matches(words))
                        Assert.Equal(FormOf(int.Parse(NotDigit().Replace(dots.Groups[1].Value, ""), CultureInfo.InvariantCulture)), dots.Groups[2].Value);
                }
            }
        }
    }

    [Fact]
    public void Marks_are_walked_in_the_same_order_in_every_language()
    {
        foreach (var (site, chart) in DrawnCharts.All.Select(d => d.Data))
        {
            var (english, russian) = (DrawnCharts.Of(site, chart, "en"), DrawnCharts.Of(site, chart, "ru"));
            foreach (var state in english.Spec.States)
                Assert.Equal(ChartMarks.In(english, state).Select(t => t.Key), ChartMarks.In(russian, state).Select(t => t.Key));
        }
    }

    [Theory]
    [InlineData("en", "{type: bar, value: loans}", "harbour, 2023: 900", "harbour, 2024: 1,900", "market, 2023: 3,100", "market, 2024: closed for repairs")]
    [InlineData("ru", "{type: bar, value: loans}", "гавань, 2023: 900", "гавань, 2024: 1900", "рынок, 2023: 3100", "рынок, 2024: closed for repairs")]
    [InlineData("en", "{type: range, low: low, high: high, hedge: hedge}", "harbour, 2023: about 10–20", "harbour, 2024: at least 30", "market, 2023: up to 40", "market, 2024: closed for repairs")]
    [InlineData("en", "{type: rule, value: change}", "harbour, 2023: −8", "harbour, 2024: +111", "market, 2023: +4", "market, 2024: closed for repairs")]
    [InlineData("en", "{type: dot, value: change, label: side}", "harbour, 2023: −8 (west)", "harbour, 2024: 111 (west)", "market, 2023: 4 (east)", "market, 2024: closed for repairs")]
    [InlineData("en", "{type: arrow, from: change, to: loans}", "harbour, 2023: from −8 to 900", "harbour, 2024: from 111 to 1,900", "market, 2023: from 4 to 3,100", "market, 2024: closed for repairs")]
    public void A_mark_of_a_row_says_its_name_and_its_value(string language, string mark, params string[] expected) =>
        Assert.Equal(expected, Told($"facet: branch\nx: {{field: year, type: band}}\ny: {{}}\nmissing: why\nmarks: [{mark}]", language).Select(t => t.Words));

    [Fact]
    public void A_row_of_words_says_them_and_one_without_words_says_nothing() =>
        Assert.Equal(
            ["harbour, 2023: −8%, about", "market, 2024: not found"],
            Told("facet: branch\nx: {field: year, type: band}\ny: {unit: \"%\"}\nmarks: [{type: text, value: change, words: hedge}]").Select(t => t.Words));

    [Fact]
    public void A_balance_has_one_plus_on_a_signed_axis_too() =>
        Assert.Equal("harbour, 2024: +111", Told("facet: branch\nx: {field: year, type: band}\ny: {signed: yes}\nmarks: [{type: rule, value: change}]")[1].Words);

    [Fact]
    public void Several_marks_of_a_row_say_which_they_are_and_stand_together() =>
        Assert.Equal(
            ["harbour, 2023, Loans: 900", "harbour, 2023, the change: −8", "harbour, 2024, Loans: 1,900", "harbour, 2024, the change: 111"],
            Told("facet: branch\nx: {field: year, type: band}\ny: {}\nmarks: [{type: bar, value: loans}, {type: dot, value: change, title: the change}]").Take(4).Select(t => t.Words));

    [Fact]
    public void A_line_says_its_ends_and_then_its_points() =>
        Assert.Equal(
            ["harbour: up from 900 (2023) to 1,900 (2024)", "harbour, 2023: 900", "harbour, 2024: 1,900", "market: 3,100 (2023)", "market, 2023: 3,100"],
            Told("x: year\ny: {}\nmarks: [{type: line, value: loans, series: branch, dots: yes}]").Select(t => t.Words));

    [Fact]
    public void A_state_that_shows_another_field_says_that_one()
    {
        const string Chart = "x: loans\ny: {type: band, label: branch, note: year}\nmissing: why\nmarks: bar\nstates:\n  all:\n  turned: {value: change, order: -change, show: {side: west}}";

        Assert.Equal("harbour (2023), Loans: 900", Told(Chart)[0].Words);
        Assert.Equal(["harbour (2024), Change: 111%", "harbour (2023), Change: −8%"], Told(Chart, state: 1).Select(t => t.Words));
    }

    [Fact]
    public void Bars_of_ranges_are_no_ranges_of_another_field()
    {
        const string Chart = "x: low\ny: {type: band, label: branch, note: year}\nmarks: [{type: bar, to: high}]\nstates:\n  all:\n  loans: {value: loans}";

        Assert.Equal("harbour (2023): 10–20", Told(Chart)[0].Words[.."harbour (2023): 10–20".Length]);
        Assert.Equal("harbour (2023), Loans: 900", Told(Chart, state: 1)[0].Words);
    }

    [Fact]
    public void Shares_and_dots_and_points_between_two_numbers_are_told_as_they_are_seen()
    {
        Assert.Equal("Maps help me, disagree: 14%", ChartMarks.In(DrawnCharts.Of("gallery", "agree", "en"), DrawnCharts.Of("gallery", "agree", "en").Spec.States[0])[0].Words);
        Assert.Equal(["harbour: 900 (9 dots)", "harbour: 1,900 (19 dots)", "market: 3,100 (31 dots)"], Told("marks: [{type: unit, value: loans, per: 100, group: branch}]").Select(t => t.Words));
        Assert.Equal(["harbour: Change – −8%; Loans – 900", "market: Change – 4%; Loans – 3,100", "harbour: Change – 111%; Loans – 1,900"], Told("x: change\ny: loans\nmarks: [{type: dot, label: branch}]").Select(t => t.Words));
    }

    [Fact]
    public void A_mark_knows_the_figures_of_its_row_and_of_its_own_number_only()
    {
        var told = Told("facet: branch\nx: {field: year, type: band}\ny: {}\nmarks: [{type: bar, value: loans}, {type: rule, value: change}]").ToDictionary(t => t.Key, t => t.Figures);

        Assert.Equal(["harbour"], told["bar-harbour-2023"]);
        Assert.Equal(["harbour"], told["rule2-harbour-2023"]);
        Assert.Empty(told["bar-market-2023"]);
        Assert.Equal(["a", "b"], told["rule2-market-2023"]);
    }

    [Fact]
    public void A_bar_knows_the_figures_of_both_its_ends() =>
        Assert.Equal(["harbour", "top"], Told("x: low\ny: {type: band, label: branch, note: year}\nmarks: [{type: bar, to: high}]")[0].Figures);

    [Fact]
    public void A_line_without_points_shows_the_figures_of_all_its_rows()
    {
        Assert.Equal(["harbour"], Told("x: year\ny: {}\nmarks: [{type: line, value: loans, series: branch, dots: no}]")[0].Figures);
        Assert.Empty(Told("x: year\ny: {}\nmarks: [{type: line, value: loans, series: branch, dots: yes}]")[0].Figures);
    }

    private static ImmutableArray<ToldMark> Told(string chart, string language = "en", int state = 0)
    {
        var findings = new List<Diagnostic>();
        var data = Dataset.Read(new SourceText("input/data/branches.yml", Branches), findings)!;
        var spec = ChartReader.Read(new SourceText("input/charts/c.yml", $"data: branches\ntitle: T\n{chart}\n"), new Dictionary<string, Dataset> { ["branches"] = data }, new HashSet<string>(), findings);
        Assert.Empty(findings);
        var words = Language.Read(language, Sites.StoryInput.Text($"theme/words/{language}.yml"), findings)!;
        return ChartMarks.In(ChartDrawer.Draw(spec!, words, Looks.Typefaces).Chart, spec!.States[state]);
    }

    // Axes, notes, labels, keys, grounds, and what the author wrote at a fixed point.
    private static bool StandsForData(string key, ChartSpec chart) =>
        !NoData().IsMatch(key)
        && !chart.Marks.Any(m => m is RuleMark { Value: null } or TextMark { Value: null } or ArrowMark { From: null } && (key == m.Name || key.StartsWith(m.Name + "-", StringComparison.Ordinal)))
        && (!key.StartsWith("text-", StringComparison.Ordinal) || chart.Marks is [TextMark]);

    private static string FormOf(int count) =>
        (count % 10, count % 100) switch { (1, not 11) => "точка", (2 or 3 or 4, not (12 or 13 or 14)) => "точки", _ => "точек" };

    [GeneratedRegex("^(label|title|tick|place|name|facet|group|zero|note|leader|key|base|end|rest)-|^(land|borders|edge|off-map)$")]
    private static partial Regex NoData();

    [GeneratedRegex(@"(\d[\d\u202F]*)\u00A0(точк[аи]|точек)")]
    private static partial Regex RussianDots();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotDigit();
}
