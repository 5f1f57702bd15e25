using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Stories;

/// <summary>What a formula gives.</summary>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Unit">What it counts; null for per cent.</param>
/// <param name="Digits">How many decimals are told.</param>
/// <param name="Ends">The ends of the scale on which it is shown; null to find them.</param>
/// <param name="Published">The figures with which it can be compared.</param>
public sealed record WhatIfResult(LocalText Title, LocalText? Unit, int Digits, (double Low, double High)? Ends, ImmutableArray<BlockFigure> Published);
