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
public sealed record Figure(string Id, double? Low, double? High, string Unit, Hedge? Hedge, LocalText? What, Provenance Provenance, SourceSpan Span)
{
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
        if (map.Node("value") is null && map.Node("low") is null && map.Node("high") is null)
            findings.Add(Diagnostic.Error("EX0201", id.Span, $"the figure '{id.Value}' has no value", "give it a value, a low and a high, or one of the two for an open end"));
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
            id.Span);
        map.Finish();
        return figure;
    }
}
