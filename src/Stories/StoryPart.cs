using System.Collections.Immutable;
using Explainer.Charts;
using Explainer.Prose;

namespace Explainer.Stories;

/// <summary>A part of a story.</summary>
public abstract record StoryPart;

/// <summary>Ordinary prose.</summary>
/// <param name="Html">The prose as HTML.</param>
public sealed record Passage(string Html) : StoryPart;

/// <summary>A scene: a chart that stays in sight while its steps pass.</summary>
/// <param name="Place">Its chart.</param>
/// <param name="Steps">Its steps.</param>
public sealed record Scene(ChartPlace Place, ImmutableArray<Step> Steps) : StoryPart;

/// <summary>A chart that stands by itself.</summary>
/// <param name="Place">Its chart.</param>
public sealed record PlainChart(ChartPlace Place) : StoryPart;

/// <summary>A block to try, placed between paragraphs.</summary>
/// <param name="Type">The word that the author placed it with.</param>
/// <param name="Name">The name that the author wrote.</param>
/// <param name="Block">The block of that name, or null when there is none.</param>
public sealed record BlockPlace(string Type, Name Name, BlockSpec? Block) : StoryPart;

/// <summary>A place at which a chart is shown.</summary>
/// <param name="Name">The name that the author wrote.</param>
/// <param name="Chart">The chart of that name, or null when there is none.</param>
public sealed record ChartPlace(Name Name, ChartSpec? Chart);

/// <summary>A step of a scene.</summary>
/// <param name="Name">The state's name as the author wrote it.</param>
/// <param name="State">The state of that name, or null when there is none.</param>
/// <param name="Html">The step's words as HTML.</param>
public sealed record Step(Name Name, StateSpec? State, string Html);
