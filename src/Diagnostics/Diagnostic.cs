namespace Explainer.Diagnostics;

/// <summary>One finding about what a user wrote: where, what is wrong, and what was probably meant.</summary>
/// <param name="Code">A stable code such as <c>EX0102</c>, listed in <c>docs/diagnostics.md</c>.</param>
/// <param name="Severity">Whether it stops the build.</param>
/// <param name="Where">The place, or null when it concerns no single place.</param>
/// <param name="Message">What is wrong, one sentence without a full stop.</param>
/// <param name="Hint">What to do about it, or null.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan? Where, string Message, string? Hint = null)
{
    /// <summary>An error at a place.</summary>
    public static Diagnostic Error(string code, SourceSpan where, string message, string? hint = null) =>
        new(code, Severity.Error, where, message, hint);

    /// <summary>A warning at a place.</summary>
    public static Diagnostic Warning(string code, SourceSpan where, string message, string? hint = null) =>
        new(code, Severity.Warning, where, message, hint);
}
