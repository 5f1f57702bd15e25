using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class SequentialColourTests
{
    [Fact]
    public void Breaks_put_about_as_many_values_into_each_step_on_round_numbers() =>
        Assert.Equal([30, 50, 70, 90], SequentialColour.BreaksFor(Enumerable.Range(1, 10).Select(i => i * 10.0)));

    [Fact]
    public void Equal_values_need_no_breaks() => Assert.Empty(SequentialColour.BreaksFor([4, 4, 4]));

    [Fact]
    public void Breaks_rise_and_lie_among_the_values() =>
        Gen.Double[-1e6, 1e6].List[1, 50].Sample(values =>
        {
            var breaks = SequentialColour.BreaksFor(values);
            return breaks.Length < SequentialColour.Steps
                && breaks.Zip(breaks.Skip(1)).All(p => p.First < p.Second)
                && breaks.All(b => b > values.Min() && b <= values.Max());
        });
}
