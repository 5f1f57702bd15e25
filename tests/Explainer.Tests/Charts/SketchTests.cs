using System.Collections.Immutable;
using System.Globalization;
using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>What is drawn through ScottPlot comes out again as keyed elements: the same shapes at the same places, painted by classes.</summary>
public sealed class SketchTests
{
    private static readonly Typefaces Faces = new(
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-400.ttf")),
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-600.ttf")));

    [Fact]
    public void A_rectangle_keeps_its_place_and_size() =>
        Assert.Equal("<rect x=\"20\" y=\"30.3\" width=\"40\" height=\"12.5\" class=\"f-survey\"/>", Draw(s => s.Rect(20, 30.25, 40, 12.5, new Paint("survey"))));

    [Fact]
    public void A_hatched_rectangle_says_so_in_its_class() =>
        Assert.Equal(
            "<rect x=\"20\" y=\"30\" width=\"40\" height=\"12\" class=\"h-claim s-claim\" stroke-width=\"1.5\"/>",
            Draw(s => s.Rect(20, 30, 40, 12, new Paint("claim", "claim", 1.5f, Hatch: true))));

    [Fact]
    public void A_circle_keeps_its_middle_and_radius() =>
        Assert.Equal("<circle cx=\"50.1\" cy=\"40.3\" r=\"5.5\" class=\"f-ink\"/>", Draw(s => s.Circle(50.12, 40.26, 5.5, new Paint("ink"))));

    [Fact]
    public void A_dashed_ring_keeps_its_stroke_and_dashes() =>
        Assert.Equal(
            "<circle cx=\"50\" cy=\"40\" r=\"4\" class=\"f-paper s-derived\" stroke-width=\"2\" stroke-dasharray=\"3 2.1\"/>",
            Draw(s => s.Circle(50, 40, 4, new Paint("paper", "derived", 2, "3 2.1"))));

    [Fact]
    public void A_line_keeps_both_ends() =>
        Assert.Equal(
            "<path d=\"M10 20L90.5 20\" class=\"n s-rule\" stroke-width=\"1\"/>",
            Draw(s => s.Line(10, 20, 90.46, 20, new Paint(Stroke: "rule"))));

    [Fact]
    public void A_line_with_round_ends_is_a_path_even_when_it_has_no_length()
    {
        Assert.Equal("<path d=\"M10 20L90.5 20\" class=\"n s-survey\" stroke-width=\"12\" stroke-linecap=\"round\"/>", Draw(s => s.Line(10, 20, 90.5, 20, new Paint(Stroke: "survey", Width: 12, Round: true))));
        Assert.Equal("<path d=\"M10 20L10 20\" class=\"n s-survey\" stroke-width=\"12\" stroke-linecap=\"round\"/>", Draw(s => s.Line(10, 20, 10, 20, new Paint(Stroke: "survey", Width: 12, Round: true))));
    }

    [Fact]
    public void A_polyline_goes_through_all_its_points() =>
        Assert.Equal(
            "<path d=\"M10 20L30 25.1L50 0.3\" class=\"n s-ink\" stroke-width=\"2.5\"/>",
            Draw(s => s.Polylines([[(10, 20), (30, 25.1), (50, 0.26)]], new Paint(Stroke: "ink", Width: 2.5f))));

    [Fact]
    public void Dots_are_one_path_of_strokes_without_length() =>
        Assert.Equal(
            "<path d=\"M10 20h0m20 20h0\" class=\"n s-mid\" stroke-width=\"4\" stroke-linecap=\"round\"/>",
            Draw(s => s.Dots([(10, 20), (30, 40)], 2, "mid")));

    [Fact]
    public void Half_a_disc_is_flat_on_its_left()
    {
        var half = Draw(s => s.HalfDisc(50, 40, 6, new Paint("survey")));

        Assert.StartsWith("<path d=\"M44 34L50 34", half, StringComparison.Ordinal);
        Assert.EndsWith("L44 46L44 34Z\" class=\"f-survey\"/>", half, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Anchor.Start, "<text x=\"100\" y=\"50\" class=\"f-ink\" font-size=\"13\">Georgia</text>")]
    [InlineData(Anchor.Middle, "<text x=\"100\" y=\"50\" text-anchor=\"middle\" class=\"f-ink\" font-size=\"13\">Georgia</text>")]
    [InlineData(Anchor.End, "<text x=\"100\" y=\"50\" text-anchor=\"end\" class=\"f-ink\" font-size=\"13\">Georgia</text>")]
    public void A_text_stands_at_its_anchor(Anchor anchor, string expected) =>
        Assert.Equal(expected, Draw(s => s.Text(100, 50, anchor, halo: false, new TextRun("Georgia", new TextStyle(13, false, "ink")))));

    [Fact]
    public void A_line_of_two_runs_is_one_text_whose_second_style_has_an_element_of_its_own() =>
        Assert.Equal(
            "<text x=\"10\" y=\"50\" class=\"f-survey b halo\" font-size=\"14\">8% <tspan class=\"f-ink2\" font-size=\"12\">в опросе &lt;1 &amp; 2&gt;</tspan></text>",
            Draw(s => s.Text(10, 50, Anchor.Start, halo: true, new TextRun("8% ", new TextStyle(14, true, "survey")), new TextRun("в опросе <1 & 2>", new TextStyle(12, false, "ink2")))));

    [Fact]
    public void Runs_of_one_style_are_one_text() =>
        Assert.Equal(
            "<text x=\"10\" y=\"50\" class=\"f-ink\" font-size=\"12\">8% back</text>",
            Draw(s => s.Text(10, 50, Anchor.Start, halo: false, new TextRun("8% ", new TextStyle(12, false, "ink")), new TextRun("back", new TextStyle(12, false, "ink")))));

    [Fact]
    public void Marks_keep_their_keys_their_order_and_their_light()
    {
        using var sketch = new Sketch(200, 100, Faces);
        sketch.Begin("frame");
        sketch.Line(0, 90, 200, 90, new Paint(Stroke: "rule"));
        sketch.Begin("bar-georgia", isLit: false);
        sketch.Rect(10, 10, 20, 80, new Paint("official"));
        sketch.Text(20, 8, Anchor.Middle, halo: true, new TextRun("120", new TextStyle(12, true, "official")));
        sketch.Begin("empty");

        var drawing = sketch.Finish();

        Assert.Equal((200, 100), (drawing.Width, drawing.Height));
        Assert.Equal([("frame", true, 1), ("bar-georgia", false, 2), ("empty", true, 0)], drawing.Marks.Select(m => (m.Key, m.IsLit, m.Elements.Length)));
        Assert.Equal(["rect", "text"], drawing.Marks[1].Elements.Select(e => e.Name));
    }

    [Fact]
    public void A_key_that_was_begun_before_goes_on()
    {
        using var sketch = new Sketch(200, 100, Faces);
        sketch.Begin("a");
        sketch.Circle(10, 10, 4, new Paint("ink"));
        sketch.Begin("b");
        sketch.Circle(20, 10, 4, new Paint("ink"));
        sketch.Begin("a");
        sketch.Circle(30, 10, 4, new Paint("ink"));

        Assert.Equal([("a", 2), ("b", 1)], sketch.Finish().Marks.Select(m => (m.Key, m.Elements.Length)));
    }

    // Colours are the style sheet's, and the clips by which parts are found again must not be published.
    [Fact]
    public void Nothing_but_known_attributes_comes_out()
    {
        string[] known = ["class", "cx", "cy", "d", "font-size", "height", "r", "stroke-dasharray", "stroke-linecap", "stroke-width", "text-anchor", "width", "x", "x1", "x2", "y", "y1", "y2"];

        var written = SvgWriter.WriteStill(DrawnArtboard.From(new Artboard("wide", 400), [DrawAll()]), 0);

        Assert.Empty(DrawAll().Marks.SelectMany(m => m.Elements).SelectMany(e => e.Attributes).Select(a => a.Key).Except(known));
        Assert.DoesNotContain("style", written, StringComparison.Ordinal);
        Assert.DoesNotContain("clip", written, StringComparison.Ordinal);
        Assert.DoesNotContain("fill=", written, StringComparison.Ordinal);
        Assert.DoesNotContain("-100", written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_is_the_same_letter_for_letter() =>
        Assert.Equal(Written(DrawAll()), Written(DrawAll()));

    [Fact]
    public void Eight_threads_at_once_draw_the_same_picture()
    {
        var alone = Written(DrawAll());
        var written = new string[8];
        var threads = Enumerable.Range(0, written.Length).Select(i => new Thread(() =>
        {
            for (var round = 0; round < 5; round++)
                written[i] = Written(DrawAll());
        })).ToList();

        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.All(written, w => Assert.Equal(alone, w));
    }

    [Fact]
    public void A_picture_is_drawn_the_same_whatever_the_machine_is_set_to()
    {
        var alone = Written(DrawAll());

        // The culture holds for this test only.
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = comma;

        Assert.Equal(alone, Written(DrawAll()));
    }

    [Fact]
    public void Words_are_broken_into_lines_that_fit_and_a_long_word_stands_alone()
    {
        using var sketch = new Sketch(200, 100, Faces);
        var style = new TextStyle(12, false, "ink");

        var lines = sketch.Wrap("who left for a Donaudampfschifffahrtsgesellschaft and back", style, sketch.Measure("who left for a ", style));

        Assert.Equal(["who left for a", "Donaudampfschifffahrtsgesellschaft", "and back"], lines);
    }

    [Fact]
    public void A_shape_without_a_mark_is_a_mistake_of_the_program()
    {
        using var sketch = new Sketch(200, 100, Faces);

        Assert.Throws<InvalidOperationException>(() => sketch.Circle(1, 1, 1, new Paint("ink")));
    }

    [Fact]
    public void A_letter_that_the_faces_lack_is_found()
    {
        Assert.Null(Faces.FirstMissing("Кто вернулся? 0.5–1m, −3%"));
        Assert.Equal("漢", Faces.FirstMissing("left 漢字"));
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused() =>
        Assert.Throws<InvalidDataException>(() => new Typefaces("not a font"u8, "not a font"u8));

    private static string Draw(Action<Sketch> draw)
    {
        using var sketch = new Sketch(400, 100, Faces);
        sketch.Begin("mark");
        draw(sketch);
        var markup = Written(sketch.Finish());
        return markup[(markup.IndexOf("<g data-key=\"mark\">", StringComparison.Ordinal) + 19)..markup.IndexOf("</g>", StringComparison.Ordinal)];
    }

    private static KeyedDrawing DrawAll()
    {
        using var sketch = new Sketch(400, 100, Faces);
        sketch.Begin("shapes");
        sketch.Rect(20, 30.25, 40, 12.5, new Paint("survey", "survey", 1.5f, Hatch: true));
        sketch.Circle(80, 40, 5.5, new Paint("paper", "ink", 2, "3 2.1"));
        sketch.Line(100, 20, 120, 20.5, new Paint(Stroke: "rule", Dash: "5 3"));
        sketch.Line(130, 20, 150, 20, new Paint(Stroke: "survey", Width: 12, Round: true));
        sketch.Begin("more", isLit: false);
        sketch.Polylines([[(160, 20), (170, 25.1), (180, 10)]], new Paint(Stroke: "ink", Width: 2.5f));
        sketch.HalfDisc(200, 40, 6, new Paint("claim"));
        sketch.Dots(Enumerable.Range(0, 50).Select(i => (210.0 + i, 20 + (i / 3.0))), 2, "mid");
        foreach (var anchor in Enum.GetValues<Anchor>())
            sketch.Text(330, 30 + (20 * (int)anchor), anchor, halo: true, new TextRun("8% ", new TextStyle(14, true, "survey")), new TextRun("в опросе", new TextStyle(12, false, "ink2")));
        return sketch.Finish();
    }

    private static string Written(KeyedDrawing drawing) => SvgWriter.WriteStill(DrawnArtboard.From(new Artboard("wide", 400), ImmutableArray.Create(drawing)), 0);
}
