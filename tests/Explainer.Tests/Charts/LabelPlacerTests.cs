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

        Assert.Equal(["120 who left for Georgia", "Kazakhstan and others"], placer.Dropped);
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
}
