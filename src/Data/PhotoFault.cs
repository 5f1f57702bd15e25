namespace Explainer.Data;

/// <summary>Why a picture cannot be published.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="What">What is wrong, such as "is no picture".</param>
/// <param name="Hint">What to do about it.</param>
public sealed record PhotoFault(string Code, string What, string Hint);
