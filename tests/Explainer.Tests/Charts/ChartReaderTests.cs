using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.ChartsTests;

public sealed class ChartReaderTests
{
    private const string Countries =
        """
        title: Where they went
        key: id
        fields:
          id: text
          country: text
          left: {type: number, unit: people}
          kind: kind
          year: time
        rows:
          - {id: georgia, country: Georgia, left: 90, kind: official statistic, year: 2022}
          - {id: turkey, country: Turkey, left: 120, kind: estimate, year: 2023}
        """;

    [Fact]
    public void A_chart_is_read_with_its_axes_marks_notes_and_states()
    {
        var findings = new List<Diagnostic>();

        var chart = Read(
            """
            data: countries
            title: Georgia first
            alt: Two bars
            x: {type: linear, domain: [0, 150], ticks: [0, 50, 150], unit: people}
            y: {type: band, label: country}
            marks:
              - {type: bar, value: left, colour: kind}
              - {type: dot, value: left, colour: survey, name: point}
            notes:
              - {name: gap, band: [30, 60], text: nobody}
            states:
              plain:
              bars: {marks: bar, notes: [], highlight: {country: Georgia}}
            """,
            findings);

        Assert.Empty(findings);
        Assert.NotNull(chart);
        Assert.Equal(("left", "countries"), (chart.Id, chart.Data.Id));
        Assert.True(chart.PlacesRunDown);
        Assert.Equal((ScaleType.Linear, (0, 150), "people"), (chart.Values!.Scale, chart.Values.Domain, chart.Values.Unit));
        Assert.Equal([0, 50, 150], chart.Values.Ticks);
        Assert.Equal(["bar", "point"], chart.Marks.Select(m => m.Name));
        Assert.Equal(["official", "estimate"], chart.Data.Rows.Select(chart.Marks[0].RoleOf));
        Assert.Equal("survey", chart.Marks[1].RoleOf(chart.Data.Rows[0]));
        Assert.Equal(["plain", "bars"], chart.States.Select(s => s.Name));
        Assert.Null(chart.State("plain")?.Marks);
        Assert.Equal(["bar"], chart.State("bars")?.Marks);
        Assert.Empty(chart.State("bars")?.Notes ?? ["all of them"]);
        Assert.Equal([true, false], chart.Data.Rows.Select(r => chart.State("bars")?.Highlight?.Chooses(r)));
    }

    [Fact]
    public void A_chart_without_states_has_one_that_shows_everything()
    {
        var chart = Read("data: countries\ntitle: T\nalt: A\nx: {field: year}\ny: {}\nmarks: [{type: bar, value: left}]\n", []);

        Assert.Equal([StateSpec.Whole], chart?.States);
    }

    [Theory]
    [InlineData("left", ScaleType.Linear)]
    [InlineData("year", ScaleType.Time)]
    [InlineData("country", ScaleType.Band)]
    [InlineData("kind", ScaleType.Band)]
    public void An_axis_without_a_type_takes_it_from_its_field(string field, ScaleType expected)
    {
        var chart = Read($"data: countries\ntitle: T\nalt: A\nx: {{field: {field}}}\ny: {{}}\nmarks: [{{type: dot, value: left}}]\n", []);

        Assert.Equal(expected, chart?.X?.Scale);
    }

