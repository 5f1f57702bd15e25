namespace Explainer.Data;

/// <summary>A stretch of a line in which words may have the colour of who says them, such as a headline.</summary>
/// <param name="Words">The words, with the spaces around them.</param>
/// <param name="Kind">Who says them; null for words that nobody in particular says.</param>
public readonly record struct KindRun(string Words, Kind? Kind = null);
