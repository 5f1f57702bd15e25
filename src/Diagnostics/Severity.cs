namespace Explainer.Diagnostics;

/// <summary>How much a finding weighs: an error stops the build, a warning does not.</summary>
public enum Severity
{
    /// <summary>The site is published all the same.</summary>
    Warning,

    /// <summary>The site is not published; the last good one stays.</summary>
    Error,
}
