using System.Text;
using Explainer.Checks;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Stories;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>A link in an author's text that leads nowhere on the site is told where it was written.</summary>
public sealed class LinksLeadTests
{
    private const string Story = "input/stories/rain.en.md";

    private static readonly PublishedPlaces Places = new(
        new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["index.html"] = Page("""<main id="page.main"></main>"""),
            ["ru/index.html"] = Page("""<main id="page.main"></main>"""),
            ["sources/index.html"] = Page("""<h2 id="method">Method</h2><p id="page.figure.rain-alder"></p>"""),
            ["ru/sources/index.html"] = Page("""<h2 id="как-мы-считали">Как мы считали</h2>"""),
            ["about/index.html"] = Page("""<h2 class="k" id="q&amp;a">Q&amp;A</h2><a href="/x/" title="no id=&quot;here&quot;">x</a> id="nor-here" """),
            ["ru/about/index.html"] = Page("""<h2 id="пока-вы-читаете">Пока вы читаете</h2>"""),
            ["data/rain.en.csv"] = Page(""),
            ["charts/дождь №1.svg"] = Page(""),
            ["_headers"] = Page(""),
        },
        ["/feed.xml"]);

    [Theory]
    [InlineData("en", "/sources/")]
    [InlineData("en", "/sources/?print=1#method")]
    [InlineData("en", "/sources/#page.figure.rain-alder")]
    [InlineData("en", "../sources/")]
    [InlineData("en", "../sources/index.html#method")]
    [InlineData("en", "/")]
    [InlineData("en", "..")]
    [InlineData("en", "#q&a")]
    [InlineData("en", "#q%26a")]
    [InlineData("en", "?again#q&a")]
    [InlineData("en", "#")]
    [InlineData("en", "#top")]
    [InlineData("en", "#:~:text=Q")]
    [InlineData("en", "/ru/sources/")]
    [InlineData("en", "/data/rain.en.csv")]
    [InlineData("en", "/data/rain.en.csv#row=3")]
    [InlineData("en", "</charts/дождь №1.svg>")]
    [InlineData("en", "/charts/%D0%B4%D0%BE%D0%B6%D0%B4%D1%8C%20%E2%84%961.svg")]
    [InlineData("en", "/feed.xml")]
    [InlineData("en", "//elsewhere.example/nothing")]
    [InlineData("en", "https://elsewhere.example/nothing")]
    [InlineData("en", "mailto:desk@news.example")]
    [InlineData("ru", "#пока-вы-читаете")]
    [InlineData("ru", "#%D0%BF%D0%BE%D0%BA%D0%B0-%D0%B2%D1%8B-%D1%87%D0%B8%D1%82%D0%B0%D0%B5%D1%82%D0%B5")]
    [InlineData("ru", "../sources/#как-мы-считали")]
    public void A_link_that_leads_somewhere_is_not_told(string language, string address) =>
        Assert.Empty(Check(language, address));

    [Theory]
    [InlineData("en", "/source/", "EX0425", "there is nothing at '/source/' on this site", "did you mean '/sources/'?")]
    [InlineData("en", "/sources", "EX0425", "there is nothing at '/sources' on this site", "write '/sources/', with a slash at its end")]
    [InlineData("en", "sources/", "EX0425", "there is nothing at '/about/sources/' on this site", "did you mean '/sources/'?")]
    [InlineData("ru", "../../sourses/", "EX0425", "there is nothing at '/sourses/' on this site", "did you mean '/sources/'?")]
    [InlineData("ru", "/ru/nothing/", "EX0425", "there is nothing at '/ru/nothing/' on this site", "write the address as a browser shows it, from its first slash on, such as '/ru/sources/'")]
    [InlineData("ru", "/ru/source/", "EX0425", "there is nothing at '/ru/source/' on this site", "did you mean '/ru/sources/'?")]
    [InlineData("en", "/data/rain.ru.csv", "EX0425", "there is nothing at '/data/rain.ru.csv' on this site", "did you mean '/data/rain.en.csv'?")]
    [InlineData("en", "/sources%2F", "EX0425", "there is nothing at '/sources/' on this site", null)]
    [InlineData("en", "/Sources/", "EX0425", "there is nothing at '/Sources/' on this site", "did you mean '/sources/'?")]
    [InlineData("en", "/%zz/", "EX0425", "there is nothing at '/%zz/' on this site", null)]
    [InlineData("en", "/_headers", "EX0425", "there is nothing at '/_headers' on this site", null)]
    [InlineData("en", "", "EX0425", "this link has no address", "write it between the round brackets")]
    [InlineData("en", "/sources/#mehtod", "EX0426", "there is no place '#mehtod' on the page '/sources/'", "did you mean '#method'?")]
    [InlineData("en", "/sources/#nothing-like-it", "EX0426", "there is no place '#nothing-like-it' on the page '/sources/'", "there is: #method")]
    [InlineData("en", "#here", "EX0426", "there is no place '#here' on the page '/about/'", null)]
    [InlineData("en", "#nor-here", "EX0426", "there is no place '#nor-here' on the page '/about/'", null)]
    [InlineData("ru", "#пока-вы-читали", "EX0426", "there is no place '#пока-вы-читали' on the page '/ru/about/'", "did you mean '#пока-вы-читаете'?")]
    [InlineData("ru", "/ru/sources/#method", "EX0426", "there is no place '#method' on the page '/ru/sources/'", "there is: #как-мы-считали")]
    public void A_link_that_leads_nowhere_is_told_at_its_address(string language, string address, string code, string message, string? hint)
    {
        var finding = Assert.Single(Check(language, address));

        Assert.Equal((code, Severity.Warning, message), (finding.Code, finding.Severity, finding.Message));
        Assert.Equal(address.Length > 0 ? address : "[x]()", finding.Where!.Value.Text);
        if (hint is not null)
            Assert.Equal(hint, finding.Hint);
    }

    [Fact]
    public void An_address_given_once_for_several_links_is_told_once() =>
        Assert.Equal("/source/", Assert.Single(Check("en", "[one][s] and [two][s].\n\n[s]: /source/\n", whole: true)).Where!.Value.Text);

    [Fact]
    public void A_whole_build_follows_links_in_steps_lists_tables_and_notes_among_what_it_has_written()
    {
        var input = Sites.SampleInput.With(Story, text => text
            .Replace("On the coast, less.", "On the coast, [less](/sauces/).", StringComparison.Ordinal)
            .Replace("- a list stays in its step", "- a list [stays](#towms) in its step, [truly](#towns)", StringComparison.Ordinal)
            .Replace("The end.", "See [a](/sources/#page.data.rain), [b](/feed.xml), [c](/embed/rain-bars/), [d](/embed/rain-bars/oembed.json), [e](/data/rain.en.csv), [f](#rain-bars.2), [g](/build.json), [h](/embed.js), [i](/feed) or [j](/sitemap.xml).[^1]\n\n| a |\n|---|\n| [k](/rian/) |\n\n[^1]: Or [l](/embed/rain-bar/).", StringComparison.Ordinal));

        Assert.Equal(
            ["#towms: did you mean '#towns'?", "/embed/rain-bar/: did you mean '/embed/rain-bars/'?", "/rian/: did you mean '/rain/'?", "/sauces/: did you mean '/sources/'?"],
            Site.Build(input).Findings.Select(f => $"{f.Where!.Value.Text}: {f.Hint}").Order(StringComparer.Ordinal));
        var published = Site.Build(input.With("input/site.yml", s => s + "severity: {EX0425: error}\n"), null, new(Sites.Address));
        Assert.Empty(published.Files);
        Assert.Equal(3, published.Findings.Count(f => f.Severity == Severity.Error));
    }

    private static IEnumerable<Diagnostic> Check(string language, string address, bool whole = false)
    {
        var input = Sites.SampleInput.With("input/site.yml", s => s.Replace("[en]", "[en, ru]", StringComparison.Ordinal)).Adding($"input/pages/about.{language}.md", whole ? address : $"See [x]({address}).\n");
        var findings = new List<Diagnostic>();
        var site = SiteContent.Read(input, findings)!;
        Assert.Empty(findings);
        return LinksLead.Check(site, Places);
    }

    private static ReadOnlyMemory<byte> Page(string html) => Encoding.UTF8.GetBytes(html);
}
