using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>The channels that every mark has.</summary>
/// <param name="Name">The name by which states show or hide it; part of every key.</param>
/// <param name="Title">What readers call it, such as "arrived"; null when it needs no word.</param>
/// <param name="Colour">How its rows get their colours.</param>
/// <param name="Label">Field of the words that stand beside the marks instead of their values, or null.</param>
/// <param name="HasLabels">Whether values or words stand beside the marks at all.</param>
/// <param name="Series">Field that tells rows at one place apart, or null.</param>
/// <param name="Span">Where it was written.</param>
public sealed record MarkChannels(string Name, LocalText? Title, ColourScale Colour, string? Label, bool HasLabels, string? Series, SourceSpan Span);
