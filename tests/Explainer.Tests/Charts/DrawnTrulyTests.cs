using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>What cannot be drawn truly is refused at its place; what can be is in sight.</summary>
public sealed class DrawnTrulyTests
{
    private const string Spain = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n";

    private const string Circles = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: ITA, v: 40}\n";

    private const string Years = "fields: {t: time, v: number, w: {type: number, unit: \"%\"}, n: text}\nrows:\n  - {t: 2020, v: 5, w: 3, n: a}\n  - {t: 2021, v: 8, w: 9, n: b}\n  - {t: 2022, v: 11, w: 4, n: c}\n";
    private const string Parts = "fields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 5, n: a}\n  - {t: 2020, n: b}\n  - {t: 2021, v: 1, n: a}\n  - {t: 2021, v: 1, n: b}\n";
    private const string Nothing = "fields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 0, n: a}\n  - {t: 2020, v: 0, n: b}\n";
    private const string Holes = "fields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 1, n: a}\n  - {t: 2021, v: 1, n: b}\n  - {t: 2022, v: 1, n: a}\n  - {t: 2023, v: 1, n: b}\n";
    private const string Places = "fields: {lon: number, lat: number, v: number}\nrows:\n  - {lon: 2, lat: 48, v: 1}\n  - {lon: 151, v: 0}\n";
    private const string Panels = "fields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 1, n: a}\n  - {t: 2021, v: 1}\n";
    private const string Hedged = "fields: {n: text, v: number, w: number, h: text}\nkey: n\nrows:\n  - {n: a, w: 5, h: upto}\n  - {n: b, v: 6, h: atleast}\n  - {n: c, v: 7, w: 7, h: atleast}\n";
    private const string Empty = "fields: {n: text, v: number, w: number}\nrows:\n  - {n: a, v: 5}\n  - {n: b, w: 8}\n";
    private const string Sayers = "fields: {n: text, v: number, w: number, who: kind, side: text, words: text}\nkey: n\nrows:\n  - {n: a, v: 5, w: 6, who: survey, side: x, words: five}\n  - {n: b, v: 8, w: 9, who: claim, side: x, words: eight}\n  - {n: c, v: 11, w: 9, who: estimate, side: y, words: eleven}\n";
    private const string Twice = "fields: {t: time, v: number}\nrows:\n  - {t: 2020, v: 1}\n  - {t: 2020-01, v: 2}\n";

    [Theory]
    [InlineData(Parts, "x: t\ny: v\nmarks: [{type: bar, series: n}]", "data:5:5 EX0322 the row '1' has no value, and a pile that lacks a part would look like the whole")]
    [InlineData(Nothing, "x: t\ny: v\nmarks: [{type: bar, series: n, arrange: share}]", "data:4:18 EX0322 the parts at '2020' add up to nothing, so they have no shares")]
    [InlineData(Holes, "x: t\ny: v\nmarks: [{type: area, series: n}]", "data:4:24 EX0322 the layer 'a' has no row at a place where others have one, so it could not be stacked there")]
    [InlineData(Places, "map: {view: [-12, 34, 34, 62], names: {France: Gaul}}\nmarks: [{type: geo, lon: lon, lat: lat}]", "chart:3:40 EX0338 the map has no region 'France'")]
    [InlineData(Places, "map: {view: [-12, 34, 34, 62], phone: [-12, 34, 34]}\nmarks: [{type: geo, lon: lon, lat: lat}]", "chart:3:39 EX0337 a view is four numbers")]
    [InlineData(Places, "map: {phone: [-12, 62, 34, 34]}\nmarks: [{type: geo, lon: lon, lat: lat}]", "chart:3:14 EX0337 south should lie below north: the order is west, south, east, north")]
    [InlineData(Places, "map: europe\nmarks: [{type: geo, lon: lon, lat: lat}]", "data:5:5 EX0338 the row '1' has no place on the globe")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, dots: 10}]", "chart:4:41 EX0305 'dots' goes with circles, but this mark has none")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, elsewhere: {code: ITA}}]", "chart:4:46 EX0305 'elsewhere' goes with circles, but this mark has none")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, ring: yes}]", "chart:4:41 EX0305 a ring is as large as a number says, but this mark has no 'size'")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v, hatch: yes}]", "chart:4:51 EX0305 'hatch' goes with regions that are filled, but this mark has circles")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v}, {type: geo, name: other, region: code, size: v}]", "chart:4:52 EX0305 a map has one mark with circles at a time: two of them would lie over each other")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v, dots: 0}]", "chart:4:50 EX0309 'dots' says how many units each dot stands for, so it should be above zero")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v, dots: 50}]", "chart:4:50 EX0309 the circle of 'ESP' would have 180 dots")]
    [InlineData(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v, dots: 100}]", "data:6:20 EX0320 the row 'ITA' gets no dot: it is less than half of the 100 that one stands for")]
    [InlineData(Panels, "facet: n\nx: t\ny: v\nmarks: dot", "data:5:5 EX0206 the row '1' lacks 'n', which parts the panels")]
    [InlineData(Twice, "x: t\ny: v\nmarks: line", "data:5:9 EX0317 an earlier row stands at '2020-01' too, so the mark 'line' would be drawn twice there")]
    [InlineData(Years, "x: t\ny: {field: v, domain: [0, 20], ticks: [0, 30]}\nmarks: dot", "chart:4:39 EX0311 a tick lies outside the domain")]
    [InlineData(Years, "x: t\ny: {field: v, domain: [0, 6]}\nmarks: dot", "chart:4:23 EX0311 2 rows lie outside the domain: '1' at input/data/data.yml:5:5, '2' at input/data/data.yml:6:5")]
    [InlineData(Years, "x: t\ny: v\nmarks: [{type: text, at: {x: 2020, y: 1}, words: \" \"}]", "chart:5:50 EX0114 'words' has no words")]
    [InlineData(Years, "x: t\ny: v\nmarks: [{type: arrow, from: {x: 2020, y: 1}, to: {x: 2020, y: 1}}]", "chart:5:50 EX0305 this arrow ends where it begins")]
    [InlineData(Years, "facet: n\nx: t\ny: v\nmarks: [{type: arrow, from: {x: 2020, y: 1, facet: a}, to: {x: 2021, y: 2, facet: b}}]", "chart:6:60 EX0305 an arrow cannot go from one panel to another")]
    [InlineData(Years, "x: v\ny: n\nmarks: [{type: bar, to: w}]", "data:4:18 EX0314 the low end of the row '0' lies above its high end")]
    [InlineData(Years, "x: w\ny: {field: t, type: band}\nmarks: [{type: bar, series: n, to: v}]", "chart:5:36 EX0305 the parts of a pile have no high ends")]
    [InlineData(Hedged + "  - {n: d, v: 6, w: 9, h: atleast}\n", "x: {}\ny: n\nmarks: [{type: range, low: v, high: w, hedge: h}]", "data:8:27 EX0323 the hedge 'atleast' of the row 'd' leaves open the end that 'w' gives as 9")]
    [InlineData(Hedged + "  - {n: d, w: 9, h: over}\n", "x: {}\ny: n\nmarks: [{type: range, low: v, high: w, hedge: h}]", "data:8:21 EX0323 the hedge 'over' of the row 'd' leaves open the end that 'w' gives as 9")]
    [InlineData(Hedged + "  - {n: d, v: 6, w: 9, h: upto}\n", "x: {}\ny: n\nmarks: [{type: range, low: v, high: w, hedge: h}]", "data:8:27 EX0323 the hedge 'upto' of the row 'd' leaves open the end that 'v' gives as 6")]
    [InlineData(Empty, "x: v\ny: w\nmarks: dot", "chart:1:1 EX0302 no row has both a place in 'v' and a number in 'w', so this chart would show nothing")]
    [InlineData(Years, "facet: n\nmarks: [{type: unit, value: v, per: 1}]", "chart:1:1 EX0305 a chart of units has no panels")]
    public void What_would_be_drawn_wrong_is_refused_where_it_stands(string data, string chart, string expected)
    {
        var findings = new List<Diagnostic>();

        Read(data, chart, findings);

        Assert.Equal(expected, $"{Path.GetFileNameWithoutExtension(findings[0].Where!.Value.Source.Path)}:{findings.Lines().First()}");
    }

    [Theory]
    [InlineData("europe")]
    [InlineData("{view: [-12, -40, 160, 62], phone: [-12, 34, 34, 62]}")]
    [InlineData("{view: [-12, 34, 34, 62], phone: [-12, -40, 160, 62]}")]
    public void A_dot_beyond_a_view_of_its_map_is_told(string map)
    {
        var findings = new List<Diagnostic>();

        Read(Places.Replace("lon: 151, v: 0", "lon: 151, lat: -33, v: 0", StringComparison.Ordinal), "map: " + map + "\nmarks: [{type: geo, lon: lon, lat: lat}]", findings);

        Assert.Equal(["5:11 EX0339 the row '1' lies outside the map's view"], findings.Lines());
    }

    [Fact]
    public void On_a_map_of_circles_a_region_without_a_number_is_hatched_and_a_hedge_is_said()
    {
        const string Data = "fields: {code: text, v: number, h: text}\nkey: code\nrows:\n  - {code: ESP, v: 9000, h: over}\n  - {code: FRA}\n";
        var marks = Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v, hedge: h}]").Artboards[^1].Drawings[0].Marks;

        Assert.Equal("circle", marks.Single(m => m.Key == "geo-ESP").Elements.Single().Name);
        Assert.Contains(marks.Single(m => m.Key == "geo-FRA").Elements, e => e.Name == "path" && e.Attributes.Any(a => a.Value.Contains("h-ink2", StringComparison.Ordinal)));
        Assert.Contains(marks, m => m.Elements.Any(e => e.Content.Contains("over 9,000", StringComparison.Ordinal)));
    }

    [Fact]
    public void Dots_in_circles_are_as_many_as_their_number_says_and_lie_within_their_rims_and_what_is_elsewhere_stands_hollow_below_the_map()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 1102}\n  - {code: FRA, v: 155}\n  - {code: ITA, v: 10}\n  - {code: rest, v: 848}\n";
        var drawn = Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v, dots: 10, elsewhere: {code: rest}}]");

        foreach (var marks in drawn.Artboards.Select(a => a.Drawings[0].Marks))
        {
            foreach (var (code, dots) in new[] { ("ESP", 110), ("FRA", 16), ("ITA", 1), ("rest", 85) })
            {
                var elements = marks.Single(m => m.Key == "geo-" + code).Elements;
                var (x, y, r) = (Number(elements[0], "cx"), Number(elements[0], "cy"), Number(elements[0], "r"));
                var pitch = double.Parse(Value(elements[1], "stroke-dasharray").Split(' ')[1], CultureInfo.InvariantCulture);
                var dot = Number(elements[1], "stroke-width") / 2;
                var strokes = Strokes(Value(elements[1], "d"));

                // A dash begins at each pitch along a stroke, the end included.
                Assert.Equal(dots, strokes.Sum(s => 1 + (int)(s.Length / pitch)));
                Assert.True(dot >= 0.9 && 2 * dot < pitch, $"dots of {dot} are {pitch} apart");
                Assert.All(strokes, s => Assert.All([s.X, s.X + (Math.Floor(s.Length / pitch) * pitch)], at => Assert.InRange(Math.Sqrt(Math.Pow(at - x, 2) + Math.Pow(s.Y - y, 2)) + dot, 0, r + 0.2)));
                Assert.Equal(code == "rest" ? 3 : 2, elements.Length);
            }

            Assert.True(Number(marks.Single(m => m.Key == "geo-rest").Elements[0], "cy") > marks.Where(m => m.Key is "geo-ESP" or "geo-FRA" or "geo-ITA").Max(m => Number(m.Elements[0], "cy")));
        }

        Assert.Equal(Math.Sqrt(1102.0 / 155), Number(Circle("ESP"), "r") / Number(Circle("FRA"), "r"), 0.02);

        // Each stroke is told from the end of the one before it.
        static List<(double X, double Y, double Length)> Strokes(string path)
        {
            var strokes = new List<(double X, double Y, double Length)>();
            var (x, y) = (0.0, 0.0);
            foreach (Match stroke in Regex.Matches(path, @"[Mm](-?[\d.]+) ?(-?[\d.]+)h(-?[\d.]+)"))
            {
                var numbers = stroke.Groups.Values.Skip(1).Select(g => double.Parse(g.Value, CultureInfo.InvariantCulture)).ToList();
                (x, y) = (x + numbers[0], y + numbers[1]);
                strokes.Add((x, y, numbers[2]));
                x += numbers[2];
            }

            return strokes;
        }

        Element Circle(string code) => drawn.Artboards[^1].Drawings[0].Marks.Single(m => m.Key == "geo-" + code).Elements[0];
        static string Value(Element element, string name) => element.Attributes.Single(a => a.Key == name).Value;
        static double Number(Element element, string name) => double.Parse(Value(element, name), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_ring_stands_around_the_middle_of_its_circle_on_one_scale_with_it_and_is_told_by_the_place_and_its_words()
    {
        const string Data = "fields: {code: text, name: {type: text, title: Country}, v: number, other: number, who: text}\nkey: code\nrows:\n  - {code: ESP, name: Spain, v: 100, other: 25, who: a bank}\n  - {code: FRA, name: France, v: 50}\n";
        var drawn = Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v, label: name}, {type: geo, name: ring, ring: yes, region: code, size: other, label: who}]");
        var marks = drawn.Artboards[^1].Drawings[0].Marks;
        var circle = marks.Single(m => m.Key == "geo-ESP").Elements.Single();
        var ring = marks.Single(m => m.Key == "ring-ESP").Elements[^1];

        Assert.Equal((Of(circle, "cx"), Of(circle, "cy")), (Of(ring, "cx"), Of(ring, "cy")));
        Assert.Equal(Number(circle) / 2, Number(ring), 0.1);
        Assert.DoesNotContain(marks, m => m.Key == "ring-FRA");
        Assert.Contains(marks, m => m.Key == "label-geo-ESP" && m.Elements.Any(e => e.Content.Contains("a bank: 25", StringComparison.Ordinal)));

        static string Of(Element element, string name) => element.Attributes.Single(a => a.Key == name).Value;
        static double Number(Element element) => double.Parse(Of(element, "r"), CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_ring_without_a_circle_is_refused()
    {
        var findings = new List<Diagnostic>();

        Read(Spain, "map: europe\nmarks: [{type: geo, region: code, size: v, ring: yes}]", findings);

        Assert.Contains("EX0305 a ring stands around a circle, but no earlier mark has circles", Assert.Single(findings.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void Dots_of_a_ring_are_told_once()
    {
        var findings = new List<Diagnostic>();

        Read(Circles, "map: europe\nmarks: [{type: geo, region: code, size: v}, {type: geo, name: other, region: code, size: v, ring: yes, dots: 1}]", findings);

        Assert.Equal(["4:110 EX0305 'dots' goes with circles, but this mark has none"], findings.Lines());
    }

    [Fact]
    public void Rings_in_a_state_without_their_circles_are_refused()
    {
        var findings = new List<Diagnostic>();

        Read(Spain, "map: europe\nmarks: [{type: geo, region: code, size: v}, {type: geo, name: other, region: code, size: v, ring: yes}]\nstates:\n  both:\n  bare: {marks: [other]}", findings);

        Assert.Contains("EX0305 in the state 'bare' the rings of 'other' have no circles to stand around", Assert.Single(findings.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_cut_of_a_map_leaves_out_stands_below_it_and_regions_may_be_named()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: BRA, v: 800}\n  - {code: THA}\n";
        foreach (var artboard in Draw(Data, "map: {view: [-12, 34, 34, 62], names: {FRA: Gaul}}\nmarks: [{type: geo, region: code, size: v, label: code}]").Artboards)
        {
            var marks = artboard.Drawings[0].Marks;
            var land = marks.Single(m => m.Key == "geo-ESP").Elements.Single();
            Assert.True(Of(marks.Single(m => m.Key == "geo-BRA").Elements.Single(), "cy") > Of(land, "cy"));
            Assert.Contains("THA", marks.Single(m => m.Key == "geo-THA").Elements.Single().Content, StringComparison.Ordinal);
            Assert.Contains(marks.Single(m => m.Key == "name-FRA").Elements, e => e.Content.Contains("Gaul", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_has_no_number_is_explained_below_a_map_where_its_names_stand_there_and_above_it_where_none_does()
    {
        const string Data = "fields: {code: text, v: number, why: text}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: THA, why: not counted}\n";
        foreach (var artboard in Draw(Data, "map: {view: [-12, -10, 120, 62], phone: [-12, 34, 34, 62]}\nmissing: why\nmarks: [{type: geo, region: code, size: v, label: code}]").Artboards)
        {
            var marks = artboard.Drawings[0].Marks;
            var sign = marks.Single(m => m.Key == "key-geo-missing").Elements;
            Assert.Equal(artboard.Artboard.IsPhone, Of(sign[0], "y") > Of(marks.Single(m => m.Key == "geo-ESP").Elements[^1], "cy"));
            Assert.Equal(artboard.Artboard.IsPhone ? "not counted:" : "not counted", sign[^1].Content);
        }
    }

    [Fact]
    public void Off_a_map_words_stand_in_two_lines_where_that_takes_less_height()
    {
        const string Data = "fields: {code: text, n: text, v: number}\nkey: code\nrows:\n  - {code: ESP, n: Spain, v: 9000}\n  - {code: BRA, n: Brazil, v: 8000}\n  - {code: ARG, n: Argentina, v: 8000}\n  - {code: COL, n: Colombia, v: 7000}\n";
        foreach (var artboard in Draw(Data, "map: {view: [-12, 34, 34, 62]}\nmarks: [{type: geo, region: code, size: v, label: n}]").Artboards)
            Assert.Equal(artboard.Artboard.IsPhone, artboard.Drawings[0].Marks.Single(m => m.Key == "label-geo-BRA").Elements.Count(e => e.Name == "text") > 1);
    }

    [Fact]
    public void On_phones_numbers_that_are_not_spoken_of_are_quiet()
    {
        const string Data = "fields: {code: text, n: text, v: number}\nkey: code\nrows:\n  - {code: ESP, n: Spain, v: 9000}\n  - {code: POL, n: Poland, v: 800}\n";
        foreach (var artboard in Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v, label: n}]\nstates:\n  spain: {highlight: {code: ESP}}").Artboards)
        {
            Assert.Contains("9,000", Words("ESP"), StringComparison.Ordinal);
            Assert.Contains("800", Words("POL"), StringComparison.Ordinal);
            Assert.Contains("ink b\"", Words("ESP"), StringComparison.Ordinal);
            Assert.Equal(!artboard.Artboard.IsPhone, Words("POL").Contains("ink b\"", StringComparison.Ordinal));

            string Words(string code) => string.Concat(artboard.Drawings[0].Marks.Single(m => m.Key == "label-geo-" + code).Elements.Where(e => e.Name == "text").Select(e => string.Join(' ', e.Attributes.Select(a => a.Key + a.Value)) + e.Content));
        }
    }

    [Fact]
    public void Words_of_a_ring_that_are_long_for_a_phone_break_before_the_number()
    {
        const string Data = "fields: {code: text, n: text, v: number, w: number, who: text, h: text}\nkey: code\nrows:\n  - {code: ESP, n: Spain, v: 100000, w: 25000, who: migration service, h: about}\n";
        foreach (var artboard in Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v, label: n}, {type: geo, name: ring, ring: yes, region: code, size: w, hedge: h, label: who}]").Artboards)
            Assert.Equal(artboard.Artboard.IsPhone, artboard.Drawings[0].Marks.Single(m => m.Key == "label-geo-ESP").Elements.Any(e => e.Content == "migration service:"));
    }

    [Fact]
    public void The_name_of_a_large_region_without_a_number_stands_in_the_sea_beside_it()
    {
        const string Data = "fields: {code: text, n: text, v: number}\nkey: code\nrows:\n  - {code: IND, n: India, v: 9000}\n  - {code: IDN, n: Indonesia}\n";
        var drawn = Draw(Data, "map: {view: [60, -12, 145, 40]}\nmarks: [{type: geo, region: code, size: v, label: n}]").Artboards[^1];
        var words = drawn.Drawings[0].Marks.Single(m => m.Key == "label-geo-IDN").Elements.Single(e => e.Name == "text");
        using var land = PicturePng.PathOf(drawn.Drawings[0].Marks.Single(m => m.Key == "land").Elements[0]);

        var box = LabelPlacer.BoxOf(Of(words, "x"), Of(words, "y"), Anchor.Middle, 58, 13.5);
        Assert.All(new[] { box.Left, box.Middle, box.Right }, x => Assert.False(land.Contains((float)x, (float)box.Top) || land.Contains((float)x, (float)box.Bottom)));
    }

    [Fact]
    public void The_outline_of_hatching_ends_where_land_fades()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: RUS}\n  - {code: ITA}\n";
        var marks = Draw(Data, "map: {view: [-12, 34, 34, 62]}\nmarks: [{type: geo, region: code, size: v}]").Artboards[^1].Drawings[0].Marks;
        using var outline = PicturePng.PathOf(marks.Single(m => m.Key == "geo-RUS").Elements[1]);

        Assert.Single(marks.Single(m => m.Key == "geo-ITA").Elements);
        Assert.True(outline.Bounds.Right <= 856 - 48 + 0.1);
    }

    [Fact]
    public void A_region_too_small_for_stripes_has_a_square_of_them()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: LUX}\n  - {code: FRA}\n";
        var marks = Draw(Data, "map: europe\nmarks: [{type: geo, region: code, size: v}]").Artboards[0].Drawings[0].Marks;

        Assert.Equal("rect", marks.Single(m => m.Key == "geo-LUX").Elements.Single().Name);
        Assert.Equal("path", marks.Single(m => m.Key == "geo-FRA").Elements.Single().Name);
    }

    [Fact]
    public void On_phones_a_map_may_show_another_part_and_what_lies_beyond_that_stands_below()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ESP, v: 9000}\n  - {code: THA, v: 800}\n";

        var drawn = Draw(Data, "map: {view: [-12, 0, 110, 62], phone: [-12, 34, 34, 62]}\nmarks: [{type: geo, region: code, size: v}]");

        Assert.All(drawn.Artboards, a => Assert.Equal(a.Artboard.IsPhone, a.Drawings[0].Marks.Any(m => m.Key == "off-map")));
    }

    [Theory]
    [InlineData("{view: [-12, 34, 34, 62], names: {FRA: Gaul}}", true)]
    [InlineData("{view: [-28, 63, -10, 66.9]}", false)]
    [InlineData("world", false)]
    public void Land_fades_where_it_goes_on_and_named_regions_are_shaded(string map, bool isCut)
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ISL, v: 9000}\n";
        foreach (var artboard in Draw(Data, $"map: {map}\nmarks: [{{type: geo, region: code, size: v}}]").Artboards)
        {
            var marks = artboard.Drawings[0].Marks;
            Assert.Equal(isCut, marks.Any(m => m.Key == "edge"));
            Assert.Equal(isCut ? 2 : 1, marks.Single(m => m.Key == "land").Elements.Length);
        }
    }

    [Fact]
    public void A_circle_that_had_to_leave_its_region_has_a_line_to_a_dot_at_its_place()
    {
        const string Data = "fields: {code: text, v: number}\nkey: code\nrows:\n  - {code: ARM, v: 110}\n  - {code: GEO, v: 73}\n  - {code: TUR, v: 90}\n  - {code: KAZ, v: 80}\n";

        var marks = Draw(Data, "map: world\nmarks: [{type: geo, region: code, size: v}]").Artboards[^1].Drawings[0].Marks;

        Assert.Equal(["circle"], Shapes("geo-KAZ"));
        Assert.Equal(["path", "circle", "circle"], Shapes("geo-ARM"));
        Assert.True(Of(Elements("geo-ARM")[1], "r") < Of(Elements("geo-ARM")[2], "r"));

        ImmutableArray<Element> Elements(string key) => marks.Single(m => m.Key == key).Elements;
        IEnumerable<string> Shapes(string key) => Elements(key).Select(e => e.Name);
    }

    [Fact]
    public void Words_of_a_circle_keep_off_the_hatching_of_a_small_region()
    {
        const string Data = "fields: {code: text, n: text, v: number}\nkey: code\nrows:\n  - {code: SRB, n: Serbia, v: 110}\n  - {code: BGR}\n";

        var marks = Draw(Data, "map: {view: [-25, 20, 60, 70]}\nmarks: [{type: geo, region: code, size: v, label: n}]").Artboards[^1].Drawings[0].Marks;
        using var hatching = PicturePng.PathOf(marks.Single(m => m.Key == "geo-BGR").Elements[0]);
        var words = marks.Single(m => m.Key == "label-geo-SRB").Elements.Single(e => e.Name == "text");
        var anchor = words.Attributes.FirstOrDefault(a => a.Key == "text-anchor").Value switch { "end" => Anchor.End, "middle" => Anchor.Middle, _ => Anchor.Start };

        var box = LabelPlacer.BoxOf(Of(words, "x"), Of(words, "y"), anchor, 40, 12);
        Assert.False(box.Overlaps(new Box(hatching.Bounds.Left, hatching.Bounds.Top, hatching.Bounds.Right, hatching.Bounds.Bottom)), $"{box} {hatching.Bounds}");
    }

    // The nearest two bars of years are as far apart as others; all of them are seen at every width.
    [Theory]
    [InlineData("x: t\ny: v\nmarks: bar")]
    [InlineData("x: w\ny: v\nmarks: bar")]
    public void Bars_along_times_and_numbers_have_a_width_and_room(string chart)
    {
        foreach (var artboard in Draw(Years, chart).Artboards)
        {
            var bars = artboard.Drawings[0].Marks.Where(m => m.Key.StartsWith("bar-", StringComparison.Ordinal)).Select(m => m.Elements.Single()).ToList();
            Assert.Equal(3, bars.Count);
            Assert.All(bars, b => Assert.True(Of(b, "width") >= 2 && Of(b, "x") >= 0 && Of(b, "x") + Of(b, "width") <= artboard.Artboard.Width));
            Assert.All(bars.Zip(bars.Skip(1)), p => Assert.True(Math.Abs(Of(p.First, "x") - Of(p.Second, "x")) > Of(p.First, "width") || artboard.Artboard.Width < 300));
        }
    }

    [Theory]
    [InlineData("x: v\ny: w\nmarks: [{type: dot, size: w}]")]
    [InlineData("x: v\ny: n\nmarks: [{type: dot, size: w}]")]
    public void Large_dots_stay_within_the_drawing(string chart)
    {
        foreach (var artboard in Draw(Years, chart).Artboards)
        {
            Assert.All(
                artboard.Drawings[0].Marks.Where(m => m.Key.StartsWith("dot-", StringComparison.Ordinal)).SelectMany(m => m.Elements),
                d => Assert.True(Of(d, "cx") - Of(d, "r") >= 0 && Of(d, "cx") + Of(d, "r") <= artboard.Artboard.Width && Of(d, "cy") - Of(d, "r") >= 0 && Of(d, "cy") + Of(d, "r") <= artboard.Drawings[0].Height));
        }
    }

    [Fact]
    public void A_state_that_shows_another_field_shows_its_unit() =>
        Assert.Contains("9%", Words(Draw(Years, "x: v\ny: n\nmarks: bar\nstates: {p: {value: w}}")), StringComparison.Ordinal);

    [Fact]
    public void Ticks_that_would_read_alike_are_written_out() =>
        Assert.Contains("1,000,001", Words(Draw("fields: {v: number, n: text}\nrows:\n  - {v: 1000000, n: a}\n  - {v: 1000001, n: b}\n  - {v: 1000003, n: c}\n", "x: v\ny: n\nmarks: dot")), StringComparison.Ordinal);

    [Theory]
    [InlineData("facet: n\nx: t\ny: {field: v, domain: [51, 99]}\nmarks: line")]
    [InlineData("x: t\ny: {type: log, field: v, domain: [55, 95]}\nmarks: line")]
    [InlineData("y: n\nx: {type: log, field: v, domain: [55, 95]}\nmarks: dot")]
    public void An_axis_that_holds_no_round_number_has_ticks_all_the_same(string chart)
    {
        const string Data = "fields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 60, n: a}\n  - {t: 2021, v: 70, n: b}\n  - {t: 2022, v: 80, n: c}\n";

        Assert.All(Draw(Data, chart).Artboards, a => Assert.Contains(a.Drawings[0].Marks, m => m.Key.StartsWith("tick-", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("x: t\ny: {field: w, decimals: 1}\nmarks: [{type: rule}]", "+9.0%")]
    [InlineData("y: n\nx: {field: w, decimals: 1}\nmarks: [{type: rule}]", "+9.0%")]
    [InlineData("y: {field: t, type: band}\nx: {field: w, decimals: 1}\nmarks: [{type: bar, series: n, colour: official}]", "9.0%")]
    public void Numbers_at_marks_are_written_as_the_axis_says(string chart, string expected) =>
        Assert.Contains(UnitCharts.Lines(Draw(Years, chart).Artboards[^1].Drawings[0]), l => l.Words == expected);

    [Fact]
    public void A_share_is_drawn_and_told_to_the_same_decimal()
    {
        const string Data = "key: n\nfields: {t: time, v: number, n: text}\nrows:\n  - {t: 2020, v: 1225, n: a}\n  - {t: 2020, v: 8331, n: b}\n  - {t: 2020, v: 444, n: c}\n";
        var drawn = Draw(Data, "y: {field: t, type: band}\nx: v\nmarks: [{type: bar, series: n, arrange: share, colour: official}]");

        Assert.Subset(UnitCharts.Lines(drawn.Artboards[^1].Drawings[0]).Select(l => l.Words).ToHashSet(), new HashSet<string> { "12.3%", "83.3%" });
        Assert.Equal(["a: 12.3%", "b: 83.3%", "c: 4.4%"], ChartMarks.In(drawn, drawn.Spec.States[0]).Select(t => t.Words));
    }

    [Fact]
    public void The_table_of_a_chart_holds_back_as_its_marks_do()
    {
        var drawn = Draw(Hedged, "x: {domain: [0, 10]}\ny: n\nmarks: [{type: range, low: v, high: w, hedge: h}]");

        Assert.Equal(
            ["a | – | up to 5 | upto", "b | at least 6 | – | atleast", "c | at least 7 | at least 7 | atleast"],
            ChartTable.Of(drawn.Spec, drawn.Language).Rows.Select(cells => string.Join(" | ", cells)));
    }

    [Fact]
    public void An_open_end_says_its_hedge_once()
    {
        var drawn = Draw(Hedged, "x: {domain: [0, 10]}\ny: n\nmarks: [{type: range, low: v, high: w, hedge: h}]");

        Assert.All(drawn.Artboards, a => Assert.Subset(UnitCharts.Lines(a.Drawings[0]).Select(l => l.Words.Trim()).ToHashSet(), new HashSet<string> { "up to 5", "at least 6", "at least 7" }));
        Assert.Equal(["a: up to 5", "b: at least 6", "c: at least 7"], ChartMarks.In(drawn, drawn.Spec.States[0]).Select(t => t.Words));
    }

    // Over bars as narrow as these the reasons of two neighbours have no room beside each other.
    [Fact]
    public void A_reason_for_a_missing_bar_is_there_whole_or_not_at_all_and_told_with_its_row()
    {
        var rows = string.Concat(Enumerable.Range(1990, 35).Select(y => $"  - {{t: {y}, {(y is 2001 or 2002 ? "why: nowhere measured" : $"v: {(y % 3) - 1.5}")}}}\n"));
        var findings = new List<Diagnostic>();
        var spec = Read("fields: {t: time, v: number, why: text}\nkey: t\nrows:\n" + rows, "missing: why\nx: {type: band, field: t}\ny: v\nmarks: bar", findings)!;
        var (drawn, told) = ChartDrawer.Draw(spec, UnitCharts.Speak("en"), DrawnCharts.Typefaces);

        Assert.Empty(findings);
        foreach (var artboard in drawn.Artboards)
        {
            var words = artboard.Drawings[0].Marks.Where(m => m.Key.StartsWith("label-missing", StringComparison.Ordinal)).ToList();
            Assert.All(words, m => Assert.Equal("nowhere measured", string.Join(' ', m.Elements.Where(e => e.Name == "text").Select(e => Regex.Replace(e.Content, "<[^>]*>", "").Trim()))));
        }

        var finding = Assert.Single(told);
        Assert.Matches("^'nowhere measured', for what is missing in the rows? '200[12]'", finding.Message);
        Assert.StartsWith("shorten the words in 'why'", finding.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_size_of_dots_means_is_told_at_every_width()
    {
        const string Data = "fields: {n: text, v: number, w: number}\nkey: n\nrows:\n  - {n: a, v: 5, w: 132188}\n  - {n: b, v: 8, w: 2005760}\n";

        foreach (var artboard in Draw(Data, "x: v\ny: w\nmarks: [{type: dot, size: w}]").Artboards)
        {
            var signs = artboard.Drawings[0].Marks.Where(m => m.Key.StartsWith("key-dot-size-", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(signs);
            Assert.All(signs, s => Assert.True(Of(s.Elements.Single(e => e.Name == "circle"), "cy") > Of(s.Elements.Single(e => e.Name == "circle"), "r")));
        }
    }

    [Theory]
    [InlineData("x: v\ny: n\nmarks: [{type: bar, colour: who}]", 3)]
    [InlineData("x: n\ny: v\nmarks: [{type: bar, colour: who}, {type: rule, value: w, colour: who}]", 3)]
    [InlineData("x: v\ny: w\nmarks: [{type: dot, colour: who, label: n}]", 3)]
    [InlineData("x: {}\ny: {type: band, label: n, group: side}\nmarks: [{type: range, low: v, high: v, colour: who}]", 3)]
    [InlineData("x: {}\ny: {type: band, label: n, group: who}\nmarks: [{type: range, low: v, high: v, colour: who}]", 0)]
    [InlineData("facet: who\nx: n\ny: v\nmarks: [{type: bar, colour: who}]", 0)]
    [InlineData("x: v\ny: n\nmarks: [{type: bar, colour: who, label: words}]", 0)]
    [InlineData("x: v\ny: n\nmarks: [{type: bar, colour: survey}]", 0)]
    [InlineData("x: v\ny: n\nmarks: [{type: bar, colour: who}]\nstates: {one: {show: {who: claim}}}", 1)]
    public void A_key_tells_the_colours_of_kinds_where_nothing_else_does(string chart, int expected) =>
        Assert.All(Draw(Sayers, chart).Artboards, a => Assert.Equal(expected, a.Drawings[0].Marks.Count(m => m.Key.StartsWith("key-", StringComparison.Ordinal))));

    [Fact]
    public void A_single_kind_has_no_key() =>
        Assert.DoesNotContain(Draw(Sayers.Replace("claim", "survey", StringComparison.Ordinal).Replace("estimate", "survey", StringComparison.Ordinal), "x: v\ny: n\nmarks: [{type: bar, colour: who}]").Artboards[0].Drawings[0].Marks, m => m.Key.StartsWith("key-", StringComparison.Ordinal));

    // Whatever is longer than the drawing is wide is cut and told.
    [Theory]
    [InlineData("y: n\nx: {field: v, title: TITLE}\nmarks: dot")]
    [InlineData("y: n\nx: v\nmarks: [{type: bar, title: TITLE}]")]
    [InlineData("y: n\nx: {field: v, domain: [-20, 20]}\nmarks: [{type: bar, title: TITLE, mirror: yes}]")]
    [InlineData("y: n\nx: {field: v, domain: [0, 20]}\nmarks: dot\nnotes: [{name: gap, band: [12, 13], text: TITLE}]")]
    [InlineData("x: {field: t, title: TITLE}\ny: v\nmarks: [{type: line, series: n}]")]
    public void Words_of_axes_marks_and_notes_stay_within_the_drawing(string chart)
    {
        var title = string.Join(' ', Enumerable.Repeat("measured", 20));
        var findings = new List<Diagnostic>();
        var (drawn, told) = ChartDrawer.Draw(Read(Years, chart.Replace("TITLE", title, StringComparison.Ordinal), findings)!, UnitCharts.Speak("en"), DrawnCharts.Typefaces);

        Assert.Empty(findings);
        Assert.Contains(told, f => f.Code == "EX0310");
        foreach (var artboard in drawn.Artboards)
            Assert.All(UnitCharts.Lines(artboard.Drawings[0]), l => Assert.True(l.Box.Left >= -0.5 && l.Box.Right <= artboard.Artboard.Width + 0.5, $"{l} at {artboard.Artboard.Width}"));
    }

    private static string Words(DrawnChart chart) => SvgWriter.WriteStill(chart.Artboards[^1], 0);

    private static double Of(Element element, string attribute) =>
        double.Parse(element.Attributes.Single(a => a.Key == attribute).Value, System.Globalization.CultureInfo.InvariantCulture);

    private static DrawnChart Draw(string data, string chart)
    {
        var findings = new List<Diagnostic>();
        var spec = Read(data, chart, findings);
        Assert.Empty(findings);
        return ChartDrawer.Draw(spec!, UnitCharts.Speak("en"), DrawnCharts.Typefaces).Chart;
    }

    private static ChartSpec? Read(string data, string chart, List<Diagnostic> findings)
    {
        var dataset = Assert.IsType<Dataset>(Dataset.Read(new SourceText("input/data/data.yml", "title: T\n" + data), findings));
        return ChartReader.Read(new SourceText("input/charts/chart.yml", $"data: data\ntitle: T\n{chart}\n"), new Dictionary<string, Dataset> { ["data"] = dataset }, new HashSet<string>(), findings);
    }
}
