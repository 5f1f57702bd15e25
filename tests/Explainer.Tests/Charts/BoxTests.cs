using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class BoxTests
{
    [Theory]
    [InlineData(0, 15, 50, 15, true)]
    [InlineData(25, 0, 25, 50, true)]
    [InlineData(0, 0, 50, 30, true)]
    [InlineData(22, 12, 28, 18, true)]
    [InlineData(25, 15, 25, 15, true)]
    [InlineData(0, 25, 50, 25, false)]
    [InlineData(0, 15, 19, 15, false)]
    [InlineData(50, 15, 31, 15, false)]
    [InlineData(0, 0, 20, 40, false)]
    [InlineData(0, 20, 50, 20, false)]
    [InlineData(20, 0, 20, 50, false)]
    [InlineData(5, 5, 5, 5, false)]
    public void A_line_crosses_a_box_when_it_passes_within_and_not_along_its_edge(double x1, double y1, double x2, double y2, bool expected)
    {
        var box = new Box(20, 10, 30, 20);

        Assert.Equal(expected, box.IsCrossedBy((x1, y1), (x2, y2)));
        Assert.Equal(expected, box.IsCrossedBy((x2, y2), (x1, y1)));
    }

    [Fact]
    public void Boxes_that_only_touch_do_not_overlap()
    {
        var box = new Box(0, 0, 10, 10);

        Assert.True(box.Overlaps(new Box(9, 9, 20, 20)));
        Assert.False(box.Overlaps(new Box(10, 0, 20, 10)));
        Assert.False(box.Overlaps(new Box(0, 10, 10, 20)));
    }

    [Fact]
    public void A_box_holds_another_up_to_its_edges()
    {
        var box = new Box(0, 0, 10, 10);

        Assert.True(box.Holds(new Box(0, 0, 10, 10)));
        Assert.False(box.Holds(new Box(0, 0, 10.5, 10)));
    }

    [Fact]
    public void A_box_between_two_corners_is_the_same_whichever_come_first()
    {
        Assert.Equal(new Box(1, 2, 3, 4), Box.Between(3, 2, 1, 4));
        Assert.Equal((2, 2, 2), (Box.Between(3, 4, 1, 2).Width, Box.Between(3, 4, 1, 2).Height, Box.Between(3, 4, 1, 2).Middle));
    }
}
