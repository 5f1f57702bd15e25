using System.Collections.Immutable;
using Explainer.Diagnostics;

namespace Explainer.Prose;

/// <summary>A piece of a story's text, in the order in which it is read.</summary>
/// <param name="Span">Where it was written.</param>
public abstract record ProseBlock(SourceSpan Span);

/// <summary>Ordinary prose: paragraphs, headings, lists, quotations.</summary>
/// <param name="Html">The prose as HTML.</param>
/// <param name="Span">Where it was written.</param>
public sealed record TextBlock(string Html, SourceSpan Span) : ProseBlock(Span);

/// <summary>A scene: a sticky graphic and the steps that pass it.</summary>
/// <param name="Chart">The name of its chart, and where it was written.</param>
/// <param name="Steps">Its steps.</param>
/// <param name="Span">Where it was written.</param>
public sealed record SceneBlock(Name Chart, ImmutableArray<StepBlock> Steps, SourceSpan Span) : ProseBlock(Span);

/// <summary>A step of a scene: a state of its chart and the words beside it.</summary>
/// <param name="State">The name of the state, and where it was written.</param>
/// <param name="Html">The words as HTML.</param>
public sealed record StepBlock(Name State, string Html);

/// <summary>A chart that stands by itself between paragraphs.</summary>
/// <param name="Chart">Its name, and where it was written.</param>
/// <param name="Span">Where it was written.</param>
public sealed record ChartBlock(Name Chart, SourceSpan Span) : ProseBlock(Span);

/// <summary>A block that is described in a file of its own, placed between paragraphs.</summary>
/// <param name="Type">The word that placed it.</param>
/// <param name="Block">Its name, and where it was written.</param>
/// <param name="Span">Where it was written.</param>
public sealed record PlacedBlock(string Type, Name Block, SourceSpan Span) : ProseBlock(Span);

/// <summary>A name that an author wrote, and where.</summary>
/// <param name="Value">The name.</param>
/// <param name="Span">Where it was written.</param>
public sealed record Name(string Value, SourceSpan Span);
