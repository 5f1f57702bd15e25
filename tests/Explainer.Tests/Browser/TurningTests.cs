using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>On a screen that is turned, or whose height changes as bars come and go, scenes keep their place.</summary>
public sealed class TurningTests(BrowserFixture browser)
{
    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1440, 900)];

    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Sample)]
    public async Task On_a_screen_that_is_turned_or_changes_its_height_the_picture_is_that_of_the_active_step(string path)
    {
        var pictures = new Dictionary<int, Dictionary<string, (string State, string Marks)>>();
        foreach (var (width, height) in Screens)
            pictures[width] = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, Screens[0].Width, Screens[0].Height);
        foreach (var id in pictures[Screens[0].Width].Keys)
        {
            await opened.GoToStepAsync(id);
            foreach (var (width, height) in new[] { Screens[1], Screens[0], (Screens[0].Width, Screens[0].Height - 60), Screens[0] })
            {
                await opened.Page.SetViewportSizeAsync(width, height);
                await Pages.AssertShownAsync(opened, pictures[width], null);
            }
        }

        Assert.Empty(opened.Problems);
    }
}