    // Each slip stands in a chart that is whole otherwise: its finding is the only one.
    [Theory]
    [InlineData("data", "contries", "1:7 EX0304 there is no dataset 'contries' in input/data")]
    [InlineData("y", "{type: linear, field: yaer}", "5:26 EX0301 'yaer' is no field of 'countries'")]
    [InlineData("x", "{field: year, label: contry}", "4:25 EX0301 'contry' is no field of 'countries'")]
    [InlineData("x", "{field: year, type: long}", "4:24 EX0108 'type' is 'long', which is none of its words")]
    [InlineData("x", "{field: year, type: log}", "4:12 EX0302 'year' holds times, but numbers are needed here")]
    [InlineData("y", "{type: log}", "6:16 EX0319 the mark 'bar' stands on zero, which a log axis does not have")]
    [InlineData("x", "{field: year, tick: [1]}", "4:18 EX0102 the axis 'x' has no key 'tick'")]
    [InlineData("x", "{type: time}", "1:1 EX0305 the axis 'x' needs its field")]
    [InlineData("y", "{domain: [0]}", "5:13 EX0306 'domain' should be its two ends, the lower first")]
    [InlineData("y", "{domain: [9, 3]}", "5:13 EX0306 'domain' should be its two ends, the lower first")]
    [InlineData("y", "{domain: [3, 3]}", "5:13 EX0306 'domain' should be its two ends, the lower first")]
    [InlineData("y", "{type: time}", "1:1 EX0305 one of the two axes must be linear or log: the one along which the marks have their values")]
    [InlineData("y", "{decimals: 1.5}", "5:15 EX0309 'decimals' should be a whole number from 0 to 6")]
    [InlineData("y", "{ticks: [0, many]}", "5:16 EX0108 a tick should be a number, but this is 'many'")]
    [InlineData("marks", "[{type: pie, value: left}]", "6:16 EX0307 'pie' is no mark")]
    [InlineData("marks", "[{type: bar, value: country}]", "6:28 EX0302 'country' holds words, but numbers are needed here")]
    [InlineData("marks", "[{type: bar, value: year}]", "6:28 EX0302 'year' holds times, but numbers are needed here")]
    [InlineData("marks", "[{type: bar, value: lefd}]", "6:28 EX0301 'lefd' is no field of 'countries'")]
    [InlineData("marks", "[{type: bar}]", "6:9 EX0106 a mark needs the key 'value'")]
    [InlineData("marks", "[{value: left}]", "6:9 EX0106 a mark needs the key 'type'")]
    [InlineData("marks", "{type: bar}", "6:8 EX0107 'marks' should be a list, but this is a group of keys")]
    [InlineData("marks", "[{type: bar, value: left, colour: purple}]", "6:42 EX0308 'purple' is neither a colour role nor a field")]
    [InlineData("marks", "[{type: bar, value: left, hatched: yes}]", "6:34 EX0102 a mark has no key 'hatched'")]
    [InlineData("marks", "[{type: unit, upto: left, per: 0.001}]", "6:39 EX0309 this would be 120000 dots")]
    [InlineData("marks", "[{type: unit, upto: left, per: 10}, {type: bar, value: left}]", "1:1 EX0305 a crowd of units stands alone; this chart has other marks too")]
    [InlineData("facet", "contry", "7:8 EX0301 'contry' is no field of 'countries'")]
    [InlineData("missing", "left", "7:10 EX0302 'left' holds numbers, but words are needed here")]
    [InlineData("flip", "perhaps", "7:7 EX0108 'flip' is 'perhaps'")]
    [InlineData("notes", "[{name: gap, band: [1, 2], text: T, at: gorgia}]", "7:48 EX0303 no row of 'countries' has the key 'gorgia'")]
    [InlineData("notes", "[{name: gap, band: [1], text: T}]", "7:27 EX0306 a note needs 'band', two numbers on the value axis, the lower first")]
    [InlineData("notes", "[{band: [1, 2], text: T}]", "7:9 EX0106 a note needs the key 'name'")]
    [InlineData("states", "{first: {highlight: {country: Gorgia}}}", "7:39 EX0303 no row of 'countries' has 'Gorgia' in 'country'")]
    [InlineData("states", "{first: {show: {country: Georgia, year: 2023}}}", "7:24 EX0313 no row meets all of these conditions, so this state would show nothing")]
    [InlineData("states", "{first: {highlight: {country: Georgia, year: 2023}}}", "7:29 EX0313 no row meets all of these conditions, so this state would highlight nothing")]
    [InlineData("states", "{first: {show: {country: Georgia}, highlight: {country: Turkey}}}", "7:55 EX0313 this state shows none of the rows that it highlights")]
    [InlineData("states", "{first: {show: {contry: Georgia}}}", "7:25 EX0301 'contry' is no field of 'countries'")]
    [InlineData("states", "{first: {highlight: Georgia}}", "7:29 EX0107 'highlight' should name fields and their values, but this is a single value")]
    [InlineData("states", "{first: {marks: [bra]}}", "7:26 EX0303 this chart has no mark 'bra'")]
    [InlineData("states", "{first: {notes: [gap]}}", "7:26 EX0303 this chart has no note 'gap'")]
    [InlineData("states", "{first: {hide: x}}", "7:18 EX0102 the state 'first' has no key 'hide'")]
    [InlineData("states", "[first]", "7:9 EX0107 'states' should name the states, but this is a list")]
    [InlineData("legend", "yes", "7:1 EX0102 a chart has no key 'legend'")]
    public void A_slip_in_a_chart_is_reported_where_it_stands(string key, string value, string expected)
    {
        var findings = new List<Diagnostic>();
        var keys = new List<(string Key, string Value)>
        {
            ("data", "countries"), ("title", "T"), ("alt", "A"), ("x", "{field: year}"), ("y", "{type: linear}"), ("marks", "[{type: bar, value: left}]"),
        };
        var at = keys.FindIndex(k => k.Key == key);
        if (at < 0)
            keys.Add((key, value));
        else
            keys[at] = (key, value);

        Read(string.Concat(keys.Select(k => $"{k.Key}: {k.Value}\n")), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("data: countries\ntitle: T\nalt: A\nx: {field: year}\nmarks: [{type: bar, value: left}]\n", "1:1 EX0106 a chart needs the key 'y'")]
    [InlineData("data: countries\ntitle: T\nalt: A\ny: {}\nmarks: [{type: bar, value: left}]\n", "1:1 EX0106 a chart needs the key 'x'")]
    [InlineData("data: countries\ntitle: T\nalt: A\nx: {field: year}\ny: {}\n", "1:1 EX0106 a chart needs the key 'marks'")]
    [InlineData("title: T\nalt: A\n", "1:1 EX0106 a chart needs the key 'data'")]
    public void A_chart_that_lacks_what_it_cannot_do_without_is_not_drawn(string yaml, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read(yaml, findings));

        Assert.Equal([expected], findings.Lines());
    }

