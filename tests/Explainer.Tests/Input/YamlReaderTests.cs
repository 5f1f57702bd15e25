using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.InputTests;

public sealed class YamlReaderTests
{
    [Fact]
    public void Keys_values_and_items_know_where_they_stand()
    {
        var findings = new List<Diagnostic>();
        var source = new SourceText("a.yml", "title: Кто вернулся\nmarks:\n  - type: bar\n    value: 5\n");

        var map = Assert.IsType<YamlMap>(YamlReader.Read(source, findings));

        Assert.Empty(findings);
        Assert.Equal(["title", "marks"], map.Entries.Select(e => e.Key.Value));
        Assert.Equal(("a.yml:1:8", "Кто вернулся"), (map.Entries[0].Value.Span.ToString(), map.Entries[0].Value.Span.Text));
        var mark = Assert.IsType<YamlMap>(Assert.Single(Assert.IsType<YamlList>(map.Entries[1].Value).Items));
        Assert.Equal("a.yml:3:5", mark.Span.ToString());
        Assert.Equal("type: bar\n    value: 5", mark.Span.Text);
        Assert.Equal(("a.yml:4:12", "5"), (mark.Entries[1].Value.Span.ToString(), mark.Entries[1].Value.Span.Text));
    }

    [Fact]
    public void A_part_of_a_text_keeps_the_places_of_the_whole()
    {
        var findings = new List<Diagnostic>();
        var source = new SourceText("a.md", "---\r\ntitle: Дорога назад\r\nопоздание: 5\r\n---\r\nText\r\n");
        var start = source.OffsetOf(2, 1);
        var end = source.OffsetOf(4, 1);

        var map = Assert.IsType<YamlMap>(YamlReader.Read(source, start, end, findings));

        Assert.Empty(findings);
        Assert.Equal("a.md:2:8", map.Entries[0].Value.Span.ToString());
        Assert.Equal("Дорога назад", map.Entries[0].Value.Span.Text);
        Assert.Equal("a.md:3:12", map.Entries[1].Value.Span.ToString());
        Assert.Equal("опоздание", map.Entries[1].Key.Span.Text);
    }

    [Fact]
    public void A_finding_in_a_part_of_a_text_stands_where_the_whole_has_it()
    {
        var findings = new List<Diagnostic>();
        var source = new SourceText("a.md", "---\r\nимя: Ёж\r\nимя: &x Уж\r\n---\r\n");

        YamlReader.Read(source, source.OffsetOf(2, 1), source.OffsetOf(4, 1), findings);

        Assert.Equal(["3:6 EX0101"], findings.Places());
    }

    [Fact]
    public void Quotes_make_text_of_what_would_be_nothing()
    {
        var map = Assert.IsType<YamlMap>(YamlReader.Read(new SourceText("a.yml", "a: null\nb: ~\nc:\nd: 'null'\ne: \"\"\n"), []));

        Assert.Equal([true, true, true, false, false], map.Entries.Select(e => Assert.IsType<YamlScalar>(e.Value).IsNull));
    }

