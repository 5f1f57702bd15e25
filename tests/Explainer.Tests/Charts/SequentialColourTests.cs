using System.Globalization;
using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class SequentialColourTests
{
    [Fact]
    public void Breaks_put_about_as_many_values_into_each_step_on_round_numbers() =>
        Assert.Equal([30, 50, 70, 90], SequentialColour.BreaksFor(Enumerable.Range(1, 10).Select(i => i * 10.0)));

    [Fact]
    public void Equal_values_need_no_breaks() => Assert.Empty(SequentialColour.BreaksFor([4, 4, 4]));

    [Fact]
    public void No_values_need_no_breaks() => Assert.Empty(SequentialColour.BreaksFor([]));

    [Theory]
    [InlineData("0 0 0 0 0 100", "100")]
    [InlineData("0 0 0 0 0 1 2 3 4", "1 3")]
    [InlineData("1010 1011 1012 1013 1014", "1011 1012 1013 1014")]
    [InlineData("0.7001 0.7002 0.7003 0.7004 0.7005", "0.7002 0.7003 0.7004 0.7005")]
    public void Values_that_differ_are_told_apart(string values, string expected) =>
        Assert.Equal(expected, string.Join(' ', SequentialColour.BreaksFor(values.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture))).Select(b => b.ToString(CultureInfo.InvariantCulture))));

    [Fact]
    public void A_key_without_breaks_has_nothing_to_tell() =>
        Assert.Empty(new SequentialColour("n", [], "").Entries([], UnitCharts.Speak("en")));

    [Theory]
    [InlineData("-5 -2", "", "under −5|−5 to −2|−2 and more")]
    [InlineData("10 20", "%", "under 10%|10–20%|20% and more")]
    [InlineData("900000 1100000", "people", "under 0.9m|0.9–1.1m|1.1m and more")]
    public void A_key_writes_its_ranges_as_all_ranges_are_written(string breaks, string unit, string expected)
    {
        var colour = new SequentialColour("n", [.. breaks.Split(' ').Select(b => double.Parse(b, CultureInfo.InvariantCulture))], unit);

        Assert.Equal(expected, string.Join('|', colour.Entries([], UnitCharts.Speak("en")).Select(e => e.Words)).Replace('\u00A0', ' '));
    }

    [Fact]
    public void Breaks_rise_and_lie_among_the_values() =>
        Gen.Double[-1e6, 1e6].List[1, 50].Sample(values =>
        {
            var breaks = SequentialColour.BreaksFor(values);
            return breaks.Length < SequentialColour.Steps
                && breaks.Zip(breaks.Skip(1)).All(p => p.First < p.Second)
                && breaks.All(b => b > values.Min() && b <= values.Max());
        });
}
