using System.Text;
using System.Text.RegularExpressions;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>On paper every state of every chart stands beside its step, on white, whole.</summary>
public sealed partial class PaperTests(BrowserFixture browser)
{
    // What the margins of print.css leave of A4 and of Letter, in pixels of 1/96 inch.
    [Theory]
    [InlineData(Pages.English, 642, 979)]
    [InlineData(Pages.Russian, 642, 979)]
    [InlineData(Pages.Sample, 642, 979)]
    [InlineData(Pages.Gallery, 642, 979)]
    [InlineData(Pages.English, 665, 912)]
    [InlineData(Pages.Russian, 665, 912)]
    public async Task Every_state_is_there_beside_its_step_and_nothing_is_cut_or_dark(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, ColorScheme.Dark, motion: ReducedMotion.Reduce);
        var steps = await Pages.StepsAsync(opened.Page);

        // A reader prints from anywhere: here the charts are in the states of the last steps.
        await opened.GoToStepAsync(steps[^1].Id);

        // A browser that only shows how paper would look does not say so to the page, as one that prints does.
        await opened.Page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");
        await opened.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        var problems = await opened.Page.EvaluateAsync<string[]>(Problems, height);

        Assert.True(problems.Length == 0, string.Join('\n', problems));
        Assert.Equal(steps.Count, await opened.Page.Locator("[data-step] > .still svg.artboard:visible").CountAsync());
    }

    [Theory]
    [InlineData("A4", 20, 31)]
    [InlineData("Letter", 20, 34)]
    public async Task The_story_is_a_document_of_so_many_sheets(string format, int least, int most)
    {
        foreach (var script in new[] { true, false })
        {
            await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 1440, 900, ColorScheme.Dark, script);
            var pdf = Encoding.Latin1.GetString(await opened.Page.PdfAsync(new PagePdfOptions { Format = format }));
            Assert.InRange(Sheet().Count(pdf), least, most);
        }
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Sheet();

    private const string Problems =
        """
        sheet => {
          const problems = [];
          const seen = e => e.checkVisibility({ visibilityProperty: true, opacityProperty: true });
          const step = e => e.closest("[data-step]")?.id ?? "";
          const styled = (e, name) => getComputedStyle(e).getPropertyValue(name);
          let last = "";
          for (const e of document.querySelectorAll("[data-step]")) {
            const still = e.querySelector(".still"), drawing = [...still.querySelectorAll("svg.artboard")].filter(seen);
            const titles = JSON.parse(e.closest("[data-scene]").querySelector("[data-titles]").dataset.titles || "{}");
            const title = still.querySelector(".chart-title");
            if (!seen(e.querySelector(".step-words"))) problems.push(`${e.id}: its words are not there`);
            if (drawing.length !== 1) { problems.push(`${e.id}: ${drawing.length} drawings`); continue; }
            if (!seen(title) || !title.textContent || titles[e.dataset.step] && titles[e.dataset.step] !== title.textContent) problems.push(`${e.id}: the title '${title.textContent}'`);
            if (title.getBoundingClientRect().bottom > drawing[0].getBoundingClientRect().top + .5) problems.push(`${e.id}: the title is not above`);
            if (drawing[0].innerHTML === last) problems.push(`${e.id}: looks like the step before`);
            last = drawing[0].innerHTML;
            const least = Math.min(...[...drawing[0].querySelectorAll("text")].map(t => parseFloat(getComputedStyle(t).fontSize))) * drawing[0].getBoundingClientRect().height / drawing[0].viewBox.baseVal.height;
            if (least < 6.6) problems.push(`${e.id}: words of ${least.toFixed(1)} px`);
          }
          for (const e of document.querySelectorAll("[data-step], .plain > .chart, .opening, .sources li")) {
            const tall = e.getBoundingClientRect().height;
            if (tall > sheet || styled(e, "break-inside") !== "avoid") problems.push(`${e.id || e.className}: ${Math.round(tall)} px may be cut`);
          }
          for (const e of document.querySelectorAll("h1, h2, h3, .chart-head"))
            if (seen(e) && !/^avoid/.test(styled(e, "break-after"))) problems.push(`'${e.textContent.trim()}' may stand alone at the end of a sheet`);
          for (const e of document.querySelectorAll(".graphic, .progress, .skip, .editions, .foot, .downloads, nav, button, input, canvas"))
            if (seen(e)) problems.push(`${e.tagName} ${e.className} is of no use on paper`);
          for (const e of document.querySelectorAll("body *")) {
            if (!seen(e) || e.closest("svg")) continue;
            const light = colour => { const c = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0]; return c[3] === 0 ? null : (c[0] + c[1] + c[2]) / 3; };
            const ground = light(styled(e, "background-color"));
            if (ground !== null && ground < 200 && !e.matches(".tone")) problems.push(`${e.tagName} ${e.className} has a dark ground`);
            if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && light(styled(e, "color")) > 140) problems.push(`'${e.textContent.trim().slice(0, 30)}' is pale`);
            const box = e.getBoundingClientRect();
            if (box.right > innerWidth + 1 && !e.closest(".sr") && box.width > 1) problems.push(`${e.tagName} ${e.className} leaves the sheet`);
          }
          for (const a of document.querySelectorAll(".source-links a"))
            if (!getComputedStyle(a, "::after").content.includes(a.getAttribute("href"))) problems.push(`${a.href} is not told`);
          return [...new Set(problems)];
        }
        """;
}
