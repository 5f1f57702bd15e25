using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>Everything can be reached, seen and used by keyboard alone.</summary>
public sealed class KeyboardTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(Pages.English, 1280, 800)]
    [InlineData(Pages.Russian, 390, 664)]
    [InlineData(Pages.Sample, 390, 844)]
    [InlineData(Pages.Sample, 1280, 800)]
    public async Task Tab_goes_through_the_page_and_back_in_reading_order_and_focus_is_always_in_sight(string path, int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(path), path, width, height, motion: ReducedMotion.Reduce);
        await opened.Page.EvaluateAsync(Prepare);
        var down = await WalkAsync(opened.Page, "Tab", int.MaxValue);
        var up = await WalkAsync(opened.Page, "Shift+Tab", down.Count);

        var problems = down.Concat(up).Where(s => s.Problem.Length > 0).Select(s => s.Problem).Distinct().ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Equal(down.Select(s => s.Place), up.Select(s => s.Place).Reverse());
        Assert.Equal(down.Select(s => s.Place).Order(), down.Select(s => s.Place));

        // All that can be focused was met, but for what is inside closed tables.
        var expected = await opened.Page.EvaluateAsync<int>("() => focusable().length");
        Assert.Equal(expected, down.Count);
        Assert.True(down.Count > 10);
    }

    [Theory]
    [InlineData(390, 844)]
    [InlineData(1280, 800)]
    public async Task The_first_stop_leads_past_the_head_of_the_page(int width, int height)
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, width, height, motion: ReducedMotion.Reduce);
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.True(await opened.Page.EvaluateAsync<bool>("() => { const box = document.activeElement.getBoundingClientRect(); return document.activeElement.matches('.skip') && box.left >= 0 && box.top >= 0; }"));
        await opened.Page.Keyboard.PressAsync("Enter");
        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.True(await opened.Page.EvaluateAsync<bool>("() => document.getElementById('page.main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task A_table_opens_by_Enter_and_scrolls_by_arrow_keys()
    {
        await using var opened = await browser.OpenAsync(Pages.FilesOf(Pages.English), Pages.English, 320, 700, motion: ReducedMotion.Reduce);
        var details = opened.Page.Locator("details.numbers").First;
        await details.Locator("summary").FocusAsync();
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.True(await details.EvaluateAsync<bool>("d => d.open"));

        await opened.Page.Keyboard.PressAsync("Tab");
        Assert.True(await details.EvaluateAsync<bool>("d => document.activeElement === d.querySelector('.table-scroll')"));
        Assert.True(await details.EvaluateAsync<bool>("d => { const s = d.querySelector('.table-scroll'); return s.scrollWidth > s.clientWidth; }"), "the table is not wide enough to be scrolled");
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        await opened.Page.WaitForFunctionAsync("() => document.activeElement.scrollLeft > 0");

        await opened.Page.Keyboard.PressAsync("Shift+Tab");
        await opened.Page.Keyboard.PressAsync("Enter");
        Assert.False(await details.EvaluateAsync<bool>("d => d.open"));
    }

    // From where focus is to where it leaves the page, or so many stops; a page that keeps it would never end.
    private static async Task<List<(int Place, string Problem)>> WalkAsync(IPage page, string key, int most)
    {
        var stops = new List<(int, string)>();
        while (true)
        {
            await page.Keyboard.PressAsync(key);
            var stop = await page.EvaluateAsync<string[]>("() => stop()");
            if (stop.Length == 0 || stops.Count == most)
                return stops;
            stops.Add((int.Parse(stop[0], System.Globalization.CultureInfo.InvariantCulture), stop[1]));
            Assert.True(stops.Count < 1000, "focus does not leave the page");
        }
    }

    // stop() tells which element has focus, by its place in the page, and what is wrong with how it is seen: focus must
    // draw a ring or change the ground, and something of it must be on the screen with nothing above it.
    private const string Prepare =
        """
        () => {
          const all = [...document.querySelectorAll("*")];
          const look = e => { const s = getComputedStyle(e); return [s.outlineStyle === "none" ? "" : `${s.outlineWidth} ${s.outlineColor}`, s.backgroundColor, s.boxShadow].join(";"); };
          window.focusable = () => all.filter(e => e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && e.matches("a[href], button, input, select, textarea, summary, [tabindex]") && !e.disabled);
          const unfocused = new Map(window.focusable().map(e => [e, look(e)]));
          window.stop = () => {
            const e = document.activeElement;
            if (!e || e === document.body || e === document.documentElement) return [];
            const name = `${innerWidth}: ${e.tagName} ${e.className} '${(e.textContent || e.getAttribute("aria-label") || "").trim().slice(0, 40)}'`;
            const problems = [];
            if (look(e) === unfocused.get(e)) problems.push(`${name} looks the same with focus`);
            const seen = [...e.getClientRects()].some(box => [.1, .5, .9].some(share => {
              const hit = document.elementFromPoint(box.left + box.width * share, box.top + box.height / 2);
              return hit && (e.contains(hit) || hit.contains(e) && !hit.closest("[data-graphic]"));
            }));
            if (!seen) problems.push(`${name} is out of sight at ${Math.round(e.getBoundingClientRect().top)}`);
            return [String(all.indexOf(e)), problems.join("\n")];
          };
        }
        """;
}
