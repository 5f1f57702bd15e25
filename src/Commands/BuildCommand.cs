using System.Diagnostics;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Publish;

namespace Explainer.Commands;

/// <summary>Builds the site in a folder and says in a few lines what it did.</summary>
public static class BuildCommand
{
    /// <summary>Runs the build.</summary>
    /// <param name="folders">Where the site's files lie.</param>
    /// <param name="output">The folder to publish to.</param>
    /// <param name="isStrict">Whether a warning stops it too, as for publication.</param>
    /// <param name="publication">Where the site is published.</param>
    /// <param name="today">The day, by which data grow stale.</param>
    /// <param name="text">Where to report to.</param>
    /// <returns>0 when the site was published, 1 when it was not.</returns>
    public static int Run(SiteFolders folders, string output, bool isStrict, Publication publication, DateOnly? today, TextWriter text)
    {
        var clock = Stopwatch.StartNew();
        var build = Site.Build(InputFiles.Read(folders), today, publication);
        foreach (var finding in DiagnosticPrinter.InOrder(build.Findings))
            text.Write(DiagnosticPrinter.Print(finding));
        if (build.Finished is not { } finished || (isStrict && build.Warnings > 0))
        {
            var old = Directory.Exists(output) ? "; the last good site stays as it was" : "";
            text.WriteLine($"Not published: {Count(build.Errors, "error")}, {Count(build.Warnings, "warning")}{old}.");
            return 1;
        }

        var warnings = build.Warnings;
        try
        {
            if (OutputFolder.Write(output, finished.Files) is { } leftOver)
            {
                text.Write(DiagnosticPrinter.Print(leftOver));
                warnings++;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            text.WriteLine($"error EX0003: the site cannot be written to {output}: {e.Message}");
            return 1;
        }

        var content = finished.Content;
        text.WriteLine($"Read   {Count(content.Stories.Select(s => s.Slug).Distinct().Count(), "story", "stories")} in {string.Join(", ", content.Languages.Select(l => l.Code))}, {Count(content.Charts.Count, "chart")}, {Count(content.Datasets.Count, "dataset")}, {Count(content.Figures.Count, "figure")}");
        text.WriteLine($"Wrote  {Count(finished.Files.Length, "file")}, {finished.Files.Sum(f => (long)f.Bytes.Length) / 1024} kB, to {Path.GetRelativePath(Directory.GetCurrentDirectory(), output)}/");
        text.WriteLine($"Took   {clock.Elapsed.TotalSeconds:0.0} s{(warnings > 0 ? $", with {Count(warnings, "warning")}" : "")}");
        return 0;
    }

    private static string Count(int count, string one, string? many = null) => $"{count} {(count == 1 ? one : many ?? one + "s")}";
}
