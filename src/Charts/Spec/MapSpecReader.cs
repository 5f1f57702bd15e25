using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Reads the key <c>map</c>: the name of a view, or a group of view and file.</summary>
internal static class MapSpecReader
{
    public static MapSpec? Read(MapReader chart, IReadOnlyDictionary<string, Atlas?> atlases)
    {
        switch (chart.Node("map"))
        {
            case null:
                return null;
            case YamlScalar name:
                if (MapView.Named.TryGetValue(name.Value, out var view))
                    return new MapSpec(Atlas.World, view);
                if (atlases.TryGetValue(name.Value, out var own))
                    return own is null ? null : new MapSpec(own, own.WholeView());
                chart.Findings.Add(Diagnostic.Error("EX0336", name.Span, $"there is no map '{name.Value}'", Nearest.Hint(name.Value, [.. MapView.Named.Keys, .. atlases.Keys])));
                return null;
        }

        if (chart.Group("map", "the map") is not { } map)
            return null;
        Atlas? atlas = Atlas.World;
        if (map.Scalar("file") is { } file && !atlases.TryGetValue(file.Value, out atlas))
        {
            chart.Findings.Add(Diagnostic.Error("EX0336", file.Span, $"there is no map '{file.Value}' in input/maps", Nearest.Hint(file.Value, [.. atlases.Keys])));
            return null;
        }

        if (atlas is null)
            return null;
        var before = chart.Findings.Count;
        var whole = ReadView(map, "view") ?? (ReferenceEquals(atlas, Atlas.World) ? MapView.World : atlas.WholeView());
        var spec = new MapSpec(atlas, whole, ReadView(map, "phone"));
        var isRead = chart.Findings.Count == before;
        spec = spec with { Names = ReadNames(map, atlas) };
        map.Finish();
        return isRead ? spec : null;
    }

    private static MapView? ReadView(MapReader map, string key)
    {
        if (map.Node(key) is not { } node)
            return null;
        var edges = map.Scalars(key).Select(s => map.ReadNumber(s, "an edge of the view")).OfType<double>().ToList();
        var problem = "a view is four numbers";
        if (edges.Count == 4 && MapView.TryCreate(edges[0], edges[1], edges[2], edges[3], out problem) is { } view)
            return view;
        map.Findings.Add(Diagnostic.Error("EX0337", node.Span, problem, "write west, south, east and north in degrees, such as [-25, 34, 45, 72]"));
        return null;
    }

    private static ImmutableSortedDictionary<string, LocalText> ReadNames(MapReader map, Atlas atlas)
    {
        var names = ImmutableSortedDictionary.CreateBuilder<string, LocalText>(StringComparer.Ordinal);
        foreach (var (code, words) in map.MapOf("names")?.Entries ?? [])
        {
            if (atlas.Find(code.Value) is null)
                map.Findings.Add(Diagnostic.Error("EX0338", code.Span, $"the map has no region '{code.Value}'", atlas.HintFor(code.Value)));
            else if (LocalText.ReadFilled(words, $"'{code.Value}'", map.Findings) is { } name)
                names[code.Value] = name;
        }

        return names.ToImmutable();
    }

    /// <summary>Whether a chart names a map whose file is there but could not be read: what is wrong with it is said already.</summary>
    public static bool NamesUnread(MapReader chart, IReadOnlyDictionary<string, Atlas?>? atlases) =>
        atlases is not null
        && (chart.Node("map") switch { YamlScalar name => name.Value, YamlMap map => (map.Entries.FirstOrDefault(e => e.Key.Value == "file").Value as YamlScalar)?.Value, _ => null }) is { } named
        && atlases.TryGetValue(named, out var atlas) && atlas is null;
}
