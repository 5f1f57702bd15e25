using Explainer.Charts;
using Explainer.Diagnostics;
using Explainer.Publish;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.ChartsTests;

/// <summary>What charts of units say, and how it is counted.</summary>
public sealed class UnitMarkTests
{
    [Theory]
    [InlineData("{type: unit, value: people, group: town, arrange: piles}")]
    [InlineData("{type: unit, value: people, group: none}")]
    [InlineData("{type: unit, value: people, arrange: circles, colour: kind, hollow: {way: by boat}}")]
    public void A_mark_of_units_is_read(string mark) => Assert.IsType<UnitMark>(UnitCharts.Read(UnitCharts.Towns, Chart(mark)).Marks[0]);

    [Theory]
    [InlineData("{type: unit}", "4:9 EX0106 a mark needs the key 'value'")]
    [InlineData("{type: unit, value: people, upto: people}", "4:43 EX0305 dots are counted by 'value' or by 'upto', not by both")]
    [InlineData("{type: unit, value: town}", "4:29 EX0302 'town' holds words, but numbers are needed here")]
    [InlineData("{type: unit, value: people, group: twon}", "4:44 EX0301 'twon' is no field of 'made-up'")]
    [InlineData("{type: unit, value: people, arrange: heaps}", "4:46 EX0108 'arrange' is 'heaps', which is none of its words")]
    [InlineData("{type: unit, value: people, group: town, arrange: crowd}", "4:59 EX0305 a crowd has no groups")]
    [InlineData("{type: unit, value: people, per: 100}", "4:42 EX0309 this would be 10002 dots")]
    [InlineData("{type: unit, value: people, per: 0}", "4:42 EX0309 'per' should be above zero")]
    [InlineData("{type: unit, value: people, group: town, of: 300000}", "11:66 EX0309 360600 is more than the 300000 that 'of' says are all")]
    [InlineData("{type: unit, value: people, group: town, of: 3000000}", "4:54 EX0309 this would be 12000 dots")]
    [InlineData("{type: unit, upto: people, of: 300000}", "4:40 EX0305 running totals have no rest")]
    [InlineData("{type: unit, value: people, hollow: {town: Nowhere}}", "4:52 EX0303 no row of 'made-up' has 'Nowhere' in 'town'")]
    public void A_slip_is_reported_where_it_stands(string mark, string expected)
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read(UnitCharts.Towns, Chart(mark), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("{group: twon}", "6:18 EX0301 'twon' is no field of 'made-up'")]
    [InlineData("{arrange: heaps}", "6:20 EX0108 'arrange' is 'heaps', which is none of its words")]
    [InlineData("{arrange: crowd, group: town}", "6:20 EX0305 a crowd has no groups")]
    public void A_slip_in_a_state_is_reported_where_it_stands(string state, string expected)
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read(UnitCharts.Towns, Chart("{type: unit, value: people}") + $"states:\n  first: {state}\n", findings);

