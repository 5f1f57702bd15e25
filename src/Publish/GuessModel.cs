using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>What layouts may say about a guess.</summary>
internal static class GuessModel
{
    private const int MostNamed = 2;

    private static readonly double[] SharesOfQuarters = [0.25, 0.5, 0.75];

    private static readonly string[] SidesInOrder = ["lower", "around", "higher"];

    /// <summary>A question on a chart, which is drawn as it is once the reader has answered.</summary>
    /// <param name="guess">The guess.</param>
    /// <param name="drawn">Its chart.</param>
    /// <param name="index">A number that is unique on the page.</param>
    /// <param name="drawings">Where its drawings are.</param>
    public static Dictionary<string, object?> Of(GuessSpec guess, DrawnChart drawn, int index, DrawingFiles drawings)
    {
        var language = drawn.Language;
        var (slider, before, after) = (guess.Slider!, guess.BeforeState!, guess.AfterState!);
        var pattern = guess.Unit is null ? language.Word("number.percent", "{0}") : BlockNumbers.Pattern(guess.Unit, [], language);
        var axes = new JsonObject();
        foreach (var artboard in drawn.Artboards)
        {
            if (Axis(artboard, before) is { } first && Axis(artboard, after) is { } second)
                axes[artboard.Artboard.Name] = new JsonObject { [before.Name] = first, [after.Name] = second };
        }

        return new Dictionary<string, object?>
        {
            ["id"] = $"page.block.{index}",
            ["name"] = guess.Id,
            ["question"] = guess.Question.In(language),
            ["field"] = !HasField(before) ? "" : IsHundred(guess) ? "field hundred" : "field",
            ["quarters"] = HasField(before) ? Quarters(slider, pattern, language) : [],
            ["isHundred"] = HasField(before) && IsHundred(guess),
            ["before"] = before.Name,
            ["after"] = after.Name,
            ["chart"] = ChartModel.Changing(drawn, after, ChartModel.IdOf(index), [before], drawings),
            ["slider"] = BlockNumbers.Slider(slider, pattern, $"page.block.{index}.value", language),
            ["axes"] = Json.InAttribute(axes),
            ["results"] = Json.InAttribute(Results(guess, slider, pattern, language)),
        };

        JsonArray? Axis(DrawnArtboard artboard, StateSpec state) =>
            artboard.Across[drawn.Spec.States.IndexOf(state)] is { } span ? [Math.Round(span.From, 1), Math.Round(span.To, 1)] : null;
    }

    // Where nothing is drawn until the answer, a field that fills up to the guess: a hundred dots where these are shares of a hundred.
    private static bool HasField(StateSpec before) => before.Marks is { IsEmpty: true };

    private static bool IsHundred(GuessSpec guess) => guess.Unit is null && guess.Ends is (0, 100);

    // What stands at the notches of the line along which the handle goes, where it has as few decimals as what can be guessed.
    private static ImmutableArray<string> Quarters(SliderSpec slider, string pattern, Language language)
    {
        ImmutableArray<double> quarters = [.. SharesOfQuarters.Select(share => slider.From + ((slider.To - slider.From) * share))];
        return quarters.All(q => Math.Abs(q - Math.Round(q, slider.Decimals)) < 1e-9) ? [.. quarters.Select(q => BlockNumbers.Amount(pattern, q, slider.Decimals, language))] : [];
    }

    /// <summary>
    /// What follows "You said 35%", for every value that can be guessed: pairs of the share of the scale from which on it holds and the words.
    /// Thus a script needs neither plurals nor grammar.
    /// </summary>
    public static JsonArray Results(GuessSpec guess, SliderSpec slider, string pattern, Language language)
    {
        var results = new JsonArray();
        var last = "";
        for (var step = 0; step <= slider.Steps; step++)
        {
            var words = language.WithNumbersFromLeft(Result(guess, slider.ValueAt(step), pattern, language));
            if (words == last)
                continue;

            // Half a step before the value, so that no rounding puts it on the wrong side.
            results.Add(new JsonArray(Math.Round(Math.Max(0, step - 0.5) / slider.Steps, 5), words));
            last = words;
        }

        return results;
    }

    private static string Result(GuessSpec guess, double value, string pattern, Language language)
    {
        var answers = guess.Answers;
        if (answers.IsEmpty)
            return language.Word("guess.end");
        var lower = answers.Count(a => a.High < value);
        var higher = answers.Count(a => a.Low > value);
        var nearest = answers.GroupBy(a => a.High < value ? value - a.High : Math.Max(0, a.Low - value)).MinBy(g => g.Key)!.ToList();
        var parts = new[] { ("lower", lower), ("same", answers.Length - lower - higher), ("higher", higher) }.Where(p => p.Item2 > 0).ToList();
        var told = guess.Kinds.IsEmpty ? Counts(parts, answers.Length, language) : Sides(guess, value, language);
        return language.Word("guess.result", told, language.Word("guess.nearest", Names(nearest, pattern, language)));
    }

    // Kinds whose answers are all on one side of the guess, and those that have answers around it.
    private static string Sides(GuessSpec guess, double value, Language language)
    {
        var sides =
            from kind in guess.Answers.GroupBy(a => a.Figure?.Provenance.Kind ?? Kind.Estimate)
            let side = kind.All(a => a.High < value) ? "lower" : kind.All(a => a.Low > value) ? "higher" : "around"
            let name = guess.Kinds.GetValueOrDefault(kind.Key)?.In(language) ?? language.Word("kind." + kind.Key.Slug())
            group name by side;
        var named = sides.ToDictionary(s => s.Key, s => Joined("guess.list", s, language));
        return Joined("guess.then", SidesInOrder.Where(named.ContainsKey).Select(s => language.Word("guess.kinds-" + s, named[s])), language);
    }

    private static string Counts(List<(string Side, int Count)> parts, int all, Language language)
    {
        if (parts is [var (side, _)])
            return all == 1 ? language.Word("guess.only-" + side) : language.Plural("guess.all-" + side, all);
        var counts = parts.Select(p => language.Plural("guess." + p.Side, p.Count)).ToList();
        var first = Joined("guess.list", counts.SkipLast(1), language);
        return language.Plural("guess.of", all, language.Word("describe.and", first, counts[^1]));
    }

    // Pair by pair, as signs and spaces between words differ between languages.
    private static string Joined(string key, IEnumerable<string> parts, Language language) =>
        parts.Aggregate((before, part) => language.Word(key, before, part));

    private static string Names(List<BlockFigure> figures, string pattern, Language language)
    {
        var names = figures.Select(f => language.Word("guess.answer", f.Who(language), BlockNumbers.Published(f, pattern, language))).ToList();
        if (names.Count == 1)
            return names[0];
        return names.Count <= MostNamed
            ? language.Word("describe.and", names[0], names[1])
            : language.Plural("guess.more", names.Count - 1, names[0]);
    }
}
