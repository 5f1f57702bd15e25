namespace Explainer.Input;

/// <summary>Writes lines of CSV (RFC 4180).</summary>
public static class CsvWriter
{
    private static readonly char[] Special = [',', '"', '\r', '\n'];

    /// <summary>The cells as a line, without its end; quotes only where they are needed.</summary>
    public static string Line(IEnumerable<string> cells) =>
        string.Join(',', cells.Select(c => c.IndexOfAny(Special) < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
}
