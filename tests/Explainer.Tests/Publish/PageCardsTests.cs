using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.PublishTests;

/// <summary>Pages have cards where they are shared.</summary>
public sealed class PageCardsTests
{
    private const int Largest = 80_000;

    private static SiteBuild Published => Sites.Published("story");

    [Fact]
    public void Each_page_with_an_address_has_a_card_of_its_own_and_names_it()
    {
        var pages = Published.Files.Where(f => f.Path.EndsWith("index.html", StringComparison.Ordinal) && !f.Path.Contains("embed/", StringComparison.Ordinal)).ToList();
        var cards = new HashSet<string>();
        foreach (var file in pages)
        {
            var page = new HtmlParser().ParseDocument(Published.Files.Text(file.Path));
            var card = Of(page, "og:image")!;
            Assert.True(cards.Add(card), card);
            Assert.StartsWith(Sites.Address + "/cards/", card, StringComparison.Ordinal);

            var bytes = Published.Files.Single(f => f.Path == card[(Sites.Address.Length + 1)..]).Bytes;
            using var picture = SKBitmap.Decode(bytes.Span);
            Assert.Equal((1200, 630), (picture.Width, picture.Height));
            Assert.InRange(bytes.Length, 1, Largest);
            Assert.Equal(("image/png", "1200", "630"), (Of(page, "og:image:type"), Of(page, "og:image:width"), Of(page, "og:image:height")));
            Assert.Equal("summary_large_image", page.QuerySelector("meta[name='twitter:card']")!.GetAttribute("content"));
            Assert.NotEmpty(Of(page, "og:image:alt")!);
        }

        Assert.Equal(Published.Files.Count(f => f.Path.StartsWith("cards/", StringComparison.Ordinal)), cards.Count);
    }

    [Fact]
    public void A_story_s_card_has_a_path_that_stays_and_stands_in_what_search_engines_read()
    {
        var page = new HtmlParser().ParseDocument(Published.Files.Text("ru/the-way-back/index.html"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);

        Assert.Equal($"{Sites.Address}/cards/the-way-back.ru.png", Of(page, "og:image"));
        Assert.Equal($"{Sites.Address}/cards/the-way-back.ru.png", data.RootElement.GetProperty("@graph")[0].GetProperty("image").GetString());
        Assert.StartsWith("Вернулась половина, говорят чиновники. Каждый десятый или шестой", Of(page, "og:image:alt"), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_of_the_site_and_where_nothing_is_no_card_is_named()
    {
        Assert.Null(Of(new HtmlParser().ParseDocument(Sites.Story.Files.Text("the-way-back/index.html")), "og:image"));
        Assert.Null(Of(new HtmlParser().ParseDocument(Published.Files.Text("404.html")), "og:image"));
    }

    [Fact]
    public void A_character_that_the_fonts_lack_is_reported_where_it_stands()
    {
        var build = Site.Build(Sites.SampleInput.With("input/stories/rain.en.md", t => t.Replace("title: Where the rain falls", "title: Where the 漢 falls", StringComparison.Ordinal)));

        var finding = Assert.Single(build.Findings, f => f.Code == "EX0315");
        Assert.Equal(("input/stories/rain.en.md:2:18", Severity.Warning), (finding.Where.ToString(), finding.Severity));
    }

    private static string? Of(IParentNode page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
