using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Phones on their side, small phones and laptops: where there is little height, words are read and charts seen whole all the same.</summary>
public sealed class LowScreenTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Pages.English, 844, 390)]
    [InlineData(Pages.Russian, 667, 375)]
    [InlineData(Pages.English, 375, 553)]
    [InlineData(Pages.Russian, 320, 568)]
    [InlineData(Pages.Sample, 900, 600)]
    public async Task Where_a_graphic_would_cover_the_words_each_step_has_its_own_drawing(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        await opened.Page.WaitForFunctionAsync("() => !document.querySelector('.step > noscript')");
        var problems = await opened.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const problems = [];
              for (const step of document.querySelectorAll("[data-step]")) {
                if (step.closest("[data-scene]").querySelector("[data-graphic]").checkVisibility()) problems.push(`${step.id}: the graphic is there`);
                const drawing = step.querySelector(".still svg").getBoundingClientRect();
                if (drawing.height < 80 || drawing.right > innerWidth) problems.push(`${step.id}: its drawing is ${drawing.width} by ${drawing.height} px`);
                const words = step.querySelector(".step-words"), range = document.createRange();
                range.selectNodeContents(words);
                for (const line of [...range.getClientRects()].map(box => box.top + scrollY)) {
                  scrollTo({ top: line - innerHeight / 2, behavior: "instant" });
                  await new Promise(requestAnimationFrame);
                  if (![...range.getClientRects()].some(box => words.contains(document.elementFromPoint(box.left + 2, box.top + box.height / 2)))) problems.push(`${step.id}: a line cannot be read`);
                }
              }
              return problems;
            }
            """);
        Assert.True(problems.Length == 0, string.Join('\n', problems.Take(12)));
        Assert.Empty(opened.Problems);
    }

    [Theory]
    [InlineData(Pages.English, 360, 660)]
    [InlineData(Pages.Russian, 390, 664)]
    [InlineData(Pages.Sample, 414, 736)]
    public async Task A_link_to_a_step_shows_its_words_from_their_beginning_while_it_is_active(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        foreach (var (id, state) in await Pages.StepsAsync(opened.Page))
        {
            var seen = await opened.Page.EvaluateAsync<string[]>(
                """
                async id => {
                  const step = document.getElementById(id), scene = step.closest("[data-scene]");
                  step.scrollIntoView({ behavior: "instant" });
                  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                  const words = step.querySelector(".step-words"), box = words.getBoundingClientRect();
                  return [scene.querySelector(".active").id, scene.querySelector("[data-chart]").dataset.state, String(words.contains(document.elementFromPoint(box.left + 12, box.top + 8)))];
                }
                """,
                id);
            Assert.Equal([id, state, "true"], seen);
        }
    }

    [Theory]
    [InlineData(Pages.English, 960, 540)]
    [InlineData(Pages.Russian, 1024, 600)]
    [InlineData(Pages.English, 1280, 720)]
    [InlineData(Pages.Russian, 1366, 650)]
    [InlineData("/first-permits/", 1280, 600)]
    public async Task On_a_laptop_a_chart_is_seen_from_its_title_to_its_last_line(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        foreach (var (id, _) in await Pages.StepsAsync(opened.Page))
        {
            await opened.GoToStepAsync(id);
            var problem = await opened.Page.EvaluateAsync<string>(
                """
                id => {
                  const chart = document.getElementById(id).closest("[data-scene]").querySelector("[data-chart]");
                  const strip = document.querySelector(".sections")?.getBoundingClientRect().bottom ?? 0;
                  const boxes = [...chart.querySelectorAll(".chart-title:not([data-room]), .chart-subtitle, svg.artboard, .chart-source")].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect());
                  const top = Math.min(...boxes.map(b => b.top)), bottom = Math.max(...boxes.map(b => b.bottom));
                  return boxes.length > 2 && top >= strip && bottom <= innerHeight ? "" : `${id}: from ${top} to ${bottom} of ${innerHeight}, below a strip of ${strip}`;
                }
                """,
                id);
            Assert.Equal("", problem);
        }
    }
}
