namespace Explainer.Charts;

/// <summary>A line of a key: what a colour, shape or size stands for.</summary>
/// <param name="Id">What tells it from the others.</param>
/// <param name="Words">Its words.</param>
/// <param name="Width">Width of its sign in pixels.</param>
/// <param name="Draw">Draws the sign, given its left edge and its middle.</param>
internal sealed record KeyItem(string Id, string Words, double Width, Action<Sketch, double, double> Draw);
