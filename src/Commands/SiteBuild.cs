using System.Collections.Immutable;
using Explainer.Diagnostics;
using Explainer.Publish;
using Explainer.Stories;

namespace Explainer.Commands;

/// <summary>What came of building a site.</summary>
/// <param name="Files">The finished files, in ordinal order of their paths; none when there are errors.</param>
/// <param name="Content">What the input said, or null when it could not be read.</param>
/// <param name="Findings">Everything that was found wrong or doubtful.</param>
public sealed record SiteBuild(ImmutableArray<OutputFile> Files, SiteContent? Content, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>How many of the findings are errors.</summary>
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);

    /// <summary>How many of the findings are warnings.</summary>
    public int Warnings => Findings.Length - Errors;
}
