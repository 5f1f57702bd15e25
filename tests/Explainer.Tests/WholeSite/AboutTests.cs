using Explainer.Commands;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The page about a site is there in the languages in which somebody wrote it, and only there.</summary>
public sealed class AboutTests
{
    [Fact]
    public void A_site_whose_author_wrote_nothing_has_no_such_page_and_no_link_to_it()
    {
        Assert.DoesNotContain(Sites.Sample.Files, f => f.Path.Contains("about", StringComparison.Ordinal));
        Assert.DoesNotContain("/about/", Sites.Sample.Files.Text("index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Written_in_one_language_it_is_there_in_that_one_and_has_no_other_edition()
    {
        var build = Site.Build(Sites.StoryInput with { Files = Sites.StoryInput.Files.Remove("input/pages/about.ru.md") }, null, new Publication(Sites.Address));

        Assert.Contains("How we work", build.Files.Text("about/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("hreflang=\"ru\"", build.Files.Text("about/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain(build.Files, f => f.Path.StartsWith("ru/about/", StringComparison.Ordinal));
        Assert.Contains("href=\"/about/\"", build.Files.Text("the-way-back/index.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("about/\"", build.Files.Text("ru/the-way-back/index.html"), StringComparison.Ordinal);
        Assert.Contains($"{Sites.Address}/about/", build.Files.Text("sitemap.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain("ru/about/", build.Files.Text("sitemap.xml"), StringComparison.Ordinal);
    }
}
