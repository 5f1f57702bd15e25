using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Explainer.Publish;

namespace Explainer.Tests.Support;

/// <summary>The headers that a site is published with: those of netlify.toml and those that were computed, in this order.</summary>
internal sealed partial class SiteHeaders
{
    private readonly ImmutableArray<(string For, string Name, string Value)> _rules;

    public SiteHeaders(ImmutableArray<OutputFile> files)
    {
        var rules = ImmutableArray.CreateBuilder<(string, string, string)>();
        foreach (var block in File.ReadAllText(Path.Combine(Repository.Root, "netlify.toml")).Split("[[headers]]").Skip(1))
        {
            var path = For().Match(block).Groups[1].Value;
            rules.AddRange(Value().Matches(block).Select(m => (path, m.Groups[1].Value, m.Groups[2].Value)));
        }

        var under = "";
        foreach (var line in files.Text("_headers").Split('\n').Where(l => l.Length > 0))
        {
            if (line[0] == ' ')
                rules.Add((under, line.Split(':', 2)[0].Trim(), line.Split(':', 2)[1].Trim()));
            else
                under = line;
        }

        _rules = rules.ToImmutable();
    }

    /// <summary>The headers of a path, all that any rule gives it: a name may stand twice.</summary>
    public IEnumerable<(string Name, string Value)> Of(string path) =>
        _rules.Where(r => r.For == path || (r.For.EndsWith('*') && path.StartsWith(r.For[..^1], StringComparison.Ordinal))).Select(r => (r.Name, r.Value));

    [GeneratedRegex("""^\s*for = "(.*)"$""", RegexOptions.Multiline)]
    private static partial Regex For();

    [GeneratedRegex("""^\s*([A-Z][\w-]+) = "(.*)"$""", RegexOptions.Multiline)]
    private static partial Regex Value();
}
