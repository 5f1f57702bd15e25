using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Prose;

/// <summary>A headline, for pages and for pictures.</summary>
/// <param name="Html">It as HTML, without an element around it.</param>
/// <param name="Lines">Its lines as the author broke them.</param>
public sealed record Headline(string Html, ImmutableArray<ImmutableArray<KindRun>> Lines);
