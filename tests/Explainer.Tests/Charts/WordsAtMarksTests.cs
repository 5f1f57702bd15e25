using System.Globalization;
using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Words stand at what they speak of, and charts leave phones room for the text, tried on the story's own charts.</summary>
public sealed class WordsAtMarksTests
{
    private const int Phone = 1;
    private const int Wide = 3;

    [Theory]
    [InlineData("eu", 332)]
    [InlineData("back", 320)]
    [InlineData("left", 330)]
    [InlineData("permits", 300)]
    public void A_chart_leaves_the_steps_of_a_phone_room(string chart, int most) =>
        Assert.InRange(DrawnCharts.Of("story", chart, "en").Artboards[Phone].Drawings[0].Height, 200, most);

    [Theory]
    [InlineData("eu")]
    [InlineData("doors")]
    public void On_a_wide_screen_the_number_of_an_end_stands_right_of_its_dot(string chart)
    {
        var ends = StatesOf(chart, Wide)[^1] is var marks ? Pairs(marks, "line2-", "circle").Concat(Pairs(marks, "line-", "circle")).ToList() : [];

        Assert.True(ends.Count >= 5);
        Assert.All(ends, e => Assert.InRange(Number(e.Label.Elements[0], "x") - Number(e.Shape, "cx"), 4, 10));
        Assert.All(ends, e => Assert.InRange(Number(e.Label.Elements[0], "y") - Number(e.Shape, "cy"), -4, 14));
    }

    [Fact]
    public void On_a_phone_it_stands_over_or_under_its_dot()
    {
        foreach (var ends in StatesOf("eu", Phone)[1..].Select(marks => Pairs(marks, "line2-", "circle")))
        {
            Assert.Equal(8, ends.Count);
            Assert.All(ends, e => Assert.InRange(Number(e.Label.Elements[0], "y") - Number(e.Shape, "cy"), -15, 24));
            Assert.All(ends, e => Assert.InRange(Number(e.Label.Elements[0], "x") - Number(e.Shape, "cx"), 8, 20));
        }
    }

    [Fact]
    public void Over_another_line_a_falling_one_has_its_name_above()
    {
        var marks = StatesOf("turkish-permits", Phone)[0];
        var (dot, label) = Pairs(marks, "every-kind-", "circle").Last();

        Assert.True(label.Elements.All(e => Number(e, "y") < Number(dot, "cy")));
    }

    [Fact]
    public void Years_that_an_author_names_stand_all_the_last_with_two_figures_where_four_have_no_room()
    {
        string Years(int artboard) => string.Join(' ', StatesOf("eu", artboard)[0].Where(m => m.Key.StartsWith("place-Spain-", StringComparison.Ordinal)).SelectMany(m => m.Elements).Where(e => e.Name == "text").Select(e => e.Content));

        Assert.Equal("2018 21 24", Years(Phone));
        Assert.Equal("2018 2021 2024", Years(Wide));
    }

    [Fact]
    public void The_name_of_a_panel_stays_within_it()
    {
        foreach (var mark in StatesOf("eu", Phone, "ru")[0].Where(m => m.Key.StartsWith("facet-", StringComparison.Ordinal)))
        {
            var (from, to) = EndsOf(mark.Elements.Single(e => e.Name == "path"));
            Assert.All(mark.Elements.Where(e => e.Name == "text"), e => Assert.InRange(DrawnCharts.Typefaces.Measure(e.Content, new TextStyle(12, true, "ink")), 1, to.X - from.X));
        }
    }

    [Fact]
    public void A_note_stands_at_its_band_on_paper()
    {
        var marks = StatesOf("back", Wide)[^1];
        var band = marks.Single(m => m.Key == "note-gap").Elements[0];
        var note = marks.Single(m => m.Key == "label-note-gap").Elements;

        Assert.Equal("rect", note[0].Name);
        Assert.All(note.Skip(1), e => Assert.InRange(Number(e, "x") - Number(band, "x") - Number(band, "width"), 4, 12));
    }

