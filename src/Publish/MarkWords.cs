using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Explainer.Charts;
using Explainer.Data;

namespace Explainer.Publish;

/// <summary>
/// Writes what the marks of a chart say as JSON for scripts: <c>marks</c> lists each as [key, words, figure, …] in the order in which one reads;
/// <c>states</c> has a list of its own for each state whose marks say something else, or stand in another order.
/// </summary>
internal static class MarkWords
{
    /// <summary>The words of the states that a page can show; empty where no mark stands for data.</summary>
    /// <param name="chart">The drawn chart.</param>
    /// <param name="states">The states, the first of which is shown first.</param>
    public static string Write(DrawnChart chart, IEnumerable<StateSpec> states)
    {
        var told = states.DistinctBy(s => s.Name).Select(s => (s.Name, Marks: ChartMarks.In(chart, s))).ToList();
        var all = Together(told.Select(t => t.Marks));
        if (all.Count == 0)
            return "";
        var byState = new JsonObject();
        foreach (var (name, marks) in told)
        {
            var keys = marks.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
            if (!marks.Select(Said).SequenceEqual(all.Where(m => keys.Contains(m.Key)).Select(Said), StringComparer.Ordinal))
                byState[name] = List(marks, chart.Language);
        }

        // Nothing in it may end the element in which it stands.
        return Json.InElement(new JsonObject { ["marks"] = List(all, chart.Language), ["states"] = byState });
    }

    // Every mark once; one that is new stands right after the one that it follows in its own state.
    private static List<ToldMark> Together(IEnumerable<ImmutableArray<ToldMark>> states)
    {
        var all = new List<ToldMark>();
        foreach (var marks in states)
        {
            var at = 0;
            foreach (var mark in marks)
            {
                var known = all.FindIndex(m => m.Key == mark.Key);
                if (known < 0)
                    all.Insert(at++, mark);
                else
                    at = known + 1;
            }
        }

        return all;
    }

    private static JsonArray List(IEnumerable<ToldMark> marks, Language language) =>
        [.. marks.Select(m => new JsonArray([.. m.Figures.Prepend(language.WithNumbersFromLeft(m.Words)).Prepend(m.Key).Select(words => (JsonNode)words)]))];

    private static string Said(ToldMark mark) => string.Join('\n', mark.Figures.Prepend(mark.Words).Prepend(mark.Key));
}
