using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Reads <c>input/blocks/NAME.yml</c>.</summary>
/// <param name="charts">The charts that blocks may show.</param>
/// <param name="figures">The figures that they may name.</param>
/// <param name="findings">Where findings go.</param>
public sealed class BlockReader(IReadOnlyDictionary<string, ChartSpec> charts, IReadOnlyDictionary<string, Figure> figures, ICollection<Diagnostic> findings)
{
    /// <summary>The unit of shares, for which language files have a pattern of their own.</summary>
    internal const string PerCent = "%";

    private const string SliderCode = "EX0516";

    /// <summary>The types that a block can have.</summary>
    public static ImmutableArray<string> Types { get; } = ["guess", "what-if"];

    /// <summary>Reads one block; null, with findings, when it cannot be used.</summary>
    public BlockSpec? Read(SourceText source)
    {
        var before = findings.Count;
        if (MapReader.OfFile(source, "a block", findings) is not { } map || map.RequiredScalar("type") is not { } type)
            return null;
        var id = Path.GetFileNameWithoutExtension(source.Path);
        BlockSpec? block = null;
        if (type.Value == Types[0])
            block = Guess(id, map);
        else if (type.Value == Types[1])
            block = WhatIf(id, map);
        else
            findings.Add(Diagnostic.Error("EX0108", type.Span, $"'type' is '{type.Value}', which is none of its words", Nearest.Hint(type.Value, Types)));
        return findings.Count == before ? block : null;
    }

    private GuessSpec? Guess(string id, MapReader map)
    {
        var question = LocalText.ReadFilled(map.RequiredNode("question"), "'question'", findings);
        var chart = map.RequiredScalar("chart");
        var before = map.RequiredScalar("before");
        var after = map.RequiredScalar("after");
        var unit = LocalText.ReadFilled(map.Node("unit"), "'unit'", findings);
        var step = map.Number("step");
        var start = map.Number("start");
        var answers = BlockFigure.ReadAll(map, "answers", figures);
        var kinds = ReadKinds(map);
        var waivers = Waiver.ReadAll(map);
        map.Finish();
        if (question is null || chart is null || before is null || after is null)
            return null;
        var name = new Name(chart.Value, chart.Span);
        var guess = new GuessSpec(
            id,
            question,
            new ChartPlace(name, charts.GetValueOrDefault(name.Value)),
            new Name(before.Value, before.Span),
            new Name(after.Value, after.Span),
            unit,
            step,
            start,
            answers,
            kinds,
            map.Map.Span)
        { Waivers = waivers };
        if (guess.Slider is { } slider)
            Check(slider, map, "start", "the chart's axis");
        return guess;
    }

    private ImmutableDictionary<Kind, LocalText> ReadKinds(MapReader map)
    {
        var kinds = ImmutableDictionary.CreateBuilder<Kind, LocalText>();
        foreach (var (name, node) in map.MapOf("kinds")?.Entries ?? [])
        {
            var words = LocalText.ReadFilled(node, $"'{name.Value}'", findings);
            if (!Kinds.ByName.TryGetValue(name.Value, out var kind))
                findings.Add(Diagnostic.Error("EX0108", name.Span, $"'{name.Value}' is no kind", Nearest.Hint(name.Value, [.. Kinds.ByName.Keys])));
            else if (words is not null)
                kinds[kind] = words;
        }

        return kinds.ToImmutable();
    }

