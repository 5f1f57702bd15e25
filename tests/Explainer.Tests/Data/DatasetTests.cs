using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;

namespace Explainer.Tests.DataTests;

public sealed class DatasetTests
{
    [Fact]
    public void Cells_have_the_types_of_their_fields()
    {
        var data = Read(
            """
            title: Who came back
            kind: survey
            read: 2024-06-01
            key: id
            fields:
              id: text
              share: {type: number, unit: "%", title: Share}
              kind: kind
              day: time
            rows:
              - {id: a, share: 8.5, kind: official statistic, day: 2024}
              - {id: b, kind: claim, day: 2024-05}
              - {id: c, share: null, day: 2024-05-31}
            """);

        Assert.Equal(["a", "b", "c"], data.Rows.Select(r => r.Key));
        Assert.Equal([8.5, null, null], data.Rows.Select(r => r.Number("share")));
        Assert.Equal(Kind.Official, Assert.IsType<KindCell>(data.Rows[0]["kind"]).Kind);
        Assert.IsType<MissingCell>(data.Rows[2]["kind"]);
        Assert.Equal([(2024, 1, 1, 1), (2024, 5, 1, 2), (2024, 5, 31, 3)], data.Rows.Select(r => (TimeCell)r["day"]).Select(t => (t.Day.Year, t.Day.Month, t.Day.Day, t.Parts)));
        Assert.Equal(["2024", "2024-05", "2024-05-31"], data.Rows.Select(r => r.Identity("day")));
        Assert.Equal(("left", Kind.Survey, new DateOnly(2024, 6, 1)), (data.Id, data.Provenance.Kind, data.Provenance.Read));
        Assert.Equal(("%", "Share"), (data.Field("share")?.Unit, data.Field("share")?.Title.In("en")));
    }

    // What nobody published must never be drawn as nought.
    [Fact]
    public void A_missing_number_is_a_cell_of_its_own_and_never_zero()
    {
        var data = Read("title: T\nfields: {n: number}\nrows:\n  - {n: 0}\n  - {n: }\n");

        Assert.Equal(0, data.Rows[0].Number("n"));
        Assert.IsType<MissingCell>(data.Rows[1]["n"]);
        Assert.Null(data.Rows[1].Number("n"));
    }

    [Fact]
    public void Rows_without_a_key_are_numbered()
    {
        var data = Read("title: T\nfields: {n: number}\nrows: [{n: 5}, {n: 5}]\n");

        Assert.Equal(["0", "1"], data.Rows.Select(r => r.Key));
    }

    [Fact]
    public void A_key_may_be_made_of_several_fields()
    {
        var data = Read("title: T\nkey: [country, year]\nfields: {country: text, year: time}\nrows:\n  - {country: {en: Georgia, ru: Грузия}, year: 2022}\n  - {country: {en: Georgia, ru: Грузия}, year: 2023}\n");

        Assert.Equal(["Georgia-2022", "Georgia-2023"], data.Rows.Select(r => r.Key));
    }

