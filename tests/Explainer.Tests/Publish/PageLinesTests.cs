using Explainer.Data;
using Explainer.Publish;

namespace Explainer.Tests.PublishTests;

public sealed class PageLinesTests
{
    private static readonly Typography Lines = Typography.Of(["a", "в"], []);

    [Theory]
    [InlineData("<p>в доме</p>", "<p>в_доме</p>")]
    [InlineData("<p>в <a href=\"/a b\">доме</a></p>", "<p>в_<a href=\"/a b\">доме</a></p>")]
    [InlineData("<p class=\"a b\" alt=\"a > b\">a b</p>", "<p class=\"a b\" alt=\"a_> b\">a_b</p>")]
    [InlineData("<p data-titles=\"{&quot;x&quot;:&quot;В доме&quot;}\"></p>", "<p data-titles=\"{&quot;x&quot;:&quot;В_доме&quot;}\"></p>")]
    [InlineData("<title>в доме</title><script>a b</script><!-- a b -->", "<title>в доме</title><script>a b</script><!-- a b -->")]
    [InlineData("<pre>a <b>a b</b></pre><p>a b", "<pre>a <b>a b</b></pre><p>a_b")]
    [InlineData("<svg><text>a b</text></svg>a b", "<svg><text>a b</text></svg>a_b")]
    public void Words_are_set_and_markup_is_not(string html, string expected) => Assert.Equal(expected, PageLines.Set(html, Lines).Replace('\u00A0', '_'));
}
