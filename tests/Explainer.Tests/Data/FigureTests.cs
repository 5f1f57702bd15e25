using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class FigureTests
{
    [Fact]
    public void A_figure_is_a_value_a_range_or_a_bound()
    {
        var findings = new List<Diagnostic>();

        var figures = Figure.ReadAll(
            new SourceText(
                "input/figures/left.yml",
                """
                left-2022: {value: 650000, unit: people, kind: estimate}
                left-range: {low: 500000, high: 1000000, unit: people, kind: claim}
                at-most: {high: 16, unit: "%", kind: claim}
                at-least: {low: 10, unit: "%", what: {en: Back, ru: Вернулись}, kind: survey}
                """),
            findings);

        Assert.Empty(findings);
        Assert.Equal(
            [("left-2022", 650000.0, 650000.0), ("left-range", 500000.0, 1000000.0), ("at-most", null, 16.0), ("at-least", 10.0, null)],
            figures.Select(f => (f.Id, f.Low, f.High)));
        Assert.Equal((Kind.Survey, "Вернулись", "input/figures/left.yml:4:1"), (figures[3].Provenance.Kind, figures[3].What?.In("ru"), figures[3].Span.ToString()));
    }

    [Theory]
    [InlineData("a: {value: 1, unit: x, kind: claim}\nb: {unit: people, kind: claim}\n", "2:1 EX0201 the figure 'b' has no value")]
    [InlineData("a: {value: 5, low: 4, unit: people, kind: claim}\n", "1:1 EX0201 the figure 'a' has both a value and a range")]
    [InlineData("a: {value: 5, high: 6, unit: people, kind: claim}\n", "1:1 EX0201 the figure 'a' has both a value and a range")]
    [InlineData("a: {low: 6, high: 5, unit: people, kind: claim}\n", "1:1 EX0201 the figure 'a' has its low end above its high end")]
    [InlineData("a: {value: 6, kind: claim}\n", "1:4 EX0106 the figure 'a' needs the key 'unit'")]
    [InlineData("a: {value: 6, unit: x}\n", "1:4 EX0106 the figure 'a' needs the key 'kind'")]
    [InlineData("a: {value: 6, unit: x, kind: claim, who: [y]}\n", "1:42 EX0107 'who' should be words, or words by language, but this is a list")]
    [InlineData("a: {value: 6, unit: x, kind: claim, perid: 2022}\n", "1:37 EX0102 the figure 'a' has no key 'perid'")]
    [InlineData("a: 6\n", "1:4 EX0107 the figure 'a' should be a group of keys, but this is a single value")]
    [InlineData("- a\n", "1:1 EX0107 a file of figures should be a group of keys, but this is a list")]
    [InlineData("a: {low: 5, high: 5, unit: x, kind: claim}\na: {value: 1, unit: x, kind: claim}\n", "2:1 EX0104 the key 'a' stands here a second time")]
    public void A_slip_in_a_figure_is_reported_where_it_stands(string yaml, string expected)
    {
        var findings = new List<Diagnostic>();

        Figure.ReadAll(new SourceText("input/figures/left.yml", yaml), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# none yet\n")]
    public void A_file_of_figures_without_any_is_reported(string yaml)
    {
        var findings = new List<Diagnostic>();

        Assert.Empty(Figure.ReadAll(new SourceText("input/figures/left.yml", yaml), findings));

        Assert.Equal(["1:1 EX0106 nothing stands here, but a file of figures should"], findings.Lines());
    }
}
