using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Tests.DataTests;

public sealed class AmountTests
{
    private const string Words =
        """
        name: English
        numbers: {decimal: ".", group: ",", group-from: 4}
        months: [January, February, March, April, May, June, July, August, September, October, November, December]
        words:
          missing: not found
          number: {thousand: "{0}k", million: "{0}m", percent: "{0}%"}
          hedge: {about: "about {0}", upto: "up to {0}", atleast: "at least {0}"}
        """;

    [Theory]
    [InlineData(650.0, 650.0, null, "people", "650")]
    [InlineData(500.0, 800.0, null, "people", "500–800")]
    [InlineData(null, 800.0, null, "people", "up to 800")]
    [InlineData(500.0, null, null, "people", "at least 500")]
    [InlineData(null, null, null, "people", "not found")]
    [InlineData(8.0, 8.0, "about", "people", "about 8")]
    [InlineData(8.0, 9.0, "about", "people", "about 8–9")]
    [InlineData(8.0, 8.0, null, "%", "8%")]
    [InlineData(8.0, 12.5, null, "%", "8–12.5%")]
    [InlineData(null, 16.0, null, "%", "up to 16%")]
    [InlineData(0.0, 0.0, null, "%", "0%")]
    public void An_amount_says_value_range_or_bound_with_its_hedge_and_sign(double? low, double? high, string? hedge, string unit, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, hedge, unit, English()));

    [Theory]
    [InlineData(999_999.0, 999_999.0, "999,999")]
    [InlineData(1_000_000.0, 1_000_000.0, "1m")]
    [InlineData(500_000.0, 1_000_000.0, "0.5–1m")]
    [InlineData(650_000.0, 1_250_000.0, "0.65–1.25m")]
    [InlineData(50_000.0, 2_000_000.0, "50,000–2,000,000")]
    [InlineData(-1_500_000.0, -1_500_000.0, "−1.5m")]
    public void Both_ends_of_a_range_are_told_in_one_measure(double low, double high, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "people", English()));

    [Theory]
    [InlineData(45_000.0, 45_000.0, "45k")]
    [InlineData(45_000.0, 60_000.0, "45–60k")]
    [InlineData(45_500.0, 45_500.0, "45.5k")]
    [InlineData(45_510.0, 45_510.0, "45,510")]
    [InlineData(9_000.0, 9_000.0, "9,000")]
    public void Where_there_is_little_room_round_thousands_are_shortened(double low, double high, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "people", English(), isTight: true));

    [Fact]
    public void Per_cent_are_never_counted_in_thousands() => Assert.Equal("20,000%", Amount.Print(20_000, 20_000, null, "%", English(), isTight: true));

    private static Language English() => Assert.IsType<Language>(Language.Read("en", new SourceText("theme/words/en.yml", Words), []));
}
