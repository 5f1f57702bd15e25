using CsCheck;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class FormulaTests
{
    private static readonly string[] Names = ["a", "b", "alfa-workers", "min"];

    private static readonly Dictionary<string, double?> Values = new() { ["a"] = 6, ["b"] = 4, ["alfa-workers"] = 1_100_000, ["min"] = -2 };

    // Each with the value of what it means, reckoned beside the formula.
    private static readonly Gen<Case> Leaf = Gen.OneOf(
        Gen.Int[0, 2000].Select(n => new Case(FormattableString.Invariant($"{n / 8.0}"), _ => n / 8.0)),
        Gen.Char["abc"].Select(c => new Case($"{c}", v => v[$"{c}"])));

    private static readonly Gen<Case> Any = Gen.Recursive<Case>((depth, inner) => depth > 4
        ? Leaf
        : Gen.Frequency(
            (2, Leaf),
            (1, inner.Select(x => new Case($"-({x.Text})", v => -x.Value(v)))),
            (4, Gen.Select(inner, inner, Gen.Char["+-*/<>"]).Select((x, y, sign) => new Case(Written(x.Text, y.Text, sign), Joined(x.Value, y.Value, sign))))));

    [Theory]
    [InlineData("a", 6)]
    [InlineData("1.5", 1.5)]
    [InlineData("1e3", 1000)]
    [InlineData("a - b", 2)]
    [InlineData("a -b", 2)]
    [InlineData("a - b - 1", 1)]
    [InlineData("a - (b - 1)", 3)]
    [InlineData("a + b * 2", 14)]
    [InlineData("(a + b) * 2", 20)]
    [InlineData("a / b / 2", 0.75)]
    [InlineData("a / (b / 2)", 3)]
    [InlineData("-a + b", -2)]
    [InlineData("-(a + b)", -10)]
    [InlineData("a * -b", -24)]
    [InlineData("a - -b", 10)]
    [InlineData("--a", 6)]
    [InlineData("min(a, b)", 4)]
    [InlineData("max(a, b * 2) + 1", 9)]
    [InlineData("min(a, max(b, 5))", 5)]
    [InlineData("min * 2", -4)]
    [InlineData("alfa-workers / 1000", 1100)]
    [InlineData("  a*b  ", 24)]
    public void A_formula_has_the_value_that_its_signs_give(string text, double expected)
    {
        var findings = new List<Diagnostic>();

        var formula = FormulaReader.Read(Scalar(text), Names, findings);

        Assert.Empty(findings.Lines());
        Assert.Equal(expected, formula!.Evaluate(n => Values[n]));
    }

    [Theory]
    [InlineData("1 / 0")]
    [InlineData("a / (b - 4)")]
    [InlineData("1 / (1 / 0)")]
    [InlineData("0 * (1 / 0)")]
    [InlineData("min(1, 1 / 0)")]
    [InlineData("1e300 * 1e300")]
    [InlineData("a + nothing")]
    public void Where_there_is_no_value_there_is_none(string text) =>
        Assert.Null(FormulaReader.Read(Scalar(text), [.. Names, "nothing"], [])!.Evaluate(n => Values.GetValueOrDefault(n)));

    // The line holds the words «formula: » first, so that places in it are places in the file.
    [Theory]
    [InlineData("", "1:10 EX0510 this formula is empty")]
    [InlineData("a + c", "1:14 EX0511 there is no 'c' to reckon with")]
    [InlineData("a + alfa-worker", "1:14 EX0511 there is no 'alfa-worker' to reckon with")]
    [InlineData("a-b", "1:10 EX0511 there is no 'a-b' to reckon with")]
    [InlineData("2-1", "1:10 EX0510 '2-1' is neither a number nor a name")]
    [InlineData("A", "1:10 EX0510 'A' is neither a number nor a name")]
    [InlineData("1.2.3", "1:10 EX0510 '1.2.3' is neither a number nor a name")]
    [InlineData("a + * b", "1:14 EX0510 two operators stand together, '+' and '*'")]
    [InlineData("a * / b", "1:14 EX0510 two operators stand together, '*' and '/'")]
    [InlineData("* b", "1:10 EX0510 nothing stands before '*'")]
    [InlineData("(a + ) b", "1:15 EX0510 nothing stands before ')'")]
    [InlineData("a + (b * 2", "1:14 EX0510 this ( is never closed")]
    [InlineData("a + b) * 2", "1:15 EX0510 this ) closes nothing")]
    [InlineData("a +", "1:12 EX0510 this formula breaks off")]
    [InlineData("a b", "1:12 EX0510 an operator is missing before 'b'")]
    [InlineData("2 (a)", "1:10 EX0510 there is no '2()' to reckon with")]
    [InlineData("(a) (b)", "1:14 EX0510 an operator is missing before '('")]
    [InlineData("(a b)", "1:13 EX0510 an operator is missing before 'b'")]
    [InlineData("1,5 * a", "1:11 EX0510 a comma stands only between the two values of min and max")]
    [InlineData("(a, b)", "1:12 EX0510 a comma stands only between the two values of min and max")]
    [InlineData("min(a)", "1:10 EX0510 'min' takes two values")]
    [InlineData("min(a, b, 1)", "1:18 EX0510 'min' takes two values")]
    [InlineData("mni(a, b)", "1:10 EX0510 there is no 'mni()' to reckon with")]
    [InlineData("a × b", "1:12 EX0510 '×' means nothing in a formula")]
    [InlineData("a ^ 2", "1:12 EX0510 '^' means nothing in a formula")]
    [InlineData("(a ^ 2)", "1:13 EX0510 '^' means nothing in a formula")]
    public void A_slip_in_a_formula_is_reported_where_it_stands(string text, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(FormulaReader.Read(Scalar(text), Names, findings));

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("a-b", "a minus has spaces around it: a - b")]
    [InlineData("2-1", "a minus has spaces around it: 2 - 1")]
    [InlineData("alfa-worker", "did you mean 'alfa-workers'?")]
    [InlineData("mni(a, b)", "did you mean 'min'?")]
    [InlineData("a × b", "write * to multiply")]
    [InlineData("a \u2212 b", "write - for a minus")]
    public void A_hint_says_what_was_probably_meant(string text, string hint)
    {
        var findings = new List<Diagnostic>();

        FormulaReader.Read(Scalar(text), Names, findings);

        Assert.Equal([hint], findings.Select(f => f.Hint));
    }

    [Fact]
    public void Every_unknown_name_is_told_at_its_place_in_quotes_too()
    {
        var findings = new List<Diagnostic>();
        var node = (YamlScalar)YamlReader.Read(new SourceText("x.yml", "\"x + y\""), findings)!;

        FormulaReader.Read(node, Names, findings);

        Assert.Equal(["1:2 EX0511", "1:6 EX0511"], findings.Places());
    }

    [Fact]
    public void A_formula_over_several_lines_is_pointed_at_where_it_is_wrong()
    {
        var findings = new List<Diagnostic>();
        var node = (YamlMap)YamlReader.Read(new SourceText("x.yml", "formula: >-\n  a +\n  x\n"), findings)!;

        FormulaReader.Read((YamlScalar)node.Entries[0].Value, Names, findings);

        Assert.Equal(["3:3 EX0511"], findings.Places());
    }

    [Fact]
    public void What_is_nested_too_deeply_is_refused()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(FormulaReader.Read(Scalar(new string('(', 5000) + "a" + new string(')', 5000)), Names, findings));

        Assert.Equal(["EX0512"], findings.Select(f => f.Code));
        Assert.NotNull(FormulaReader.Read(Scalar(new string('(', 30) + "a" + new string(')', 30)), Names, []));
    }

    [Theory]
    [InlineData("a + b", 3, 7)]
    [InlineData("a - b", -3, 1)]
    [InlineData("a * b", 2, 12)]
    [InlineData("-a * b", -12, -2)]
    [InlineData("a / b", 0.25, 1.5)]
    [InlineData("min(a, 2) + max(b, 3)", 4, 6)]
    public void Between_ends_it_reaches_from_the_least_to_the_greatest(string text, double low, double high) =>
        Assert.Equal((low, high), FormulaReader.Read(Scalar(text), Names, [])!.Span(n => n == "a" ? (1, 3) : (2, 4)));

    [Fact]
    public void A_span_that_is_divided_by_one_with_zero_in_it_has_no_ends() =>
        Assert.Null(FormulaReader.Read(Scalar("a / b"), Names, [])!.Span(n => n == "a" ? (1, 3) : (-1, 4)));

    [Fact]
    public void What_is_printed_reads_as_the_same_formula() => Any.Sample(
        any =>
        {
            var formula = Read(any.Text);
            Assert.Equal(formula.Steps, Read(formula.ToString()).Steps);
        },
        iter: 4000);

    [Fact]
    public void Its_value_is_that_of_the_same_arithmetic_done_otherwise() => Gen.Select(Any, Gen.Int[-40, 40].Array[3]).Sample(
        (any, numbers) =>
        {
            var values = new Dictionary<string, double> { ["a"] = numbers[0], ["b"] = numbers[1], ["c"] = numbers[2] / 4.0 };
            var expected = any.Value(values);
            Assert.Equal(double.IsFinite(expected) ? expected : null, Read(any.Text).Evaluate(n => values[n]));
        },
        iter: 4000);

    [Fact]
    public void Its_span_holds_every_value_between_the_ends() => Gen.Select(Any, Gen.Double[-20, 20].Array[6], Gen.Double[0, 1].Array[3]).Sample(
        (any, ends, shares) =>
        {
            var spans = Enumerable.Range(0, 3).ToDictionary(i => $"{"abc"[i]}", i => (Low: Math.Min(ends[i], ends[i + 3]), High: Math.Max(ends[i], ends[i + 3])));
            var formula = Read(any.Text);
            if (formula.Span(n => spans[n]) is not var (low, high))
                return;
            var value = formula.Evaluate(n => spans[n].Low + ((spans[n].High - spans[n].Low) * shares["abc".IndexOf(n, StringComparison.Ordinal)]) is var x ? Math.Clamp(x, spans[n].Low, spans[n].High) : null);
            Assert.NotNull(value);
            Assert.InRange(value.Value, low, high);
        },
        iter: 4000);

    private static Formula Read(string text)
    {
        var findings = new List<Diagnostic>();
        var formula = FormulaReader.Read(Scalar(text), ["a", "b", "c"], findings);
        Assert.Empty(findings.Lines());
        return formula!;
    }

    private static YamlScalar Scalar(string text)
    {
        var source = new SourceText("input/blocks/x.yml", "formula: " + text);
        return new YamlScalar(text, false, source.Span(9, 9 + text.Length));
    }

    private static string Written(string x, string y, char sign) => sign switch
    {
        '<' => $"min({x}, {y})",
        '>' => $"max({x}, {y})",
        _ => $"({x}) {sign} ({y})",
    };

    // A step without a value leaves the whole without one.
    private static Func<Dictionary<string, double>, double> Joined(Func<Dictionary<string, double>, double> x, Func<Dictionary<string, double>, double> y, char sign) => values =>
    {
        var (first, second) = (x(values), y(values));
        if (!double.IsFinite(first) || !double.IsFinite(second))
            return double.NaN;
        return sign switch { '+' => first + second, '-' => first - second, '*' => first * second, '/' => first / second, '<' => second < first ? second : first, _ => second > first ? second : first };
    };

    private sealed record Case(string Text, Func<Dictionary<string, double>, double> Value);
}
