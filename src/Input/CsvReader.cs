using System.Collections.Immutable;
using System.Text;
using Explainer.Diagnostics;

namespace Explainer.Input;

/// <summary>Reads CSV (RFC 4180) with places. Lines may end either way; empty ones are left out.</summary>
public sealed class CsvReader
{
    private readonly SourceText _source;
    private readonly string _text;
    private int _at;

    private CsvReader(SourceText source) => (_source, _text) = (source, source.Content);

    /// <summary>Reads all rows; stops, with a finding, at quotes that cannot be understood.</summary>
    public static ImmutableArray<ImmutableArray<CsvCell>> Read(SourceText source, ICollection<Diagnostic> findings) => new CsvReader(source).Rows(findings);

    private ImmutableArray<ImmutableArray<CsvCell>> Rows(ICollection<Diagnostic> findings)
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<CsvCell>>();
        var row = ImmutableArray.CreateBuilder<CsvCell>();
        while (_at < _text.Length)
        {
            var start = _at;
            var cell = _text[_at] == '"' ? Quoted() : Plain();
            if (cell is null)
            {
                findings.Add(Diagnostic.Error("EX0221", _source.Span(start, start + 1), "the quotes that begin here are not closed at the end of the cell", "close them; quotes within a cell are written twice"));
                return [];
            }

            row.Add(cell);
            if (_at < _text.Length && _text[_at] == ',')
            {
                _at++;
                if (_at < _text.Length)
                    continue;
                row.Add(new CsvCell("", _source.Span(_at, _at)));
            }

            if (row is not [{ Text: "" }])
                rows.Add(row.ToImmutable());
            row.Clear();
            _at += _text.AsSpan(_at).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
        }

        return rows.ToImmutable();
    }

    private CsvCell Plain()
    {
        var start = _at;
        while (!IsEnd)
            _at++;
        return new CsvCell(_text[start.._at], _source.Span(start, _at));
    }

    private CsvCell? Quoted()
    {
        var start = _at++;
        var words = new StringBuilder();
        while (_at < _text.Length)
        {
            var letter = _text[_at++];
            if (letter != '"')
                words.Append(letter);
            else if (_at < _text.Length && _text[_at] == '"')
                words.Append(_text[_at++]);
            else
                return IsEnd ? new CsvCell(words.ToString(), _source.Span(start, _at)) : null;
        }

        return null;
    }

    private bool IsEnd => _at >= _text.Length || _text[_at] is ',' or '\r' or '\n';
}
