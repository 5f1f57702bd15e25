using System.Collections.Concurrent;
using Explainer.Publish;
using Microsoft.Playwright;

namespace Explainer.Tests.Support;

/// <summary>A page in the browser, with what it loaded and what went wrong.</summary>
internal sealed class OpenPage(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private const string Jump =
        """
        async id => {
          const box = document.getElementById(id).getBoundingClientRect();
          scrollTo({ top: scrollY + box.top + box.height / 2 - innerHeight / 2, behavior: "instant" });
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """;

    private const string BeStill =
        """
        async () => {
          const frames = window.trueFrames ?? requestAnimationFrame;
          const enough = matchMedia("(prefers-reduced-motion: reduce)").matches ? 3 : 8;
          let calm = 0, last;
          const watcher = new MutationObserver(() => { calm = 0; });
          for (const svg of document.querySelectorAll("svg.artboard")) watcher.observe(svg, { subtree: true, childList: true, attributes: true });
          for (; calm < enough || document.querySelector(".artboards canvas:not([hidden]), [aria-busy=true]"); calm = scrollY === last ? calm + 1 : 0, last = scrollY) await new Promise(frames);
          watcher.disconnect();
        }
        """;

    public IPage Page => page;

    /// <summary>Addresses on other hosts that the page asked for.</summary>
    public ConcurrentBag<string> Strangers { get; } = [];

    /// <summary>Errors and warnings of the console, and files that were not there.</summary>
    public ConcurrentBag<string> Problems { get; } = [];

    /// <summary>Files of the site that the page loaded.</summary>
    public ConcurrentBag<OutputFile> Loaded { get; } = [];

    /// <summary>Waits until the page has its fonts and drawings and its scripts are at work.</summary>
    public Task ReadyAsync() => page.EvaluateAsync("() => document.fonts.ready.then(async () => { while (document.querySelector('script[type=module]') && !document.documentElement.classList.contains('live') || document.querySelector('[aria-busy=true]')) await new Promise(requestAnimationFrame); })");

    /// <summary>Brings the middle of a step to half the height of the screen and waits until its chart is still.</summary>
    public Task GoToStepAsync(string id) => page.EvaluateAsync($"async id => {{ await ({Jump})(id); await ({BeStill})(); }}", id);

    /// <summary>Brings the middle of a step to half the height of the screen, and waits for two frames.</summary>
    public Task JumpToStepAsync(string id) => page.EvaluateAsync(Jump, id);

    /// <summary>Makes whatever moves by frames take so many times as long from now on; 1 is as it was.</summary>
    public Task SlowDownAsync(int times) => page.EvaluateAsync(
        """
        times => {
          window.trueFrames ??= requestAnimationFrame;
          let first, last;
          window.slowdown = times;
          window.requestAnimationFrame = work => trueFrames(now => {
            last = last === undefined ? now : last + (now - first) / slowdown;
            first = now;
            work(last);
          });
        }
        """,
        times);

    /// <summary>Waits until all drawings in sight are there, and for eight frames, however slow they are, none has changed and the page has not scrolled. Where nothing glides, three tell as much.</summary>
    public Task StillAsync() => page.EvaluateAsync(BeStill);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
