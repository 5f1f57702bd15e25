using System.Collections.Immutable;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class DrawnArtboardTests
{
    [Theory]
    [InlineData("a b c", "a b c", "a b c")]
    [InlineData("a c", "a b c", "a b c")]
    [InlineData("b c", "a b c", "a b c")]
    [InlineData("a b", "a b c", "a b c")]
    [InlineData("a d", "a b c d", "a b c d")]
    [InlineData("a b", "c d", "c d a b")]
    [InlineData("a b", "b c a d", "a d b c")]
    [InlineData("", "a", "a")]
    public void Marks_of_all_states_stand_once_and_new_ones_after_those_they_follow(string first, string second, string expected)
    {
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [Drawing(first), Drawing(second)]);

        Assert.Equal(expected, string.Join(' ', drawn.Union.Select(m => m.Key)));
    }

    [Fact]
    public void A_mark_stands_in_the_union_as_the_first_state_has_it()
    {
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [Drawing("a=1"), Drawing("a=2 b=3")]);

        Assert.Equal(["1", "3"], drawn.Union.Select(m => m.Elements[0].Attributes[0].Value));
    }

    [Fact]
    public void A_delta_lists_marks_that_leave_and_marks_that_change_and_is_silent_about_those_that_stay()
    {
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [Drawing("stays=1 leaves=1 moves=1"), Drawing("stays=1 moves=2 enters=7")]);

        var delta = drawn.Delta(0, 1);

        Assert.Equal(["stays", "leaves", "moves", "enters"], drawn.Union.Select(m => m.Key));
        Assert.Equal([1], delta.Absent);
        var (index, mark) = Assert.Single(delta.Changed);
        Assert.Equal((2, "moves", "2"), (index, mark.Key, mark.Elements[0].Attributes[0].Value));
    }

    // The page shows one state; a mark that state lacks stands in the drawing, switched off, as it is first seen.
    [Fact]
    public void A_mark_that_enters_unchanged_needs_no_more_than_not_to_be_absent()
    {
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [Drawing("a=1"), Drawing("a=1 b=2"), Drawing("a=1 b=3")]);

        Assert.Equal([1], drawn.Delta(0, 0).Absent);
        Assert.Empty(drawn.Delta(0, 1).Absent);
        Assert.Empty(drawn.Delta(0, 1).Changed);
        Assert.Equal([(1, "b")], drawn.Delta(0, 2).Changed.Select(c => (c.Index, c.Mark.Key)));
    }

    [Fact]
    public void A_state_is_told_against_the_one_that_the_page_shows_first()
    {
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [Drawing("a=1 b=1"), Drawing("a=2")]);

        Assert.Equal([("a", "2"), ("b", "1")], drawn.ShownIn(1).Select(m => (m.Key, m.Elements[0].Attributes[0].Value)));
        Assert.Empty(drawn.Delta(1, 1).Changed);
        Assert.Equal([(0, "1")], drawn.Delta(1, 0).Changed.Select(c => (c.Index, c.Mark.Elements[0].Attributes[0].Value)));
    }

    [Fact]
    public void A_mark_that_only_steps_back_is_changed()
    {
        var lit = new KeyedMark("a", true, []);
        var drawn = DrawnArtboard.From(new Artboard("wide", 856), [new KeyedDrawing(856, 100, [lit]), new KeyedDrawing(856, 100, [lit with { IsLit = false }])]);

        Assert.False(Assert.Single(drawn.Delta(0, 1).Changed).Mark.IsLit);
    }

    // Marks as "key" or "key=radius", in paint order.
    private static KeyedDrawing Drawing(string marks) => new(
        856,
        100,
        [.. marks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(m => m.Split('=')).Select(m =>
            new KeyedMark(m[0], true, [new Element("circle", ImmutableArray.Create(new KeyValuePair<string, string>("r", m.Length > 1 ? m[1] : "5")))]))]);
}
