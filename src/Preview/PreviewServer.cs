using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Logging;

namespace Explainer.Preview;

/// <summary>Serves a site from memory while its author works: builds anew when a file changes, and has open pages reload or show what is wrong.</summary>
/// <param name="site">Where the site's files lie.</param>
/// <param name="build">Builds the site from what is on disk now.</param>
/// <param name="text">Where to report to.</param>
public sealed class PreviewServer(SiteFolders site, Func<PreviewSite> build, TextWriter text)
{
    private const string ScriptPath = "/_preview/reload.js";
    private const string EventsPath = "/_preview/events";
    private const string ReloadEvent = "event: reload\ndata: 1\n\n";
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(60);

    // An open page listens for two words: reload, and problems with what to show. It names the build that it is of, so that
    // it is told to reload also when the next one was ready before it listened.
    private const string Script = """
        const place = "preview-scroll:" + location.pathname;
        const before = sessionStorage.getItem(place);
        if (before !== null) { sessionStorage.removeItem(place); scrollTo({ top: +before, behavior: "instant" }); }
        const events = new EventSource("/_preview/events" + new URL(import.meta.url).search);
        events.addEventListener("reload", () => { sessionStorage.setItem(place, scrollY); location.reload(); });
        events.addEventListener("problems", event => {
          let box = document.querySelector("#preview-problems");
          if (!box) {
            box = document.body.appendChild(document.createElement("pre"));
            box.id = "preview-problems";
            Object.assign(box.style, { position: "fixed", inset: "auto 0 0 0", maxHeight: "60vh", overflow: "auto", margin: 0, padding: "16px", zIndex: 99, background: "#a3142f", color: "#fff", font: "13px/1.5 ui-monospace, monospace" });
          }
          box.textContent = JSON.parse(event.data);
        });
        """;

    private readonly ConcurrentDictionary<Guid, Channel<string>> _listeners = new();
    private volatile Served _served = new(0, ImmutableDictionary<string, OutputFile>.Empty);
    private volatile string _problems = "";

    /// <summary>Serves until cancelled.</summary>
    /// <param name="port">The port on this machine; 0 for any that is free.</param>
    /// <param name="started">Told the address once the site is served.</param>
    /// <param name="cancellation">Ends the server.</param>
    /// <returns>Whether it was served; if not, why has been reported.</returns>
    public async Task<bool> RunAsync(int port, Action<string>? started, CancellationToken cancellation)
    {
        Rebuild();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add($"http://127.0.0.1:{port}");
        app.Run(Answer);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            Report("EX0004", $"port {port} cannot be used: {e.Message}", "end what uses it, or choose another with --port");
            return false;
        }

        using var changes = Watch(cancellation);
        if (changes is null)
            return false;
        var address = app.Urls.First();
        text.WriteLine($"Serving {address}/ and watching input/ and theme/. Ctrl+C ends it.");
        started?.Invoke(address);
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            foreach (var listener in _listeners.Values)
                listener.Writer.TryComplete();
        }

        await app.StopAsync(CancellationToken.None);
        return true;
    }

    private void Report(string code, string message, string hint) =>
        text.Write(DiagnosticPrinter.Print(new Diagnostic(code, Severity.Error, null, message, hint)));

    private void Rebuild()
    {
        var clock = Stopwatch.StartNew();
        var site = build();
        if (site.Problems.Length > 0)
            text.Write(site.Problems);
        if (site.Files is { } files)
            _served = new Served(_served.Build + 1, files.ToDictionary(f => "/" + f.Path, StringComparer.Ordinal));
        var hasFailed = site.Files is null;
        _problems = hasFailed ? site.Problems : "";
        text.WriteLine(hasFailed
            ? $"Not rebuilt: the last good site is still served ({clock.ElapsedMilliseconds} ms)"
            : $"Built in {clock.ElapsedMilliseconds} ms");
        foreach (var listener in _listeners.Values)
            listener.Writer.TryWrite(hasFailed ? ProblemsEvent() : ReloadEvent);
    }

    private string ProblemsEvent() => $"event: problems\ndata: {System.Text.Json.JsonSerializer.Serialize(_problems)}\n\n";

    // Editors write a file in several strokes: build a moment after the first.
    private Watcher? Watch(CancellationToken cancellation)
    {
        var touched = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        Watcher watcher;
        try
        {
            watcher = new Watcher(site, () => touched.Writer.TryWrite(true));
        }
        catch (IOException e)
        {
            Report("EX0006", $"input/ and theme/ cannot be watched: {e.Message}", "see how many files and folders a user may watch here");
            return null;
        }

        _ = Task.Run(
            async () =>
            {
                while (await touched.Reader.WaitToReadAsync(cancellation))
                {
                    await Task.Delay(Moment, cancellation);
                    touched.Reader.TryRead(out _);
                    try
                    {
                        Rebuild();
                    }
#pragma warning disable CA1031 // Whatever goes wrong in one build, the next change must be answered.
                    catch (Exception e)
#pragma warning restore CA1031
                    {
                        text.WriteLine($"Not rebuilt: {e.Message}");
                    }
                }
            },
            cancellation);
        return watcher;
    }

    private async Task Answer(HttpContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Path.Value ?? "/");
        context.Response.Headers.CacheControl = "no-store";
        if (path == EventsPath)
        {
            await Listen(context);
        }
        else if (path == ScriptPath)
        {
            context.Response.ContentType = "text/javascript; charset=utf-8";
            await context.Response.WriteAsync(Script);
        }
        else if (_served is var served && served.Find(path) is { } file)
        {
            await Send(context, file, served.Build);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync($"<!doctype html><title>Not found</title><body><h1>Nothing is published here</h1><script type=\"module\" src=\"{ScriptPath}\"></script>");
        }
    }

    private static async Task Send(HttpContext context, OutputFile file, int build)
    {
        context.Response.ContentType = new FileExtensionContentTypeProvider().TryGetContentType(file.Path, out var type) ? type : "application/octet-stream";
        if (!file.Path.EndsWith(".html", StringComparison.Ordinal))
        {
            await context.Response.Body.WriteAsync(file.Bytes);
            return;
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        var html = Encoding.UTF8.GetString(file.Bytes.Span);
        await context.Response.WriteAsync(html.Replace("</body>", $"<script type=\"module\" src=\"{ScriptPath}?{build}\"></script></body>", StringComparison.Ordinal));
    }

    private async Task Listen(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        var channel = Channel.CreateUnbounded<string>();
        var id = Guid.NewGuid();
        _listeners[id] = channel;
        try
        {
            var isOld = context.Request.QueryString.HasValue && context.Request.QueryString.Value != $"?{_served.Build}";
            await context.Response.WriteAsync(isOld ? ReloadEvent : _problems.Length > 0 ? ProblemsEvent() : ": open\n\n");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await foreach (var message in channel.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(message);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        finally
        {
            _listeners.TryRemove(id, out _);
        }
    }

    // A good build, by its number.
    private sealed record Served(int Build, IReadOnlyDictionary<string, OutputFile> Files)
    {
        public OutputFile? Find(string path) =>
            Files.GetValueOrDefault(path) ?? Files.GetValueOrDefault(path.TrimEnd('/') + "/index.html") ?? Files.GetValueOrDefault(path + ".html");
    }
}
