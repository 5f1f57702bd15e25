using System.Collections.Concurrent;
using Explainer.Charts;
using Explainer.Commands;

namespace Explainer.Tests.Support;

/// <summary>Every chart of the story and of the gallery, drawn once for all tests.</summary>
internal static class DrawnCharts
{
    private static readonly ConcurrentDictionary<(string Site, string Chart, string Language), Lazy<DrawnChart>> Drawn = new();

    public static Typefaces Typefaces { get; } = new(
        Sites.StoryInput.Files["theme/fonts/explainer-sans-400.ttf"].Span,
        Sites.StoryInput.Files["theme/fonts/explainer-sans-600.ttf"].Span);

    /// <summary>The names of the sites whose charts are all drawn here.</summary>
    public static IReadOnlyList<string> SiteNames { get; } = ["story", "gallery"];

    /// <summary>The languages of both sites.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "ru"];

    /// <summary>Site and chart, for tests of one chart at a time.</summary>
    public static TheoryData<string, string> All =>
        new(SiteNames.SelectMany(site => SiteOf(site).Content!.Charts.Keys.Select(chart => (site, chart))));

    public static SiteBuild SiteOf(string name) => name == "story" ? Sites.Story : Sites.Gallery;

    public static DrawnChart Of(string site, string chart, string language) =>
        Drawn.GetOrAdd((site, chart, language), key => new Lazy<DrawnChart>(() =>
        {
            var content = SiteOf(key.Site).Content!;
            return ChartDrawer.Draw(content.Charts[key.Chart], content.Languages.Single(l => l.Code == key.Language), Typefaces).Chart;
        })).Value;
}