    [Theory]
    [InlineData("title: T\nkey: id\nfields: {id: text}\nrows:\n  - {id: a}\n  - {id: a}\n", "6:5 EX0204 the key 'a' belongs to an earlier row too")]
    [InlineData("title: T\nkey: [a, b]\nfields: {a: text, b: text}\nrows:\n  - {a: x-y, b: z}\n  - {a: x, b: y-z}\n", "6:5 EX0204 the key 'x-y-z' belongs to an earlier row too")]
    [InlineData("title: T\nfields: {id: text}\nkey: it\nrows: [{id: a}]\n", "3:6 EX0202 the key names 'it', which is no field")]
    [InlineData("title: T\nfields: {id: text}\nrows: []\n", "3:7 EX0203 this dataset has no rows")]
    [InlineData("title: T\nfields: {id: text}\nrows:\n  - {id: a, shar: 5}\n", "4:13 EX0102 a row has no key 'shar'")]
    [InlineData("title: T\nfields: {id: txt}\nrows: [{id: a}]\n", "2:14 EX0108 'txt' is no type of field")]
    [InlineData("title: T\nfields: {id: {type: text, unt: x}}\nrows: [{id: a}]\n", "2:27 EX0102 the field 'id' has no key 'unt'")]
    [InlineData("title: T\nfields: {id: {unit: x}}\nrows: [{id: a}]\n", "2:14 EX0106 the field 'id' needs the key 'type'")]
    [InlineData("title: T\nfields: {n: number}\nrows:\n  - n: 1,5\n", "4:8 EX0108 'n' should be a number, but this is '1,5'")]
    [InlineData("title: T\nfields: {n: number}\nrows:\n  - n: [1, 2]\n", "4:8 EX0107 'n' should be a single value, but this is a list")]
    [InlineData("title: T\nfields: {k: kind}\nrows:\n  - k: rumour\n", "4:8 EX0108 'k' is 'rumour', which is no kind")]
    [InlineData("title: T\nfields: {d: time}\nrows:\n  - d: May 2024\n", "4:8 EX0108 'd' is 'May 2024', which is not a time")]
    [InlineData("title: T\nfields: {d: time}\nrows:\n  - d: 2024-13\n", "4:8 EX0108 'd' is '2024-13', which is not a time")]
    [InlineData("title: T\nfields: {id: text}\nrows:\n  - a\n", "4:5 EX0107 a row should be a group of keys, but this is a single value")]
    [InlineData("fields: {id: text}\nrows: [{id: a}]\n", "1:1 EX0106 a dataset needs the key 'title'")]
    [InlineData("title: T\nfields: {id: text}\n", "1:1 EX0106 a dataset needs the key 'rows'")]
    [InlineData("title: T\nkind: guess\nfields: {id: text}\nrows: [{id: a}]\n", "2:7 EX0108 'kind' is 'guess', which is none of its words")]
    [InlineData("title: T\nsources: [example.org]\nfields: {id: text}\nrows: [{id: a}]\n", "2:11 EX0108 'example.org' is not a web address")]
    [InlineData("title: T\nsources: ftp://example.org/a\nfields: {id: text}\nrows: [{id: a}]\n", "2:10 EX0108 'ftp://example.org/a' is not a web address")]
    [InlineData("title: T\nsources: https://example.org/a b\nfields: {id: text}\nrows: [{id: a}]\n", "2:10 EX0108 'https://example.org/a b' is not a web address")]
    [InlineData("title: T\nlicence: {title: Own, address: https://example.org/a>b}\nfields: {id: text}\nrows: [{id: a}]\n", "2:32 EX0108 'https://example.org/a>b' is not a web address")]
    public void A_slip_in_a_dataset_is_reported_where_it_stands(string yaml, string expected)
    {
        var findings = new List<Diagnostic>();

        Dataset.Read(new SourceText("input/data/left.yml", yaml), findings);

        Assert.Equal([expected], findings.Lines());
    }

    [Theory]
    [InlineData("{a: x-y, b: z}", "{a: x, b: y-z}", "the values of a key are joined by hyphens, and these come out alike; write one of them without its hyphen")]
    [InlineData("{a: x, b: z}", "{a: x, b: z}", "a row's key must tell it from every other; add a field to 'key'")]
    public void Two_rows_of_one_key_are_told_with_the_reason(string one, string other, string hint)
    {
        var findings = new List<Diagnostic>();

        Dataset.Read(new SourceText("input/data/left.yml", $"title: T\nkey: [a, b]\nfields: {{a: text, b: text}}\nrows:\n  - {one}\n  - {other}\n"), findings);

        Assert.Equal([("6:5 EX0204", hint)], findings.Select(f => (findings.Places()[0], f.Hint)));
    }

    [Fact]
    public void An_address_on_a_line_of_its_own_is_kept_without_its_end()
    {
        var data = Read("title: T\nsources:\n  - |\n    https://example.org/a\nlicence:\n  title: Own\n  address: |\n    https://example.org/b\nfields: {id: text}\nrows: [{id: a}]\n");

        Assert.Equal(["https://example.org/a", "https://example.org/b"], data.Provenance.Addresses.Append(data.Provenance.Licence?.Address));
    }

    [Fact]
    public void Numbers_times_and_kinds_are_told_in_the_language()
    {
        var language = Assert.IsType<Language>(Language.Read(
            "en",
            new SourceText(
                "theme/words/en.yml",
                """
                name: English
                months: [January, February, March, April, May, June, July, August, September, October, November, December]
                words: {date: {full: "{0} {1} {2}", month: "{0} {1}"}, kind: {company: company data}}
                """),
            []));
        var data = Read(
            """
            title: T
            fields: {n: number, y: time, m: time, d: time, k: kind, t: text}
            rows: [{n: 1234.5, y: 2024, m: 2024-05, d: 2024-05-31, k: company data, t: {en: Georgia, ru: Грузия}}]
            """);
        string[] fields = ["n", "y", "m", "d", "k", "t", "none"];

        Assert.Equal(
            ["1,234.5", "2024", "May 2024", "31 May 2024", "company data", "Georgia", ""],
            fields.Select(field => data.Rows[0].Text(field, language)));
    }

    private static Dataset Read(string yaml)
    {
        var findings = new List<Diagnostic>();
        var data = Dataset.Read(new SourceText("input/data/left.yml", yaml), findings);
        Assert.Empty(findings);
        return Assert.IsType<Dataset>(data);
    }
}
