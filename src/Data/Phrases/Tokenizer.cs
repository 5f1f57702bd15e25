using System.Globalization;
using System.Text;

namespace Explainer.Data;

/// <summary>Cuts a text into words, numbers in digits and signs.</summary>
/// <param name="words">The language's words for numbers.</param>
/// <param name="decimalMark">Its decimal separator; the other of point and comma separates thousands.</param>
public sealed class Tokenizer(ReadingWords words, string decimalMark)
{
    private static readonly SpokenNumber Half = new(0.5, 0.5, 0.5);

    /// <summary>The tokens of a text, from first to last.</summary>
    public List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                var number = ReadDigits(text, ref i);
                tokens.Add(new Token(text[start..i], start, i, number));
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && (char.IsLetter(text[i]) || (text[i] is '’' or '\'' && i + 1 < text.Length && char.IsLetter(text[i + 1]))))
                    i++;
                AddWord(tokens, text[start..i].ToLowerInvariant(), start);
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(text[start]))
                    tokens.Add(new Token(text[start] is '\u2010' or '\u2011' ? "-" : text[start].ToString(), start, i, null));
            }
        }

        return tokens;
    }

    // Some languages glue a half to what it halves: "полмиллиона".
    private void AddWord(List<Token> tokens, string word, int start)
    {
        foreach (var prefix in words.HalfPrefixes.Where(p => word.StartsWith(p, StringComparison.Ordinal)))
        {
            string[] rest = [word[prefix.Length..]];
            if (words.Scales.Match(rest, 0) is null && words.Percent.Match(rest, 0) is null && words.Points.Match(rest, 0) is null)
                continue;
            tokens.Add(new Token(prefix, start, start + prefix.Length, Half));
            (word, start) = (rest[0], start + prefix.Length);
            break;
        }

        tokens.Add(new Token(word, start, start + word.Length, null));
    }

    // Groups of three stand after a space of any kind or after the mark that is not the decimal one.
    private SpokenNumber ReadDigits(string text, ref int i)
    {
        var digits = new StringBuilder();
        var group = decimalMark == "," ? '.' : ',';
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            digits.Append(text[i++]);
        if (i - start <= 3 && text[start] != '0')
        {
            char? used = null;
            while (i < text.Length && (text[i] == group || char.GetUnicodeCategory(text[i]) == UnicodeCategory.SpaceSeparator) && (used is null || used == text[i]) && AreThree(text, i + 1))
            {
                used = text[i];
                digits.Append(text, i + 1, 3);
                i += 4;
            }
        }

        var decimals = 0;
        if (i + 1 < text.Length && text[i] is '.' or ',' && char.IsAsciiDigit(text[i + 1]))
        {
            digits.Append('.');
            for (i++; i < text.Length && char.IsAsciiDigit(text[i]); i++, decimals++)
                digits.Append(text[i]);
        }

        return SpokenNumber.Of(double.Parse(digits.ToString(), CultureInfo.InvariantCulture), Math.Pow(10, -decimals));
    }

    private static bool AreThree(string text, int at) =>
        at + 3 <= text.Length && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]));
}
