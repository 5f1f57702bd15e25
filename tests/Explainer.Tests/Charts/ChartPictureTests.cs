using System.Globalization;
using System.Xml.Linq;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.ChartsTests;

/// <summary>A chart leaves the page as a picture that needs nothing of the page: no styles, no fonts, no words beside it.</summary>
public sealed class ChartPictureTests
{
    private const string Data =
        """
        title: Loans
        key: town
        fields:
          town: text
          lent: {type: number, unit: loans}
        rows:
          - {town: City, lent: 100}
          - {town: Coast, lent: 50}
          - {town: Hills}
        """;

    private const string Chart =
        """
        data: loans
        title: The city lends twice as much as the coast
        subtitle: Loans in a year
        source: Town libraries
        alt: Two bars <and> a gap.
        x: {field: town, type: band}
        y: {domain: [0, 100]}
        marks:
          - {type: bar, name: lent, value: lent, colour: survey}
        states:
          city:
            highlight: {town: City}
          all:
        """;

    public static TheoryData<string, string> StoryPictures => new(
        from chart in Sites.Story.Content!.Charts.Values
        from language in Sites.Story.Content!.Languages
        select new TheoryDataRow<string, string>(chart.Id, language.Code));

    [Fact]
    public void A_chart_leaves_in_the_state_that_leaves_nothing_out()
    {
        Assert.Equal("all", ChartPicture.StateOf(Spec()).Name);
        Assert.Equal("city", ChartPicture.StateOf(Spec(Chart.Replace("  all:\n", "", StringComparison.Ordinal).Replace("  all:", "", StringComparison.Ordinal))).Name);
    }

    [Fact]
    public void The_svg_is_xml_with_a_name_a_description_and_a_ground_of_paper()
    {
        var svg = Svg(Picture());

        Assert.Equal("svg", svg.Name.LocalName);
        Assert.Equal("The city lends twice as much as the coast", Named(svg, "title").Single().Value);
        Assert.Equal("Two bars <and> a gap.", Named(svg, "desc").Single().Value);
        Assert.Equal($"0 0 {svg.Attribute("width")!.Value} {svg.Attribute("height")!.Value}", svg.Attribute("viewBox")!.Value);
        Assert.Equal("#f9f8f5", Named(svg, "rect").First().Attribute("fill")!.Value);
    }

    [Fact]
    public void A_bar_of_the_svg_has_its_colour_as_an_attribute() =>
        Assert.Equal(2, Named(Svg(Picture()), "rect").Count(r => r.Attribute("fill")!.Value == "#1a57a5"));