    private WhatIfSpec? WhatIf(string id, MapReader map)
    {
        var title = LocalText.ReadFilled(map.RequiredNode("title"), "'title'", findings);
        map.RequiredNode("inputs");
        var entries = map.MapOf("inputs")?.Entries ?? [];
        var inputs = entries.Select(e => Input(e.Key, e.Value)).OfType<WhatIfInput>().ToImmutableArray();
        var names = entries.Select(e => e.Key.Value).ToList();
        var formula = map.RequiredScalar("formula") is { } scalar ? FormulaReader.Read(scalar, names, findings) : null;
        map.RequiredNode("result");
        var result = map.Group("result", "the result") is { } group ? Result(group) : null;
        var told = Sentence(map, names);
        var waivers = Waiver.ReadAll(map);
        map.Finish();
        if (formula is not null)
        {
            foreach (var (key, _) in entries.Where(e => !formula.Names.Contains(e.Key.Value)))
                findings.Add(Diagnostic.Error("EX0511", key.Span, $"the formula does not use '{key.Value}'", "use it, or take it out"));
        }

        if (title is null || formula is null || result is null)
            return null;
        var whatIf = new WhatIfSpec(id, title, inputs, formula, result, told, map.Map.Span) { Waivers = waivers };

        // What is wrong with an input is said already.
        if (formula.Names.All(n => inputs.Any(i => i.Name == n && i.Slider.IsGood)) && !whatIf.HasValue)
            findings.Add(Diagnostic.Error("EX0213", map.Scalar("formula")!.Span, "this formula has no value wherever the sliders stand: something is divided by zero, or grows beyond all numbers", "divide by a number above or below zero"));
        return whatIf;
    }

    // Each language tells every value, so that no reader sees less of the calculation than another.
    private WhatIfSentence? Sentence(MapReader map, IReadOnlyCollection<string> inputs)
    {
        if (LocalText.ReadFilled(map.Node("told"), "'told'", findings) is not { } text)
            return null;
        var names = inputs.Append(WhatIfSentence.Result).ToList();
        foreach (var (_, sentence) in text.Written)
        {
            var gaps = WhatIfSentence.PartsOf(sentence.Text).Where(p => p.IsGap).ToList();
            foreach (var gap in gaps.Where(g => !names.Contains(g.Text)))
                findings.Add(Diagnostic.Error("EX0511", sentence.PlaceOf(gap.Start, gap.Start + gap.Text.Length), $"there is no '{gap.Text}' to tell", Nearest.Hint(gap.Text, names)));
            foreach (var name in names.Where(n => gaps.All(g => g.Text != n)))
                findings.Add(Diagnostic.Error("EX0511", sentence.PlaceOf(0, sentence.Text.Length), $"'told' leaves out '{name}'", $"write {{{name}}} where its value should stand, in each language"));
        }

        return new WhatIfSentence(text);
    }

    private WhatIfInput? Input(YamlScalar name, YamlNode node)
    {
        if (!FormulaReader.IsName(name.Value) || name.Value == WhatIfSentence.Result)
            findings.Add(Diagnostic.Error("EX0207", name.Span, $"'{name.Value}' cannot be the name of an input", $"begin with a small Latin letter; go on with letters, digits and single hyphens; '{WhatIfSentence.Result}' is what the formula gives"));
        if (MapReader.Of(node, $"the input '{name.Value}'", findings) is not { } map)
            return null;
        var title = LocalText.ReadFilled(map.RequiredNode("title"), "'title'", findings);
        var figure = map.Scalar("figure") is { } id ? BlockFigure.Of(id, null, figures) : null;
        var value = map.Number("value") ?? Single(figure);
        var unit = LocalText.ReadFilled(map.Node("unit"), "'unit'", findings);
        var published = BlockFigure.ReadAll(map, "published", figures);
        if (figure is not null && published.All(p => p.Id.Value != figure.Id.Value))
            published = published.Insert(0, figure);
        var step = Needed(map, "step");
        var (from, to) = (Needed(map, "from"), Needed(map, "to"));
        map.Finish();
        if (figure is { Figure: not null } && Single(figure) is null && value is null)
            findings.Add(Diagnostic.Error("EX0517", figure.Id.Span, $"the figure '{figure.Id.Value}' is no single value", "say where the handle starts: add 'value'"));
        else if (figure is null && value is null)
            findings.Add(Diagnostic.Error("EX0517", name.Span, $"the input '{name.Value}' has no value to start from", "name a 'figure', or write a 'value' and whose it is under 'published'"));
        else if (published.IsEmpty)
            findings.Add(Diagnostic.Error("EX0517", name.Span, $"nobody is named who has published '{name.Value}'", "name the figures under 'published', so that readers see what is known"));
        CheckUnits(published, unit, name.Span, $"the input '{name.Value}'");

        // A figure that does not exist is told by a rule; until then the handle stands at the end.
        value ??= figure is { Figure: null } ? from : null;
        if (title is null || value is not { } start || from is not { } low || to is not { } high || step is not { } by || published.IsEmpty)
            return null;
        var slider = new SliderSpec(low, high, by, start);
        Check(slider, map, map.Node("value") is null ? "figure" : "value", "the slider");
        return new WhatIfInput(name.Value, title, unit, slider, published);
    }

