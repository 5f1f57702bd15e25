namespace Explainer.Tests.ChartsTests;

public sealed class OrderSpecTests
{
    private const string Branches =
        """
        title: T
        fields: {branch: text, opened: time, loans: number}
        rows:
          - {branch: harbour, opened: 2022, loans: 10}
          - {branch: harbour, opened: 2023, loans: 10}
          - {branch: market, opened: 2024, loans: 15}
          - {branch: school, opened: 2021, loans: 30}
        """;

    [Theory]
    [InlineData("loans", "market harbour school")]
    [InlineData("-loans", "school harbour market")]
    [InlineData("opened", "school harbour market")]
    [InlineData("-opened", "market harbour school")]
    [InlineData("-branch", "school market harbour")]
    public void Bands_go_by_the_sum_of_their_numbers_their_earliest_time_or_their_words(string order, string expected)
    {
        var chart = UnitCharts.Read(Branches, $"data: made-up\ntitle: T\nx: loans\ny: branch\norder: {order}\nmarks: dot\n");

        Assert.Equal(expected, string.Join(' ', chart.Order!.Sort(chart.BandsOf(chart.Data.Rows)).Select(b => b.Id)));
    }
}
