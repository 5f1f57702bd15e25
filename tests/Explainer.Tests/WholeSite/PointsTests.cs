using Explainer.Input;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>A point that may stand between thousands is told on sites with a language that writes them so.</summary>
public sealed class PointsTests
{
    private const string Rain = "input/data/rain.yml";
    private const string German = "theme/words/de.yml";

    [Theory]
    [InlineData("mean: 1.500", "mean: 720", "15:66 EX0208 1.500 in 'mean' is read as 1.5, but in Deutsch it may stand for thousands")]
    [InlineData("mean: 52.000", "mean: -7.250", "15:66 EX0208 52.000 in 'mean' is read as 52, but in Deutsch it may stand for thousands; so it is with another number of this field")]
    [InlineData("mean: 1.500", "mean: 7.25", null)]
    [InlineData("mean: 1.500", "mean: 0.999", null)]
    [InlineData("mean: 61.05", "mean: 72.5", null)]
    public void Three_digits_after_a_point_are_told(string first, string second, string? expected)
    {
        var input = Sites.SampleInput.With(Rain, d => d.Replace("mean: 610", first, StringComparison.Ordinal).Replace("mean: 720", second, StringComparison.Ordinal));
        var german = input.Adding(German, input.Text("theme/words/en.yml").Content.Replace("name: English", "name: Deutsch", StringComparison.Ordinal).Replace("numbers: {decimal: \".\", group: \",\"", "numbers: {decimal: \",\", group: \".\"", StringComparison.Ordinal))
            .With("input/site.yml", s => s.Replace("languages: [en]", "languages: [en, de]", StringComparison.Ordinal));

        Assert.Empty(Points(input));
        Assert.Equal(expected is null ? [] : [Rain + ":" + expected], Points(german));
    }

    private static string[] Points(InputFiles input) => [.. Sites.Checked(input).Findings.Where(f => f.Code == "EX0208").Select(f => $"{f.Where} {f.Code} {f.Message}")];
}