        Assert.Equal([expected], findings.Lines());
    }

    // A mark that could not be read says nothing about what its states may say.
    [Fact]
    public void A_slip_in_the_mark_is_not_reported_in_states_too()
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read(UnitCharts.Towns, Chart("{type: unit, value: town}") + "states:\n  first: {group: town}\n", findings);

        Assert.Equal(["4:29 EX0302 'town' holds words, but numbers are needed here"], findings.Lines());
    }

    [Fact]
    public void A_chart_without_a_single_dot_is_refused()
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 0}\n  - {id: b, n: }\n", Chart("{type: unit, value: n}"), findings);

        Assert.Contains("EX0309 this would be no dots at all", Assert.Single(findings.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_charts_of_units_have_states_that_group()
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read(UnitCharts.Towns, "data: made-up\ntitle: T\nalt: A\nx: {field: id}\ny: {}\nmarks: [{type: bar, value: people}]\nstates: {first: {group: town}}\n", findings);

        Assert.Equal(["7:18 EX0102 the state 'first' has no key 'group'"], findings.Lines());
    }

    [Fact]
    public void There_are_not_more_groups_than_room()
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read(UnitCharts.Groups(Enumerable.Repeat(2, 41), i => $"G{i}"), Chart("{type: unit, value: n, per: 1, group: name}"), findings);

        Assert.Equal(["4:47 EX0309 'name' makes 41 groups of dots"], findings.Lines());
    }

    [Fact]
    public void Rows_are_counted_by_themselves_and_a_row_without_a_number_has_no_dots()
    {
        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 1499}\n  - {id: b, n: 0}\n  - {id: c, n: }\n  - {id: d, n: 2500}\n", Chart("{type: unit, value: n}"));

        Assert.Equal([("a", 1), ("b", 0), ("d", 3)], Assert.IsType<UnitMark>(chart.Marks[0]).Count(chart.Data).Select(c => (c.Row.Key, c.Dots)));
    }

    [Fact]
    public void Running_totals_give_each_row_what_it_adds()
    {
        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 1400}\n  - {id: b, n: 2600}\n  - {id: c, n: 4000}\n", Chart("{type: unit, upto: n}"));

        Assert.Equal([("a", 1, 1400.0), ("b", 2, 1200.0), ("c", 1, 1400.0)], Assert.IsType<UnitMark>(chart.Marks[0]).Count(chart.Data).Select(c => (c.Row.Key, c.Dots, c.Amount)));
    }

    [Fact]
    public void A_row_of_less_than_half_a_dot_is_told()
    {
        var findings = new List<Diagnostic>();

        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 499}\n  - {id: b, n: 500}\n  - {id: c, n: 0}\n", Chart("{type: unit, value: n}"), findings);

        Assert.NotNull(chart);
        Assert.Equal(["5:16 EX0320 the row 'a' gets no dot: it is less than half of the 1000 that one stands for"], findings.Lines());
        Assert.Equal(Severity.Warning, findings[0].Severity);
    }

    [Fact]
    public void A_negative_count_is_an_error()
    {
        var findings = new List<Diagnostic>();

        UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: -4000}\n  - {id: b, n: 5000}\n", Chart("{type: unit, value: n}"), findings);

        Assert.Equal(["5:16 EX0309 'n' counts dots, so it cannot be negative"], findings.Lines());
    }

    [Fact]
    public void Dots_that_cannot_be_counted_are_not_drawn()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 5}\n  - {id: b, n: -1}\n", Chart("{type: unit, value: n, per: 0}"), findings));

        Assert.Equal(["6:16 EX0309 'n' counts dots, so it cannot be negative"], findings.Lines());
    }

    [Theory]
    [InlineData("x: town")]
    [InlineData("y: {}")]
    [InlineData("map: europe")]
    [InlineData("x: {type: linear}\nstates: {first: {domain: {x: [0, 1]}}}")]
    public void Dots_have_neither_axes_nor_a_map(string key)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(UnitCharts.Read(UnitCharts.Towns, Chart("{type: unit, value: people}") + key + "\n", findings));

        Assert.Equal(["1:1 EX0305 a chart of units has neither axes nor a map"], findings.Lines());
    }

    [Theory]
    [InlineData(null, null, null, null, null, UnitArrangement.Crowd)]
    [InlineData("town", null, null, null, "town", UnitArrangement.Circles)]
    [InlineData("town", UnitArrangement.Piles, "way", null, "way", UnitArrangement.Piles)]
    [InlineData("town", UnitArrangement.Piles, null, UnitArrangement.Rows, "town", UnitArrangement.Rows)]
    [InlineData("town", null, "", null, null, UnitArrangement.Crowd)]
    [InlineData("town", null, null, UnitArrangement.Crowd, "town", UnitArrangement.Crowd)]
    [InlineData(null, UnitArrangement.Crowd, "town", null, "town", UnitArrangement.Circles)]
    [InlineData(null, UnitArrangement.Rows, "town", null, "town", UnitArrangement.Rows)]
    [InlineData("town", UnitArrangement.Piles, "", null, null, UnitArrangement.Piles)]
    public void What_a_state_says_goes_before_what_the_mark_says(string? ownGroup, UnitArrangement? own, string? group, UnitArrangement? arrange, string? expectedGroup, UnitArrangement expected) =>
        Assert.Equal((expectedGroup, expected), UnitGrouping.Resolve(new(ownGroup, own), new(group, arrange)));

    [Theory]
    [InlineData("upto: people", "ink mid ink2-ring")]
    [InlineData("upto: people, colour: survey", "survey survey survey")]
    [InlineData("upto: people, hollow: {id: b}", "ink ink-ring ink")]
    [InlineData("value: people", "ink ink ink")]
    public void Running_totals_have_tones_unless_colour_or_rings_are_given(string mark, string expected)
    {
        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, people: number}\nrows:\n  - {id: a, people: 1000}\n  - {id: b, people: 2000}\n  - {id: c, people: 3000}\n", Chart($"{{type: unit, {mark}}}"));

        var looks = chart.Data.Rows.Select(r => Assert.IsType<UnitMark>(chart.Marks[0]).LookOf(r, chart.Data)).Select(l => l.Role + (l.IsRing ? "-ring" : ""));

        Assert.Equal(expected, string.Join(' ', looks));
    }

    [Theory]
    [InlineData("upto: people", 3)]
    [InlineData("value: people", 0)]
    public void Only_tones_need_a_key(string mark, int expected)
    {
        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, people: number}\nrows:\n  - {id: a, people: 1000}\n  - {id: b, people: 2000}\n  - {id: c, people: 3000}\n", Chart($"{{type: unit, {mark}}}"));

        Assert.Equal(expected, ChartModel.Legend(ChartDrawer.Draw(chart, UnitCharts.Speak("en"), UnitCharts.Faces).Chart).Length);
    }

    [Fact]
    public void Labels_tell_the_group_and_its_amount_as_the_language_does()
    {
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, Chart("{type: unit, value: people, group: kind}")), UnitCharts.Speak("ru"), UnitCharts.Faces).Chart;

        Assert.Equal(["360\u202F600", "опрос", "283\u202F500", "заявление", "214\u202F900", "данные компании", "141\u202F200", "оценка"], UnitCharts.Lines(drawn.Artboards[^1].Drawings[0]).Select(l => l.Words));
    }

    [Theory]
    [InlineData("town", "rest-unit-town-A 3, rest-unit-town-C 1")]
    [InlineData("way", "")]
    [InlineData("none", "")]
    public void Rings_make_a_group_whole_where_the_mark_gathers_it(string group, string expected)
    {
        const string Data = "title: T\nkey: id\nfields: {id: text, town: text, way: text, n: number}\nrows:\n  - {id: a, town: A, way: X, n: 3}\n  - {id: b, town: A, way: Y, n: 4}\n  - {id: c, town: B, way: X, n: 10}\n  - {id: d, town: C, way: Y, n: 9}\n";
        var chart = UnitCharts.Read(Data, Chart("{type: unit, value: n, per: 1, of: 10, group: town}") + $"states: {{first: {{group: {group}, arrange: circles}}}}\n");

        var drawing = ChartDrawer.Draw(chart, UnitCharts.Speak("en"), UnitCharts.Faces).Chart.Artboards[^1].Drawings[0];
        var rests = drawing.Marks.Where(m => m.Key.StartsWith("rest-", StringComparison.Ordinal));

        Assert.Equal(expected, string.Join(", ", rests.Select(m => $"{m.Key} {UnitCharts.DotsOf(m).Count}")));
    }

    [Fact]
    public void A_group_of_none_is_all_rings()
    {
        var chart = UnitCharts.Read("title: T\nkey: id\nfields: {id: text, n: number}\nrows:\n  - {id: a, n: 0}\n  - {id: b, n: 4}\n", Chart("{type: unit, value: n, per: 1, of: 10, group: id}") + "states:\n  apart:\n  crowd: {group: none}\n");

        var drawings = ChartDrawer.Draw(chart, UnitCharts.Speak("en"), UnitCharts.Faces).Chart.Artboards[^1].Drawings;

        Assert.Equal(["rest-unit-id-a 10", "rest-unit-id-b 6", "unit-b 4"], drawings[0].Marks.Where(m => !m.Key.StartsWith("label-", StringComparison.Ordinal)).Select(m => $"{m.Key} {UnitCharts.DotsOf(m).Count}"));
        Assert.Equal(["unit-b 4"], drawings[1].Marks.Select(m => $"{m.Key} {UnitCharts.DotsOf(m).Count}"));
        Assert.Contains("Rings stand for the rest of 10", Telling(chart, 0), StringComparison.Ordinal);
        Assert.DoesNotContain("Rings", Telling(chart, 1), StringComparison.Ordinal);

        static string Telling(ChartSpec chart, int state) => ChartDescription.Compose(chart, chart.States[state], UnitCharts.Speak("en"));
    }

    private static string Chart(string mark) => $"data: made-up\ntitle: T\nalt: A\nmarks: [{mark}]\n";
}