    [Fact]
    public void The_place_of_a_block_of_text_ends_with_its_last_letter()
    {
        var source = new SourceText("a.yml", "a: |\n  one\n  two\n\nb: 1\n");

        var map = Assert.IsType<YamlMap>(YamlReader.Read(source, []));

        var block = Assert.IsType<YamlScalar>(map.Entries[0].Value);
        Assert.Equal("one\ntwo\n", block.Value);
        Assert.Equal("|\n  one\n  two", block.Span.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    [InlineData("# only a comment\n")]
    public void A_text_that_says_nothing_reads_as_nothing(string content) =>
        Assert.Null(YamlReader.Read(new SourceText("a.yml", content), []));

    [Theory]
    [InlineData("a: &x 1", "1:4 EX0101")]
    [InlineData("a: &x 1\nb: *x", "1:4 EX0101")]
    [InlineData("a: 1\nb: *x", "2:4 EX0101")]
    [InlineData("a: !!int 5", "1:4 EX0101")]
    [InlineData("a:\n  - !secret x", "2:5 EX0101")]
    [InlineData("a: 1\nb: 2\na: 3", "3:1 EX0104")]
    [InlineData("a: 1\n---\nb: 2\n", "2:1 EX0103")]
    [InlineData("? [a, b]\n: c", "1:3 EX0101")]
    [InlineData("a: 1\n  b: 2\n", "2:4 EX0101")]
    [InlineData("a:\n    b: 1\n  c: 2\n", "3:3 EX0101")]
    [InlineData("a: \"open", "1:4 EX0101")]
    [InlineData("a: @x", "1:4 EX0101")]
    [InlineData("a: \"b\\u0001\"", "1:4 EX0101")]
    [InlineData("a: \"b\\uFFFE\"", "1:4 EX0101")]
    [InlineData("a: \"b\\uFFFF\"", "1:4 EX0101")]
    [InlineData("a: \"b\\uD83D\"", "1:4 EX0101")]
    [InlineData("a: \"\\uDE00\"", "1:4 EX0101")]
    public void What_hides_or_breaks_the_text_is_refused_where_it_stands(string content, string expected)
    {
        var findings = new List<Diagnostic>();

        YamlReader.Read(new SourceText("a.yml", content), findings);

        Assert.Equal([expected], findings.Places());
    }

    [Theory]
    [InlineData("a:\n  b: 1\n\tc: 2\n", "3:1 EX0101 this is not YAML: a tab stands in the indentation")]
    [InlineData("a: 1\nb:\n  c: 1\n\u00A0\u00A0d: 2\n", "4:1 EX0101 this is not YAML: a no-break space or the like stands in the indentation")]
    [InlineData("a: %s words", "1:4 EX0101 this is not YAML: words that begin with % stand without quotes")]
    [InlineData("- a: @words say", "1:6 EX0101 this is not YAML: words that begin with @ stand without quotes")]
    [InlineData("a: `b` is\nc: 1\n", "1:4 EX0101 this is not YAML: words that begin with ` stand without quotes")]
    [InlineData("a: [30,5](figure:x) of them\nb: 1\n", "1:4 EX0101 this is not YAML: words that begin with [ stand without quotes")]
    [InlineData("a: \"b\" say they\n", "1:4 EX0101 this is not YAML: words go on behind the quotes")]
    [InlineData("a: [b\n\nc: 1\n", "1:4 EX0101 this is not YAML: the bracket [ is not closed")]
    [InlineData("rows:\n  - {a: 1, b: [1, 2]}\n  - {a: 'x]', b: 2\n  - {a: 3}\n", "3:5 EX0101 this is not YAML: the bracket { is not closed")]
    public void A_common_slip_is_named_where_it_is(string content, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(YamlReader.Read(new SourceText("a.yml", content), findings));

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("a: Place #1 of them\nb: 2\n", "1:10 EX0115 the words end here, as # begins a remark: they are 'Place'")]
    [InlineData("- {a: x, b: Place #1 of them\n  , c: 2}\n", "1:19 EX0115 the words end here, as # begins a remark: they are 'Place'")]
    public void Words_that_a_sign_cuts_are_told(string content, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.NotNull(YamlReader.Read(new SourceText("a.yml", content), findings));

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("a: Place # the first\n")]
    [InlineData("a: Place ## the first\n")]
    [InlineData("a: 5 #five\n")]
    [InlineData("a: 'Place' #1\n")]
    [InlineData("a: Place#1\n")]
    [InlineData("a: |\n  Place #1\n")]
    [InlineData("#a: Place\nb: 1\n")]
    public void Remarks_are_not(string content)
    {
        var findings = new List<Diagnostic>();

        Assert.NotNull(YamlReader.Read(new SourceText("a.yml", content), findings));

        Assert.Empty(findings);
    }

    [Fact]
    public void Of_a_key_that_stands_twice_the_first_counts()
    {
        var map = Assert.IsType<YamlMap>(YamlReader.Read(new SourceText("a.yml", "a: 1\nb: 2\na: 3"), []));

        Assert.Equal([("a", "1"), ("b", "2")], map.Entries.Select(e => (e.Key.Value, ((YamlScalar)e.Value).Value)));
    }

    [Fact]
    public void A_reader_is_told_what_to_write_instead_of_an_anchor()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(YamlReader.Read(new SourceText("a.yml", "a: &x 1"), findings));

        Assert.Equal(["1:4 EX0101 this is not YAML: anchors (&), aliases (*) and tags (!) are not used here; write the value out, or put it in quotes"], findings.Lines());
    }

    // Without a bound, a file of a hundred thousand brackets would end the process.
    [Theory]
    [InlineData(64, "")]
    [InlineData(65, "1:66 EX0101")]
    [InlineData(100_000, "1:66 EX0101")]
    public void Nesting_ends_at_sixty_four_levels(int depth, string expected)
    {
        var findings = new List<Diagnostic>();

        YamlReader.Read(new SourceText("a.yml", new string('[', depth) + "x" + new string(']', depth)), findings);

        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), findings.Places());
    }

    [Fact]
    public void A_file_of_more_than_eight_megabytes_is_refused_unread()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(YamlReader.Read(new SourceText("a.yml", new string(' ', (8 * 1024 * 1024) + 1)), findings));

        Assert.Equal(["1:1 EX0105 this file is larger than 8 MB"], findings.Lines());
    }
}
