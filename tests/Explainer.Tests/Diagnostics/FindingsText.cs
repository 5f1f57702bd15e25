using Explainer.Diagnostics;

namespace Explainer.Tests.DiagnosticsTests;

/// <summary>Findings in a form that a test can spell out: line, column, code and message of each.</summary>
internal static class FindingsText
{
    /// <summary>Place and code of each finding, such as <c>2:5 EX0102</c>.</summary>
    public static string[] Places(this IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(f => f.Where is { } where ? $"{where.Line}:{where.Column} {f.Code}" : f.Code)];

    /// <summary>Place, code and message of each finding.</summary>
    public static string[] Lines(this IEnumerable<Diagnostic> findings) =>
        [.. findings.Select(f => f.Where is { } where ? $"{where.Line}:{where.Column} {f.Code} {f.Message}" : $"{f.Code} {f.Message}")];
}
