using System.Collections.Immutable;
using Explainer.Diagnostics;

namespace Explainer.Commands;

/// <summary>What came of building a site.</summary>
/// <param name="Finished">The site, or null when it could not be built, so that there is nothing to publish.</param>
/// <param name="Findings">Everything that was found wrong or doubtful.</param>
public sealed record SiteBuild(FinishedSite? Finished, ImmutableArray<Diagnostic> Findings)
{
    /// <summary>How many of the findings are errors.</summary>
    public int Errors => Findings.Count(f => f.Severity == Severity.Error);

    /// <summary>How many of the findings are warnings.</summary>
    public int Warnings => Findings.Length - Errors;
}
