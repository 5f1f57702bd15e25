using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>Blocks from their files to the pages that hold them, and what is said when they do not fit their site.</summary>
public sealed class BlockTests
{
    private const string Story = "input/stories/rain.en.md";
    private const string Guess = "input/blocks/most-rain.yml";
    private const string WhatIf = "input/blocks/barrel.yml";

    [Theory]
    [InlineData(Story, "::: guess most-rain", "::: guess most-rian", "input/stories/rain.en.md:77:11: error EX0513: there is no block 'most-rian' in input/blocks", "did you mean 'most-rain'?")]
    [InlineData(Story, "::: guess most-rain", "::: what-if most-rain", "input/stories/rain.en.md:77:13: error EX0514: the block 'most-rain' is no what-if", "write ::: guess most-rain")]
    [InlineData(Guess, "chart: rain-range", "chart: rain-ranje", "input/blocks/most-rain.yml:3:8: error EX0401", "did you mean 'rain-range'?")]
    [InlineData(Guess, "before: asked", "before: askd", "input/blocks/most-rain.yml:4:9: error EX0402", "did you mean 'asked'?")]
    [InlineData(Guess, "[rain-alder,", "[rain-elder,", "input/blocks/most-rain.yml:9:11: error EX0420", "did you mean 'rain-alder'?")]
    [InlineData(Guess, "rain-cedar]", "roof-usual]", "input/blocks/most-rain.yml:9:58: error EX0518: the figure 'roof-usual' counts 'square metres', but the chart's axis counts 'mm'", "")]
    [InlineData(Guess, "unit: mm\n", "", "input/blocks/most-rain.yml:3:8: error EX0518: the guess counts 'mm' and needs words for it", "unit: mm")]
    [InlineData("input/charts/rain-range.yml", "x: {domain: [0, 1000], unit: mm}", "x: {domain: [0, 1000]}", "input/blocks/most-rain.yml:9:11: error EX0518: the figure 'rain-alder' counts 'mm', but the chart's axis counts nothing", "write 'unit' on the axis of values, or at its field: unit: mm")]
    [InlineData(Guess, "start: 200", "start: 2000", "input/blocks/most-rain.yml:8:8: error EX0516", "")]
    [InlineData(Guess, "chart: rain-range\nbefore: asked", "chart: drops\nbefore: all", "input/blocks/most-rain.yml:3:8: error EX0515: the chart 'drops' has no scale on which to guess", "linear axis")]
    [InlineData(Guess, "chart: rain-range\nbefore: asked", "chart: rain-bars\nbefore: all", "input/blocks/most-rain.yml:3:8: error EX0515: the chart 'rain-bars' has no scale on which to guess", "'domain'")]
    [InlineData("input/charts/rain-range.yml", "  asked:\n", "  asked:\n    domain: [0, 2000]\n", "input/blocks/most-rain.yml:4:9: error EX0515: the states 'asked' and 'all' have different axes", "")]
    [InlineData(WhatIf, "figure: rain-alder", "figure: rain-aldre", "input/blocks/barrel.yml:5:41: error EX0420", "did you mean 'rain-alder'?")]
    [InlineData(WhatIf, "title: How long does a barrel last?", "title: {ru: Надолго ли бочка}", "input/blocks/barrel.yml:2:8: error EX0421", "add en:")]
    public void What_does_not_fit_is_told_at_its_place(string path, string right, string wrong, string place, string hint)
    {
        var build = Site.Build(Sites.SampleInput.With(path, text => Replace(text, right, wrong)));

        Assert.Empty(build.Files);
        Assert.Contains(place, Sites.Print(build), StringComparison.Ordinal);
        Assert.Contains(hint, Sites.Print(build), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_a_block_is_told_once_however_often_it_stands()
    {
        var build = Site.Build(Sites.SampleInput
            .With(Story, text => text + "\n::: guess most-rain\n:::\n")
            .With(Guess, text => Replace(Replace(text, "[rain-alder,", "[rain-elder,"), "chart: rain-range", "chart: rain")));

        Assert.Equal(["EX0401", "EX0420"], build.Findings.Select(f => f.Code).Order());
    }

    [Fact]
    public void A_block_that_cannot_be_read_is_not_told_to_be_missing()
    {
        var build = Site.Build(Sites.SampleInput.With(WhatIf, text => Replace(text, "formula: min(", "formula: min((")));

        Assert.Equal(["EX0510"], build.Findings.Select(f => f.Code));
    }

    [Fact]
    public void A_block_that_no_story_places_is_a_warning()
    {
        var build = Site.Build(Sites.SampleInput.With(Story, text => Replace(text, "::: what-if barrel\n:::\n", "")));

        Assert.Contains("input/blocks/barrel.yml:1:1: warning EX0519: no story places the block 'barrel'", Sites.Print(build), StringComparison.Ordinal);
        Assert.NotEmpty(build.Files);
    }

    [Fact]
    public void A_guess_is_drawn_answered_so_that_nothing_is_missing_without_scripts()
    {
        var guess = Page("rain/index.html").QuerySelector("[data-guess]")!;

        Assert.Equal("all", guess.QuerySelector("[data-chart]")!.GetAttribute("data-state"));
        Assert.Contains("400–900", guess.QuerySelector("svg.wide")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("How much rain does Alder get in a year?", guess.QuerySelector(".block-title")!.TextContent);
        Assert.Equal(("0", "1000", "10", "200"), (Of("min"), Of("max"), Of("step"), Of("value")));

        string? Of(string name) => guess.QuerySelector("input")!.GetAttribute(name);
    }

    // The axis is where the drawing has its first and last tick.
    [Theory]
    [InlineData("small")]
    [InlineData("wide")]
    public void The_handle_s_way_is_the_axis_of_the_drawing(string board)
    {
        var guess = Page("rain/index.html").QuerySelector("[data-guess]")!;
        var axes = System.Text.Json.JsonDocument.Parse(guess.GetAttribute("data-axes")!).RootElement.GetProperty(board);
        double Tick(string value) => double.Parse(guess.QuerySelector($"svg.{board} [data-key='tick-{value}'] path")!.GetAttribute("d")![1..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal([Tick("0"), Tick("1000")], axes.GetProperty("all").EnumerateArray().Select(e => e.GetDouble()));
        Assert.Equal([Tick("0"), Tick("1000")], axes.GetProperty("asked").EnumerateArray().Select(e => e.GetDouble()));
    }

    [Fact]
    public void A_what_if_stands_in_words_without_scripts()
    {
        var block = Page("rain/index.html").QuerySelector("[data-what-if]")!;

        Assert.Equal(["50 square metres", "610 mm", "100 litres a day"], block.QuerySelectorAll(".input output").Select(o => o.TextContent.Replace('\u00A0', ' ')));
        Assert.Equal("305 days", block.QuerySelector("[data-result]")!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal("Days that it lasts = min(‘Roof’ × ‘Rain in a year’, 90,000) ÷ ‘Water used’ = 305 days.", block.QuerySelector(".formula")!.TextContent.Replace('\u00A0', ' '));
        Assert.Equal("610 mm The weather office, 1991 to 2020", block.QuerySelectorAll(".input")[1].QuerySelector("li")!.TextContent.Replace('\u00A0', ' '));
        Assert.All(block.QuerySelectorAll(".beyond"), b => Assert.True(b.HasAttribute("hidden")));
    }

    [Fact]
    public void What_blocks_name_is_listed_among_the_sources()
    {
        var page = Page("rain/index.html");

        Assert.All(Sites.Sample.Content!.Blocks.Values.SelectMany(b => b.Figures), f => Assert.NotNull(page.GetElementById("page.figure." + f.Id.Value)));
    }

    private static IDocument Page(string path) => new HtmlParser().ParseDocument(Sites.Sample.Files.Text(path));

    private static string Replace(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }
}
