using System.Collections.Immutable;
using System.Globalization;

namespace Explainer.Data;

/// <summary>
/// Arithmetic over named values, as an author wrote it. It is kept as steps in the order in which they are done, each
/// operation after the values that it works on. Nothing in it is run as code.
/// </summary>
/// <param name="Steps">The steps.</param>
public sealed record Formula(ImmutableArray<FormulaStep> Steps)
{
    private const int Sum = 1;
    private const int Product = 2;
    private const int Sign = 3;
    private const int Whole = 4;

    /// <summary>The names that it uses, each once, in the order written.</summary>
    public IEnumerable<string> Names => Steps.Select(s => s.Name).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Its value, or null where there is none: a value is missing, something is divided by zero, or a step grows beyond all numbers.</summary>
    /// <param name="valueOf">The value of a name, or null.</param>
    public double? Evaluate(Func<string, double?> valueOf)
    {
        var stack = new Stack<double>();
        foreach (var step in Steps)
        {
            double? value = step switch
            {
                { Operation: FormulaOperation.Negate } => -stack.Pop(),
                { Operation: { } operation } => Apply(operation, second: stack.Pop(), first: stack.Pop()),
                { Name: { } name } => valueOf(name),
                _ => step.Number,
            };
            if (value is not { } known || !double.IsFinite(known))
                return null;
            stack.Push(known);
        }

        return stack.Pop();
    }

    /// <summary>
    /// The least and the greatest value that it can have while each name lies between two ends, or null where it can have
    /// none. A name that stands twice counts as two that move apart, so the span may be wider than need be, never narrower.
    /// </summary>
    /// <param name="spanOf">The ends of a name, or null.</param>
    public (double Low, double High)? Span(Func<string, (double Low, double High)?> spanOf)
    {
        var stack = new Stack<(double Low, double High)>();
        foreach (var step in Steps)
        {
            (double Low, double High)? span = step switch
            {
                { Operation: FormulaOperation.Negate } => Negate(stack.Pop()),
                { Operation: { } operation } => Apply(operation, second: stack.Pop(), first: stack.Pop()),
                { Name: { } name } => spanOf(name),
                _ => (step.Number, step.Number),
            };
            if (span is not { } known || !double.IsFinite(known.Low) || !double.IsFinite(known.High))
                return null;
            stack.Push(known);
        }

        return stack.Pop();
    }

    /// <summary>What its value counts, or null and the reason where it adds or compares what counts differently.</summary>
    /// <param name="dimensionOf">What a name counts.</param>
    public (Dimension? Dimension, string? Fault) DimensionOf(Func<string, Dimension> dimensionOf)
    {
        var stack = new Stack<Dimension>();
        foreach (var step in Steps.Where(s => s.Operation != FormulaOperation.Negate))
        {
            if (step.Operation is not { } operation)
            {
                stack.Push(step.Name is { } name ? dimensionOf(name) : Dimension.None);
                continue;
            }

            var (second, first) = (stack.Pop(), stack.Pop());
            if (operation is not (FormulaOperation.Multiply or FormulaOperation.Divide) && !first.Is(second))
                return (null, $"this formula puts together what counts {first} and what counts {second}");
            stack.Push(operation switch
            {
                FormulaOperation.Multiply => first.Times(second),
                FormulaOperation.Divide => first.Per(second),
                _ => first,
            });
        }

        return (stack.Pop(), null);
    }

    /// <summary>Writes it with as few parentheses as its meaning allows.</summary>
    /// <param name="name">How a name is written.</param>
    /// <param name="number">How a number is written.</param>
    /// <param name="sign">How one of the signs <c>+ - * /</c> is written.</param>
    public string Print(Func<string, string> name, Func<double, string> number, Func<char, string> sign)
    {
        var stack = new Stack<(string Text, int Level)>();
        foreach (var step in Steps)
        {
            stack.Push(step switch
            {
                { Operation: FormulaOperation.Negate } => (sign('-') + In(stack.Pop(), Sign), Sign),
                { Operation: { } operation } => Join(operation, second: stack.Pop(), first: stack.Pop()),
                { Name: { } word } => (name(word), Whole),
                _ => (number(step.Number), Whole),
            });
        }

        return stack.Pop().Text;

        (string, int) Join(FormulaOperation operation, (string Text, int Level) second, (string Text, int Level) first)
        {
            if (operation is FormulaOperation.Min or FormulaOperation.Max)
                return ($"{(operation == FormulaOperation.Min ? "min" : "max")}({first.Text}, {second.Text})", Whole);
            var level = operation is FormulaOperation.Add or FormulaOperation.Subtract ? Sum : Product;
            return ($"{In(first, level)} {sign(SignOf(operation))} {In(second, level + 1)}", level);
        }
    }

    /// <summary>Writes it as an author would.</summary>
    public override string ToString() => Print(n => n, n => n.ToString("R", CultureInfo.InvariantCulture), s => s.ToString());

    private static string In((string Text, int Level) part, int level) => part.Level < level ? $"({part.Text})" : part.Text;

    private static char SignOf(FormulaOperation operation) => operation switch
    {
        FormulaOperation.Add => '+',
        FormulaOperation.Subtract => '-',
        FormulaOperation.Multiply => '*',
        _ => '/',
    };

    private static double Apply(FormulaOperation operation, double second, double first) => operation switch
    {
        FormulaOperation.Add => first + second,
        FormulaOperation.Subtract => first - second,
        FormulaOperation.Multiply => first * second,
        FormulaOperation.Divide => first / second,
        FormulaOperation.Min => Math.Min(first, second),
        _ => Math.Max(first, second),
    };

    private static (double Low, double High) Negate((double Low, double High) span) => (-span.High, -span.Low);

    private static (double Low, double High)? Apply(FormulaOperation operation, (double Low, double High) second, (double Low, double High) first) => operation switch
    {
        FormulaOperation.Subtract => Corners(operation, (second.High, second.Low), first),
        FormulaOperation.Multiply => AllCorners(operation, second, first),
        FormulaOperation.Divide => second is { Low: <= 0, High: >= 0 } ? null : AllCorners(operation, second, first),
        _ => Corners(operation, second, first),
    };

    private static (double Low, double High) Corners(FormulaOperation operation, (double Low, double High) second, (double Low, double High) first) =>
        (Apply(operation, second.Low, first.Low), Apply(operation, second.High, first.High));

    private static (double Low, double High) AllCorners(FormulaOperation operation, (double Low, double High) second, (double Low, double High) first)
    {
        double[] all = [Apply(operation, second.Low, first.Low), Apply(operation, second.High, first.Low), Apply(operation, second.Low, first.High), Apply(operation, second.High, first.High)];
        return (all.Min(), all.Max());
    }
}
