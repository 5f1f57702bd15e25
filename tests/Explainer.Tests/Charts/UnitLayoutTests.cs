using System.Text.RegularExpressions;
using CsCheck;
using Explainer.Charts;
using Explainer.Data;

namespace Explainer.Tests.ChartsTests;

/// <summary>Dots stand apart, inside the frame and in the right number, and stay themselves; words stand clear of them and of each other.</summary>
public sealed partial class UnitLayoutTests
{
    private const string Arrangements =
        """
        states:
          circles:
          piles: {arrange: piles}
          rows: {arrange: rows}
        """;

    private static readonly Language English = UnitCharts.Speak("en");
    private static readonly Language Russian = UnitCharts.Speak("ru");

    // Pieces of names, short and long, that are put together differently.
    private static readonly string[] Pieces =
    [
        "Spain", "United Kingdom of Great Britain", "Kazakhstan and neighbours", "elsewhere, or without a country in the reports", "Соединённые Штаты Америки",
        "Великобритания и Северная Ирландия", "в других местах", "Перу", "Азербайджан", "переехали в третью страну", "Грузия", "без страны",
    ];

    [Fact]
    public void A_name_without_a_space_is_cut_between_letters()
    {
        const string Letter = "\U0001D538";
        var name = string.Concat(Enumerable.Repeat(Letter, 60));
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Groups([9, 4], i => name + i), "data: made-up\ntitle: T\nalt: A\nmarks: [{type: unit, value: n, per: 1, group: name, arrange: piles}]\n"), UnitCharts.Speak("en"), UnitCharts.Faces).Chart;

        var lines = drawn.Artboards.SelectMany(a => UnitCharts.Lines(a.Drawings[0])).Select(l => l.Words).Where(w => w.Contains('-', StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(lines);
        Assert.All(lines, l => Assert.DoesNotContain(l.Replace(Letter, "", StringComparison.Ordinal), char.IsSurrogate));
    }

    [Fact]
    public void No_dot_touches_another_or_the_frame_and_none_is_lost() =>
        Gen.Select(Gen.Int[1, 400].Array[1, 12], Gen.Bool).Sample(
            (dots, isColoured) =>
            {
                var drawn = Draw(dots, i => Pieces[i], English, isColoured ? "group: name, colour: ink, hollow: {id: r0}" : "group: name");
                foreach (var drawing in drawn.Artboards.SelectMany(a => a.Drawings))
                {
                    Assert.Equal(dots, UnitCharts.Units(drawing).Select(m => UnitCharts.DotsOf(m).Count));
                    var radius = UnitCharts.Radius(UnitCharts.Units(drawing).First());
                    var all = UnitCharts.Units(drawing).SelectMany(UnitCharts.DotsOf).ToList();
                    Assert.All(all, d => Assert.True(d.X >= radius - 0.06 && d.Y >= radius - 0.06 && d.X <= drawing.Width - radius + 0.06 && d.Y <= drawing.Height - radius + 0.06, $"{d} leaves {drawing.Width} by {drawing.Height}"));
                    Assert.True(Nearest(all) >= 2 * radius, $"dots of {2 * radius} stand {Nearest(all)} apart");
                }
            },
            iter: 25);

    [Fact]
    public void Dots_are_equally_large_in_all_states_of_a_width() =>
        Gen.Int[1, 500].Array[1, 8].Sample(
            dots =>
            {
                var drawn = Draw(dots, i => Pieces[i], English, "group: name", Arrangements + "\n  crowd: {group: none}\n");
                Assert.All(drawn.Artboards, a => Assert.Single(a.Drawings.SelectMany(UnitCharts.Units).Select(UnitCharts.Radius).Distinct()));
            },
            iter: 15);

    // The page moves numbers of paths that are otherwise the same, letter for letter.
    [Fact]
    public void A_dot_is_the_same_dot_in_every_state()
    {
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, UnitCharts.FourStates + "\n  rows: {group: town, arrange: rows}\n  some: {show: {way: by boat}, group: way}"), English, UnitCharts.Faces).Chart;

        foreach (var artboard in drawn.Artboards)
        {
            foreach (var row in artboard.Drawings.SelectMany(UnitCharts.Units).GroupBy(m => m.Key))
            {
                Assert.Single(row.Select(m => Number().Replace(UnitCharts.Geometry(m), "")).Distinct());
                Assert.Single(row.Select(m => m.Elements.Length).Distinct());
            }

            Assert.Equal(["unit-d", "unit-f"], UnitCharts.Units(artboard.Drawings[^1]).Select(m => m.Key));
        }
    }

    [Fact]
    public void Groups_stand_in_the_order_of_the_data_and_rows_within_them_from_the_top_down()
    {
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, UnitCharts.FourStates + "\n  rows: {group: town, arrange: rows}"), English, UnitCharts.Faces).Chart;

        foreach (var drawing in drawn.Artboards.SelectMany(a => a.Drawings.Skip(1)))
        {
            var dots = UnitCharts.Units(drawing).Select(UnitCharts.DotsOf).ToList();
            Assert.All(dots, row => Assert.Equal(row.Select(d => Math.Round(d.Y, 1)).Order(), row.Select(d => Math.Round(d.Y, 1))));
        }

        var town = drawn.Artboards[^1].Drawings[1];
        var rows = UnitCharts.Units(town).ToDictionary(m => m.Key, UnitCharts.DotsOf);
        Assert.True(rows["unit-a"].Max(d => d.Y) <= rows["unit-b"].Min(d => d.Y) + 0.01);
        Assert.True(rows["unit-a"].Max(d => d.X) < rows["unit-c"].Min(d => d.X));
    }

    [Fact]
    public void A_crowd_keeps_its_places_when_rows_leave()
    {
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, "data: made-up\ntitle: T\nalt: A\nmarks: [{type: unit, value: people}]\nstates:\n  all:\n  some: {show: {way: by train}, highlight: {town: Northport}}\n"), English, UnitCharts.Faces).Chart;

        foreach (var artboard in drawn.Artboards)
        {
            var all = UnitCharts.Units(artboard.Drawings[0]).ToDictionary(m => m.Key);
            Assert.Equal([("unit-a", true), ("unit-c", false), ("unit-g", false)], UnitCharts.Units(artboard.Drawings[1]).Select(m => (m.Key, m.IsLit)));
            Assert.All(UnitCharts.Units(artboard.Drawings[1]), m => Assert.Equal(all[m.Key].Elements, m.Elements));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(12)]
    public void Words_stand_clear_of_words_and_dots_at_every_width_in_both_languages(int groups)
    {
        foreach (var language in new[] { English, Russian })
        {
            // Every mixture of short and long names, of large and small groups.
            for (var shift = 0; shift < Pieces.Length; shift += 3)
            {
                var (chart, findings) = ChartDrawer.Draw(
                    Spec([.. Enumerable.Range(0, groups).Select(i => 3 + ((i * 67) + (shift * 31)) % 180)], i => $"{Pieces[(i + shift) % Pieces.Length]}{(i % 4 == 3 ? " и " + Pieces[(i + 5) % Pieces.Length] : "")}", "group: name"),
                    language,
                    UnitCharts.Faces);

                Assert.Empty(findings);
                foreach (var drawing in chart.Artboards.SelectMany(a => a.Drawings))
                    AssertClear(drawing, groups);
            }
        }
    }

    [Fact]
    public void Words_of_any_length_stand_clear() =>
        Gen.Select(Gen.Int[1, 300], Gen.String[Gen.Char["aeinrst     "], 1, 70]).Array[1, 12].Sample(
            groups =>
            {
                var drawn = Draw([.. groups.Select(g => g.Item1)], i => $"{(char)('A' + i)}{groups[i].Item2.Trim()}", English, "group: name");
                foreach (var drawing in drawn.Artboards.SelectMany(a => a.Drawings))
                    AssertClear(drawing, groups.Length);
            },
            iter: 25);

    [Fact]
    public void Threads_side_by_side_draw_the_same_charts()
    {
        var spec = UnitCharts.Read(UnitCharts.Towns, UnitCharts.FourStates + "\n  rows: {group: town, arrange: rows}");
        var alone = Written(spec);

        Assert.All(Enumerable.Range(0, 4).AsParallel().Select(_ => Written(spec)).ToList(), w => Assert.Equal(alone, w));
    }

    private static string Written(ChartSpec spec)
    {
        var drawn = ChartDrawer.Draw(spec, English, UnitCharts.Faces).Chart;
        return string.Concat(drawn.Artboards.Select(a => SvgWriter.WriteStates(a, drawn.Spec.States)));
    }

    private static void AssertClear(KeyedDrawing drawing, int groups)
    {
        var lines = UnitCharts.Lines(drawing);
        Assert.True(lines.Count >= groups);
        var dots = UnitCharts.Units(drawing).SelectMany(UnitCharts.DotsOf).ToList();
        var radius = UnitCharts.Radius(UnitCharts.Units(drawing).First());
        for (var i = 0; i < lines.Count; i++)
        {
            var (words, box) = lines[i];
            Assert.True(new Box(-0.1, -0.1, drawing.Width + 0.1, drawing.Height + 0.1).Holds(box), $"'{words}' leaves the frame");
            Assert.All(lines.Skip(i + 1), other => Assert.False(other.Box.Overlaps(box), $"'{words}' is over '{other.Words}' at {drawing.Width}"));
            Assert.DoesNotContain(dots, d => new Box(d.X - radius + 0.1, d.Y - radius + 0.1, d.X + radius - 0.1, d.Y + radius - 0.1).Overlaps(box));
        }

        Assert.All(drawing.Marks.SelectMany(m => m.Elements).Where(e => e.Name == "text"), t => Assert.True(double.Parse(UnitCharts.Attribute(t, "font-size"), System.Globalization.CultureInfo.InvariantCulture) >= 12));
    }

    private static double Nearest(List<(double X, double Y)> dots)
    {
        var least = double.PositiveInfinity;
        var sorted = dots.OrderBy(d => d.Y).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count && sorted[j].Y - sorted[i].Y < least; j++)
                least = Math.Min(least, Math.Sqrt(Math.Pow(sorted[i].X - sorted[j].X, 2) + Math.Pow(sorted[i].Y - sorted[j].Y, 2)));
        }

        return least;
    }

    private static ChartSpec Spec(IReadOnlyList<int> dots, Func<int, string> name, string mark, string states = Arrangements) =>
        UnitCharts.Read(UnitCharts.Groups(dots, i => $"\"{name(i)}\""), $"data: made-up\ntitle: T\nalt: A\nmarks: [{{type: unit, value: n, per: 1, {mark}}}]\n{states}");

    private static DrawnChart Draw(IReadOnlyList<int> dots, Func<int, string> name, Language language, string mark, string states = Arrangements) =>
        ChartDrawer.Draw(Spec(dots, name, mark, states), language, UnitCharts.Faces).Chart;

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Number();
}
