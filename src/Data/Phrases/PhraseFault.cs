namespace Explainer.Data;

/// <summary>What is wrong with words that name a figure.</summary>
/// <param name="Code">The finding's code.</param>
/// <param name="Message">What is wrong, in an editor's words.</param>
/// <param name="Right">Words that would be right in their place.</param>
public sealed record PhraseFault(string Code, string Message, string Right);
