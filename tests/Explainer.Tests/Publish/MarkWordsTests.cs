using System.Text.Json.Nodes;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

/// <summary>What scripts learn of the marks of a chart: once for a chart, and small.</summary>
public sealed class MarkWordsTests(ITestOutputHelper output)
{
    [Fact]
    public void Marks_are_listed_in_reading_order_with_words_and_figures()
    {
        var drawn = DrawnCharts.Of("story", "turn", "en");
        var marks = JsonNode.Parse(MarkWords.Write(drawn, drawn.Spec.States))!["marks"]!.AsArray();

        Assert.Equal("""["arrived-turkey-2022","Turkey, 2022, arrived: 99,786","turkey-in-2022"]""", marks[0]!.ToJsonString());
        Assert.Equal(["left-turkey-2022", "net-turkey-2022", "arrived-turkey-2023"], marks.Skip(1).Take(3).Select(m => m![0]!.GetValue<string>()));
    }

    [Fact]
    public void A_state_is_listed_only_where_its_marks_say_something_else_or_stand_in_another_order()
    {
        var turn = DrawnCharts.Of("story", "turn", "en");
        Assert.Empty(JsonNode.Parse(MarkWords.Write(turn, turn.Spec.States))!["states"]!.AsObject());

        var density = DrawnCharts.Of("gallery", "density", "en");
        var states = JsonNode.Parse(MarkWords.Write(density, density.Spec.States))!["states"]!.AsObject();
        Assert.Equal(["densest"], states.Select(s => s.Key));
        Assert.Equal("bar-Earth", states["densest"]![0]![0]!.GetValue<string>());
    }

    [Fact]
    public void All_that_the_marks_of_the_stories_say_is_at_most_a_quarter_of_a_kB_a_chart()
    {
        foreach (var language in DrawnCharts.Languages)
        {
            var json = string.Concat(DrawnCharts.SiteOf("story").Content!.Charts.Keys.Select(c => DrawnCharts.Of("story", c, language)).Select(d => MarkWords.Write(d, d.Spec.States)));
            output.WriteLine($"{language}: {json.Length} characters, {Brotli.Weigh(json)} bytes");
            Assert.InRange(Brotli.Weigh(json), 500, 250 * DrawnCharts.SiteOf("story").Content!.Charts.Count);
        }
    }

    [Fact]
    public void Nothing_in_it_ends_the_element_that_holds_it() =>
        Assert.All(DrawnCharts.All.Select(d => d.Data), d => Assert.DoesNotContain('<', MarkWords.Write(DrawnCharts.Of(d.Item1, d.Item2, "en"), DrawnCharts.Of(d.Item1, d.Item2, "en").Spec.States)));
}
