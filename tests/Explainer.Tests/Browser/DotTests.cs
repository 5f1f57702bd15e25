using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Dots that are gathered anew glide there; they are not replaced.</summary>
public sealed class DotTests(BrowserFixture browser)
{
    [Fact]
    public async Task Dots_glide_from_the_crowd_into_their_groups_on_a_canvas_and_the_drawing_changes_once()
    {
        await using var opened = await browser.OpenAsync(Sites.Sample.Files, Pages.Sample, 1440, 900);
        await opened.GoToStepAsync("showers.1");

        // A busy machine paints few frames in the time of a glide.
        await opened.SlowDownAsync(8);

        // How often the first row's path was written, whether a canvas is left, and how many different pictures the canvas had.
        var seen = await opened.Page.EvaluateAsync<double[]>(
            """
            async () => {
              const figure = document.querySelector("[data-chart=showers]");
              const path = [...figure.querySelectorAll('[data-key^="unit"] path')].find(d => d.getClientRects().length);
              const frame = () => new Promise(requestAnimationFrame);
              let writes = 0;
              new MutationObserver(changes => { writes += changes.filter(c => c.attributeName === "d").length; }).observe(path, { attributes: true });
              const box = document.getElementById("showers.2").getBoundingClientRect();
              scrollTo({ top: scrollY + box.top + box.height / 2 - innerHeight / 2, behavior: "instant" });
              const pictures = new Set();
              for (let waited = 0; waited < 30 || figure.querySelector("canvas:not([hidden])"); waited++) {
                const canvas = figure.querySelector("canvas");
                if (canvas) pictures.add(canvas.toDataURL());
                await frame();
              }
              return [writes, figure.querySelectorAll("canvas:not([hidden]), :not(canvas)[style], [visibility], [transform]").length, pictures.size];
            }
            """);

        Assert.Equal("1 0", $"{seen[0]} {seen[1]}");
        Assert.True(seen[2] > 3, $"only {seen[2]} pictures were seen");
        Assert.Empty(opened.Problems);
    }

    [Fact]
    public async Task The_canvas_lies_on_its_drawing_in_its_colours_also_when_the_page_turns_dark_and_narrow_meanwhile()
    {
        await using var opened = await browser.OpenAsync(Sites.Sample.Files, Pages.Sample, 1700, 900);
        await opened.GoToStepAsync("showers.1");
        await opened.SlowDownAsync(100);
        await opened.JumpToStepAsync("showers.2");
        await AssertCanvasLiesOnDrawingAsync(opened.Page);

        await opened.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await opened.Page.SetViewportSizeAsync(1600, 900);
        await AssertCanvasLiesOnDrawingAsync(opened.Page);
    }

    // Edges of both in pixels of the page; then how many pixels of the canvas have the ink of the dots.
    private static async Task AssertCanvasLiesOnDrawingAsync(IPage page)
    {
        var seen = await page.EvaluateAsync<double[]>(
            """
            async () => {
              await new Promise(done => setTimeout(done, 600));
              const figure = document.querySelector("[data-chart=showers]");
              const svg = [...figure.querySelectorAll("svg.artboard")].find(s => s.getClientRects().length);
              const canvas = figure.querySelector("canvas");
              const edges = node => { const { left, top, right, bottom } = node.getBoundingClientRect(); return [left, top, right, bottom]; };
              const inks = [...svg.querySelectorAll("path")].filter(p => p.getAttribute("visibility") === "hidden" && !p.classList.contains("s-paper")).map(p => getComputedStyle(p).stroke.match(/\d+/g).map(Number));
              const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
              let inked = 0;
              for (let i = 0; i < data.length; i += 4) inked += data[i + 3] === 255 && inks.some(ink => ink.every((c, k) => data[i + k] === c));
              return [...edges(canvas), ...edges(svg), inked];
            }
            """);
        for (var i = 0; i < 4; i++)
            Assert.Equal(seen[i + 4], seen[i], 1.0);
        Assert.True(seen[8] > 500, $"{seen[8]} pixels have the ink of the dots");
    }
}
