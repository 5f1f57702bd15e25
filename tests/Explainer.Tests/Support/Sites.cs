using System.Collections.Immutable;
using Explainer.Checks;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;
using Explainer.Stories;

namespace Explainer.Tests.Support;

/// <summary>The sites that the tests build: the first story, and a small one on another subject with the same theme.</summary>
internal static class Sites
{
    /// <summary>The address for which sites are built as for publication.</summary>
    public const string Address = "https://news.example";

    private static readonly Lazy<SiteBuild> BuiltStory = new(() => Site.Build(StoryInput));
    private static readonly Lazy<SiteBuild> BuiltSample = new(() => Site.Build(SampleInput));

    private static readonly Lazy<SiteBuild> BuiltGallery = new(() => Site.Build(GalleryInput));

    private static readonly Dictionary<string, Lazy<SiteBuild>> BuiltForTheWeb = new(StringComparer.Ordinal)
    {
        ["story"] = new(() => ForTheWeb(StoryInput)),
        ["sample"] = new(() => ForTheWeb(SampleInput)),
        ["gallery"] = new(() => ForTheWeb(GalleryInput)),
    };

    public static InputFiles StoryInput => InputFiles.Read(Repository.Root);

    public static InputFiles SampleInput => InputFiles.Read(new SiteFolders(Path.Combine(Repository.Root, "tests", "sample-site"), Path.Combine(Repository.Root, "theme")));

    public static InputFiles GalleryInput => InputFiles.Read(new SiteFolders(Path.Combine(Repository.Root, "docs", "gallery"), Path.Combine(Repository.Root, "theme")));

    public static SiteBuild Story => BuiltStory.Value;

    public static SiteBuild Sample => BuiltSample.Value;

    public static SiteBuild Gallery => BuiltGallery.Value;

    /// <summary>A site as it is published: story, sample or gallery, at <see cref="Address"/> from the commit a1b2c3.</summary>
    public static SiteBuild Published(string name) => BuiltForTheWeb[name].Value;

    /// <summary>A site that is read and checked, and of which nothing is drawn.</summary>
    public static SiteBuild Checked(InputFiles input)
    {
        var findings = new List<Diagnostic>();
        var content = SiteContent.Read(input, findings);
        if (content is not null)
            findings.AddRange(Rules.Check(content));
        return new SiteBuild(null, [.. findings]);
    }

    /// <summary>The findings of a build as they are printed.</summary>
    public static string Print(SiteBuild build) => string.Concat(DiagnosticPrinter.InOrder(build.Findings).Select(DiagnosticPrinter.Print));

    /// <summary>An input with one file's text changed.</summary>
    public static InputFiles With(this InputFiles input, string path, Func<string, string> change) =>
        new(input.Files.SetItem(path, System.Text.Encoding.UTF8.GetBytes(change(input.Text(path).Content))));

    /// <summary>An input with one file more.</summary>
    public static InputFiles Adding(this InputFiles input, string path, string text) =>
        new(input.Files.SetItem(path, System.Text.Encoding.UTF8.GetBytes(text)));

    public static string Text(this ImmutableArray<OutputFile> files, string path) =>
        System.Text.Encoding.UTF8.GetString(files.Single(f => f.Path == path).Bytes.Span);

    extension(SiteBuild build)
    {
        /// <summary>The finished files; none when there is no site.</summary>
        public ImmutableArray<OutputFile> Files => build.Finished?.Files ?? [];

        /// <summary>What the input of a finished site said.</summary>
        public SiteContent Content => build.Finished!.Content;
    }

    private static SiteBuild ForTheWeb(InputFiles input) => Site.Build(input, null, new Publication(Address, Commit: "a1b2c3"));
}
