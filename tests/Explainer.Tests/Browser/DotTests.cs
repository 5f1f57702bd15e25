using Explainer.Commands;
using Explainer.Tests.Support;

namespace Explainer.Tests.Browser;

/// <summary>Dots that are gathered anew glide there; they are not replaced.</summary>
public sealed class DotTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Dots_glide_from_the_crowd_into_their_groups()
    {
        var input = Sites.SampleInput
            .With("input/charts/drops.yml", chart => chart + "states:\n  all:\n  apart: {group: id}\n")
            .With("input/stories/rain.en.md", story => story + "\n::: scene drops\n\n@all\n\nAll of them.\n\n@apart\n\nThe sure and the unsure.\n\n:::\n");
        await using var opened = await browser.OpenAsync(Site.Build(input).Files, Pages.Sample, 1440, 900);
        await opened.GoToStepAsync("drops.1");

        // Every path that the first row's dots take on their way.
        var paths = await opened.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const dots = document.getElementById("drops.1").closest(".scene").querySelectorAll('[data-key="unit-sure"] path');
              const seen = [...dots].find(d => d.getClientRects().length);
              const paths = [seen.getAttribute("d")];
              const watcher = new MutationObserver(() => paths.push(seen.getAttribute("d")));
              watcher.observe(seen, { attributes: true });
              const box = document.getElementById("drops.2").getBoundingClientRect();
              scrollTo({ top: scrollY + box.top + box.height / 2 - innerHeight / 2, behavior: "instant" });
              for (let calm = 0, last = 0; calm < 20; calm = paths.length === last ? calm + 1 : 0, last = paths.length) await new Promise(requestAnimationFrame);
              return paths;
            }
            """);

        Assert.True(paths.Distinct().Count() > 3, $"only {paths.Distinct().Count()} places were seen");
        Assert.All(paths, p => Assert.Equal(60, p.Split("h0").Length - 1));
        Assert.Empty(opened.Problems);
    }
}