    [Fact]
    public void A_crowd_needs_no_axes()
    {
        var findings = new List<Diagnostic>();

        var chart = Read("data: countries\ntitle: T\nalt: A\nmarks: [{type: unit, upto: left, per: 10}]\n", findings);

        Assert.Empty(findings);
        Assert.Equal(10, Assert.IsType<UnitMark>(chart?.Marks[0]).Per);
    }

    // Were they falling, there would be fewer than no dots to draw.
    [Theory]
    [InlineData("[{n: 50}, {n: 30}]", "3:21 EX0309 'n' holds running totals: each row needs one, and none may be lower than the one before it")]
    [InlineData("[{n: -5}, {n: 30}]", "3:12 EX0309 'n' holds running totals: each row needs one, and none may be lower than the one before it")]
    [InlineData("[{n: 50}, {n: }]", "3:17 EX0309 'n' holds running totals: each row needs one, and none may be lower than the one before it")]
    public void A_crowd_counts_running_totals(string rows, string expected)
    {
        var findings = new List<Diagnostic>();
        var data = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/crowd.yml", $"title: T\nfields: {{n: number}}\nrows: {rows}\n"), findings));

        ChartReader.Read(new SourceText("input/charts/crowd.yml", "data: crowd\ntitle: T\nalt: A\nmarks: [{type: unit, upto: n, per: 10}]\n"), new Dictionary<string, Dataset> { ["crowd"] = data }, new HashSet<string>(), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Fact]
    public void A_chart_of_a_dataset_without_rows_is_not_drawn()
    {
        var findings = new List<Diagnostic>();
        var data = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/crowd.yml", "title: T\nfields: {n: number}\nrows: []\n"), findings));

        Assert.Null(ChartReader.Read(new SourceText("input/charts/crowd.yml", "data: crowd\ntitle: T\nalt: A\nmarks: [{type: unit, upto: n}]\n"), new Dictionary<string, Dataset> { ["crowd"] = data }, new HashSet<string>(), findings));

        Assert.Equal(["3:7 EX0203 this dataset has no rows"], findings.Lines());
    }

    [Fact]
    public void The_nearest_name_is_offered_for_one_that_does_not_exist()
    {
        var findings = new List<Diagnostic>();

        Read("data: countries\ntitle: T\nalt: A\nx: {field: year}\ny: {type: linear, field: lefd}\nmarks: [{type: brr}, {type: bar, value: left}]\n", findings);

        Assert.Equal(["did you mean 'left'?", "did you mean 'bar'?"], findings.Select(f => f.Hint));
    }

    // Lines of years, from 2022 to 2023.
    [Theory]
    [InlineData("", "{}", "{type: text, at: {x: 2022-06, y: 400}, words: w}", null)]
    [InlineData("", "{domain: [0, 200]}", "{type: text, at: {x: 2022-06, y: 400}, words: w}", "6:22 EX0311 this point lies outside the domain")]
    [InlineData("", "{domain: [0, 200]}", "{type: rule, at: {y: -1}}", "6:22 EX0311 this point lies outside the domain")]
    [InlineData("states: {near: {domain: {y: [0, 500]}}}", "{domain: [0, 200]}", "{type: rule, at: {y: 400}}", null)]
    [InlineData("", "{type: log}", "{type: rule, at: {y: 0}}", "6:22 EX0319 a point of a log axis must lie above zero")]
    [InlineData("", "{}", "{type: rule, at: {y: 4, facet: Georgia}}", "6:22 EX0305 this chart has no panels, so its points cannot name one")]
    [InlineData("facet: country", "{}", "{type: rule, at: {y: 4, facet: Georgia}}", null)]
    [InlineData("facet: country", "{}", "{type: rule, at: {y: 4, facet: Georgi}}", "6:22 EX0303 no row of 'countries' has 'Georgi' in 'country', so there is no such panel")]
    public void A_point_that_would_never_be_seen_is_refused(string more, string y, string mark, string? expected)
    {
        var findings = new List<Diagnostic>();

        Read($"data: countries\ntitle: T\nx: year\ny: {y}\nmarks:\n  - {mark}\n  - {{type: line, value: left}}\n{more}\n", findings);

        Assert.Equal(expected is null ? [] : [expected], findings.Lines());
    }

    [Theory]
    [InlineData("colour: official, colours: {Georgia: hue1}", "6:42 EX0305 'colours' says how a field is coloured, but 'colour' names no such field")]
    [InlineData("colour: left, colours: {Georgia: hue1}", "6:38 EX0305 'colours' says how a field is coloured, but 'colour' names no such field")]
    [InlineData("breaks: [1, 2]", "6:23 EX0305 'breaks' says how a field is coloured, but 'colour' names no such field")]
    [InlineData("colour: kind, breaks: [1, 2]", "6:37 EX0305 'breaks' says how a field is coloured, but 'colour' names no such field")]
    [InlineData("colour: country, colours: {Georgia: hue1}", null)]
    [InlineData("colour: left, breaks: [100]", null)]
    public void A_key_of_colours_that_would_do_nothing_is_refused(string channels, string? expected)
    {
        var findings = new List<Diagnostic>();

        Read($"data: countries\ntitle: T\nx: country\ny: left\nmarks:\n- {{type: bar, {channels}}}\n", findings);

        Assert.Equal(expected is null ? [] : [expected], findings.Lines());
    }

    [Theory]
    [InlineData("group: country, groups: {Georgia: West}", null)]
    [InlineData("group: country, groups: {Gorgia: West}", "5:46 EX0303 no row of 'countries' has 'Gorgia' in 'country'")]
    [InlineData("groups: {Georgia: West}", "5:29 EX0305 'groups' says what heads say, but there is no 'group'")]
    [InlineData("group: contry, groups: {Georgia: West}", "5:28 EX0301 'contry' is no field of 'countries'")]
    public void A_head_of_a_group_that_there_is_not_is_refused(string keys, string? expected)
    {
        var findings = new List<Diagnostic>();

        Read($"data: countries\ntitle: T\nalt: A\nx: left\ny: {{field: country, {keys}}}\nmarks: bar\n", findings);

        Assert.Equal(expected is null ? [] : [expected], findings.Lines());
    }

    [Theory]
    [InlineData("x: country\ny: country\nmarks: bar\n", "EX0106", "a field of numbers; or name one on the axis of values")]
    [InlineData("x: country\ny: left\nmarks: [{type: bar, hatch: Georgia}]\n", "EX0108", "write yes, no, or the rows for which it is so, such as {country: Georgia}")]
    [InlineData("x: country\ny: left\nmarks: [{type: bar, colour: blue}]\n", "EX0308", "name a role, such as ink, mid, official, hue1 or step1, or a field")]
    [InlineData("x: {type: time, field: country}\ny: left\nmarks: line\n", "EX0302", null)]
    [InlineData("x: country\ny: left\nmarks: dot\nnotes: [{name: n, text: t, band: [a, 3]}]\n", "EX0108", "write digits with a decimal point and no separators, such as 1500000 or 4.5")]
    public void A_mistake_is_told_once_with_what_to_do(string yaml, string code, string? hint)
    {
        var findings = new List<Diagnostic>();

        Read("data: countries\ntitle: T\n" + yaml, findings);

        var finding = Assert.Single(findings);
        Assert.Equal((code, hint), (finding.Code, finding.Hint));
    }

    private static ChartSpec? Read(string yaml, List<Diagnostic> findings)
    {
        var data = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/countries.yml", Countries), findings));
        return ChartReader.Read(new SourceText("input/charts/left.yml", yaml), new Dictionary<string, Dataset> { ["countries"] = data }, new HashSet<string>(), findings);
    }
}
