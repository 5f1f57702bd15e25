namespace Explainer.Prose;

/// <summary>A heading of a story's section, as a list of sections names it.</summary>
/// <param name="Id">The id that it has on the page.</param>
/// <param name="Text">Its plain words.</param>
public sealed record Heading(string Id, string Text);
