using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A chart drawn at every width, in all its states, in one language.</summary>
/// <param name="Spec">The chart.</param>
/// <param name="Language">The language.</param>
/// <param name="Artboards">Its drawings, narrow to wide.</param>
public sealed record DrawnChart(ChartSpec Spec, Language Language, ImmutableArray<DrawnArtboard> Artboards);
