using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>
/// Reads a formula: numbers, names, <c>+ - * /</c>, parentheses, <c>min(a, b)</c> and <c>max(a, b)</c>. A hyphen between two
/// letters or digits belongs to a name; a minus therefore has a space on at least one side.
/// </summary>
public sealed class FormulaReader
{
    private const string Unreadable = "EX0510";
    private const int DeepestNesting = 32;
    private static readonly Regex Token = new(@"\G\s*(?:(?<word>[\p{L}\p{N}_.]+(?:-[\p{L}\p{N}_.]+)*)|(?<sign>\S))");
    private static readonly Regex NamePattern = new(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z");
    private static readonly string[] Functions = ["min", "max"];

    private readonly YamlScalar _scalar;
    private readonly IReadOnlyCollection<string>? _names;
    private readonly ICollection<Diagnostic> _findings;
    private readonly ImmutableArray<FormulaStep>.Builder _steps = ImmutableArray.CreateBuilder<FormulaStep>();
    private Match _token;
    private int _depth;

    private FormulaReader(YamlScalar scalar, IReadOnlyCollection<string>? names, ICollection<Diagnostic> findings)
    {
        (_scalar, _names, _findings) = (scalar, names, findings);
        _token = Token.Match(scalar.Value, 0);
    }

    private string Word => _token.Groups["word"].Value;

    private char Sign => _token.Groups["sign"] is { Success: true, Value: var sign } ? sign[0] : '\0';

    /// <summary>Whether a name can stand in a formula: small Latin letters, digits and single hyphens, a letter first.</summary>
    public static bool IsName(string name) => NamePattern.IsMatch(name);

    /// <summary>Reads a formula; null, with findings at their places in it, when it cannot be used.</summary>
    /// <param name="scalar">What the author wrote.</param>
    /// <param name="names">The names that it may use; null where nobody knows them all.</param>
    /// <param name="findings">Where findings go.</param>
    public static Formula? Read(YamlScalar scalar, IReadOnlyCollection<string>? names, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        var reader = new FormulaReader(scalar, names, findings);
        try
        {
            reader.Everything();
        }
        catch (FormulaException e)
        {
            findings.Add(e.Finding);
        }

        return findings.Count == before ? new Formula(reader._steps.ToImmutable()) : null;
    }

    private void Everything()
    {
        if (!_token.Success)
            throw Wrong(0, _scalar.Value.Length, "this formula is empty", "write one, such as a / b * 100");
        Sum();
        if (!_token.Success)
            return;
        throw Sign switch
        {
            ')' => WrongHere("this ) closes nothing", "take it out, or open one before it"),
            ',' => WrongHere("a comma stands only between the two values of min and max", "write decimals with a point"),
            '\0' or '(' => WrongHere($"an operator is missing before '{Shown}'", "write +, -, * or / between two values"),
            _ => WrongSign(),
        };
    }

    private void Sum()
    {
        Product();
        while (Sign is '+' or '-')
        {
            var operation = Sign == '+' ? FormulaOperation.Add : FormulaOperation.Subtract;
            Next();
            Product();
            _steps.Add(new FormulaStep(0, Operation: operation));
        }
    }

    private void Product()
    {
        Value();
        while (Sign is '*' or '/')
        {
            var operation = Sign == '*' ? FormulaOperation.Multiply : FormulaOperation.Divide;
            Next();
            Value();
            _steps.Add(new FormulaStep(0, Operation: operation));
        }
    }

    private void Value()
    {
        if (++_depth > DeepestNesting)
            throw new FormulaException(Diagnostic.Error("EX0512", Here, "this formula is nested too deeply", $"{DeepestNesting} levels of parentheses are the most; take some apart"));
        if (Sign == '-')
        {
            Next();
            Value();
            _steps.Add(new FormulaStep(0, Operation: FormulaOperation.Negate));
        }
        else if (Sign == '(')
        {
            var open = _token;
            Next();
            Sum();
            Close(open);
        }
        else if (Word.Length > 0)
        {
            Named();
        }
        else
        {
            throw NoValue();
        }

        _depth--;
    }

    private void Named()
    {
        var (word, at) = (Word, _token);
        Next();
        if (Sign == '(')
        {
            Call(word, at);
        }
        else if (double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            _steps.Add(new FormulaStep(number));
        }
        else
        {
            _steps.Add(new FormulaStep(0, word));
            if (!IsName(word))
                _findings.Add(Diagnostic.Error(Unreadable, SpanOf(at), $"'{word}' is neither a number nor a name", HintForWord(word) ?? "numbers have a decimal point; names are small Latin letters, digits and hyphens"));
            else if (_names?.Contains(word) == false)
                _findings.Add(Diagnostic.Error("EX0511", SpanOf(at), $"there is no '{word}' to reckon with", HintForWord(word) ?? Nearest.Hint(word, _names)));
        }
    }

    // A minus without spaces reads as a hyphen.
    private string? HintForWord(string word) =>
        word.Split('-') is { Length: 2 } parts && parts.All(p => _names?.Contains(p) == true || double.TryParse(p, CultureInfo.InvariantCulture, out _))
            ? $"a minus has spaces around it: {parts[0]} - {parts[1]}"
            : null;

    private void Call(string function, Match at)
    {
        if (!Functions.Contains(function))
            throw new FormulaException(Diagnostic.Error(Unreadable, SpanOf(at), $"there is no '{function}()' to reckon with", Nearest.Hint(function, Functions)));
        var open = _token;
        Next();
        Sum();
        if (Sign != ',')
            throw new FormulaException(Diagnostic.Error(Unreadable, SpanOf(at), $"'{function}' takes two values", $"write {function}(a, b)"));
        Next();
        Sum();
        if (Sign == ',')
            throw WrongHere($"'{function}' takes two values", $"put one inside another: {function}(a, {function}(b, c))");
        Close(open);
        _steps.Add(new FormulaStep(0, Operation: function == "min" ? FormulaOperation.Min : FormulaOperation.Max));
    }

    private void Close(Match open)
    {
        if (Sign == ')')
            Next();
        else if (!_token.Success)
            throw new FormulaException(Diagnostic.Error(Unreadable, SpanOf(open), "this ( is never closed", "write ) where it ends"));
        else if (Sign == ',')
            throw WrongHere("a comma stands only between the two values of min and max", "write decimals with a point");
        else if (Sign is '\0' or '(')
            throw WrongHere($"an operator is missing before '{Shown}'", "write +, -, * or / between two values");
        else
            throw WrongSign();
    }

    private FormulaException NoValue()
    {
        if (!_token.Success)
            return Wrong(Math.Max(0, _scalar.Value.TrimEnd().Length - 1), _scalar.Value.Length, "this formula breaks off", "a number, a name or ( goes on from here");
        if (Sign is '+' or '*' or '/')
        {
            var before = _scalar.Value[..At(_token)].TrimEnd();
            return before.Length > 0 && "+-*/".Contains(before[^1], StringComparison.Ordinal)
                ? WrongHere($"two operators stand together, '{before[^1]}' and '{Sign}'", "put a value between them, or take one out")
                : WrongHere($"nothing stands before '{Sign}'", "put a value there");
        }

        return Sign is ')' or ',' ? WrongHere($"nothing stands before '{Sign}'", "put a value there") : WrongSign();
    }

    private FormulaException WrongSign() => WrongHere($"'{Sign}' means nothing in a formula", Sign switch
    {
        '×' or '·' => "write * to multiply",
        '÷' or ':' => "write / to divide",
        '\u2212' or '–' or '—' => "write - for a minus",
        '^' => "write a * a",
        '%' => "write / 100",
        _ => "there are numbers, names, + - * /, parentheses, min(a, b) and max(a, b)",
    });

    private void Next() => _token = Token.Match(_scalar.Value, _token.Index + _token.Length);

    private string Shown => _token.Value.TrimStart();

    private SourceSpan Here => SpanOf(_token);

    private static int At(Match token) => token.Index + token.Length - token.Value.TrimStart().Length;

    private SourceSpan SpanOf(Match token) => _scalar.Part(At(token), token.Index + token.Length);

    private FormulaException WrongHere(string message, string hint) => new(Diagnostic.Error(Unreadable, Here, message, hint));

    private FormulaException Wrong(int start, int end, string message, string hint) => new(Diagnostic.Error(Unreadable, _scalar.Part(start, end), message, hint));

    // What is wrong ends the reading at once, from any depth.
    private sealed class FormulaException(Diagnostic finding) : Exception
    {
        public Diagnostic Finding => finding;
    }
}
