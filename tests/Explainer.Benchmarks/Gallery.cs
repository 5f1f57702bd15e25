using Explainer.Charts;
using Explainer.Data;
using Explainer.Input;
using Explainer.Stories;
using Explainer.Tests.Support;

namespace Explainer.Benchmarks;

/// <summary>The charts that are timed: those of the gallery.</summary>
internal static class Gallery
{
    public static SiteContent Content { get; } = SiteContent.Read(Files, [])!;

    public static Language English => Content.Languages[0];

    public static Typefaces Typefaces { get; } = new(
        Files.Files["theme/fonts/explainer-sans-400.ttf"].Span,
        Files.Files["theme/fonts/explainer-sans-600.ttf"].Span);

    private static InputFiles Files => InputFiles.Read(new SiteFolders(Path.Combine(Repository.Root, "docs", "gallery"), Path.Combine(Repository.Root, "theme")));
}
