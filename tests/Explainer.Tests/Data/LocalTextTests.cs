using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class LocalTextTests
{
    [Fact]
    public void A_single_text_stands_for_every_language()
    {
        var text = Read("Telegram", []);

        Assert.Equal("Telegram", text?.In("en"));
        Assert.Equal("Telegram", text?.In("ru"));
        Assert.True(text?.Has("ru"));
    }

    [Fact]
    public void Each_language_has_its_own_text()
    {
        var text = Read("{en: Georgia, ru: Грузия}", []);

        Assert.Equal("Georgia", text?.In("en"));
        Assert.Equal("Грузия", text?.In("ru"));
        Assert.False(text?.Has("ka"));
    }

    [Fact]
    public void A_language_without_a_text_gets_the_one_written_first() => Assert.Equal("Грузия", Read("{ru: Грузия, en: Georgia}", [])?.In("ka"));

    [Theory]
    [InlineData("\"[Half] (figure:x) of them\"", "1:7 EX0427 this is no link: readers would see the brackets")]
    [InlineData("\"[Half](figure: x) of them\"", "1:7 EX0427 this is no link: readers would see the brackets")]
    [InlineData("{en: \"All, [half](figure:x\"}", "1:17 EX0427 this is no link: readers would see the brackets")]
    [InlineData("\"[Half](figure:x) [of them](kind:survey)\"")]
    [InlineData("\"[[Half](figure:x) of them](kind:survey)\"")]
    public void A_link_to_a_figure_that_is_none_is_told(string yaml, params string[] expected)
    {
        var findings = new List<Diagnostic>();

        Read(yaml, findings);

        Assert.Equal(expected, findings.Lines());
    }

    [Fact]
    public void A_list_is_no_text()
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read("[a, b]", findings));

        Assert.Equal(["1:1 EX0107 'title' should be words, or words by language, but this is a list"], findings.Lines());
    }

    [Fact]
    public void A_list_within_a_language_is_reported_and_the_other_languages_are_kept()
    {
        var findings = new List<Diagnostic>();

        var text = Read("en: [a, b]\nru: да\n", findings);

        Assert.Equal(["1:5 EX0107 'title' in 'en' should be a single value, but this is a list"], findings.Lines());
        Assert.Equal("да", text?.In("ru"));
    }

    private static LocalText? Read(string yaml, List<Diagnostic> findings) =>
        LocalText.Read(YamlReader.Read(new SourceText("a.yml", yaml), findings), "'title'", findings);
}
