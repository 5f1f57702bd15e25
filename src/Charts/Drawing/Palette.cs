using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>The colours of all roles, from <c>theme/colours.yml</c>.</summary>
/// <param name="Colours">The roles in the order written, by the groups of their uses.</param>
public sealed record Palette(ImmutableArray<RoleColour> Colours)
{
    private static readonly (string Group, RoleUse Use)[] Groups =
        [("grounds", RoleUse.Ground), ("text", RoleUse.Text), ("marks", RoleUse.Mark), ("quiet", RoleUse.Quiet)];

    private readonly ImmutableDictionary<string, RoleColour> _byRole = Colours.ToImmutableDictionary(c => c.Role, StringComparer.Ordinal);

    /// <summary>The roles that drawings, layouts or charts may name, so that every theme must colour them.</summary>
    public static ImmutableArray<string> Needed { get; } =
    [
        "paper", "wash", "ink", "ink2", "ink3",
        .. Enum.GetValues<Kind>().Select(k => k.Slug()),
        .. Enumerable.Range(1, 6).Select(i => $"hue{i}"),
        "mid",
        .. Enumerable.Range(1, 5).Select(i => $"step{i}"),
        "rule", "grid", "land", "land2",
    ];

    /// <summary>The colour of a role.</summary>
    /// <exception cref="KeyNotFoundException">There is no such role.</exception>
    public RoleColour this[string role] => _byRole[role];

    /// <summary>Reads the file of colours; null, with findings, when anything is wrong in it.</summary>
    public static Palette? Read(SourceText source, ICollection<Diagnostic> findings)
    {
        var before = findings.Count;
        if (MapReader.OfFile(source, "the theme's colours", findings) is not { } map)
            return null;
        var colours = new List<RoleColour>();
        foreach (var (group, use) in Groups)
        {
            map.RequiredNode(group);
            if (map.MapOf(group) is not { } roles)
                continue;
            foreach (var (name, value) in roles.Entries)
            {
                if (ReadRole(name, value, use, findings) is not { } colour)
                    continue;
                if (colours.Any(c => c.Role == colour.Role))
                    findings.Add(Diagnostic.Error("EX0344", name.Span, $"the role '{colour.Role}' has a colour already, in another group", "keep one of the two"));
                else
                    colours.Add(colour);
            }
        }

        map.Finish();

        // What is broken is there, though it has no colour.
        var written = Groups.SelectMany(g => map.Map.Entries.Where(e => e.Key.Value == g.Group).Select(e => e.Value)).OfType<YamlMap>()
            .SelectMany(m => m.Entries).Select(e => e.Key.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var role in Needed.Where(r => !written.Contains(r)))
            findings.Add(Diagnostic.Error("EX0342", map.Map.Span.Head, $"the role '{role}' has no colour", $"add a line such as {role}: {{light: \"#17181a\", dark: \"#f4efe3\"}}"));
        return findings.Count == before ? new Palette([.. colours]) : null;
    }

    private static RoleColour? ReadRole(YamlScalar name, YamlNode value, RoleUse use, ICollection<Diagnostic> findings)
    {
        if (name.Value.Length == 0 || !char.IsAsciiLetterLower(name.Value[0]) || !name.Value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
        {
            findings.Add(Diagnostic.Error("EX0343", name.Span, $"'{name.Value}' cannot be the name of a role", "use small Latin letters and digits, such as hue7"));
            return null;
        }

        if (MapReader.Of(value, $"the role '{name.Value}'", findings) is not { } map)
            return null;
        var light = ReadColour(map, "light");
        var dark = ReadColour(map, "dark");
        map.Finish();
        return light is null || dark is null ? null : new RoleColour(name.Value, use, light, dark);
    }

    private static string? ReadColour(MapReader map, string key)
    {
        if (map.RequiredScalar(key) is not { } scalar)
            return null;
        var digits = scalar.Value.StartsWith('#') ? scalar.Value[1..].ToLowerInvariant() : "";
        if (digits.Length is 3 or 6 && digits.All(char.IsAsciiHexDigit))
            return "#" + (digits.Length == 6 ? digits : string.Concat(digits.Select(c => $"{c}{c}")));
        map.Findings.Add(Diagnostic.Error("EX0341", scalar.Span, $"'{scalar.Value}' is no colour", "write # and six hexadecimal digits in quotes, such as \"#1a57a5\""));
        return null;
    }
}
