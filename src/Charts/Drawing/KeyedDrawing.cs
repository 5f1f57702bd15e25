using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A picture whose parts know what they stand for.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Marks">Its marks, in paint order.</param>
public sealed record KeyedDrawing(int Width, int Height, ImmutableArray<KeyedMark> Marks);
