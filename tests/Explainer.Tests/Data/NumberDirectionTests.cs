using Explainer.Data;

namespace Explainer.Tests.DataTests;

public sealed class NumberDirectionTests
{
    [Theory]
    [InlineData("−31٫9%", "[−31٫9%]")]
    [InlineData("حتى 30%", "حتى [30%]")]
    [InlineData("52–65%", "[52–65%]")]
    [InlineData("16%–\u206026%", "[16%–\u206026%]")]
    [InlineData("−37.7–\u2060−37.3", "[−37.7–\u2060−37.3]")]
    [InlineData("7٫35 مليار", "[7٫35] مليار")]
    [InlineData("132\u202F188", "[132\u202F188]")]
    [InlineData("132&#39;188 &amp; +5", "[132&#39;188] &amp; [+5]")]
    [InlineData("52, 65", "[52], [65]")]
    [InlineData("52 إلى 65", "[52] إلى [65]")]
    [InlineData("و52%.", "و[52%].")]
    [InlineData("(−5)", "([−5])")]
    [InlineData("{0}\u00A0%", "[{0}\u00A0%]")]
    [InlineData("{0}\u00A0m", "[{0}]\u00A0m")]
    [InlineData("2023-11-29", "[2023-11-29]")]
    [InlineData("٣١٫٩٪", "[٣١٫٩٪]")]
    public void A_number_is_enclosed_with_its_signs(string words, string expected) => Assert.Equal(expected, Seen(words));

    [Theory]
    [InlineData("covid-19, A4, page2")]
    [InlineData("en.1.example.org/2022/5")]
    [InlineData("2022-го, 3D, 2022-\u2060го")]
    [InlineData("&#160;&#x27;")]
    [InlineData("{&quot;2020&quot;:&quot;a&quot;}")]
    public void A_part_of_a_word_is_no_number(string words) => Assert.Equal(words, Seen(words));

    private static string Seen(string words) => NumberDirection.Isolate(words).Replace(NumberDirection.Begin, "[", StringComparison.Ordinal).Replace(NumberDirection.End, "]", StringComparison.Ordinal);
}
