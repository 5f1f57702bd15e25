using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>Glides from state to state can be broken off at any time.</summary>
public sealed class GlideTests(BrowserFixture browser)
{
    [Theory]
    [MemberData(nameof(Pages.InTurn), MemberType = typeof(Pages))]
    public async Task A_glide_that_is_broken_off_again_and_again_ends_in_the_picture_of_the_last_step(string path, int width, int height)
    {
        var pictures = await Pages.PicturesAsync(browser, path, width, height);
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height);
        foreach (var scene in pictures.Keys.GroupBy(id => id[..id.LastIndexOf('.')]))
        {
            var ids = scene.ToList();
            foreach (var last in ids)
            {
                await opened.GoToStepAsync(ids[0]);
                await opened.SlowDownAsync(4);
                foreach (var id in ids.Concat(ids.AsEnumerable().Reverse().TakeWhile(id => id != last)).Append(last))
                {
                    await opened.JumpToStepAsync(id);
                    await opened.Page.EvaluateAsync("async () => { for (let i = 0; i < 6; i++) await new Promise(trueFrames); }");
                }

                await opened.SlowDownAsync(1);
                await Pages.AssertShownAsync(opened, pictures, last);
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
}
