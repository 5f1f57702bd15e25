using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Stories;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.StoriesTests;

public sealed class BlockReaderTests
{
    private const string Guess = "type: guess\nquestion: How much?\nchart: rain\nbefore: empty\nafter: all\nunit: mm\n";

    private const string WhatIf =
        """
        type: what-if
        title: How long?
        inputs:
          rain: {title: Rain, figure: alder, unit: mm, from: 0, to: 1000, step: 10}
          use: {title: Use, value: 4, from: 1, to: 5, step: 0.5, published: [share]}
        formula: rain / use
        result: {title: Days, unit: days, digits: 1}

        """;

    [Fact]
    public void A_guess_names_its_chart_its_states_and_its_answers()
    {
        var findings = new List<Diagnostic>();

        var guess = Assert.IsType<GuessSpec>(Read(Guess + "step: 5\nstart: 30\nanswers: [alder, {figure: share, name: Us}]\n", findings));

        Assert.Empty(findings.Lines());
        Assert.Equal(("b", "How much?", "rain", "empty", "all", 5.0, 30.0), (guess.Id, guess.Question.First, guess.Place.Name.Value, guess.Before.Value, guess.After.Value, guess.Step, guess.Start));
        Assert.Equal([("alder", 610.0, null), ("share", 20.0, "Us")], guess.Answers.Select(a => (a.Id.Value, a.Figure!.Low!.Value, a.Short?.First)));
        Assert.Null(guess.Slider);
    }

    [Fact]
    public void A_what_if_takes_values_from_figures_or_from_the_author()
    {
        var findings = new List<Diagnostic>();

        var whatIf = Assert.IsType<WhatIfSpec>(Read(WhatIf, findings));

        Assert.Empty(findings.Lines());
        Assert.Equal([("rain", 610.0, 610.0), ("use", 4.0, 20.0)], whatIf.Inputs.Select(i => (i.Name, i.Slider.Start, i.Known.High)));
        Assert.Equal(152.5, whatIf.Start);
        Assert.Equal((0.0, 1000.0), whatIf.Reach);
        Assert.Equal("rain / use", whatIf.Formula.ToString());
    }

