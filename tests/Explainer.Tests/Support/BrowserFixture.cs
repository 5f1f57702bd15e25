using System.Collections.Immutable;
using Explainer.Publish;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Playwright;

namespace Explainer.Tests.Support;

/// <summary>One Chromium for all browser tests. Pages come straight from the built files, with the policy that the site is published with; what asks for anything else is noted.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    internal const string Host = "http://site.test";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var chromium = ChromiumFinder.Provide();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--font-render-hinting=none"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>A context of its own for pages that come from a server on this machine.</summary>
    internal Task<IBrowserContext> NewContextAsync() => _browser!.NewContextAsync();

    /// <summary>Opens a page of a built site and waits for its fonts.</summary>
    internal async Task<OpenPage> OpenAsync(ImmutableArray<OutputFile> files, string path, int width, int height, ColorScheme scheme = ColorScheme.Light, bool script = true, ReducedMotion motion = ReducedMotion.NoPreference, bool touch = false, ForcedColors colors = ForcedColors.None)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = motion,
            HasTouch = touch,
            ForcedColors = colors,
        });
        var opened = new OpenPage(context, await context.NewPageAsync());
        var policy = files.Text("_headers").Split("Content-Security-Policy: ")[1].Split('\n')[0];
        var byPath = files.ToDictionary(f => "/" + f.Path, StringComparer.Ordinal);
        await context.RouteAsync("**/*", async route =>
        {
            var url = new Uri(route.Request.Url);
            if (!route.Request.Url.StartsWith(Host, StringComparison.Ordinal))
            {
                opened.Strangers.Add(route.Request.Url);
                await route.AbortAsync();
                return;
            }

            var name = url.AbsolutePath.EndsWith('/') ? url.AbsolutePath + "index.html" : url.AbsolutePath;
            if (!byPath.TryGetValue(name, out var file))
            {
                opened.Problems.Add("not there: " + name);
                await route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
                return;
            }

            opened.Loaded.Add(file);
            var type = new FileExtensionContentTypeProvider().TryGetContentType(file.Path, out var known) ? known : "application/octet-stream";
            await route.FulfillAsync(new RouteFulfillOptions
            {
                BodyBytes = file.Bytes.ToArray(),
                Headers = new Dictionary<string, string>
                {
                    ["content-type"] = type + (type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : ""),
                    ["content-security-policy"] = policy,
                },
            });
        });
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.Problems.Add(message.Text);
        };
        opened.Page.PageError += (_, error) => opened.Problems.Add(error);
        await opened.Page.GotoAsync(Host + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (script)
            await opened.ReadyAsync();
        return opened;
    }
}