    private WhatIfResult? Result(MapReader map)
    {
        const int MostDigits = 6;
        var title = LocalText.ReadFilled(map.RequiredNode("title"), "'title'", findings);
        var unit = LocalText.ReadFilled(map.Node("unit"), "'unit'", findings);
        var digits = map.Number("digits") ?? 0;
        var (from, to) = (map.Number("from"), map.Number("to"));
        var published = BlockFigure.ReadAll(map, "published", figures);
        map.Finish();
        if (digits is not (>= 0 and <= MostDigits) || digits != Math.Floor(digits))
            findings.Add(Diagnostic.Error("EX0108", map.Node("digits")!.Span, "'digits' is no number of decimals", $"write a whole number from 0 to {MostDigits}"));
        if ((from is null) != (to is null) || from >= to)
            findings.Add(Diagnostic.Error(SliderCode, (map.Node("from") ?? map.Node("to"))!.Span, "the scale of the result needs two ends, the lower first", "write 'from' and 'to', or neither"));
        CheckUnits(published, unit, map.Map.Span.Head, "the result");
        return title is null ? null : new WhatIfResult(title, unit, (int)digits, from is { } low && to is { } high ? (low, high) : null, published);
    }

    private static double? Needed(MapReader map, string key)
    {
        map.RequiredNode(key);
        return map.Number(key);
    }

    private static double? Single(BlockFigure? figure) => figure?.Figure is { Low: { } low, High: { } high } && low.Equals(high) ? low : null;

    // A value is compared only with values that count the same; words for it are needed where there is no sign.
    private void CheckUnits(ImmutableArray<BlockFigure> published, LocalText? unit, SourceSpan span, string what)
    {
        var known = published.Where(p => p.Figure is not null).ToList();
        var isPerCent = unit is null || unit.First == PerCent;
        foreach (var other in known.Where(p => p.Figure!.Unit != known[0].Figure!.Unit || (unit is not null && (p.Figure!.Unit == PerCent) != isPerCent)))
            findings.Add(Diagnostic.Error("EX0518", other.Id.Span, $"the figure '{other.Id.Value}' counts '{other.Figure!.Unit}', but {what} counts '{(unit is null ? known[0].Figure!.Unit : unit.First)}'", "compare only what counts the same"));
        if (unit is null && known.Any(p => p.Figure!.Unit != PerCent))
            findings.Add(Diagnostic.Error("EX0518", span, $"{what} needs words for its 'unit'", $"such as unit: {known[0].Figure!.Unit}, or in each language"));
    }

    private void Check(SliderSpec slider, MapReader map, string startKey, string what)
    {
        var place = map.Map.Span.Head;
        SourceSpan At(string key) => map.Node(key)?.Span ?? place;
        if (slider.From >= slider.To)
            findings.Add(Diagnostic.Error(SliderCode, At("from"), "'from' is not below 'to'", "swap them"));
        else if (!slider.IsGood)
            findings.Add(Diagnostic.Error(SliderCode, At("step"), $"steps of this size do not lead from one end of {what} to the other", $"choose one that goes into the span a whole number of times, {SliderSpec.MostSteps} at most"));
        else if (!slider.Holds(slider.Start))
            findings.Add(Diagnostic.Error(SliderCode, At(startKey), $"the handle cannot stand where it should start, as no step of {what} leads there", "change the start, the step or the ends"));
    }
}
