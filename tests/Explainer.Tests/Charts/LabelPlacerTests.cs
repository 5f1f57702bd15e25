using Explainer.Charts;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

public sealed class LabelPlacerTests
{
    private static readonly Typefaces Faces = new(
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-400.ttf")),
        File.ReadAllBytes(Path.Combine(Repository.Root, "theme/fonts/explainer-sans-600.ttf")));

    private static readonly TextStyle Small = new(12, false, "ink");

    [Fact]
    public void A_text_takes_the_first_place_when_it_is_free()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (280, 50, Anchor.End)]));

        placer.PlaceAll();

        Assert.Equal([("a", "20", "Georgia")], Texts(sketch));
        Assert.Empty(placer.Dropped);
    }

    [Fact]
    public void A_text_gives_way_to_a_mark()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Take("mark", new Box(30, 40, 40, 60));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (280, 50, Anchor.End)]));

        placer.PlaceAll();

        Assert.Equal([("a", "280", "Georgia")], Texts(sketch));
    }

    [Fact]
    public void A_text_that_a_line_would_lead_to_its_mark_comes_before_one_that_has_another_place()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (20, 90, Anchor.Start)]));
        placer.Ask(new LabelRequest("b", true, [new("Turkey", Small)], [(20, 50, Anchor.Start)]) { Afar = [(280, 50, Anchor.End)], Of = (15, 50, 2) });

        placer.PlaceAll();

        Assert.Equal([("a", "20", "Georgia"), ("b", "20", "Turkey")], Texts(sketch));
    }

    [Fact]
    public void A_text_gives_way_to_a_line_that_would_strike_it_through()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.TakeLine((0, 0), (60, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (280, 50, Anchor.End)]));

        placer.PlaceAll();

        Assert.Equal([("a", "280", "Georgia")], Texts(sketch));
    }

    [Fact]
    public void A_text_stands_where_it_stood_in_another_state_as_long_as_there_is_room()
    {
        var sides = new LabelSides();
        List<string> places = [];
        foreach (var taken in new Box?[] { new Box(30, 40, 40, 60), null, new Box(250, 40, 260, 60), null })
        {
            using var sketch = new Sketch(300, 100, Faces);
            var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100), sides);
            if (taken is { } box)
                placer.Take("mark", box);
            placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (280, 50, Anchor.End)]));
            placer.PlaceAll();
            places.Add(Texts(sketch).Single().At);
        }

        Assert.Equal(["280", "280", "20", "280"], places);
    }

    [Fact]
    public void A_text_gives_way_to_one_that_was_asked_for_earlier()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start)]));
        placer.Ask(new LabelRequest("b", true, [new("Turkey", Small)], [(30, 52, Anchor.Start), (20, 80, Anchor.Start)]));

        placer.PlaceAll();

        Assert.Equal([("a", "50", "Georgia"), ("b", "80", "Turkey")], Texts(sketch, "y"));
    }

    [Fact]
    public void A_number_keeps_off_the_grid_and_out_of_a_neighbour_s_line_where_it_can()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.TakeGrid((0, 48), (300, 48));
        placer.Take("mark", new Box(70, 70, 90, 84));
        placer.Ask(new LabelRequest("grid", true, [new("12", Small)], [(20, 50, Anchor.Start), (20, 30, Anchor.Start)]) { OffGrid = true });
        placer.Ask(new LabelRequest("held", true, [new("12", Small)], [(200, 50, Anchor.Start)]) { OffGrid = true });
        placer.Ask(new LabelRequest("air", true, [new("12", Small)], [(50, 80, Anchor.Start), (50, 96, Anchor.Start)]) { Air = 20 });

        placer.PlaceAll();

        Assert.Equal(["30", "50", "96"], Texts(sketch, "y").Select(t => t.At));
    }

    [Fact]
    public void A_text_never_leaves_the_frame()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(280, 50, Anchor.Start), (2, 50, Anchor.Middle), (20, 5, Anchor.Start), (20, 98, Anchor.Start), (298, 50, Anchor.End)]));

        placer.PlaceAll();

        Assert.Equal([("a", "298", "Georgia")], Texts(sketch));
    }

    [Fact]
    public void Where_the_whole_does_not_fit_its_last_stretches_are_left_out()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 60, 100));
        placer.Ask(new LabelRequest("a", true, [new("120 ", Small), new("people who left for Georgia", Small)], [(10, 50, Anchor.Start)]));

        placer.PlaceAll();

        Assert.Equal([("a", "10", "120")], Texts(sketch));
        Assert.Empty(placer.Dropped);
    }

    [Fact]
    public void A_text_that_says_too_little_or_nothing_is_reported_unless_it_is_optional()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 60, 100));
        placer.Ask(new LabelRequest("short", true, [new("120 ", Small), new("who left for Georgia", Small)], [(10, 20, Anchor.Start)], Needed: 2));
        placer.Ask(new LabelRequest("none", true, [new("Kazakhstan and others", Small)], [(10, 50, Anchor.Start)]));
        placer.Ask(new LabelRequest("optional", true, [new("not to be missed", Small)], [(10, 80, Anchor.Start)], IsOptional: true));

        placer.PlaceAll();

        Assert.Equal(["120 who left for Georgia", "Kazakhstan and others"], placer.Dropped.Select(d => d.Words));
        Assert.Equal([("short", "10", "120")], Texts(sketch));
    }

    [Fact]
    public void The_space_of_a_text_lies_about_its_anchor()
    {
        Assert.Equal((100, 140), (LabelPlacer.BoxOf(100, 50, Anchor.Start, 40, 10).Left, LabelPlacer.BoxOf(100, 50, Anchor.Start, 40, 10).Right));
        Assert.Equal((80, 120), (LabelPlacer.BoxOf(100, 50, Anchor.Middle, 40, 10).Left, LabelPlacer.BoxOf(100, 50, Anchor.Middle, 40, 10).Right));
        Assert.Equal((60, 100), (LabelPlacer.BoxOf(100, 50, Anchor.End, 40, 10).Left, LabelPlacer.BoxOf(100, 50, Anchor.End, 40, 10).Right));
        Assert.InRange(50, LabelPlacer.BoxOf(100, 50, Anchor.End, 40, 10).Top, LabelPlacer.BoxOf(100, 50, Anchor.End, 40, 10).Bottom);
    }

    private static IEnumerable<(string Key, string At, string Words)> Texts(Sketch sketch, string attribute = "x") =>
        sketch.Finish().Marks.Select(m => (m.Key, m.Elements[0].Attributes.First(a => a.Key == attribute).Value, m.Elements[0].Content));

    // First come, first served would leave the second without a place.
    [Fact]
    public void A_text_that_finds_no_place_is_tried_anew_before_the_others()
    {
        using var sketch = new Sketch(300, 100, DrawnCharts.Typefaces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(20, 50, Anchor.Start), (20, 80, Anchor.Start)]));
        placer.Ask(new LabelRequest("b", true, [new("Turkey", Small)], [(20, 52, Anchor.Start)]));

        placer.PlaceAll();

        Assert.Empty(placer.Dropped);
        Assert.Equal(["a 80", "b 52"], sketch.Finish().Marks.Select(m => $"{m.Key} {m.Elements[0].Attributes.Single(a => a.Key == "y").Value}"));
    }

    [Fact]
    public void Words_from_afar_are_led_to_what_they_speak_of_by_a_line_that_crosses_nothing()
    {
        using var sketch = new Sketch(300, 100, DrawnCharts.Typefaces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Take("circle", new Box(90, 40, 110, 60));
        placer.Take("wall", new Box(130, 0, 134, 100));
        placer.Ask(new LabelRequest("a", true, [new("Georgia", Small)], [(100, 54, Anchor.Start)])
        {
            Of = (100, 50, 10),
            Afar = [(160, 54, Anchor.Start), (60, 20, Anchor.End)],
        });

        placer.PlaceAll();

        var mark = Assert.Single(sketch.Finish().Marks);
        Assert.Equal("60", mark.Elements.Single(e => e.Name == "text").Attributes.Single(a => a.Key == "x").Value);
        Assert.Equal(2, mark.Elements.Length);
    }

    [Fact]
    public void Lines_of_one_text_stand_under_each_other_or_nowhere()
    {
        using var sketch = new Sketch(300, 100, DrawnCharts.Typefaces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        placer.Take("mark", new Box(0, 60, 300, 100));
        placer.Ask(new LabelRequest("a", true, [new("first", Small)], [(20, 50, Anchor.Start), (20, 30, Anchor.Start)]) { Under = [new("second", Small)] });
        placer.Ask(new LabelRequest("b", true, [new("one", Small)], [(200, 50, Anchor.Start)]) { Under = [new("two", Small)] });

        placer.PlaceAll();

        Assert.Equal(["one two"], placer.Dropped.Select(d => d.Words));
        Assert.Equal(["30", "46"], sketch.Finish().Marks.Single().Elements.Select(e => e.Attributes.Single(a => a.Key == "y").Value));
    }

    [Theory]
    [InlineData("Georgia", 100, "Georgia")]
    [InlineData("Georgia, Turkey and others", 100, "Georgia, Turkey…")]
    [InlineData("Georgia, Turkey", 60, "Georgia…")]
    [InlineData("Georgia", 30, "Ge…")]
    [InlineData("Georgia", 1, "G…")]
    [InlineData("\U0001D538\U0001D538", 1, "\U0001D538…")]
    public void Words_that_do_not_fit_are_cut_at_a_word_or_else_at_a_letter(string words, double width, string expected)
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));

        Assert.Equal(expected, placer.Fitting(words, Small, width));
        Assert.Equal(expected == words ? [] : [words], placer.Dropped.Select(d => d.Words));
    }

    [Fact]
    public void A_word_of_many_letters_is_not_measured_at_each_of_them()
    {
        using var sketch = new Sketch(300, 100, Faces);
        var placer = new LabelPlacer(sketch, new Box(0, 0, 300, 100));
        var words = new string('m', 5000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        placer.Fitting(words, Small, 100);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
