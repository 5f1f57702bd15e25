using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>One published number: a value, a range or a bound, with its unit and where it comes from.</summary>
/// <param name="Id">The name by which prose points at it.</param>
/// <param name="Low">The value or the lower end; null for an upper bound.</param>
/// <param name="High">The value or the upper end; null for a lower bound.</param>
/// <param name="Unit">What it counts, such as <c>people</c> or <c>%</c>.</param>
/// <param name="Hedge">How its source holds back, such as "about"; null when it does not.</param>
/// <param name="What">What it says, in a few words.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Span">Where it was written.</param>
/// <param name="Origin">How it is reckoned or where it stands in a dataset; null for one that is written down alone.</param>
public sealed record Figure(string Id, double? Low, double? High, string Unit, Hedge? Hedge, LocalText? What, Provenance Provenance, SourceSpan Span, FigureOrigin? Origin = null)
{
    private const int MostDecimals = 9;
    private static readonly string[] ValueKeys = ["value", "low", "high", "formula", "cell"];

    /// <summary>Whether it has a value at all; one that could not be reckoned has none.</summary>
    public bool IsKnown => (Low ?? High) is not null;

    /// <summary>The ids of the figures that it is reckoned from, in the order of the formula.</summary>
    public IEnumerable<string> Inputs => (Origin as FormulaOrigin)?.Formula?.Names ?? [];

    /// <summary>Whether it is one number: neither a range nor a bound.</summary>
    public bool IsValue => Low is { } low && High is { } high && low.Equals(high);

    /// <summary>The figure as a language prints it.</summary>
    public string In(Language language) => Amount.Print(Low, High, Hedge is { } hedge ? ReadingWords.NameOf(hedge) : null, Unit, language);

    /// <summary>Reads a file of figures: a map from id to figure.</summary>
    public static ImmutableArray<Figure> ReadAll(SourceText source, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "a file of figures", findings) is not { Map: var all })
            return [];
        return [.. all.Entries.Select(e => Read(e.Key, e.Value, findings)).OfType<Figure>()];
    }

    private static Figure? Read(YamlScalar id, YamlNode node, ICollection<Diagnostic> findings)
    {
        if (MapReader.Of(node, $"the figure '{id.Value}'", findings) is not { } map)
            return null;
        var value = map.Number("value");
        var low = map.Number("low");
        var high = map.Number("high");
        var origin = ReadOrigin(id, map);
        if (ValueKeys.All(k => map.Node(k) is null))
            findings.Add(Diagnostic.Error("EX0201", id.Span, $"the figure '{id.Value}' has no value", "give it a value, a low and a high, one of the two for an open end, a formula, or a cell"));
        if (value is not null && (low ?? high) is not null)
            findings.Add(Diagnostic.Error("EX0201", id.Span, $"the figure '{id.Value}' has both a value and a range", "keep one of them"));
        if (low > high)
            findings.Add(Diagnostic.Error("EX0201", id.Span, $"the figure '{id.Value}' has its low end above its high end", "swap them"));
        var figure = new Figure(
            id.Value,
            value ?? low,
            value ?? high,
            map.RequiredText("unit"),
            map.Node("hedge") is null ? null : map.Choice("hedge", Data.Hedge.None, ReadingWords.HedgesOfValues),
            LocalText.Read(map.Node("what"), "'what'", findings),
            Provenance.From(map, needsKind: true),
            id.Span,
            origin);
        map.Finish();
        if (origin is FormulaOrigin && figure.Provenance is { HasUnreadKind: false, Kind: not Kind.Derived } && map.Node("kind") is { } kind)
            findings.Add(Diagnostic.Error("EX0215", kind.Span, $"the figure '{id.Value}' is reckoned here, so it is our own arithmetic", "write kind: derived"));

        // What would be reckoned from it without a unit was not meant.
        return figure.Unit.Length > 0 ? figure : figure with { Low = null, High = null, Origin = null };
    }

    private static FigureOrigin? ReadOrigin(YamlScalar id, MapReader map)
    {
        var formula = map.Scalar("formula");
        var decimals = map.Number("decimals");
        if (decimals is { } given && (given != Math.Floor(given) || Math.Abs(given) > MostDecimals))
        {
            map.Findings.Add(Diagnostic.Error("EX0108", map.Node("decimals")!.Span, "'decimals' is no number of decimals", $"write a whole number up to {MostDecimals}, or below zero to round to tens and hundreds"));
            decimals = null;
        }

        var cell = map.Group("cell", $"the cell of '{id.Value}'");
        if (decimals is not null && formula is null)
            map.Findings.Add(Diagnostic.Error("EX0201", map.Node("decimals")!.Span, $"the figure '{id.Value}' has 'decimals' but no formula to round", "take it out"));
        if (formula is not null && cell is not null)
            map.Findings.Add(Diagnostic.Error("EX0201", id.Span, $"the figure '{id.Value}' has both a formula and a cell", "keep one of them"));
        if (formula is not null)
            return new FormulaOrigin(formula, null, (int?)decimals);
        if (cell is null)
            return null;
        var (data, row, field) = (cell.RequiredScalar("data"), cell.RequiredScalar("row"), cell.RequiredScalar("field"));
        cell.Finish();
        return data is null || row is null || field is null ? null : new CellOrigin(data, row, field);
    }
}
