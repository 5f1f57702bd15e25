using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>Scenes never lose their place: however a reader came to a step, the picture is that step's.</summary>
public sealed class PlaceTests(BrowserFixture browser)
{
    // Each step by a link or by a reload, in turn: on the phone by one of them and on the wide screen by the other, as each way
    // loads the whole page again.
    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task A_link_and_a_reload_bring_each_step_its_picture(string path, int width, int height)
    {
        var pictures = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        var (byLink, ways) = (width < 600, new List<bool>());
        foreach (var id in pictures.Keys)
        {
            if (byLink)
                await FollowAsync(opened, path, id);
            else
                await ReloadAsync(opened, id);
            await Pages.AssertShownAsync(opened, pictures, id);
            ways.Add(byLink);
            byLink = !byLink;
        }

        Assert.Equal(2, ways.Distinct().Count());
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task A_link_on_the_page_and_the_way_back_bring_a_step_its_picture(string path, int width, int height)
    {
        var pictures = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);

        // From one end of the page to the other and back, smoothly as the page scrolls.
        var (first, last) = (pictures.Keys.First(), pictures.Keys.Last());
        foreach (var id in new[] { first, last })
        {
            await opened.Page.EvaluateAsync("id => { location.hash = id; }", id);
            await Pages.AssertShownAsync(opened, pictures, id);
        }

        await opened.Page.EvaluateAsync("() => history.back()");
        await Pages.AssertShownAsync(opened, pictures, first);
        await opened.Page.EvaluateAsync("() => history.forward()");
        await Pages.AssertShownAsync(opened, pictures, last);
        Assert.Empty(opened.Problems);
    }

    private static async Task FollowAsync(OpenPage opened, string path, string id)
    {
        await opened.Page.GotoAsync("about:blank");
        await opened.Page.GotoAsync(BrowserFixture.Host + path + "#" + id);
        await opened.ReadyAsync();
    }

    private static async Task ReloadAsync(OpenPage opened, string id)
    {
        await opened.GoToStepAsync(id);

        // A browser notes a place a second after it was reached; before that it comes back to the one before. Meanwhile what is
        // above may get its last height, and the browser keeps the reader beside what is read.
        await opened.Page.WaitForTimeoutAsync(1500);
        var place = await opened.Page.EvaluateAsync<double>("() => scrollY");
        await opened.Page.ReloadAsync();
        await opened.ReadyAsync();

        // A busy browser may take up its place a while after that.
        try
        {
            await opened.Page.WaitForFunctionAsync("place => Math.abs(scrollY - place) < 100", place);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{id} was reloaded at {place}, but the page stays at {await opened.Page.EvaluateAsync<double>("() => scrollY")} of {await opened.Page.EvaluateAsync<double>("() => document.documentElement.scrollHeight")}");
        }
    }
}
