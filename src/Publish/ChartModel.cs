using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;

namespace Explainer.Publish;

/// <summary>What layouts may say about a chart.</summary>
internal static class ChartModel
{
    /// <summary>The width at which a chart is shown beside its step where nothing moves: its words can be read on any screen and on paper.</summary>
    private const string StillArtboard = "small";


    /// <summary>The id of the chart in a part of a story.</summary>
    public static string IdOf(int part) => $"page.chart.{part}";

    /// <summary>A chart that stands still.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="state">The state in which it is seen.</param>
    /// <param name="id">An id that is unique on the page.</param>
    public static Dictionary<string, object?> Standing(DrawnChart chart, StateSpec state, string id) =>
        Figure(chart, state, id, [], chart.Artboards, a => SvgWriter.WriteStill(a, chart.Spec.States.IndexOf(state)));

    /// <summary>The chart of a first screen, which has to come quickly: without words it may be shrunk, and every second drawing stands for the narrower one before it, too.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="state">The state in which it is seen.</param>
    /// <param name="id">An id that is unique on the page.</param>
    public static Dictionary<string, object?> Opening(DrawnChart chart, StateSpec state, string id) =>
        Figure(chart, state, id, [], chart.HasWords ? chart.Artboards : Half(chart), a => SvgWriter.WriteStill(a, chart.Spec.States.IndexOf(state)));

    private static IEnumerable<DrawnArtboard> Half(DrawnChart chart) => chart.Artboards.Chunk(2).Select(pair => pair[^1] with
    {
        Artboard = pair[^1].Artboard with { Name = string.Join(' ', pair.Select(a => a.Artboard.Name)) },
    });

    /// <summary>A chart that stands in one state until scripts put it into another.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="state">The state in which it is first seen.</param>
    /// <param name="id">An id that is unique on the page.</param>
    /// <param name="later">The states that it can be put into.</param>
    /// <param name="drawings">Where its drawings are.</param>
    public static Dictionary<string, object?> Changing(DrawnChart chart, StateSpec state, string id, IEnumerable<StateSpec> later, DrawingFiles drawings) =>
        Figure(chart, state, id, later, chart.Artboards, a => SvgWriter.WriteStill(a, chart.Spec.States.IndexOf(state), drawings.AddressOf(chart, a)));

    /// <summary>A chart that scripts bring, as its states stand beside their steps without them.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="state">The state in which it is first seen.</param>
    /// <param name="id">An id that is unique on the page.</param>
    /// <param name="later">The states that it can be put into.</param>
    /// <param name="drawings">Where its drawings are.</param>
    public static Dictionary<string, object?> Coming(DrawnChart chart, StateSpec state, string id, IEnumerable<StateSpec> later, DrawingFiles drawings) =>
        Figure(chart, state, id, later, chart.Artboards, a => SvgWriter.WriteRoom(a, drawings.AddressOf(chart, a)));

    private static Dictionary<string, object?> Figure(DrawnChart chart, StateSpec state, string id, IEnumerable<StateSpec> later, IEnumerable<DrawnArtboard> artboards, Func<DrawnArtboard, string> write)
    {
        var model = Words(chart, state, id, later);
        model["svg"] = string.Concat(artboards.Select(write));
        model["marks"] = MarkWords.Write(chart, later.Prepend(state));
        var table = ChartTable.Of(chart.Spec, chart.Language);
        model["heads"] = table.Heads;
        model["rows"] = table.Rows;
        model["downloads"] = Downloads(chart);
        return model;
    }

    /// <summary>What a state of a chart shows, in words.</summary>
    public static string Alt(DrawnChart chart, StateSpec state) => ChartDescription.For(chart.Spec, state, chart.Language);

    /// <summary>The title under which a chart leaves the page.</summary>
    public static string TitleOf(DrawnChart chart) => (ChartPicture.StateOf(chart.Spec).Title ?? chart.Spec.Title).In(chart.Language);

    private static ImmutableArray<Dictionary<string, object?>> Downloads(DrawnChart chart)
    {
        var title = TitleOf(chart);
        return [.. ChartFiles.Endings.Select(ending => new Dictionary<string, object?>
        {
            ["name"] = ending.ToUpperInvariant(),
            ["address"] = "/" + ChartFiles.PathOf(chart.Spec.Id, chart.Language, ending),
            ["label"] = chart.Language.Word("chart.download", ending.ToUpperInvariant(), title),
        })];
    }

    /// <summary>A chart in one state, as a picture beside its step.</summary>
    public static string Still(DrawnChart chart, StateSpec state) => At(StillArtboard, chart, state);

    /// <summary>The chart in one state and one width, for a place where it is a picture and takes any size.</summary>
    public static string Picture(DrawnChart chart, StateSpec state) =>
        At("middle", chart, state);

    private static string At(string artboard, DrawnChart chart, StateSpec state) =>
        SvgWriter.WriteStill(chart.Artboards.Single(a => a.Artboard.Name == artboard), chart.Spec.States.IndexOf(state));

    /// <summary>The colour-free key of a crowd: what each tone of its dots stands for; empty where colours or groups tell.</summary>
    public static ImmutableArray<Dictionary<string, object?>> Legend(DrawnChart chart)
    {
        if (chart.Spec.Marks is not [UnitMark { HasTones: true } unit])
            return [];
        var rows = chart.Spec.Data.Rows;
        return [.. rows.Select((row, i) => new Dictionary<string, object?>
        {
            ["tone"] = i == 0 ? "sure" : i == rows.Length - 1 ? "ring" : "mid",
            ["amount"] = unit.AmountInKey(row, chart.Spec.Data, chart.Language),
            ["words"] = unit.WordsField is null ? "" : row.Text(unit.WordsField, chart.Language),
        })];
    }

    private static Dictionary<string, object?> Words(DrawnChart chart, StateSpec state, string id, IEnumerable<StateSpec> later)
    {
        var (spec, language) = (chart.Spec, chart.Language);
        return new Dictionary<string, object?>
        {
            ["id"] = id,
            ["name"] = spec.Id,
            ["titleTag"] = "p",
            ["title"] = (state.Title ?? spec.Title).In(language),
            ["subtitle"] = spec.Subtitle?.In(language) ?? "",
            ["source"] = spec.Source?.In(language) ?? "",
            ["alt"] = Alt(chart, state),
            ["alts"] = AltsByState(chart, state, later),
            ["state"] = state.Name,
            ["table"] = language.Word("chart.table"),
            ["titles"] = TitlesByState(spec, language),
            ["rooms"] = RoomsOfTitles(chart, state, later),
        };
    }

    private static string TitlesByState(ChartSpec spec, Language language) =>
        spec.States.Any(s => s.Title is not null)
            ? Json.InAttribute(spec.States.ToDictionary(s => s.Name, s => (s.Title ?? spec.Title).In(language)))
            : "";

    // All titles that take turns, the first too: when it is the longest, the others must not let go of its lines.
    private static List<string> RoomsOfTitles(DrawnChart chart, StateSpec state, IEnumerable<StateSpec> later)
    {
        var titles = later.Append(state).Select(s => (s.Title ?? chart.Spec.Title).In(chart.Language)).Distinct(StringComparer.Ordinal).ToList();
        return titles.Count > 1 ? titles : [];
    }

    // Only what the page can come to see, and only where it differs.
    private static string AltsByState(DrawnChart chart, StateSpec state, IEnumerable<StateSpec> later)
    {
        var alts = later.Append(state).DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => Alt(chart, s));
        return alts.Values.Distinct().Skip(1).Any() ? Json.InAttribute(alts) : "";
    }
}
