using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A chart drawn at every width, in all its states, in one language.</summary>
/// <param name="Spec">The chart.</param>
/// <param name="Language">The language.</param>
/// <param name="Artboards">Its drawings, narrow to wide.</param>
public sealed record DrawnChart(ChartSpec Spec, Language Language, ImmutableArray<DrawnArtboard> Artboards)
{
    /// <summary>Whether words stand in its drawings, which have to keep their size to be read.</summary>
    public bool HasWords => Artboards.SelectMany(a => a.Drawings).SelectMany(d => d.Marks).SelectMany(m => m.Elements).Any(e => e.Part?.Line is not null);
}
