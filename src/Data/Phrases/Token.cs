namespace Explainer.Data;

/// <summary>A word, a number in digits or a sign in a text.</summary>
/// <param name="Text">A word in small letters; digits and signs as they stand, but every hyphen as <c>-</c>.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Digits">The number; null for words and signs.</param>
public sealed record Token(string Text, int Start, int End, SpokenNumber? Digits);
