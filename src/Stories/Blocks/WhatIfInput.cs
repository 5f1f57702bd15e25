using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Stories;

/// <summary>A value that the reader can change.</summary>
/// <param name="Name">The name by which the formula calls it.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Unit">What it counts; null for per cent.</param>
/// <param name="Slider">The values that can be chosen; the handle starts at the input's own.</param>
/// <param name="Published">The figures that say what it is; at least one.</param>
public sealed record WhatIfInput(string Name, LocalText Title, LocalText? Unit, SliderSpec Slider, ImmutableArray<BlockFigure> Published)
{
    /// <summary>The lowest and the highest of the published values.</summary>
    public (double Low, double High) Known => (Published.Min(p => p.Low), Published.Max(p => p.High));
}
