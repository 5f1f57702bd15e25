using Explainer.Charts;
using Explainer.Data;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Between two states, the marks that persist, enter and leave are those that the data say.</summary>
public sealed class KeyTests
{
    public static TheoryData<string, string> ChartsWithStates =>
        new(DrawnCharts.SiteNames.SelectMany(site => DrawnCharts.SiteOf(site).Content!.Charts.Values.Where(c => c.States.Length > 1).Select(c => (site, c.Id))));

    [Theory]
    [MemberData(nameof(ChartsWithStates))]
    public void Marks_persist_enter_and_leave_as_rows_do(string site, string chart)
    {
        var drawn = DrawnCharts.Of(site, chart, "en");
        var spec = drawn.Spec;
        foreach (var artboard in drawn.Artboards)
        {
            for (var from = 0; from < spec.States.Length; from++)
            {
                for (var to = 0; to < spec.States.Length; to++)
                {
                    var (before, after) = (ExpectedIn(spec, spec.States[from]), ExpectedIn(spec, spec.States[to]));
                    var (seenBefore, seenAfter) = (SeenIn(artboard, from, spec), SeenIn(artboard, to, spec));
                    Assert.Equal(
                        (before.Intersect(after).Count(), after.Except(before).Count(), before.Except(after).Count()),
                        (seenBefore.Intersect(seenAfter).Count(), seenAfter.Except(seenBefore).Count(), seenBefore.Except(seenAfter).Count()));
                    Assert.Equal(after.Order(StringComparer.Ordinal), seenAfter.Order(StringComparer.Ordinal));
                }
            }
        }
    }

    // What each row must show, told from the data alone.
    private static HashSet<string> ExpectedIn(ChartSpec spec, StateSpec state)
    {
        var rows = spec.RowsIn(state);
        return [.. spec.MarksIn(state).SelectMany(mark => rows.Where(row => HasMark(mark, row, spec, state, rows)).Select(row => $"{mark.Name}-{row.Key}"))];
    }

    private static bool HasMark(Mark mark, Row row, ChartSpec spec, StateSpec state, IReadOnlyCollection<Row> rows) => mark switch
    {
        AreaMark => false,
        LineMark { Series: null } line when state.Labels?.Chooses(row) ?? false => row.Number(line.Value) is not null,
        LineMark { Series: null, Channels.HasLabels: true } line when state.Labels is null && IsLabelledEnd(line, spec, row, rows) => true,
        LineMark { HasDots: false } => false,
        LineMark { HasDots: null } line when rows.Count(r => r.Number(line.Value) is not null && SameLine(line, spec, r, row)) > 25 => false,
        TextMark text => text.Value is not null && row.Number(text.Value) is not null,
        RingMark ring => row.Number(ring.Size) > 0,
        CircleMark circles when circles.Places.Region is null || row.Number(circles.Size) is not null => row.Number(circles.Size) > 0,

        // Of circles, a region without a number that is out of view stands below the map by its name.
        CircleMark { Channels.Label: not null } => true,
        GeoMark { Places.Region: { } region } => spec.Map!.On(Artboard.All[0]).Find(row.Identity(region))!.IsInView,
        _ => mark.ValuesOf(row).Any(),
    };

    // The last value of a line is written at it, in few panels the first too; what is written has a dot.
    private static bool IsLabelledEnd(LineMark line, ChartSpec spec, Row row, IEnumerable<Row> rows)
    {
        var valued = rows.Where(r => r.Number(line.Value) is not null && SameLine(line, spec, r, row)).OrderBy(r => r.Number(spec.Places!.Field!) ?? 0).ToList();
        return valued.Count > 0 && (valued[^1] == row || (valued[0] == row && spec.Panels.Count() <= 4));
    }

    private static bool SameLine(LineMark line, ChartSpec spec, Row one, Row other) =>
        (line.Series is null || one.Identity(line.Series) == other.Identity(line.Series)) && (spec.Facet is null || one.Identity(spec.Facet) == other.Identity(spec.Facet));

    private static HashSet<string> SeenIn(DrawnArtboard artboard, int state, ChartSpec spec)
    {
        var possible = spec.Marks.SelectMany(m => spec.Data.Rows.Select(r => $"{m.Name}-{r.Key}")).ToHashSet(StringComparer.Ordinal);
        return [.. artboard.Drawings[state].Marks.Select(m => m.Key.StartsWith("text-", StringComparison.Ordinal) && !possible.Contains(m.Key) ? m.Key["text-".Length..] : m.Key).Where(possible.Contains)];
    }
}
