using Explainer.Data;

namespace Explainer.Tests.DataTests;

public sealed class DimensionTests
{
    [Fact]
    public void Shares_count_nothing_of_their_own_and_other_units_themselves()
    {
        Assert.True(Dimension.Of("%").Is(Dimension.None) && Dimension.Of("points").Is(Dimension.None) && Dimension.Of("times").Is(Dimension.None));
        Assert.False(Dimension.Of("people").Is(Dimension.None));
        Assert.False(Dimension.Of("people").Is(Dimension.Of("mm")));
    }

    [Fact]
    public void Units_are_multiplied_and_divided()
    {
        var (people, days) = (Dimension.Of("people"), Dimension.Of("days"));

        Assert.True(people.Per(people).Is(Dimension.None));
        Assert.True(people.Times(days).Per(days).Is(people));
        Assert.Equal(["nothing", "people", "people / days", "1 / days", "days × people", "people × people"], new[] { Dimension.None, people, people.Per(days), Dimension.None.Per(days), people.Times(days), people.Times(people) }.Select(d => d.ToString()));
    }
}
