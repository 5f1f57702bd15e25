using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>Scenes never lose their place: however a reader came to a step, the picture is that step's.</summary>
public sealed class PlaceTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task After_a_reload_each_step_has_its_picture(string path, int width, int height)
    {
        var pictures = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var id in pictures.Keys)
        {
            await opened.GoToStepAsync(id);
            var place = await opened.Page.EvaluateAsync<double>("() => scrollY");
            await opened.Page.ReloadAsync();
            await opened.ReadyAsync();

            // A busy browser may take up its place a while after that.
            await opened.Page.WaitForFunctionAsync("place => Math.abs(scrollY - place) < 100", place);
            await Pages.AssertShownAsync(opened, pictures, id);
        }

        Assert.Empty(opened.Problems);
    }

    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task A_link_to_a_step_brings_its_picture_on_load_on_the_page_and_on_the_way_back(string path, int width, int height)
    {
        var pictures = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var id in pictures.Keys)
        {
            await opened.Page.GotoAsync("about:blank");
            await opened.Page.GotoAsync(BrowserFixture.Host + path + "#" + id);
            await opened.ReadyAsync();
            await Pages.AssertShownAsync(opened, pictures, id);
        }

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
}