    [Theory]
    [InlineData("", "1:1 EX0106 nothing stands here, but a block should")]
    [InlineData("question: x\n", "1:1 EX0106 a block needs the key 'type'")]
    [InlineData("type: gues\n", "1:7 EX0108 'type' is 'gues', which is none of its words")]
    [InlineData("type: guess\nquestion: ''\nchart: rain\nbefore: a\nafter: b\n", "2:11 EX0114 'question' has no words")]
    [InlineData("type: guess\nquestion: x\nchart: rain\nbefore: a\n", "1:1 EX0106 a block needs the key 'after'")]
    [InlineData(Guess + "anwsers: [alder]\n", "7:1 EX0102 a block has no key 'anwsers'")]
    [InlineData(Guess + "kinds: {surveys: polls}\n", "7:9 EX0108 'surveys' is no kind")]
    [InlineData(Guess + "kinds: {survey: ''}\n", "7:17 EX0114 'survey' has no words")]
    [InlineData(Guess + "answers: [{name: Us}]\n", "7:11 EX0106 an item of 'answers' needs the key 'figure'")]
    public void A_slip_in_a_block_is_reported_where_it_stands(string yaml, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read(yaml, findings));

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("figure: alder, unit: mm", "value: 600, unit: mm", "4:3 EX0517 nobody is named who has published 'rain'")]
    [InlineData("figure: alder, unit: mm", "unit: mm, published: [alder]", "4:3 EX0517 the input 'rain' has no value to start from")]
    [InlineData("figure: alder, unit: mm", "figure: between, unit: mm", "4:31 EX0517 the figure 'between' is no single value")]
    [InlineData("figure: alder, unit: mm", "figure: alder", "4:3 EX0518 the input 'rain' needs words for its 'unit'")]
    [InlineData("figure: alder, unit: mm", "figure: alder, unit: mm, published: [share]", "4:60 EX0518 the figure 'share' counts '%', but the input 'rain' counts 'mm'")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 1000, to: 0, step: 10", "4:54 EX0516 'from' is not below 'to'")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 1000, step: 0", "4:73 EX0516 steps of this size do not lead from one end of the slider to the other")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 1000, step: 7", "4:73 EX0516 steps of this size do not lead from one end of the slider to the other")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 1000, step: 0.1", "4:73 EX0516 steps of this size do not lead from one end of the slider to the other")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 600, step: 10", "4:31 EX0516 the handle cannot stand where it should start, as no step of the slider leads there")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 1000, step: 100", "4:31 EX0516 the handle cannot stand where it should start, as no step of the slider leads there")]
    [InlineData("from: 0, to: 1000, step: 10", "from: 0, to: 1000", "4:9 EX0106 the input 'rain' needs the key 'step'")]
    [InlineData("  rain: {", "  Rain: {", "4:3 EX0207 'Rain' cannot be the name of an input")]
    [InlineData("formula: rain / use", "formula: rain / 2", "5:3 EX0511 the formula does not use 'use'")]
    [InlineData("formula: rain / use", "formula: rain / uze * use", "6:17 EX0511 there is no 'uze' to reckon with")]
    [InlineData("formula: rain / use", "formula: rain * use / 0", "6:10 EX0213 this formula has no value wherever the sliders stand: something is divided by zero, or grows beyond all numbers")]
    [InlineData("formula: rain / use", "formula: rain / (use - use)", "6:10 EX0213 this formula has no value wherever the sliders stand: something is divided by zero, or grows beyond all numbers")]
    [InlineData("formula: rain / use", "formula: rain / use\ntold: \"{rain} by {us} is {result} at {use}\"", "7:19 EX0511 there is no 'us' to tell")]
    [InlineData("formula: rain / use", "formula: rain / use\ntold: \"{rain} by {use}\"", "7:8 EX0511 'told' leaves out 'result'")]
    [InlineData("formula: rain / use", "formula: rain / use\ntold: {en: \"{rain} {use} {result}\", de: \"{rain} {result}\"}", "7:42 EX0511 'told' leaves out 'use'")]
    [InlineData("  use: {", "  result: {", "5:3 EX0207 'result' cannot be the name of an input")]
    [InlineData("digits: 1", "digits: 1.5", "7:43 EX0108 'digits' is no number of decimals")]
    [InlineData("digits: 1", "from: 5", "7:41 EX0516 the scale of the result needs two ends, the lower first")]
    [InlineData("digits: 1", "from: 5, to: 5", "7:41 EX0516 the scale of the result needs two ends, the lower first")]
    [InlineData("digits: 1", "published: [alder, share]", "7:54 EX0518 the figure 'share' counts '%', but the result counts 'days'")]
    public void A_slip_in_a_what_if_is_reported_where_it_stands(string right, string wrong, string expected)
    {
        var findings = new List<Diagnostic>();
        Assert.Contains(right, WhatIf, StringComparison.Ordinal);

        Assert.Null(Read(WhatIf.Replace(right, wrong, StringComparison.Ordinal), findings));

        Assert.Contains(expected, findings.Lines());
    }

    // At the start it has none, but a reader can get one.
    [Fact]
    public void A_formula_may_lack_a_value_at_some_places()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Assert.IsType<WhatIfSpec>(Read(WhatIf.Replace("rain / use", "rain / (use - 4)", StringComparison.Ordinal), findings)).Start);

        Assert.Empty(findings.Lines());
    }

    [Fact]
    public void A_slider_tells_its_values_apart_and_meets_them_exactly()
    {
        var slider = new SliderSpec(0, 1, 0.1, 0.3);

        Assert.Equal((10, 1), (slider.Steps, slider.Decimals));
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], Enumerable.Range(0, 11).Select(slider.ValueAt));
        Assert.True(slider.Holds(0.7) && slider.IsEven);
        Assert.False(slider.Holds(0.75) || slider.Holds(1.1) || slider.Holds(-0.1));
        Assert.False(new SliderSpec(0, 1, 0.3, 0).IsEven);
        Assert.Equal(3, new SliderSpec(0.125, 10.125, 0.5, 1).Decimals);
    }

    private static BlockSpec? Read(string yaml, List<Diagnostic> findings)
    {
        var figures = Figure.ReadAll(
            new SourceText(
                "input/figures/x.yml",
                "alder: {value: 610, unit: mm, kind: claim}\nbetween: {low: 5, high: 20, unit: mm, kind: claim}\nshare: {value: 20, unit: \"%\", kind: survey}\n"),
            findings).ToDictionary(f => f.Id, StringComparer.Ordinal);
        return new BlockReader(new Dictionary<string, ChartSpec>(), figures, findings).Read(new SourceText("input/blocks/b.yml", yaml));
    }
}
