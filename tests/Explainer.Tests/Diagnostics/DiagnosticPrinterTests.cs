using Explainer.Diagnostics;

namespace Explainer.Tests.DiagnosticsTests;

public sealed class DiagnosticPrinterTests
{
    [Fact]
    public void An_error_shows_place_message_line_caret_and_hint()
    {
        var source = new SourceText("input/charts/left.yml", "title: x\ncolor: red\n");

        var printed = DiagnosticPrinter.Print(Diagnostic.Error("EX0102", source.Span(9, 14), "a chart has no key 'color'", "did you mean 'colour'?"));

        Assert.Equal(
            """
            input/charts/left.yml:2:1: error EX0102: a chart has no key 'color'
                2 | color: red
                  | ^^^^^
                  = did you mean 'colour'?

            """,
            printed);
    }

    [Fact]
    public void A_warning_without_a_hint_ends_with_its_carets()
    {
        var source = new SourceText("a.md", "Один и два\n");

        var printed = DiagnosticPrinter.Print(Diagnostic.Warning("EX0601", source.Span(5, 6), "this is a word"));

        Assert.Equal(
            """
            a.md:1:6: warning EX0601: this is a word
                1 | Один и два
                  |      ^

            """,
            printed);
    }

    [Fact]
    public void A_finding_without_a_place_is_one_line_and_its_hint()
    {
        var printed = DiagnosticPrinter.Print(new Diagnostic("EX0001", Severity.Error, null, "there is no site here", "name the folder with --root"));

        Assert.Equal("error EX0001: there is no site here\n      = name the folder with --root\n", printed);
    }

    // A terminal would widen a tab and leave the caret behind.
    [Fact]
    public void A_tab_is_shown_as_one_space_so_that_the_caret_stays_under_its_letter()
    {
        var source = new SourceText("a.yml", "a:\n\t\tb: 1\n");

        var lines = DiagnosticPrinter.Print(Diagnostic.Error("EX0101", source.Span(5, 6), "no tabs")).Split('\n');

        Assert.Equal("    2 |   b: 1", lines[1]);
        Assert.Equal("      |   ^", lines[2]);
    }

    [Fact]
    public void A_very_long_line_is_shown_around_the_place()
    {
        var source = new SourceText("a.yml", new string('a', 200) + "X" + new string('b', 200));

        var lines = DiagnosticPrinter.Print(Diagnostic.Error("EX0101", source.Span(200, 201), "here")).Split('\n');

        Assert.StartsWith("a.yml:1:201: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("    1 | " + new string('a', 49) + "X" + new string('b', 50) + "…", lines[1]);
        Assert.Equal(lines[1].IndexOf('X', StringComparison.Ordinal), lines[2].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_line_is_cut_at_its_end_when_the_place_is_near_its_start()
    {
        var source = new SourceText("a.yml", "X" + new string('b', 200));

        var lines = DiagnosticPrinter.Print(Diagnostic.Error("EX0101", source.Span(0, 1), "here")).Split('\n');

        Assert.Equal("    1 | X" + new string('b', 99) + "…", lines[1]);
        Assert.Equal("      | ^", lines[2]);
    }

    [Fact]
    public void Carets_of_a_place_that_spans_lines_end_with_its_first_line()
    {
        var source = new SourceText("a.yml", "ab: [1,\r\n  2]\r\n");

        var lines = DiagnosticPrinter.Print(Diagnostic.Error("EX0107", source.Span(4, 13), "a list")).Split('\n');

        Assert.Equal("    1 | ab: [1,", lines[1]);
        Assert.Equal("      |     ^^^", lines[2]);
    }

    [Fact]
    public void A_place_at_the_end_of_the_text_has_a_caret_after_the_last_letter()
    {
        var source = new SourceText("a.yml", "a:");

        var lines = DiagnosticPrinter.Print(Diagnostic.Error("EX0101", source.Span(2, 2), "something is missing")).Split('\n');

        Assert.Equal("    1 | a:", lines[1]);
        Assert.Equal("      |   ^", lines[2]);
    }

    [Fact]
    public void Findings_stand_in_the_order_of_file_place_and_code()
    {
        var a = new SourceText("a.yml", "one two");
        var b = new SourceText("b.yml", "one two");
        Diagnostic[] mixed =
        [
            Diagnostic.Error("EX0001", b.Span(0, 1), "fifth"),
            Diagnostic.Error("EX0002", a.Span(4, 5), "fourth"),
            Diagnostic.Error("EX0001", a.Span(4, 5), "third"),
            Diagnostic.Warning("EX0009", a.Span(0, 1), "second"),
            new("EX0999", Severity.Error, null, "first"),
        ];

        Assert.Equal(["first", "second", "third", "fourth", "fifth"], DiagnosticPrinter.InOrder(mixed).Select(d => d.Message));
    }
}
