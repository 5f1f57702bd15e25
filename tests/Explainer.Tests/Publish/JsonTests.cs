using System.Text.Json;
using Explainer.Publish;

namespace Explainer.Tests.PublishTests;

public sealed class JsonTests
{
    [Theory]
    [InlineData("в\u00A02024\u202Fгоду", "\"в\u00A02024\u202Fгоду\"")]
    [InlineData("a \\u00A0 that somebody wrote", "\"a \\\\u00A0 that somebody wrote\"")]
    [InlineData("a\\\u00A0b\n\"c\"", "\"a\\\\\u00A0b\\n\\\"c\\\"\"")]
    public void Spaces_that_do_not_break_stay_spaces_and_all_is_read_as_it_was(string words, string expected)
    {
        var written = Json.InAttribute(words);

        Assert.Equal(expected, written);
        Assert.Equal(words, JsonSerializer.Deserialize<string>(written));
    }
}
