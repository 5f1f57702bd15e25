using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Scenes never lose their place: however a reader came to a step, the picture is that step's.</summary>
public sealed class PlaceTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static readonly (int Width, int Height)[] Screens = [(390, 844), (1440, 900)];

    [Theory]
    [MemberData(nameof(Pages.AndScreens), MemberType = typeof(Pages))]
    public async Task After_a_reload_each_step_has_its_picture(string path, int width, int height)
    {
        var pictures = await PicturesAsync(path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var id in pictures.Keys)
        {
            await opened.GoToStepAsync(id);
            await opened.Page.ReloadAsync();
            await AssertShownAsync(opened, pictures, id);
        }

        Assert.Empty(opened.Problems);
    }

    [Theory]
    [MemberData(nameof(Pages.AndScreens), MemberType = typeof(Pages))]
    public async Task A_link_to_a_step_brings_its_picture_on_load_on_the_page_and_on_the_way_back(string path, int width, int height)
    {
        var pictures = await PicturesAsync(path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var id in pictures.Keys)
        {
            await opened.Page.GotoAsync("about:blank");
            await opened.Page.GotoAsync(BrowserFixture.Host + path + "#" + id);
            await AssertShownAsync(opened, pictures, id);
        }

        // From one end of the page to the other and back, smoothly as the page scrolls.
        var (first, last) = (pictures.Keys.First(), pictures.Keys.Last());
        foreach (var id in new[] { first, last })
        {
            await opened.Page.EvaluateAsync("id => { location.hash = id; }", id);
            await AssertShownAsync(opened, pictures, id);
        }

        await opened.Page.EvaluateAsync("() => history.back()");
        await AssertShownAsync(opened, pictures, first);
        await opened.Page.EvaluateAsync("() => history.forward()");
        await AssertShownAsync(opened, pictures, last);
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(Pages.English)]
    [InlineData(Pages.Russian)]
    [InlineData(Pages.Sample)]
    public async Task On_a_screen_that_is_turned_or_changes_its_height_the_picture_is_that_of_the_active_step(string path)
    {
        var pictures = new Dictionary<int, Dictionary<string, (string State, string Marks)>>();
        foreach (var (width, height) in Screens)
            pictures[width] = await PicturesAsync(path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, Screens[0].Width, Screens[0].Height);
        foreach (var id in pictures[Screens[0].Width].Keys)
        {
            await opened.GoToStepAsync(id);
            foreach (var (width, height) in new[] { Screens[1], Screens[0], (Screens[0].Width, Screens[0].Height - 60), Screens[0] })
            {
                await opened.Page.SetViewportSizeAsync(width, height);
                await opened.StillAsync();
                await AssertShownAsync(opened, pictures[width], null);
            }
        }

        Assert.Empty(opened.Problems);
    }

    [Theory]
    [MemberData(nameof(Pages.AndScreens), MemberType = typeof(Pages))]
    public async Task A_glide_that_is_broken_off_again_and_again_ends_in_the_picture_of_the_last_step(string path, int width, int height)
    {
        var pictures = await PicturesAsync(path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var scene in pictures.Keys.GroupBy(id => id[..id.LastIndexOf('.')]))
        {
            var ids = scene.ToList();
            foreach (var last in ids)
            {
                await opened.GoToStepAsync(ids[0]);
                await opened.SlowDownAsync(4);
                foreach (var id in ids.Concat(ids.AsEnumerable().Reverse()).Append(last))
                {
                    await opened.JumpToStepAsync(id);
                    await opened.Page.EvaluateAsync("async () => { for (let i = 0; i < 6; i++) await new Promise(trueFrames); }");
                }

                await opened.SlowDownAsync(1);
                await opened.StillAsync();
                await AssertShownAsync(opened, pictures, last);
            }
        }

        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task A_glide_that_is_broken_off_goes_on_from_where_the_marks_are()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.Sample), Pages.Sample, 1440, 900);
        await opened.GoToStepAsync("rain-range.1");
        await opened.SlowDownAsync(20);
        await opened.JumpToStepAsync("rain-range.2");
        await opened.Page.EvaluateAsync("() => new Promise(done => setTimeout(done, 3000))");
        var before = await opened.Page.EvaluateAsync<double[]>(PlacesOfMarks);
        await opened.JumpToStepAsync("rain-range.1");
        var after = await opened.Page.EvaluateAsync<double[]>(PlacesOfMarks);

        Assert.NotEmpty(before);
        Assert.Equal(before.Length, after.Length);
        Assert.All(before.Zip(after), pair => Assert.Equal(pair.First, pair.Second, 6.0));
    }

    // The edges of what can be seen of the first scene's drawing.
    private const string PlacesOfMarks =
        """
        () => [...document.querySelectorAll("[data-chart=rain-range] svg.artboard")].filter(s => s.getClientRects().length)
          .flatMap(svg => [...svg.querySelectorAll("g:not(.off)")].filter(g => !g.style.opacity))
          .flatMap(g => { const box = g.getBoundingClientRect(), frame = g.ownerSVGElement.getBoundingClientRect(); return [box.left - frame.left, box.top - frame.top, box.width]; })
        """;

    // The truth: each step by itself, with nothing moving.
    private async Task<Dictionary<string, (string State, string Marks)>> PicturesAsync(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        var pictures = new Dictionary<string, (string, string)>();
        foreach (var (id, _) in await Pages.StepsAsync(opened.Page))
        {
            await opened.GoToStepAsync(id);
            pictures[id] = await Pages.SeenAsync(opened.Page, id);
        }

        return pictures;
    }

    // The step that is nearest to the middle of the screen is the active one, is the wanted one, and has its picture.
    private static async Task AssertShownAsync(OpenPage opened, Dictionary<string, (string State, string Marks)> pictures, string? wanted)
    {
        await opened.ScrolledAsync();
        await opened.StillAsync();
        var (nearest, active) = await Pages.ActiveAsync(opened.Page);
        Assert.Equal(nearest, active);
        if (wanted is not null)
            Assert.Equal(wanted, active);
        Assert.Equal(pictures[active], await Pages.SeenAsync(opened.Page, active));
    }
}
