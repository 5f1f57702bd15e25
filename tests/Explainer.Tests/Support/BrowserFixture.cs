using System.Collections.Concurrent;
using System.Collections.Immutable;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Explainer.Tests.Support;

/// <summary>One Chromium for all browser tests, which starts with the first of them. Pages come from the built files, with the headers that the site is published with; what asks for anything else is noted.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    internal const string Host = "http://site.test";

    /// <summary>Another site, whose pages show charts of the first.</summary>
    internal const string Foreign = "http://other.test";

    // Each page says by this header which site is its own, as all have one host: addresses on a site begin at its root.
    private const string SiteHeader = "x-site";

    // This server has no certificate.
    private static readonly string[] NeedCertificate = ["Strict-Transport-Security", "Cross-Origin-Opener-Policy"];

    private readonly ConcurrentDictionary<string, (IReadOnlyDictionary<string, OutputFile> Files, SiteHeaders Headers, OpenPage Page)> _sites = new(StringComparer.Ordinal);
    private readonly Lazy<Task<IBrowser>> _browser;
    private WebApplication? _server;
    private IPlaywright? _playwright;

    public BrowserFixture() => _browser = new(StartAsync);

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
            await (await _browser.Value).DisposeAsync();
        _playwright?.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>A context of its own for pages that come from a server on this machine.</summary>
    internal async Task<IBrowserContext> NewContextAsync() => await (await _browser.Value).NewContextAsync();

    /// <summary>Opens a page of a built site and waits for its fonts.</summary>
    internal async Task<OpenPage> OpenAsync(ImmutableArray<OutputFile> files, string path, int width, int height, ColorScheme scheme = ColorScheme.Light, bool script = true, ReducedMotion motion = ReducedMotion.NoPreference, bool touch = false, ForcedColors colors = ForcedColors.None, string host = Host)
    {
        var id = Guid.NewGuid().ToString("N");
        var context = await (await _browser.Value).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            ReducedMotion = motion,
            HasTouch = touch,
            ForcedColors = colors,
            ExtraHTTPHeaders = [new(SiteHeader, id)],
        });
        var opened = new OpenPage(context, await context.NewPageAsync());
        _sites[id] = (files.ToDictionary(f => "/" + f.Path, StringComparer.Ordinal), new SiteHeaders(files), opened);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(Host + "/", StringComparison.Ordinal) && !request.Url.StartsWith(host + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                opened.Strangers.Add(request.Url);
        };
        opened.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.Problems.Add(message.Text);
        };
        opened.Page.PageError += (_, error) => opened.Problems.Add(error);
        await opened.Page.GotoAsync(host + path, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        if (script)
            await opened.ReadyAsync();
        return opened;
    }

    private async Task<IBrowser> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
        await _server.StartAsync();

        var chromium = ChromiumFinder.Provide();
        _playwright = await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args =
            [
                $"--host-resolver-rules=MAP site.test:80 {new Uri(_server.Urls.First()).Authority},MAP other.test:80 {new Uri(_server.Urls.First()).Authority},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1",
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--font-render-hinting=none",
            ],
        });
    }

    // As a host does, taking all rules for a path together. Pages of the other site lie among the files and have no such headers.
    private async Task AnswerAsync(HttpContext context)
    {
        var (files, headers, page) = _sites[context.Request.Headers[SiteHeader].ToString()];
        var path = context.Request.Path.Value!;
        var name = path.EndsWith('/') ? path + "index.html" : path;
        if (!files.TryGetValue(name, out var file))
        {
            page.Problems.Add("not there: " + name);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        page.Loaded.Add(file);
        var type = new FileExtensionContentTypeProvider().TryGetContentType(file.Path, out var known) ? known : "application/octet-stream";
        context.Response.ContentType = type + (type.StartsWith("text/", StringComparison.Ordinal) ? "; charset=utf-8" : "");
        if (new Uri(Foreign).Host != context.Request.Host.Host)
        {
            foreach (var (header, value) in headers.Of(path).Where(h => !NeedCertificate.Contains(h.Name)))
                context.Response.Headers.Append(header, value);
        }

        if (context.Response.Headers.CacheControl.Count == 0)
            context.Response.Headers.CacheControl = "no-cache";
        await context.Response.Body.WriteAsync(file.Bytes);
    }
}
