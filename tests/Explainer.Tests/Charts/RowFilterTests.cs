using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Tests.ChartsTests;

public sealed class RowFilterTests
{
    [Theory]
    [InlineData("{country: Georgia}", "a b")]
    [InlineData("{country: [Georgia, Turkey]}", "a b c")]
    [InlineData("{country: Georgia, year: 2023}", "b")]
    [InlineData("{kind: survey}", "b")]
    [InlineData("{n: 1.5}", "c")]
    [InlineData("{country: []}", "")]
    [InlineData("{}", "a b c")]
    public void A_row_is_chosen_when_every_field_holds_one_of_its_values(string filter, string expected)
    {
        var findings = new List<Diagnostic>();
        var data = Assert.IsType<Dataset>(Dataset.Read(
            new SourceText(
                "input/data/left.yml",
                """
                title: T
                key: id
                fields: {id: text, country: text, year: time, kind: kind, n: number}
                rows:
                  - {id: a, country: {en: Georgia, ru: Грузия}, year: 2022, kind: claim, n: 1}
                  - {id: b, country: {en: Georgia, ru: Грузия}, year: 2023, kind: survey}
                  - {id: c, country: {en: Turkey, ru: Турция}, year: 2023, kind: claim, n: 1.50}
                """),
            findings));

        var read = RowFilter.Read(YamlReader.Read(new SourceText("a.yml", filter), findings), "'show'", data, findings);

        Assert.Empty(findings);
        Assert.Equal(expected, string.Join(' ', data.Rows.Where(r => read!.Chooses(r)).Select(r => r.Key)));
    }
}
