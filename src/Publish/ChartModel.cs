using System.Collections.Immutable;
using System.Net;
using Explainer.Charts;
using Explainer.Data;

namespace Explainer.Publish;

/// <summary>What layouts may say about a chart.</summary>
internal static class ChartModel
{
    /// <summary>Widths at which a chart is shown beside its step where nothing moves.</summary>
    private static readonly string[] StillArtboards = ["small", "middle"];

    /// <summary>A chart as a figure that can change its state.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="state">The state in which it is first seen.</param>
    /// <param name="id">An id that is unique on the page.</param>
    public static Dictionary<string, object?> Live(DrawnChart chart, StateSpec state, string id)
    {
        var index = chart.Spec.States.IndexOf(state);
        var model = Words(chart, state, id);
        model["svg"] = string.Concat(chart.Artboards.Select(a => SvgWriter.Write(a, index)));
        model["deltas"] = chart.Spec.States.Length > 1 ? SvgWriter.WriteDeltas(chart, index) : "";
        var table = ChartTable.Of(chart.Spec, chart.Language);
        model["heads"] = table.Heads;
        model["rows"] = table.Rows;
        model["downloads"] = Downloads(chart);
        return model;
    }

    private static ImmutableArray<Dictionary<string, object?>> Downloads(DrawnChart chart)
    {
        var title = (ChartPicture.StateOf(chart.Spec).Title ?? chart.Spec.Title).In(chart.Language);
        return [.. ChartFiles.Endings.Select(ending => new Dictionary<string, object?>
        {
            ["name"] = ending.ToUpperInvariant(),
            ["address"] = "/" + ChartFiles.PathOf(chart.Spec.Id, chart.Language, ending),
            ["label"] = chart.Language.Word("chart.download", ending.ToUpperInvariant(), title),
        })];
    }

    /// <summary>A chart in one state, as a picture beside its step.</summary>
    public static string Still(DrawnChart chart, StateSpec state) => string.Concat(chart.Artboards
        .Where(a => StillArtboards.Contains(a.Artboard.Name))
        .Select(a => SvgWriter.WriteStill(a, chart.Spec.States.IndexOf(state))));

    /// <summary>The colour-free key of a crowd: what each tone of its dots stands for; empty where colours or groups tell.</summary>
    public static ImmutableArray<Dictionary<string, object?>> Legend(DrawnChart chart)
    {
        if (chart.Spec.Marks is not [UnitMark { HasTones: true } unit])
            return [];
        var rows = chart.Spec.Data.Rows;
        return [.. rows.Select((row, i) => new Dictionary<string, object?>
        {
            ["tone"] = i == 0 ? "sure" : i == rows.Length - 1 ? "ring" : "mid",
            ["amount"] = chart.Language.Number(row.Number(unit.Field) ?? 0),
            ["words"] = unit.WordsField is null ? "" : row.Text(unit.WordsField, chart.Language),
        })];
    }

    private static Dictionary<string, object?> Words(DrawnChart chart, StateSpec state, string id)
    {
        var (spec, language) = (chart.Spec, chart.Language);
        return new Dictionary<string, object?>
        {
            ["id"] = id,
            ["name"] = spec.Id,
            ["title"] = (state.Title ?? spec.Title).In(language),
            ["subtitle"] = spec.Subtitle?.In(language) ?? "",
            ["source"] = spec.Source?.In(language) ?? "",
            ["alt"] = (state.Alt ?? spec.Alt ?? spec.Title).In(language),
            ["state"] = state.Name,
            ["table"] = language.Word("chart.table"),
            ["titles"] = WebUtility.HtmlEncode(TitlesByState(spec, language)),
        };
    }

    private static string TitlesByState(ChartSpec spec, Language language) =>
        spec.States.Any(s => s.Title is not null)
            ? System.Text.Json.JsonSerializer.Serialize(spec.States.ToDictionary(s => s.Name, s => (s.Title ?? spec.Title).In(language)))
            : "";
}
