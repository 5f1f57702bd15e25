using System.Collections.Immutable;
using System.Text;
using Explainer.Charts;

namespace Explainer.Publish;

/// <summary>The drawings that change while a page is read: a file for each width with all its states, so that a browser fetches the one that it shows, and after the words.</summary>
internal sealed class DrawingFiles
{
    private readonly ImmutableDictionary<(string Chart, string Language, string Artboard), OutputFile> _files;

    /// <summary>Writes the drawings of charts.</summary>
    public DrawingFiles(IEnumerable<DrawnChart> charts) => _files = charts
        .SelectMany(chart => chart.Artboards.Select(drawn => (Key: KeyOf(chart, drawn), File: Write(chart, drawn))))
        .ToImmutableDictionary(f => f.Key, f => f.File);

    /// <summary>All files.</summary>
    public IEnumerable<OutputFile> Files => _files.Values.OrderBy(f => f.Path, StringComparer.Ordinal);

    /// <summary>The address of a drawing. It changes with its content, so that a browser may keep it for ever.</summary>
    public string AddressOf(DrawnChart chart, DrawnArtboard drawn) => "/" + _files[KeyOf(chart, drawn)].Path;

    private static (string Chart, string Language, string Artboard) KeyOf(DrawnChart chart, DrawnArtboard drawn) => (chart.Spec.Id, chart.Language.Code, drawn.Artboard.Name);

    private static OutputFile Write(DrawnChart chart, DrawnArtboard drawn) =>
        OutputFile.Asset($"{chart.Spec.Id}.{chart.Language.Code}.{drawn.Artboard.Name}", ".json", Encoding.UTF8.GetBytes(SvgWriter.WriteStates(drawn, chart.Spec.States)));
}
