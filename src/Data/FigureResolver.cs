using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>Gives values to figures that are reckoned from others or stand in a dataset, and compares them with those that are written down.</summary>
/// <param name="figures">All figures.</param>
/// <param name="datasets">All datasets.</param>
/// <param name="unreadData">Names of datasets that could not be read: what is wrong with them is said already.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="hasUnread">Whether some figures may be missing because they could not be read.</param>
public sealed class FigureResolver(
    IReadOnlyDictionary<string, Figure> figures,
    IReadOnlyDictionary<string, Dataset> datasets,
    IReadOnlySet<string> unreadData,
    ICollection<Diagnostic> findings,
    bool hasUnread = false)
{
    private const double Grain = 1e-9;
    private readonly HashSet<string>? _names = hasUnread ? null : figures.Keys.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, Figure> _resolved = new(StringComparer.Ordinal);

    // The figures that are being reckoned, each for the one before it, with the inputs that they wait for. It stands in for
    // recursion, as a chain of formulas may be longer than a stack is deep.
    private readonly OrderedDictionary<string, (Figure Figure, Queue<string> Inputs)> _open = new(StringComparer.Ordinal);

    /// <summary>All figures with their values; those that have none, with findings, stay without.</summary>
    public ImmutableSortedDictionary<string, Figure> ResolveAll()
    {
        foreach (var id in figures.Keys)
        {
            if (!_resolved.ContainsKey(id))
                Open(id);
            while (_open.Count > 0)
                GoOn();
        }

        return _resolved.ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    private void Open(string id)
    {
        var figure = figures[id];
        if (figure.Origin is CellOrigin cell)
            _resolved[id] = Read(figure, cell);
        else if (figure.Origin is FormulaOrigin origin && FormulaReader.Read(origin.Scalar, _names, findings) is { } formula)
            _open.Add(id, (figure with { Origin = origin with { Formula = formula } }, new Queue<string>(formula.Names)));
        else
            _resolved[id] = figure;
    }

    // Looks at the next input of the figure that was opened last, or reckons it when there is none.
    private void GoOn()
    {
        var (id, (figure, inputs)) = _open.GetAt(_open.Count - 1);
        var origin = (FormulaOrigin)figure.Origin!;
        if (inputs.TryPeek(out var input) && figures.ContainsKey(input) && !_resolved.ContainsKey(input) && !_open.ContainsKey(input))
        {
            Open(input);
        }
        else if (input is not null && CanReckonWith(input, origin.Scalar))
        {
            inputs.Dequeue();
        }
        else
        {
            _resolved[id] = input is null ? Reckon(figure, origin.Formula!, origin) : figure;
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private bool CanReckonWith(string name, YamlScalar formula)
    {
        if (_open.IndexOf(name) is >= 0 and var at)
        {
            findings.Add(Error("EX0210", formula, $"'{name}' is reckoned from itself: {string.Join(" from ", _open.Keys.Skip(at).Append(name))}", "take one of the steps out"));
            return false;
        }

        // What is wrong with an input, or with the file that may hold it, is said where it stands.
        if (!_resolved.TryGetValue(name, out var input) || !input.IsKnown)
            return false;
        if (input is not ({ Low: null } or { High: null }))
            return true;
        findings.Add(Error("EX0213", formula, $"'{name}' is a bound, so nothing can be reckoned with it", "reckon with figures that have a value or two ends"));
        return false;
    }

    private Figure Reckon(Figure figure, Formula formula, FormulaOrigin origin)
    {
        var wanted = Dimension.Of(figure.Unit);
        var (dimension, fault) = formula.DimensionOf(name => Dimension.Of(_resolved[name].Unit));
        if (dimension?.Is(wanted) != true)
        {
            findings.Add(Error("EX0211", origin.Scalar, fault ?? $"this formula counts {dimension}, but the figure '{figure.Id}' counts '{figure.Unit}'", "per cent, points and times are shares of what counts the same; other units must come out as they go in"));
            return figure;
        }

        if (formula.Span(name => (_resolved[name].Low!.Value * Dimension.SizeOf(_resolved[name].Unit), _resolved[name].High!.Value * Dimension.SizeOf(_resolved[name].Unit))) is not var (low, high))
        {
            findings.Add(Error("EX0213", origin.Scalar, "this formula has no value: something is divided by zero", "reckon with other figures"));
            return figure;
        }

        return Compare(figure, In(low), In(high), origin.Scalar, origin.Decimals);

        double In(double value) => Rounded(value / Dimension.SizeOf(figure.Unit), origin.Decimals);
    }

    private Figure Read(Figure figure, CellOrigin origin)
    {
        if (!datasets.TryGetValue(origin.Data.Value, out var data))
        {
            if (!unreadData.Contains(origin.Data.Value))
                findings.Add(Error("EX0214", origin.Data, $"there is no dataset '{origin.Data.Value}' in input/data", Nearest.Hint(origin.Data.Value, [.. datasets.Keys])));
            return figure;
        }

        var numbers = data.Fields.Where(f => f.Type == FieldType.Number).ToList();
        if (data.Rows.FirstOrDefault(r => r.Key == origin.Row.Value) is not { } row)
            findings.Add(Error("EX0214", origin.Row, $"no row of '{data.Id}' has the key '{origin.Row.Value}'", Nearest.Hint(origin.Row.Value, [.. data.Rows.Select(r => r.Key)])));
        else if (numbers.FirstOrDefault(f => f.Name == origin.Field.Value) is not { } field)
            findings.Add(Error("EX0214", origin.Field, $"'{data.Id}' has no field of numbers '{origin.Field.Value}'", Nearest.Hint(origin.Field.Value, [.. numbers.Select(f => f.Name)])));
        else if (row.Number(field.Name) is not { } value)
            findings.Add(Error("EX0214", origin.Row, $"the row '{row.Key}' of '{data.Id}' has no '{field.Name}'", "a missing value is no figure; point at another cell"));
        else if (field.Unit.Length > 0 && field.Unit != figure.Unit)
            findings.Add(Error("EX0211", origin.Field, $"the field '{field.Name}' counts '{field.Unit}', but the figure '{figure.Id}' counts '{figure.Unit}'", "give both the same unit"));
        else
            return Compare(figure, value, value, origin.Row, null);
        return figure;
    }

    // What is written down is what the author rounded to; it must be what comes out, to its last digit.
    private Figure Compare(Figure figure, double low, double high, YamlScalar place, int? decimals)
    {
        if (!figure.IsKnown)
            return figure with { Low = low, High = high };
        if (Agrees(figure.Low, low) && Agrees(figure.High, high))
            return figure;
        var comes = low.Equals(high) ? Text(low) : $"{Text(low)} to {Text(high)}";
        findings.Add(Error("EX0212", place, $"'{figure.Id}' is written down as {(figure.IsValue ? Text(figure.Low!.Value) : $"{figure.Low} to {figure.High}")}, but here it comes to {comes}", "correct one of them, or leave out what is written down"));
        return figure;

        bool Agrees(double? stated, double value) => stated is { } s && Math.Abs(s - value) <= Tolerance(s) + (Grain * Math.Max(1, Math.Abs(value)));

        double Tolerance(double stated) => figure.Origin is CellOrigin || decimals is not null ? 0 : StepOf(stated) / 2;
    }

    private static Diagnostic Error(string code, YamlScalar place, string message, string? hint) => Diagnostic.Error(code, place.Span, message, hint);

    private static string Text(double value) => Math.Round(value, 6).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // What the last written digit counts.
    private static double StepOf(double stated)
    {
        var text = ((decimal)stated).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 1 : Math.Pow(10, point - text.Length + 1);
    }

    private static double Rounded(double value, int? decimals)
    {
        if (decimals is not { } digits)
            return value;
        var size = Math.Pow(10, Math.Max(0, -digits));
        return Math.Round(value / size, Math.Max(0, digits), MidpointRounding.AwayFromZero) * size;
    }
}
