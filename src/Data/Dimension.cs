using System.Collections.Immutable;

namespace Explainer.Data;

/// <summary>
/// What a number counts, for arithmetic: units multiplied and divided. Per cent, percentage points and times count nothing
/// of their own, so that people by people gives any of them.
/// </summary>
public sealed class Dimension
{
    private static readonly string[] Pure = ["", "%", "points", "times"];
    private readonly ImmutableSortedDictionary<string, int> _powers;

    private Dimension(ImmutableSortedDictionary<string, int> powers) => _powers = powers;

    /// <summary>That of plain numbers and of shares.</summary>
    public static Dimension None { get; } = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>That of a unit.</summary>
    public static Dimension Of(string unit) => Pure.Contains(unit) ? None : new(None._powers.Add(unit, 1));

    /// <summary>How much one of a unit is: a hundredth for per cent and points.</summary>
    public static double SizeOf(string unit) => unit is "%" or "points" ? 0.01 : 1;

    /// <summary>The dimension of a product.</summary>
    public Dimension Times(Dimension other) => Join(other, 1);

    /// <summary>The dimension of a quotient.</summary>
    public Dimension Per(Dimension other) => Join(other, -1);

    /// <summary>Whether two numbers count the same.</summary>
    public bool Is(Dimension other) => _powers.SequenceEqual(other._powers);

    /// <summary>Writes it as <c>people / days</c>.</summary>
    public override string ToString()
    {
        var above = Side(1);
        return above + (_powers.Values.Any(p => p < 0) ? $" / {Side(-1)}" : "");
    }

    private string Side(int sign)
    {
        var units = _powers.Where(p => p.Value * sign > 0).SelectMany(p => Enumerable.Repeat(p.Key, Math.Abs(p.Value))).ToList();
        return units.Count > 0 ? string.Join(" × ", units) : _powers.IsEmpty ? "nothing" : "1";
    }

    private Dimension Join(Dimension other, int sign)
    {
        var powers = _powers;
        foreach (var (unit, power) in other._powers)
        {
            var sum = powers.GetValueOrDefault(unit) + (sign * power);
            powers = sum == 0 ? powers.Remove(unit) : powers.SetItem(unit, sum);
        }

        return new Dimension(powers);
    }
}
