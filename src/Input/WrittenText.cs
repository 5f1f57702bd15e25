using System.Globalization;

namespace Explainer.Input;

/// <summary>
/// Finds characters of a YAML value where they were written. Quotes, escapes, indents and folded lines change blanks and
/// what stands around them, but never the order of what can be seen: so the visible characters are counted.
/// </summary>
internal sealed class WrittenText
{
    private readonly string _text;

    // Where each visible character of the value begins and ends in what was written.
    private readonly List<(int Start, int End)> _visible = [];

    private WrittenText(string text) => _text = text;

    /// <summary>Reads what was written, quotes or the sign of a block included.</summary>
    public static WrittenText Of(string text)
    {
        var written = new WrittenText(text);
        switch (text.Length > 0 ? text[0] : ' ')
        {
            case '"':
                written.Read(1, text.Length - 1, escape: '\\');
                break;
            case '\'':
                written.Read(1, text.Length - 1, escape: '\'');
                break;
            case '|' or '>' when text.IndexOfAny(['\r', '\n']) is > 0 and var header:
                written.Read(header, text.Length, escape: null);
                break;
            default:
                written.Read(0, text.Length, escape: null);
                break;
        }

        return written;
    }

    /// <summary>Where a character of the value begins in what was written; for a blank, the next that can be seen.</summary>
    public int OffsetOf(string value, int at) =>
        CountVisible(value, at) is var before && before < _visible.Count ? _visible[before].Start : _visible.Count > 0 ? _visible[^1].End : 0;

    /// <summary>Where the part of the value before an offset ends in what was written.</summary>
    public int EndOf(string value, int end) =>
        CountVisible(value, end) is > 0 and var before ? _visible[Math.Min(before, _visible.Count) - 1].End : OffsetOf(value, end);

    private static int CountVisible(string value, int end) => value[..Math.Min(end, value.Length)].Count(c => !char.IsWhiteSpace(c));

    private void Read(int start, int end, char? escape)
    {
        for (var i = start; i < end;)
        {
            var (said, length) = _text[i] == escape ? Escaped(i) : (_text[i..(i + 1)], 1);
            _visible.AddRange(said.Where(c => !char.IsWhiteSpace(c)).Select(_ => (i, i + length)));
            i += length;
        }
    }

    // What an escape says, and how long it is: '' in single quotes, \n, \u00A0 and the like in double ones.
    private (string Said, int Length) Escaped(int at)
    {
        if (_text[at] == '\'' || at + 1 >= _text.Length)
            return (_text[at..(at + 1)], Math.Min(2, _text.Length - at));
        var digits = _text[at + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
            return ("\"\\/".Contains(_text[at + 1], StringComparison.Ordinal) ? _text[(at + 1)..(at + 2)] : " ", 2);
        var code = int.Parse(_text.AsSpan(at + 2, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (char.IsSurrogate((char)code) && code <= char.MaxValue ? ((char)code).ToString() : char.ConvertFromUtf32(code), 2 + digits);
    }
}
