using Explainer.Diagnostics;

namespace Explainer.Tests.DiagnosticsTests;

public sealed class NearestTests
{
    [Theory]
    [InlineData("lbael", "label")]
    [InlineData("titlle", "title")]
    [InlineData("domin", "domain")]
    [InlineData("Label", "label")]
    [InlineData("ntoe", "note")]
    public void A_slip_of_the_keyboard_finds_the_name_that_was_meant(string written, string meant) =>
        Assert.Equal(meant, Nearest.Of(written, ["domain", "label", "note", "ticks", "title"]));

    // Were a swap two edits, 'abc' would be as near to 'axyc'.
    [Fact]
    public void A_swap_of_neighbours_is_one_edit() => Assert.Equal("acb", Nearest.Of("abc", ["axyc", "acb"]));

    [Fact]
    public void Of_two_equally_near_names_the_first_in_the_alphabet_is_meant() =>
        Assert.Equal("bat", Nearest.Of("cat", ["hat", "bat"]));

    [Fact]
    public void Nothing_is_guessed_when_no_name_is_near()
    {
        Assert.Null(Nearest.Of("subtitle", ["alt", "x", "y"]));
        Assert.Null(Nearest.Of("subtitle", []));
    }

    [Fact]
    public void A_hint_names_the_nearest() => Assert.Equal("did you mean 'marks'?", Nearest.Hint("mraks", ["marks", "notes"]));

    [Fact]
    public void A_hint_lists_what_there_is_when_nothing_is_near() =>
        Assert.Equal("there is: bar, dot, line", Nearest.Hint("pictogram", ["line", "bar", "dot"]));

    [Fact]
    public void There_is_no_hint_when_nothing_is_near_and_the_list_would_be_long_or_empty()
    {
        Assert.Null(Nearest.Hint("pictogram", [.. Enumerable.Range(10, 17).Select(i => $"row-{i}-of-a-table")]));
        Assert.Null(Nearest.Hint("pictogram", []));
    }
}
