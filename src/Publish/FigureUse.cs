using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>A place at which readers meet a figure.</summary>
/// <param name="Story">The story.</param>
/// <param name="Anchor">The id of the place on the story's page; empty for its first screen.</param>
/// <param name="Sort">What the place is: <c>text</c>, <c>chart</c> or <c>block</c>.</param>
/// <param name="Before">The sentence before the words, for words in the text.</param>
/// <param name="Words">The words that say the figure, or the title of the chart or block.</param>
/// <param name="After">The sentence after them.</param>
internal sealed record FigureUse(Story Story, string Anchor, string Sort, string Before, string Words, string After);