    [Theory]
    [MemberData(nameof(StoryPictures))]
    public void No_svg_of_the_story_needs_a_style_a_font_or_another_file(string chart, string language)
    {
        var svg = XDocument.Parse(Sites.Story.Files.Text($"charts/{chart}.{language}.svg")).Root!;

        Assert.Empty(Named(svg, "text"));
        Assert.Empty(Named(svg, "style"));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "style" or "class" or "font-family" or "src");
        var ids = svg.DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith(chart + "-", id, StringComparison.Ordinal));
        var uses = svg.Descendants().Attributes().Where(a => a.Name.LocalName == "href").Select(a => a.Value.TrimStart('#'))
            .Concat(svg.Descendants().Attributes("fill").Select(a => a.Value).Where(v => v.StartsWith("url(#", StringComparison.Ordinal)).Select(v => v[5..^1]))
            .Distinct().ToList();
        Assert.Empty(uses.Except(ids));
        Assert.True(uses.Count > 10);
    }

    [Theory]
    [MemberData(nameof(StoryPictures))]
    public void Every_png_of_the_story_is_twice_as_large_as_its_svg_and_has_nothing_in_its_margin(string chart, string language)
    {
        using var bitmap = SKBitmap.Decode(Sites.Story.Files.Single(f => f.Path == $"charts/{chart}.{language}.png").Bytes.Span);
        var svg = XDocument.Parse(Sites.Story.Files.Text($"charts/{chart}.{language}.svg")).Root!;
        var paper = SKColor.Parse("#f9f8f5");

        Assert.Equal(2 * int.Parse(svg.Attribute("width")!.Value, CultureInfo.InvariantCulture), bitmap.Width);
        Assert.Equal(2 * int.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture), bitmap.Height);
        Assert.Contains(bitmap.Pixels, p => p != paper);
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < 32; x++)
                Assert.True(bitmap.GetPixel(x, y) == paper && bitmap.GetPixel(bitmap.Width - 1 - x, y) == paper, $"at {x}, {y}");
        }
    }

    [Fact]
    public void A_bar_of_the_png_stands_where_the_svg_has_it_in_the_same_colour()
    {
        var picture = Picture();
        using var bitmap = SKBitmap.Decode(PicturePng.Write(picture, Looks.Palette));
        var bar = Named(Svg(picture), "rect").Single(r => r.Attribute("fill")!.Value == "#1a57a5" && Number(r, "height") == Named(Svg(picture), "rect").Where(o => o.Attribute("fill")!.Value == "#1a57a5").Max(o => Number(o, "height")));
        var layer = picture.Layers[1];
        var (x, y) = (layer.X + Number(bar, "x") + (Number(bar, "width") / 2), layer.Y + Number(bar, "y") + (Number(bar, "height") / 2));

        Assert.Equal(SKColor.Parse("#1a57a5"), bitmap.GetPixel((int)(2 * x), (int)(2 * y)));
        Assert.Equal(SKColor.Parse("#f9f8f5"), bitmap.GetPixel((int)(2 * x), (int)(2 * (layer.Y + layer.Drawing.Height - 1))));
    }

    [Fact]
    public void A_mark_that_steps_back_is_grey_as_on_the_page()
    {
        var fills = Named(Svg(Picture(state: "city")), "rect").Select(r => r.Attribute("fill")!.Value).ToList();

        Assert.Equal(1, fills.Count(f => f == "#1a57a5"));
        Assert.Equal(1, fills.Count(f => f == "#87898c"));
    }

    [Fact]
    public void A_hatch_is_stripes_of_the_role_on_paper()
    {
        var picture = Picture(Chart.Replace("colour: survey", "colour: claim, hatch: yes", StringComparison.Ordinal));
        using var bitmap = SKBitmap.Decode(PicturePng.Write(picture, Looks.Palette));
        var svg = Svg(picture);
        var bar = Named(svg, "rect").First(r => r.Attribute("fill")!.Value == "url(#loans-bars-hatch-claim)");
        var layer = picture.Layers[1];
        var row = Enumerable.Range((int)(2 * (layer.X + Number(bar, "x") + 4)), 60).Select(x => bitmap.GetPixel(x, (int)(2 * (layer.Y + Number(bar, "y") + 20)))).ToList();

        Assert.Equal("#a3142f", Named(svg, "pattern").Single(p => p.Attribute("id")!.Value == "loans-bars-hatch-claim").Elements().Single().Attribute("stroke")!.Value);
        Assert.Contains(SKColor.Parse("#a3142f"), row);
        Assert.Contains(SKColor.Parse("#f9f8f5"), row);
    }

    [Fact]
    public void A_hollow_bar_is_a_dashed_outline_that_ends_where_a_flat_one_does()
    {
        var flat = Named(Svg(Picture(Chart)), "rect").First(r => r.Attribute("fill")!.Value == "#1a57a5");
        var hollow = Named(Svg(Picture(Chart.Replace("colour: survey", "colour: survey, hollow: {town: City}", StringComparison.Ordinal))), "rect").Single(r => r.Attribute("stroke")?.Value == "#1a57a5");

        Assert.Equal(("#f9f8f5", "4 3"), (hollow.Attribute("fill")!.Value, hollow.Attribute("stroke-dasharray")!.Value));
        foreach (var (place, length) in new[] { ("x", "width"), ("y", "height") })
        {
            Assert.Equal(Number(flat, place), Number(hollow, place) - 0.75, 0.06);
            Assert.Equal(Number(flat, length), Number(hollow, length) + 1.5, 0.06);
        }
    }

    [Fact]
    public void The_same_picture_is_the_same_byte_for_byte_alone_and_in_a_crowd()
    {
        var picture = Picture();
        var (png, svg) = (PicturePng.Write(picture, Looks.Palette), PictureSvg.Write(picture, Looks.Palette));

        var again = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(8).Select(_ => Picture())
            .Select(p => (Png: PicturePng.Write(p, Looks.Palette), Svg: PictureSvg.Write(p, Looks.Palette))).ToList();

        Assert.All(again, a => Assert.Equal(svg, a.Svg));
        Assert.All(again, a => Assert.True(png.AsSpan().SequenceEqual(a.Png)));
    }

    // Neither a word that no line holds nor a title of many lines may leave the picture.
    [Theory]
    [InlineData("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokollführer")]
    [InlineData("A title that goes on and on, because whoever wrote it wanted to say all that is to be said about the loans of the city and the coast before the readers had seen even one of the bars, and then found that there was still more to say about the hills, which have none")]
    public void A_long_title_is_broken_or_set_smaller_and_never_cut_off(string title)
    {
        var picture = Picture(Chart.Replace("The city lends twice as much as the coast", title, StringComparison.Ordinal));
        using var bitmap = SKBitmap.Decode(PicturePng.Write(picture, Looks.Palette, scale: 1));

        var head = picture.Layers[0].Drawing;
        Assert.All(head.Marks.SelectMany(m => m.Elements).Select(e => e.Part!.Line!), l => Assert.True(Looks.Typefaces.Measure(l.Runs[0].Text, l.Runs[0].Style) <= head.Width));
        Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), string.Concat(head.Marks[0].Elements.SelectMany(e => e.Part!.Line!.Runs).Select(r => r.Text)).Replace(" ", "", StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, bitmap.Height), y => Assert.Equal(SKColor.Parse("#f9f8f5"), bitmap.GetPixel(bitmap.Width - 8, y)));
    }

    [Fact]
    public void A_word_of_many_letters_is_broken_without_measuring_each_of_its_beginnings()
    {
        var spec = Spec(Chart.Replace("Loans in a year", new string('m', 5000), StringComparison.Ordinal));
        var (drawn, _) = ChartDrawer.Draw(spec, English, Looks.Typefaces);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var picture = ChartPicture.Compose(drawn, spec.States[1], Looks.Typefaces);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
        Assert.Equal(5000, picture.Layers[0].Drawing.Marks[1].Elements.SelectMany(e => e.Part!.Line!.Runs).Sum(r => r.Text.Length));
    }

    [Fact]
    public void What_is_said_of_the_whole_is_not_said_of_a_part()
    {
        var part = Chart.Replace("highlight:", "show:", StringComparison.Ordinal).Replace("  all:", "", StringComparison.Ordinal);

        Assert.Equal("Bar chart with 1 bar. Shown: City, 100.", Picture(part).Description);
    }

    [Fact]
    public void Without_a_face_for_titles_that_of_labels_is_taken()
    {
        var faces = new Typefaces(Sites.StoryInput.Files["theme/fonts/explainer-sans-400.ttf"].Span, Sites.StoryInput.Files["theme/fonts/explainer-sans-600.ttf"].Span);

        var style = new TextStyle(29, true, "ink", Typefaces.Title);

        Assert.Equal(faces.Measure("Loans", style with { Face = null }), faces.Measure("Loans", style));
        Assert.NotEqual(faces.Measure("Loans", style), Looks.Typefaces.Measure("Loans", style));
    }

    private static Language English => Sites.Story.Content!.Languages.Single(l => l.Code == "en");

    private static ChartPicture Picture(string chart = Chart, string? state = null)
    {
        var spec = Spec(chart);
        var (drawn, _) = ChartDrawer.Draw(spec, English, Looks.Typefaces);
        return ChartPicture.Compose(drawn, state is null ? ChartPicture.StateOf(spec) : spec.State(state)!, Looks.Typefaces);
    }

    private static ChartSpec Spec(string chart = Chart)
    {
        var findings = new List<Diagnostic>();
        var data = Dataset.Read(new SourceText("input/data/loans.yml", Data), findings)!;
        var spec = ChartReader.Read(new SourceText("input/charts/loans-bars.yml", chart), new Dictionary<string, Dataset> { ["loans"] = data }, new HashSet<string>(), findings);
        Assert.Empty(findings);
        return spec!;
    }

    private static XElement Svg(ChartPicture picture) => XDocument.Parse(PictureSvg.Write(picture, Looks.Palette)).Root!;

    private static IEnumerable<XElement> Named(XElement svg, string name) => svg.DescendantsAndSelf().Where(e => e.Name.LocalName == name);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
