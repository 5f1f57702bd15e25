using System.Collections.Immutable;
using Explainer.Publish;
using Explainer.Stories;

namespace Explainer.Commands;

/// <summary>A site that was built whole.</summary>
/// <param name="Files">Its files, in ordinal order of their paths.</param>
/// <param name="Content">What the input said.</param>
public sealed record FinishedSite(ImmutableArray<OutputFile> Files, SiteContent Content);
