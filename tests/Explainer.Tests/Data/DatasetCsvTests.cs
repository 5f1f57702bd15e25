using System.Text;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.Support;

namespace Explainer.Tests.DataTests;

/// <summary>A dataset leaves the site as programs read it: every value comes back as it was, and no cell is a formula.</summary>
public sealed class DatasetCsvTests
{
    [Fact]
    public void Values_of_all_types_are_written_for_programs()
    {
        var data = Read(
            """
            title: T
            fields: {name: text, n: number, day: time, who: kind}
            rows:
              - {name: {en: Home, ru: Дом}, n: 1234567.5, day: 2024-05, who: official statistic}
              - {name: "", n: -3, day: 2024, who: company data}
              - {n: 1e15, day: 2024-05-31}
              - {n: 0.1}
              - {n: 0.00001}
              - {n: -0}
            """);

        Assert.Equal(
            "name,n,day,who\r\nHome,1234567.5,2024-05,official statistic\r\n,-3,2024,company data\r\n,1000000000000000,2024-05-31,\r\n,0.1,,\r\n,1E-05,,\r\n,0,,\r\n",
            DatasetCsv.Write(data, In("en")));
        Assert.Contains("\r\nДом,", DatasetCsv.Write(data, In("ru")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a, b")]
    [InlineData("say \"no\"")]
    [InlineData("\"")]
    [InlineData("first\nsecond")]
    [InlineData("«Ёлка», 10 %")]
    [InlineData(" spaces ")]
    [InlineData("a;b\tc")]
    [InlineData("")]
    public void Odd_words_come_back_as_they_were(string words) => Assert.Equal([["name", "n"], [words, "1"]], Parse(Write(words)));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 495")]
    [InlineData("-5 per cent, or so")]
    [InlineData("@home")]
    [InlineData("=HYPERLINK(\"x\",\"y\")")]
    public void Words_that_a_spreadsheet_would_run_begin_with_an_apostrophe(string words) => Assert.Equal([["name", "n"], ["'" + words, "1"]], Parse(Write(words)));

    [Fact]
    public void A_true_minus_and_a_dash_are_no_formula() => Assert.Equal("−5", Parse(Write("−5"))[1][0]);

    [Fact]
    public void Every_dataset_of_the_story_has_as_many_cells_in_each_row_as_it_has_fields()
    {
        foreach (var data in Sites.Story.Content!.Datasets.Values)
        {
            var rows = Parse(DatasetCsv.Write(data, In("en")));
            Assert.Equal(data.Rows.Length + 1, rows.Count);
            Assert.All(rows, r => Assert.Equal(data.Fields.Length, r.Count));
        }
    }

    private static string Write(string words) =>
        DatasetCsv.Write(Read($"title: T\nfields: {{name: text, n: number}}\nrows:\n  - {{name: {System.Text.Json.JsonSerializer.Serialize(words, Plain)}, n: 1}}\n"), In("en"));

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Language In(string code) => Sites.Story.Content!.Languages.Single(l => l.Code == code);

    private static Dataset Read(string yaml)
    {
        var findings = new List<Diagnostic>();
        var data = Dataset.Read(new SourceText("input/data/t.yml", yaml), findings);
        Assert.Empty(findings);
        return data!;
    }

    // RFC 4180, read by the letter.
    private static List<List<string>> Parse(string csv)
    {
        var rows = new List<List<string>> { new() };
        var cell = new StringBuilder();
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"')
            {
                for (i++; csv[i] != '"' || (i + 1 < csv.Length && csv[i + 1] == '"'); i++)
                {
                    if (csv[i] == '"')
                        i++;
                    cell.Append(csv[i]);
                }
            }
            else if (csv[i] == ',')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
            }
            else if (csv[i] == '\r')
            {
                Assert.Equal('\n', csv[++i]);
                rows[^1].Add(cell.ToString());
                cell.Clear();
                rows.Add([]);
            }
            else
            {
                cell.Append(csv[i]);
            }
        }

        Assert.Empty(rows[^1]);
        return rows[..^1];
    }
}
