using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class FigureResolverTests
{
    private const string Flows =
        """
        title: Flows
        key: [place, year]
        fields: {place: text, year: time, left: {type: number, unit: people}, rate: number, why: text}
        rows:
          - {place: coast, year: 2022, left: 5935, rate: 4}
          - {place: coast, year: 2023, why: closed}
        """;

    private const string Inputs =
        """
        before: {value: 132000, unit: people, kind: survey}
        after: {value: 60000, unit: people, kind: survey}
        back: {value: 0.3, unit: "%", kind: estimate}
        lost: {value: 1.5, unit: "%", kind: estimate}
        rough: {low: 100000, high: 200000, unit: people, kind: estimate}
        bound: {high: 5, unit: people, kind: claim}
        none: {value: 0, unit: people, kind: survey}
        rain: {value: 600, unit: mm, kind: survey}

        """;

    [Theory]
    [InlineData("formula: back / lost, unit: \"%\"", 20, 20)]
    [InlineData("formula: (after - before) / before, unit: \"%\", decimals: 1", -54.5, -54.5)]
    [InlineData("formula: before / after, unit: times", 2.2, 2.2)]
    [InlineData("formula: lost - back, unit: points", 1.2, 1.2)]
    [InlineData("formula: before - after, unit: people", 72000, 72000)]
    [InlineData("formula: before * lost, unit: people", 1980, 1980)]
    [InlineData("formula: before * lost, unit: people, decimals: -2", 2000, 2000)]
    [InlineData("formula: rough - after, unit: people", 40000, 140000)]
    [InlineData("formula: after / rough, unit: \"%\"", 30, 60)]
    [InlineData("formula: \"max(before, after) / 2\", unit: people", 66000, 66000)]
    [InlineData("formula: (after - before) / before, unit: \"%\", value: -54.5", -54.5, -54.5)]
    [InlineData("formula: rough - after, unit: people, low: 40000, high: 140000", 40000, 140000)]
    [InlineData("cell: {data: flows, row: coast-2022, field: left}, unit: people", 5935, 5935)]
    [InlineData("cell: {data: flows, row: coast-2022, field: rate}, unit: children, value: 4", 4, 4)]
    public void A_figure_is_reckoned_from_others_or_read_from_a_table(string figure, double low, double high)
    {
        var (figures, findings) = Resolve($"{Inputs}x: {{{figure}, kind: derived}}\n");

        Assert.Empty(findings);
        Assert.Equal(low, figures["x"].Low!.Value, 9);
        Assert.Equal(high, figures["x"].High!.Value, 9);
    }

    [Theory]
    [InlineData("formula: (after - before) / before, unit: \"%\", value: -54.6", "EX0212 'x' is written down as -54.6, but here it comes to -54.545455")]
    [InlineData("formula: rough - after, unit: people, value: 40000", "EX0212 'x' is written down as 40000, but here it comes to 40000 to 140000")]
    [InlineData("formula: before * lost, unit: people, decimals: -2, value: 1980", "EX0212 'x' is written down as 1980, but here it comes to 2000")]
    [InlineData("cell: {data: flows, row: coast-2022, field: left}, unit: people, value: 5936", "EX0212 'x' is written down as 5936, but here it comes to 5935")]
    [InlineData("formula: after / before, unit: people", "EX0211 this formula counts nothing, but the figure 'x' counts 'people'")]
    [InlineData("formula: after / rain, unit: \"%\"", "EX0211 this formula counts people / mm, but the figure 'x' counts '%'")]
    [InlineData("formula: after + rain, unit: people", "EX0211 this formula puts together what counts people and what counts mm")]
    [InlineData("formula: after + 5, unit: people", "EX0211 this formula puts together what counts people and what counts nothing")]
    [InlineData("formula: bound * 2, unit: people", "EX0213 'bound' is a bound, so nothing can be reckoned with it")]
    [InlineData("formula: after / none, unit: times", "EX0213 this formula has no value: something is divided by zero")]
    [InlineData("formula: x * 2, unit: people", "EX0210 'x' is reckoned from itself: x from x")]
    [InlineData("formula: afte * 2, unit: people", "EX0511 there is no 'afte' to reckon with")]
    [InlineData("formula: after *, unit: people", "EX0510 this formula breaks off")]
    [InlineData("cell: {data: flow, row: coast-2022, field: left}, unit: people", "EX0214 there is no dataset 'flow' in input/data")]
    [InlineData("cell: {data: flows, row: coast-2024, field: left}, unit: people", "EX0214 no row of 'flows' has the key 'coast-2024'")]
    [InlineData("cell: {data: flows, row: coast-2022, field: why}, unit: people", "EX0214 'flows' has no field of numbers 'why'")]
    [InlineData("cell: {data: flows, row: coast-2023, field: left}, unit: people", "EX0214 the row 'coast-2023' of 'flows' has no 'left'")]
    [InlineData("cell: {data: flows, row: coast-2022, field: left}, unit: mm", "EX0211 the field 'left' counts 'people', but the figure 'x' counts 'mm'")]
    [InlineData("cell: {data: flows, row: coast-2022}, unit: mm", "EX0106 the cell of 'x' needs the key 'field'")]
    [InlineData("cell: {data: flows, row: coast-2022, field: left}, formula: after, unit: people", "EX0201 the figure 'x' has both a formula and a cell")]
    [InlineData("value: 5, decimals: 1, unit: people", "EX0201 the figure 'x' has 'decimals' but no formula to round")]
    [InlineData("formula: after, decimals: 1.5, unit: people", "EX0108 'decimals' is no number of decimals")]
    [InlineData("formula: after + after, decimals: 16, unit: people", "EX0108 'decimals' is no number of decimals")]
    public void What_cannot_be_reckoned_or_read_is_told_where_it_stands(string figure, string expected)
    {
        var (_, findings) = Resolve($"{Inputs}x: {{{figure}, kind: derived}}\n");

        Assert.Contains(expected, findings.Select(f => f.Split(' ', 2)[1]));
        Assert.All(findings, f => Assert.StartsWith("9:", f, StringComparison.Ordinal));
    }

    [Fact]
    public void Steps_of_arithmetic_follow_each_other_but_not_in_a_circle()
    {
        var (figures, findings) = Resolve(Inputs + "y: {formula: x * 2, unit: people, kind: derived}\nx: {formula: before - after, unit: people, kind: derived}\n");
        Assert.Empty(findings);
        Assert.Equal((144000, 72000), (figures["y"].Low!.Value, figures["x"].Low!.Value));

        (figures, findings) = Resolve(Inputs + "y: {formula: x * 2, unit: people, kind: derived}\nx: {formula: y / 2, unit: people, kind: derived}\n");
        Assert.Equal(["10:14 EX0210 'y' is reckoned from itself: y from x from y"], findings);
        Assert.False(figures["x"].IsKnown || figures["y"].IsKnown);
    }

    [Fact]
    public void Of_a_circle_only_the_steps_in_it_are_told()
    {
        var (_, findings) = Resolve(Inputs + "z: {formula: x * 2, unit: people, kind: derived}\nx: {formula: y / 2, unit: people, kind: derived}\ny: {formula: after + x, unit: people, kind: derived}\n");

        Assert.Equal(["11:14 EX0210 'x' is reckoned from itself: x from y from x"], findings);
    }

    [Fact]
    public void A_chain_of_formulas_may_be_longer_than_a_stack_is_deep()
    {
        const int Long = 50_000;
        var chain = string.Concat(Enumerable.Range(0, Long).Select(i => $"f{i}: {{formula: f{i + 1}, unit: people, kind: derived}}\n"));

        var (figures, findings) = Resolve($"{chain}f{Long}: {{value: 5, unit: people, kind: survey}}\n");

        Assert.Empty(findings);
        Assert.Equal((5, 5), (figures["f0"].Low, figures["f0"].High));
    }

    [Fact]
    public void A_figure_that_is_reckoned_here_is_our_own_arithmetic()
    {
        var (_, findings) = Resolve(Inputs + "x: {formula: before - after, unit: people, kind: survey}\n");

        Assert.Equal(["9:50 EX0215 the figure 'x' is reckoned here, so it is our own arithmetic"], findings);
    }

    private static (ImmutableSortedDictionary<string, Figure> Figures, List<string> Findings) Resolve(string yaml)
    {
        var findings = new List<Diagnostic>();
        var flows = Dataset.Read(new SourceText("input/data/flows.yml", Flows), findings)!;
        var figures = Figure.ReadAll(new SourceText("input/figures/x.yml", yaml), findings).ToDictionary(f => f.Id);
        var resolved = new FigureResolver(figures, new Dictionary<string, Dataset> { ["flows"] = flows }, ImmutableHashSet<string>.Empty, findings).ResolveAll();
        return (resolved, [.. findings.Lines()]);
    }
}
