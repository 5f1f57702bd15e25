using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Stories;

/// <summary>What <c>input/site.yml</c> says about the site as a whole.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Description">What it is, in a sentence.</param>
/// <param name="Severities">How warnings of a code are taken; null for not at all.</param>
/// <param name="Languages">Codes of its languages, the first being the one without a prefix in addresses.</param>
public sealed record SiteSettings(LocalText Title, LocalText? Description, ImmutableSortedDictionary<string, Severity?> Severities, ImmutableArray<(string Code, SourceSpan Span)> Languages)
{
    private static readonly Dictionary<string, Severity?> Taken = new(StringComparer.Ordinal) { ["error"] = Severity.Error, ["warning"] = Severity.Warning, ["off"] = null };

    /// <summary>Under which licence others may use the charts and their numbers; null where the site does not say.</summary>
    public Licence? Licence { get; init; }

    /// <summary>A finding as the site takes it; null when it does not want to hear of it. Errors stay errors.</summary>
    public Diagnostic? Take(Diagnostic finding)
    {
        if (finding.Severity == Severity.Error || !Severities.TryGetValue(finding.Code, out var severity))
            return finding;
        return severity is { } taken ? finding with { Severity = taken } : null;
    }

    /// <summary>Reads the settings; null, with findings, when they cannot be used.</summary>
    public static SiteSettings? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        if (MapReader.OfFile(source, "the site", findings) is not { } map)
            return null;
        var title = LocalText.Read(map.RequiredNode("title"), "'title'", findings);
        var description = LocalText.Read(map.Node("description"), "'description'", findings);
        if (map.RequiredNode("languages") is YamlList { Items.IsEmpty: true } none)
            findings.Add(Diagnostic.Error("EX0106", none.Span, "'languages' names no language", "list at least one, such as [en]"));
        var languages = map.Scalars("languages").Select(s => (s.Value, s.Span)).ToImmutableArray();
        var severities = ReadSeverities(map);
        var licence = Licence.From(map);
        map.Finish();
        return title is null || languages.IsEmpty ? null : new SiteSettings(title, description, severities, languages) { Licence = licence };
    }

    private static ImmutableSortedDictionary<string, Severity?> ReadSeverities(MapReader map)
    {
        var severities = ImmutableSortedDictionary.CreateBuilder<string, Severity?>(StringComparer.Ordinal);
        if (map.Group("severity", "'severity'") is not { } group)
            return severities.ToImmutable();
        foreach (var (code, _) in group.Map.Entries)
        {
            if (WarningCodes.All.Contains(code.Value))
                severities[code.Value] = group.Choice(code.Value, null, Taken);
            else
                map.Findings.Add(Diagnostic.Error("EX0102", code.Span, $"'severity' names '{code.Value}', which is the code of no warning", "only warnings can be taken otherwise; docs/diagnostics.md tells which codes are theirs"));
        }

        return severities.ToImmutable();
    }
}
