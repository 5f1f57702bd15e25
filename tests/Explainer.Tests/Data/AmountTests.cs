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
          number: {thousand: "{0}k", million: "{0}m", percent: "{0}%", range: "{0} to {1}"}
          hedge: {about: "about {0}", upto: "up to {0}", atleast: "at least {0}", over: "over {0}", under: "under {0}"}
        """;

    [Theory]
    [InlineData(650.0, 650.0, null, "people", "650")]
    [InlineData(500.0, 800.0, null, "people", "500–800")]
    [InlineData(null, 800.0, null, "people", "up to 800")]
    [InlineData(500.0, null, null, "people", "at least 500")]
    [InlineData(null, null, null, "people", "not found")]
    [InlineData(null, 800.0, "upto", "people", "up to 800")]
    [InlineData(500.0, null, "atleast", "people", "at least 500")]
    [InlineData(null, 800.0, "under", "people", "under 800")]
    [InlineData(500.0, null, "over", "people", "over 500")]
    [InlineData(null, 800.0, "about", "people", "about up to 800")]
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
    [InlineData(5_000.0, 45_000.0, "5,000–45,000")]
    [InlineData(-45_000.0, -5_000.0, "−45,000 to −5,000")]
    public void Where_there_is_little_room_round_thousands_are_shortened(double low, double high, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "people", English(), new NumberForm(IsTight: true)));

    [Theory]
    [InlineData(-37.7, -37.3, "%", "−37.7 to −37.3%")]
    [InlineData(-5.0, 10.0, "%", "−5 to 10%")]
    [InlineData(-1_500_000.0, -1_000_000.0, "people", "−1.5 to −1m")]
    [InlineData(-1_500_000.0, -450_000.0, "people", "−1.5 to −0.45m")]
    [InlineData(-2_000_000.0, 500_000.0, "people", "−2 to 0.5m")]
    [InlineData(-2_000_000.0, -50_000.0, "people", "−2,000,000 to −50,000")]
    [InlineData(-200_000_000.0, 100_000.0, "people", "−200,000,000 to 100,000")]
    [InlineData(-8_000.0, 500.0, "people", "−8,000 to 500")]
    public void A_range_from_below_zero_is_told_in_words(double low, double high, string unit, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, unit, English()));

    [Theory]
    [InlineData(5.0, 5.0, "+5%")]
    [InlineData(0.0, 0.0, "0%")]
    [InlineData(-5.0, -5.0, "−5%")]
    [InlineData(5.0, 10.0, "+5 to +10%")]
    [InlineData(-5.0, 10.0, "−5 to +10%")]
    public void Changes_have_their_signs(double low, double high, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "%", English(), new NumberForm(IsSigned: true)));

    [Theory]
    [InlineData(5.0, 5.0, 0, "+5%")]
    [InlineData(47.5, 47.5, 0, "+48%")]
    [InlineData(-43.1, -43.1, 0, "−43%")]
    [InlineData(0.3, 0.3, 0, "0%")]
    [InlineData(5.0, 47.84, 1, "+5.0 to +47.8%")]
    public void Numbers_of_a_chart_may_have_as_many_decimals_each(double low, double high, int decimals, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "%", English(), new NumberForm(IsSigned: true, Decimals: decimals)));

    [Theory]
    [InlineData(500_000.0, 700_000.0, "0.5–0.7m")]
    [InlineData(150_000.0, 150_000.0, "0.15m")]
    [InlineData(1_300_000.0, 1_300_000.0, "1.3m")]
    [InlineData(0.0, 0.0, "0")]
    public void Numbers_beside_one_in_millions_are_told_in_millions(double low, double high, string expected) =>
        Assert.Equal(expected, Amount.Print(low, high, null, "people", English(), NumberForm.Among([0, -150_000, 2_000_000], isSigned: false) with { IsTight = true }));

    [Fact]
    public void Numbers_too_small_for_millions_are_told_in_full() =>
        Assert.Equal("9,000", Amount.Print(9_000, 9_000, null, "people", English(), NumberForm.Among([9_000, 2_000_000], isSigned: false)));

    [Fact]
    public void Per_cent_are_never_counted_in_thousands() => Assert.Equal("20,000%", Amount.Print(20_000, 20_000, null, "%", English(), new NumberForm(IsTight: true)));

    private static Language English() => Assert.IsType<Language>(Language.Read("en", new SourceText("theme/words/en.yml", Words), []));
}
