using System.Collections.Immutable;
using System.Text;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Publish;

/// <summary>What readers can take away of a chart: its picture as SVG and PNG, its numbers as CSV. <see cref="ChartData"/> writes them as JSON.</summary>
public static class ChartFiles
{
    /// <summary>The endings of the files, in the order in which they are offered.</summary>
    internal static ImmutableArray<string> Endings { get; } = ["svg", "png", "csv", "json"];

    /// <summary>Writes the files of a drawn chart with its picture; characters that its title, subtitle and source have and the fonts lack are reported.</summary>
    public static (ImmutableArray<OutputFile> Files, ImmutableArray<Diagnostic> Findings) WriteAll(DrawnChart drawn, ChartPicture picture, Palette palette)
    {
        var (chart, language) = (drawn.Spec, drawn.Language);
        ImmutableArray<OutputFile> files =
        [
            new(PathOf(chart.Id, language, "svg"), Encoding.UTF8.GetBytes(PictureSvg.Write(picture, palette))),
            new(PathOf(chart.Id, language, "png"), PicturePng.Write(picture, palette)),
            new(PathOf(chart.Id, language, "csv"), Encoding.UTF8.GetBytes(DatasetCsv.Write(chart.Data, language))),
        ];
        return (files, picture.Unlettered.IsEmpty ? [] :
        [
            Diagnostic.Warning(
                "EX0315",
                chart.Span.Head,
                $"the words around the picture of the chart '{chart.Id}' have characters that the theme's fonts lack: {string.Join(", ", picture.Unlettered.Select(u => $"{u.Key} in '{u.Value}'"))}",
                "write them another way, or add them to the fonts"),
        ]);
    }

    /// <summary>The path of a file, which stays the same when its content changes, so that links to it last.</summary>
    internal static string PathOf(string chart, Language language, string ending) => $"charts/{chart}.{language.Code}.{ending}";
}