    [Fact]
    public void Dotted_lines_lead_to_marks_on_wide_screens_too_but_not_to_bars()
    {
        Assert.Equal(15, StatesOf("left", Wide)[^1].Count(m => m.Key.StartsWith("leader-", StringComparison.Ordinal)));
        Assert.DoesNotContain(StatesOf("permits", Wide)[0], m => m.Key.StartsWith("leader-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_balance_is_written_at_its_crossbar()
    {
        var balances = Pairs(StatesOf("turn", Wide)[^1], "net-", "path");

        Assert.Equal(5, balances.Count);
        Assert.All(balances, b => Assert.InRange(Number(b.Label.Elements[0], "y") - EndsOf(b.Shape).From.Y, 0, 14));
    }

    [Fact]
    public void Words_beside_dots_of_one_value_begin_at_one_line_off_them()
    {
        var labels = Pairs(StatesOf("back", Phone)[1], "range-", "circle").Where(p => Number(p.Shape, "cx").Equals(Number(Pairs(StatesOf("back", Phone)[1], "range-", "circle").Single(o => o.Label.Key.EndsWith("putin", StringComparison.Ordinal)).Shape, "cx"))).ToList();

        Assert.Equal(3, labels.Count);
        Assert.Single(labels.Select(p => Number(p.Label.Elements[0], "x")).Distinct());
        Assert.All(labels, p => Assert.True(Number(p.Label.Elements[0], "x") - Number(p.Shape, "cx") - Number(p.Shape, "r") >= 4));
    }

    [Theory]
    [InlineData(Phone)]
    [InlineData(Wide)]
    public void What_a_rule_says_stands_above_the_rows_and_numbers_beside_their_arrows(int artboard)
    {
        var marks = StatesOf("ebb", artboard)[0];
        var rule = marks.Single(m => m.Key == "start").Elements[0];

        var arrows = Pairs(marks, "way-", "circle");

        Assert.True(Number(marks.Single(m => m.Key == "label-start").Elements[0], "y") < EndsOf(rule).From.Y);
        Assert.Equal(8, arrows.Count);
        Assert.All(arrows, a => Assert.InRange(Number(a.Label.Elements[0], "y") - Number(a.Shape, "cy"), 3, 6));
    }

    [Fact]
    public void Discs_stand_on_one_ground_and_their_numbers_on_one_line_bold_and_first()
    {
        var labels = StatesOf("fates", Wide)[^1].Where(m => m.Key.StartsWith("label-", StringComparison.Ordinal)).Select(m => m.Elements).ToList();

        Assert.Equal(3, labels.Count);
        Assert.Single(labels.Select(l => Number(l[0], "y")).Distinct());
        Assert.All(labels, l => Assert.Contains("b", UnitCharts.Attribute(l[0], "class").Split(' ')));
        Assert.All(labels, l => Assert.DoesNotContain("b", UnitCharts.Attribute(l[1], "class").Split(' ')));
        Assert.All(labels, l => Assert.Contains(l[0].Content[0], "0123456789"));
    }

    private static List<IReadOnlyList<KeyedMark>> StatesOf(string chart, int artboard, string language = "en") =>
        [.. DrawnCharts.Of("story", chart, language).Artboards[artboard].Drawings.Select(d => (IReadOnlyList<KeyedMark>)d.Marks)];

    // Each shape of a row's mark with the words beside it.
    private static List<(Element Shape, KeyedMark Label)> Pairs(IReadOnlyList<KeyedMark> marks, string prefix, string shape) =>
        [.. from label in marks
            where label.Key.StartsWith("label-" + prefix, StringComparison.Ordinal) && !label.Key.EndsWith("-from", StringComparison.Ordinal)
            let mark = marks.Single(m => m.Key == label.Key["label-".Length..])
            let drawn = mark.Elements.LastOrDefault(e => e.Name == shape)
            where drawn is not null
            select (drawn, label)];

    // Where a straight stroke begins and ends.
    private static ((double X, double Y) From, (double X, double Y) To) EndsOf(Element path)
    {
        var numbers = UnitCharts.Attribute(path, "d").Split('M', 'L', ' ').Where(n => n.Length > 0).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return ((numbers[0], numbers[1]), (numbers[2], numbers[3]));
    }

    private static double Number(Element element, string name) => double.Parse(UnitCharts.Attribute(element, name), CultureInfo.InvariantCulture);
}
