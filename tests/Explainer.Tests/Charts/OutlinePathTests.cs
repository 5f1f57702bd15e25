using System.Globalization;
using CsCheck;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

public sealed class OutlinePathTests
{
    [Theory]
    [InlineData("M10 20L11.5 20L11.5 18.25Z", "M10 20l1.5 0 0-1.7z")]
    [InlineData("M10 20L10.04 20.04L12 20", "M10 20l2 0")]
    [InlineData("M0 0L1 1ZM5 5L6 4Z", "M0 0l1 1zM5 5l1-1z")]
    public void Points_are_told_from_the_one_before_in_tenths(string path, string expected) =>
        Assert.Equal(expected, OutlinePath.Write(path));

    [Theory]
    [InlineData("M10 20L11.5 20", "M10 20h1.5")]
    [InlineData("M10 20L14.5 20M8.8 22.12L15.7 22.12M10 24.2L10.3 24.2", "M10 20h4.5m-5.7 2.1h6.9m-5.7 2.1h.3")]
    public void Level_strokes_are_told_from_the_end_of_the_one_before(string path, string expected) =>
        Assert.Equal(expected, OutlinePath.WriteLevel(path));

    // Each point lies within half a tenth of where it was, however long the way.
    [Fact]
    public void Roundings_do_not_add_up() =>
        Gen.Select(Gen.Double[-500, 500], Gen.Double[-500, 500]).List[2, 60].Sample(points =>
        {
            var path = "M" + string.Join('L', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Item1:0.####} {p.Item2:0.####}")));
            var (x, y) = (0.0, 0.0);
            var written = OutlinePath.Write(path).Replace("-", " -", StringComparison.Ordinal).Split(['M', 'l', ' '], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
            for (var i = 0; i + 1 < written.Count; i += 2)
                (x, y) = (x + written[i], y + written[i + 1]);
            return Math.Abs(x - points[^1].Item1) < 0.06 && Math.Abs(y - points[^1].Item2) < 0.06;
        });
}
