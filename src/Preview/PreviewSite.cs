using System.Collections.Immutable;
using Explainer.Publish;

namespace Explainer.Preview;

/// <summary>What one build of the previewed site came to.</summary>
/// <param name="Files">The finished files; null when it failed, so that the last good site goes on being served.</param>
/// <param name="Problems">Its findings as they are printed; empty when there are none.</param>
public sealed record PreviewSite(ImmutableArray<OutputFile>? Files, string Problems);
