using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>A published figure that a block compares with.</summary>
/// <param name="Id">Its id as the author wrote it.</param>
/// <param name="Figure">The figure, or null when there is none of that id.</param>
/// <param name="Short">Who says so, shorter than the figure has it, or null.</param>
public sealed record BlockFigure(Name Id, Figure? Figure, LocalText? Short)
{
    /// <summary>Its lower end; a bound without one counts by its other end.</summary>
    public double Low => Figure?.Low ?? Figure?.High ?? 0;

    /// <summary>Its upper end; a bound without one counts by its other end.</summary>
    public double High => Figure?.High ?? Figure?.Low ?? 0;

    /// <summary>Who says so, in a language; the figure's amount where nobody is named.</summary>
    public string Who(Language language) => (Short ?? Figure?.Provenance.Who)?.In(language) ?? Figure?.In(language) ?? "";

    /// <summary>Reads the ids under a key; in place of an id may stand <c>{figure: ID, name: WHO}</c>.</summary>
    public static ImmutableArray<BlockFigure> ReadAll(MapReader map, string key, IReadOnlyDictionary<string, Figure> figures) =>
        [.. map.List(key).Select(n => Read(n, key, figures, map.Findings)).OfType<BlockFigure>()];

    /// <summary>The figure of an id.</summary>
    public static BlockFigure Of(YamlScalar id, LocalText? name, IReadOnlyDictionary<string, Figure> figures) =>
        new(new Name(id.Value, id.Span), figures.GetValueOrDefault(id.Value), name);

    private static BlockFigure? Read(YamlNode node, string key, IReadOnlyDictionary<string, Figure> figures, ICollection<Diagnostic> findings)
    {
        if (node is YamlScalar scalar)
            return Of(scalar, null, figures);
        if (MapReader.Of(node, $"an item of '{key}'", findings) is not { } map)
            return null;
        var id = map.RequiredScalar("figure");
        var name = LocalText.ReadFilled(map.Node("name"), "'name'", findings);
        map.Finish();
        return id is null ? null : Of(id, name, figures);
    }
}
