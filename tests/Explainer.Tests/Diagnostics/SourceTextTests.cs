using System.Text.RegularExpressions;
using CsCheck;
using Explainer.Diagnostics;

namespace Explainer.Tests.DiagnosticsTests;

public sealed class SourceTextTests
{
    // Every sort of line end, in every order, among letters of one, two and four bytes.
    private static readonly Gen<string> Texts = Gen.Char["\r\n\t aя\ud83d"].Array[0, 40].Select(letters => new string(letters));

    [Fact]
    public void A_line_feed_ends_a_line()
    {
        var text = new SourceText("a.yml", "ab\ncd\n");

        Assert.Equal(3, text.LineCount);
        Assert.Equal((1, 3), text.PositionOf(2));
        Assert.Equal((2, 1), text.PositionOf(3));
        Assert.Equal((3, 1), text.PositionOf(6));
        Assert.Equal("cd", text.Line(2));
    }

    [Fact]
    public void A_carriage_return_with_its_line_feed_ends_one_line()
    {
        var text = new SourceText("a.yml", "ab\r\ncd");

        Assert.Equal(2, text.LineCount);
        Assert.Equal((1, 4), text.PositionOf(3));
        Assert.Equal((2, 1), text.PositionOf(4));
        Assert.Equal("ab", text.Line(1));
    }

    [Fact]
    public void A_carriage_return_alone_ends_a_line_even_at_the_end()
    {
        var text = new SourceText("a.yml", "a\rb\r");

        Assert.Equal(3, text.LineCount);
        Assert.Equal((2, 1), text.PositionOf(2));
        Assert.Equal("b", text.Line(2));
        Assert.Equal("", text.Line(3));
    }

    [Fact]
    public void The_head_of_a_span_is_its_first_character_or_nothing()
    {
        var text = new SourceText("a.yml", "title: T");

        Assert.Equal((text.Span(2, 3), text.Span(2, 2)), (text.Span(2, 8).Head, text.Span(2, 2).Head));
    }

    [Fact]
    public void A_cyrillic_letter_is_one_column()
    {
        var text = new SourceText("a.yml", "имя: да\nещё");

        Assert.Equal((1, 6), text.PositionOf(5));
        Assert.Equal(9, text.OffsetOf(2, 2));
    }

    [Fact]
    public void A_letter_outside_the_first_plane_is_two_columns_as_in_editors()
    {
        var text = new SourceText("a.yml", "😀x");

        Assert.Equal((1, 3), text.PositionOf(2));
    }

    [Fact]
    public void An_empty_text_is_one_empty_line()
    {
        var text = new SourceText("a.yml", "");

        Assert.Equal(1, text.LineCount);
        Assert.Equal((1, 1), text.PositionOf(0));
        Assert.Equal(0, text.OffsetOf(1, 1));
        Assert.Equal("", text.Line(1));
    }

    [Fact]
    public void Places_outside_the_text_are_kept_within_it()
    {
        var text = new SourceText("a.yml", "ab\ncd");

        Assert.Equal((1, 1), text.PositionOf(-7));
        Assert.Equal((2, 3), text.PositionOf(99));
        Assert.Equal(0, text.OffsetOf(0, 1));
        Assert.Equal(3, text.OffsetOf(99, 1));
        Assert.Equal(5, text.OffsetOf(2, 99));
    }

    [Fact]
    public void A_span_tells_its_place_as_editors_read_it_and_what_stands_there()
    {
        var span = new SourceText("input/site.yml", "title: x\nlanguages: [en]").Span(20, 24);

        Assert.Equal("input/site.yml:2:12", span.ToString());
        Assert.Equal("[en]", span.Text);
    }

    [Fact]
    public void A_span_past_the_end_holds_what_there_is()
    {
        var span = new SourceText("a.yml", "abc").Span(2, 9);

        Assert.Equal("c", span.Text);
        Assert.Equal((1, 3), (span.Line, span.Column));
    }

    [Fact]
    public void Every_offset_survives_the_way_to_line_and_column_and_back() =>
        Texts.Sample(
            content =>
            {
                var text = new SourceText("a.yml", content);
                for (var offset = 0; offset <= content.Length; offset++)
                {
                    var (line, column) = text.PositionOf(offset);
                    Assert.InRange(line, 1, text.LineCount);
                    Assert.Equal(offset, text.OffsetOf(line, column));
                }
            },
            iter: 500);

    [Fact]
    public void Lines_are_what_stands_between_line_ends() =>
        Texts.Sample(
            content =>
            {
                var text = new SourceText("a.yml", content);
                Assert.Equal(Regex.Split(content, "\r\n|\r|\n"), Enumerable.Range(1, text.LineCount).Select(text.Line));
            },
            iter: 500);
}
