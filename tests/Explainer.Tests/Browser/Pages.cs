using System.Collections.Immutable;
using Explainer.Publish;
using Explainer.Tests.Support;
using Microsoft.Playwright;

namespace Explainer.Tests.Browser;

/// <summary>The pages that are tried, and the screens they are tried on.</summary>
internal static class Pages
{
    public const string English = "/the-way-back/";
    public const string Russian = "/ru/the-way-back/";
    public const string Sample = "/rain/";
    public const string Gallery = "/bars/";
    public const string HeaviestOfGallery = "/maps/";

    /// <summary>Every page on a phone and on a wide screen.</summary>
    public static TheoryData<string, int, int> AndScreens =>
        [.. from path in new[] { English, Russian, Sample } from screen in new[] { (390, 844), (1440, 900) } select (path, screen.Item1, screen.Item2)];

    public static ImmutableArray<OutputFile> FilesOf(string path) => path switch
    {
        Sample => Sites.Sample.Files,
        Gallery or HeaviestOfGallery => Sites.Gallery.Files,
        _ => Sites.Story.Files,
    };

    /// <summary>The ids and states of a page's steps, in reading order.</summary>
    public static async Task<List<(string Id, string State)>> StepsAsync(IPage page) =>
        [.. (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[data-step]')].map(s => s.id + ' ' + s.dataset.step)")).Select(s => (s.Split(' ')[0], s.Split(' ')[1]))];
}
