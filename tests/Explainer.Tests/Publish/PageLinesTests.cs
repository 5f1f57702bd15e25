using Explainer.Data;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

public sealed class PageLinesTests
{
    private static readonly Language Straight = Sites.Story.Content!.Languages[0] with { Lines = Typography.Of(["a", "в"], []) };
    private static readonly Language Turned = Straight with { IsRightToLeft = true };

    [Theory]
    [InlineData("<p>в доме</p>", "<p>в_доме</p>")]
    [InlineData("<p>в <a href=\"/a b\">доме</a></p>", "<p>в_<a href=\"/a b\">доме</a></p>")]
    [InlineData("<p class=\"a b\" alt=\"a > b\">a b</p>", "<p class=\"a b\" alt=\"a_> b\">a_b</p>")]
    [InlineData("<p data-titles=\"{&quot;x&quot;:&quot;В доме&quot;}\"></p>", "<p data-titles=\"{&quot;x&quot;:&quot;В_доме&quot;}\"></p>")]
    [InlineData("<title>в доме</title><script>a b</script><!-- a b -->", "<title>в доме</title><script>a b</script><!-- a b -->")]
    [InlineData("<pre>a <b>a b</b></pre><p>a b", "<pre>a <b>a b</b></pre><p>a_b")]
    [InlineData("<svg><text>a b</text></svg>a b", "<svg><text>a b</text></svg>a_b")]
    public void Words_are_set_and_markup_is_not(string html, string expected) => Assert.Equal(expected, PageLines.Set(html, Straight).Replace('\u00A0', '_'));

    [Theory]
    [InlineData("<p class=\"source-value\">−31٫9%</p>", "<p class=\"source-value\">[−31٫9%]</p>")]
    [InlineData("<td>−5</td><td>5 a</td>", "<td>[−5]</td><td>[5] a</td>")]
    [InlineData("<p aria-label=\"52–65%\" style=\"--x: 5\"></p>", "<p aria-label=\"[52–65%]\" style=\"--x: 5\"></p>")]
    [InlineData("<p data-titles=\"{&quot;2020&quot;:&quot;-3 لا&quot;}\"></p>", "<p data-titles=\"{&quot;2020&quot;:&quot;[-3] لا&quot;}\"></p>")]
    [InlineData("<title>−5</title><svg><text>−5</text></svg><script>-5</script>", "<title>−5</title><svg><text>−5</text></svg><script>-5</script>")]
    public void Numbers_read_from_the_left_where_lines_begin_at_the_right(string html, string expected)
    {
        Assert.Equal(expected, PageLines.Set(html, Turned).Replace('\u2066', '[').Replace('\u2069', ']').Replace(Typography.Joiner, "", StringComparison.Ordinal));
        Assert.DoesNotContain('\u2066', PageLines.Set(html, Straight));
    }
}
