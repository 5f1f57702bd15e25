using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The theme's colours can be told from their ground, by day and by night: 4.5 to 1 for text, 3 to 1 for marks.</summary>
public sealed partial class ContrastTests
{
    private static readonly string[] Texts = ["ink", "ink2", "ink3", "official", "estimate", "survey", "company", "claim", "derived"];
    private static readonly string[] Marks = ["mid"];
    private static readonly string[] Grounds = ["paper", "wash"];

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public void Text_and_marks_stand_out_from_the_page_and_from_shaded_bands(string scheme)
    {
        var colours = Colours(scheme);
        var weak =
            from ground in Grounds
            from role in Texts.Concat(Marks)
            let ratio = Contrast(colours[role], colours[ground])
            let needed = Marks.Contains(role) ? 3.0 : 4.5
            where ratio < needed
            select FormattableString.Invariant($"{role} on {ground}: {ratio:0.00}, not {needed}");
        Assert.Empty(weak);
    }

    [Fact]
    public void Black_on_white_is_21_to_1()
    {
        Assert.Equal(21, Contrast("#fff", "#000"), 3);
    }

    // The first block of custom properties is the light one; the one inside the dark media query changes it.
    private static Dictionary<string, string> Colours(string scheme)
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "theme", "styles", "1-base.css"));
        var dark = css.IndexOf("(prefers-color-scheme: dark)", StringComparison.Ordinal);
        var colours = Property().Matches(css[..dark]).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        if (scheme == "dark")
        {
            foreach (Match match in Property().Matches(css[dark..]))
                colours[match.Groups[1].Value] = match.Groups[2].Value;
        }

        return colours;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex)
    {
        var digits = hex.Length == 4 ? string.Concat(hex[1..].Select(c => $"{c}{c}")) : hex[1..];
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"--(\w+):\s*(#[0-9a-f]{3,6});")]
    private static partial Regex Property();
}
