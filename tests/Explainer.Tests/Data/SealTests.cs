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
        var data = Data("rows: [{id: 'a,\"б\"', n: 0.1, day: 2024-05, w: x}, {id: b, n: 1e15}, {id: c, n: -3, day: 2024-05-31}, {id: d, n: ~}]");
        var text = Seal.Write(data);

        Assert.Equal("fields: [\"n\", \"day\"]\nrows:\n  \"a,\\\"б\\\"\": [0.1, 2024-05]\n  \"b\": [1000000000000000, null]\n  \"c\": [-3, 2024-05-31]\n  \"d\": [null, null]\n", text);
        Assert.Equal(5, Seal.CountOf(data));
        foreach (var written in new[] { text, text.Replace("\n", "\r\n", StringComparison.Ordinal), text.TrimEnd(), text.Replace("0.1", "0.10", StringComparison.Ordinal) })
            Assert.Empty(Seal.Read(new SourceText("input/sealed/d.yml", written), [])!.DifferencesTo(data));
    }

    [Fact]
    public void A_dataset_without_rows_has_a_seal_too()
    {
        var data = Data("rows: []");

        Assert.Empty(Seal.Read(new SourceText("input/sealed/d.yml", Seal.Write(data)), [])!.DifferencesTo(data));
    }

    [Theory]
    [InlineData("", "1:1 EX0106 nothing stands here, but a seal should")]
    [InlineData("rows: {a: []}\n", "1:1 EX0106 a seal needs the key 'fields'")]
    [InlineData("fields: [n, n]\nrows: {a: [1, 1]}\n", "1:13 EX0221 the field 'n' stands here twice")]
    [InlineData("fields: [n]\nrows:\n  a: [1]\n  a: [1]\n", "4:3 EX0104 the key 'a' stands here a second time")]
    [InlineData("fields: [n, m]\nrows:\n  a: [1]\n", "3:6 EX0221 this row has 1 value, and there are 2 fields")]
    [InlineData("fields: [n]\nrows:\n  a: 1\n", "3:6 EX0221 a row of a seal should be a list of values, but this is a single value")]
    [InlineData("fields: [n]\nrows:\n  a: [~]\n  b: [1 000]\n", "4:7 EX0221 '1 000' is neither a number nor a time")]
    [InlineData("fields: [n]\nrows:\n  a: [[1]]\n", "3:7 EX0221 a list is neither a number nor a time")]
    public void What_is_no_seal_says_where(string text, string expected)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Seal.Read(new SourceText("input/sealed/d.yml", text), findings));
        Assert.Equal([expected], findings.Lines());
    }

    private static Dataset Data(string rows) =>
        Dataset.Read(new SourceText("input/data/d.yml", "title: T\nkey: id\nfields: {id: text, n: number, day: time, w: text}\n" + rows), [])!;
}
