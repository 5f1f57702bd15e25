using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>Reads <c>input/corrections.yml</c>: a list, perhaps empty.</summary>
public static class CorrectionReader
{
    /// <summary>The corrections, newest first; those of one day in the order of the file.</summary>
    public static ImmutableArray<Correction> Read(SourceText source, ICollection<Diagnostic> findings)
    {
        var node = YamlReader.Read(source, findings);
        if (node is null or YamlScalar { IsNull: true })
            return [];
        if (node is not YamlList list)
        {
            findings.Add(Diagnostic.Error("EX0107", node.Span.Head, $"the corrections should be a list, but this is {node.What}", "begin each correction with a dash"));
            return [];
        }

        var read = new List<Correction>();
        foreach (var item in list.Items)
        {
            if (MapReader.Of(item, "a correction", findings) is { } map && Read(map, read) is { } correction)
                read.Add(correction);
        }

        return [.. read.OrderByDescending(c => c.Date)];
    }

    private static Correction? Read(MapReader map, List<Correction> earlier)
    {
        map.RequiredNode("date");
        var date = map.Date("date");
        map.RequiredNode("story");
        var stories = Names(map, "story");
        var figures = Names(map, "figures");
        var was = LocalText.ReadFilled(map.RequiredNode("was"), "'was'", map.Findings);
        var now = LocalText.ReadFilled(map.RequiredNode("now"), "'now'", map.Findings);
        map.Finish();
        return date is not { } day || was is null || now is null
            ? null
            : new Correction(day, earlier.Count(c => c.Date == day) + 1, stories, figures, was, now, map.Map.Span);
    }

    private static ImmutableArray<Name> Names(MapReader map, string key) => [.. map.Scalars(key).Select(s => new Name(s.Value, s.Span))];
}
