using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Every chart of the gallery as it was looked at and found good, in both languages, light and dark.</summary>
public sealed class GallerySnapshotTests
{
    // Marks of any sort must be seen in the gallery, and so must all scales and every key of a state.
    [Fact]
    public void The_gallery_shows_every_mark_scale_and_way_of_colouring()
    {
        var charts = Sites.Gallery.Content!.Charts.Values.ToList();
        var marks = charts.SelectMany(c => c.Marks).ToList();
        var axes = charts.SelectMany(c => new[] { c.X, c.Y }).OfType<AxisSpec>().ToList();
        var states = charts.SelectMany(c => c.States).ToList();

        Assert.True(charts.Count >= 24);
        Assert.Equal(
            ["AreaMark", "ArrowMark", "BarMark", "CircleMark", "DotMark", "LineMark", "RangeMark", "RegionMark", "RingMark", "RuleMark", "TextMark", "UnitMark"],
            marks.Select(m => m.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<ScaleType>(), axes.Select(a => a.Scale).Distinct().Order());
        Assert.Equal(
            ["ConstantColour", "KindColour", "OrdinalColour", "SequentialColour"],
            marks.Select(m => m.Channels.Colour.GetType().Name).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Arrange>(), marks.OfType<BarMark>().Where(b => b.Series is not null).Select(b => b.Arrange).Distinct().Order());
        Assert.Contains(marks, m => m is AreaMark { Low: not null });
        Assert.Contains(marks, m => m is AreaMark { Series: not null, Arrange: Arrange.Share });
        Assert.Contains(marks, m => m is LineMark { Dashed: not null });
        Assert.Contains(marks, m => m is DotMark { Hollow: not null });
        Assert.Contains(marks, m => m is DotMark { Size: not null });
        Assert.Contains(marks, m => m is RangeMark { Half: not null, Hedge: not null, Hollow: not null });
        Assert.Contains(marks, m => m is RuleMark { At: not null });
        Assert.Contains(marks, m => m is RuleMark { Value: not null });
        Assert.Contains(marks, m => m is ArrowMark { From: not null });
        Assert.Contains(marks, m => m is ArrowMark { Start: not null });
        Assert.Contains(marks, m => m is TextMark { At: not null });
        Assert.Contains(marks, m => m is TextMark { Field: not null });
        Assert.Contains(marks, m => m is CircleMark { Places.Region: not null });
        Assert.Contains(marks, m => m is GeoMark { Places.Lon: not null });
        Assert.Contains(charts, c => c.Facet is not null && c.Data.Rows.Select(r => r.Identity(c.Facet)).Distinct().Count() >= 9);
        Assert.Contains(charts, c => c.Order is not null);
        Assert.Contains(charts, c => c.Flip);
        Assert.Contains(charts, c => c.Missing is not null);
        foreach (var key in new Func<StateSpec, object?>[] { s => s.Show, s => s.Highlight, s => s.Marks, s => s.Notes, s => s.Title, s => s.Alt, s => s.Order, s => s.PlaceDomain, s => s.ValueDomain, s => s.Value, s => s.Units })
            Assert.Contains(states, s => key(s) is not null);
    }

    // Words that fit nowhere are told; in the gallery only one chart is so crowded on a phone.
    [Fact]
    public void The_gallery_builds_and_only_the_crowded_map_drops_words() =>
        Assert.All(Sites.Gallery.Findings, f => Assert.Equal(("EX0310", "input/charts/where.yml"), (f.Code, f.Where!.Value.Source.Path)));

    [Theory]
    [MemberData(nameof(Sheets))]
    public void A_chart_looks_as_it_was_reviewed(string chart, string language) =>
        Snapshot.Verify($"{chart}.{language}.svg", Sheet.Write(DrawnCharts.Of("gallery", chart, language)));

    public static TheoryData<string, string> Sheets =>
        new(Sites.Gallery.Content!.Charts.Keys.SelectMany(c => DrawnCharts.Languages.Select(l => (c, l))));
}
