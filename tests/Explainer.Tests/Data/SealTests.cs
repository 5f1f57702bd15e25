using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

/// <summary>A seal comes back as it was written, and one that cannot be understood says where.</summary>
public sealed class SealTests
{
    [Fact]
    public void A_dataset_has_nothing_that_differs_from_its_own_seal()
    {
        var data = Data("rows: [{id: 'a,\"b\"', n: 0.1, day: 2024-05, w: x}, {id: b, n: 1e15}, {id: c, n: -3, day: 2024-05-31}, {id: d, n: ~}]");
        var text = Seal.Write(data);

        Assert.Equal("row,n,day\n\"a,\"\"b\"\"\",0.1,2024-05\nb,1000000000000000,\nc,-3,2024-05-31\nd,,\n", text);
        foreach (var written in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), text.TrimEnd(), text.Replace("0.1", "0.10", StringComparison.Ordinal) })
        {
            var seal = Seal.Read(new SourceText("input/sealed/d.csv", written), [])!;
            Assert.Empty(seal.DifferencesTo(data));
            Assert.Equal(5, seal.Count);
        }
    }

    [Theory]
    [InlineData("", "1:1 EX0221 a seal begins with a line of 'row' and the names of fields")]
    [InlineData("id,n\na,1\n", "1:1 EX0221 a seal begins with a line of 'row' and the names of fields")]
    [InlineData("row,n,n\na,1,1\n", "1:7 EX0221 the field 'n' stands here twice")]
    [InlineData("row,n\na,1\na,1\n", "3:1 EX0221 the row 'a' stands here twice")]
    [InlineData("row,n\na,1\nb\n", "3:1 EX0221 this line has 1 cells, and the first has 2")]
    [InlineData("row,n\na,\n\nb,1 000\n", "4:3 EX0221 '1 000' is neither a number nor a time")]
    [InlineData("row,n\n\"a,1\n", "2:1 EX0221 the quotes that begin here are not closed at the end of the cell")]
    [InlineData("row,n\n\"a\"b,1\n", "2:1 EX0221 the quotes that begin here are not closed at the end of the cell")]
    public void What_is_no_seal_says_where(string text, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Seal.Read(new SourceText("input/sealed/d.csv", text), findings));
        Assert.Equal([expected], findings.Lines());
    }

    private static Dataset Data(string rows) =>
        Dataset.Read(new SourceText("input/data/d.yml", "title: T\nkey: id\nfields: {id: text, n: number, day: time, w: text}\n" + rows), [])!;
}
