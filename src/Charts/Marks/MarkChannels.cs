using Explainer.Data;

namespace Explainer.Charts;

/// <summary>The channels that every mark has.</summary>
/// <param name="Name">The name by which states show or hide it; part of every key.</param>
/// <param name="Title">What readers call it, such as "arrived"; null when it needs no word.</param>
/// <param name="Colour">A colour role, or null to take it from <paramref name="ColourField"/>.</param>
/// <param name="ColourField">A field of kinds that gives each row its colour role.</param>
public sealed record MarkChannels(string Name, LocalText? Title, string? Colour, string? ColourField);
