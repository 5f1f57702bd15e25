using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>The list of a story's sections: in reach anywhere in the story, with scripts and without.</summary>
public sealed class SectionTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Pages.AndScreens), MemberType = typeof(Pages))]
    public async Task The_list_is_in_reach_in_the_middle_of_a_story_leads_to_each_section_and_names_it(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var links = opened.Page.Locator(".contents a");
        var count = await links.CountAsync();
        Assert.True(count >= 3);
        await opened.GoToStepAsync((await Pages.StepsAsync(opened.Page))[1].Id);
        for (var i = 0; i < count; i++)
        {
            await opened.Page.ClickAsync(".contents summary");
            await links.Nth(i).ClickAsync();
            await opened.StillAsync();
            Assert.False(await links.Nth(i).IsVisibleAsync());
            Assert.Equal("true", await links.Nth(i).GetAttributeAsync("aria-current"));
            Assert.Equal(await links.Nth(i).TextContentAsync(), await opened.Page.TextContentAsync(".contents-now"));

            // The heading is not under the strip that the list leaves at the top.
            var (strip, heading) = await EdgesAsync(opened.Page, await links.Nth(i).GetAttributeAsync("href"));
            Assert.True(heading >= strip && heading < height / 2.0, $"the strip ends at {strip}, the heading begins at {heading}");
        }

        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task Escape_closes_the_list_and_gives_the_focus_back()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 390, 844);
        await opened.Page.FocusAsync(".contents summary");
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.True(await opened.Page.Locator(".contents a").First.IsVisibleAsync());
        await opened.Page.Keyboard.PressAsync("Escape");

        Assert.False(await opened.Page.Locator(".contents a").First.IsVisibleAsync());
        Assert.Equal("SUMMARY", await opened.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task The_list_closes_when_the_focus_goes_on_behind_it()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 390, 844);
        await opened.Page.FocusAsync(".contents summary");
        await opened.Page.Keyboard.PressAsync("Enter");
        var last = opened.Page.Locator(".contents a").Last;
        await last.FocusAsync();
        Assert.True(await last.IsVisibleAsync());
        await opened.Page.Keyboard.PressAsync("Tab");

        Assert.False(await last.IsVisibleAsync());
        Assert.NotEqual("BODY", await opened.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task A_state_is_told_once_the_reader_has_stayed_with_it_and_not_on_load_nor_on_the_way()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1440, 900);
        var steps = (await Pages.StepsAsync(opened.Page)).Where(s => s.Id.StartsWith("back.", StringComparison.Ordinal)).ToList();
        await opened.GoToStepAsync(steps[0].Id);
        await opened.Page.ReloadAsync();
        await opened.ReadyAsync();
        await opened.Page.EvaluateAsync("() => { window.told = []; new MutationObserver(() => told.push(document.getElementById('page.said').textContent)).observe(document.getElementById('page.said'), { childList: true }); }");
        await opened.Page.WaitForTimeoutAsync(1500);
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("() => told"));

        foreach (var (id, _) in steps)
            await opened.JumpToStepAsync(id);
        await opened.Page.WaitForFunctionAsync("() => told.length > 0");
        await opened.Page.WaitForTimeoutAsync(1000);
        var described = await opened.Page.EvaluateAsync<string>("id => document.getElementById(document.getElementById(id).closest('[data-scene]').querySelector('[data-chart]').getAttribute('aria-describedby')).textContent", steps[^1].Id);
        Assert.Equal([described], await opened.Page.EvaluateAsync<string[]>("() => told"));
    }

    private static async Task<(double Strip, double Heading)> EdgesAsync(IPage page, string? hash)
    {
        var edges = await page.EvaluateAsync<double[]>("hash => [document.querySelector('.contents summary').getBoundingClientRect().bottom, document.getElementById(decodeURIComponent(hash.slice(1))).getBoundingClientRect().top]", hash);
        return (edges[0], edges[1]);
    }
}
