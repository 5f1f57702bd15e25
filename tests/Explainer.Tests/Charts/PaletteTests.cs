using Explainer.Charts;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;
using Explainer.Tests.Support;

namespace Explainer.Tests.ChartsTests;

/// <summary>Colours are read strictly: whatever is wrong in the file is told at its place.</summary>
public sealed class PaletteTests
{
    private static readonly string Good = Sites.StoryInput.Text("theme/colours.yml").Content;

    [Fact]
    public void Roles_keep_their_order_their_use_and_their_two_colours()
    {
        var palette = Read(Good, out var findings)!;

        Assert.Empty(findings);
        Assert.Equal(["paper", "card", "wash", "ink"], palette.Colours.Take(4).Select(c => c.Role));
        Assert.Equal(new RoleColour("survey", RoleUse.Text, "#1a57a5", "#8fb6ff"), palette["survey"]);
        Assert.Equal(RoleUse.Quiet, palette["land"].Use);
        Assert.Empty(Palette.Needed.Except(palette.Colours.Select(c => c.Role)));
    }

    [Fact]
    public void A_role_is_added_by_one_line_and_a_short_colour_is_written_out()
    {
        var palette = Read(Good.Replace("quiet:\n", "quiet:\n  sea: {light: \"#DEF\", dark: \"#112233\"}\n", StringComparison.Ordinal), out var findings)!;

        Assert.Empty(findings);
        Assert.Equal(new RoleColour("sea", RoleUse.Quiet, "#ddeeff", "#112233"), palette["sea"]);
    }

    [Theory]
    [InlineData("light: \"#1a57a5\"", "light: \"#1a57a\"", "EX0341 '#1a57a' is no colour")]
    [InlineData("light: \"#1a57a5\"", "light: blue", "EX0341 'blue' is no colour")]
    [InlineData("light: \"#1a57a5\"", "light: \"1a57a5\"", "EX0341 '1a57a5' is no colour")]
    [InlineData("survey: {light: \"#1a57a5\", dark: \"#8fb6ff\"}", "survey: {light: \"#1a57a5\"}", "EX0106 the role 'survey' needs the key 'dark'")]
    [InlineData("survey: {light", "survey: {hover: \"#fff\", light", "EX0102 the role 'survey' has no key 'hover'")]
    [InlineData("survey: {light: \"#1a57a5\", dark: \"#8fb6ff\"}", "survey: \"#1a57a5\"", "EX0107 the role 'survey' should be a group of keys, but this is a single value")]
    [InlineData("  survey: {light: \"#1a57a5\", dark: \"#8fb6ff\"}\n", "", "EX0342 the role 'survey' has no colour")]
    [InlineData("  hue1:", "  Hue-1:", "EX0343 'Hue-1' cannot be the name of a role", "EX0342 the role 'hue1' has no colour")]
    [InlineData("  mid: {", "  ink: {light: \"#000\", dark: \"#fff\"}\n  mid: {", "EX0344 the role 'ink' has a colour already, in another group")]
    [InlineData("quiet:\n", "quite:\n", "EX0106 the theme's colours needs the key 'quiet'", "EX0102 the theme's colours has no key 'quite'", "EX0342 the role 'rule' has no colour", "EX0342 the role 'grid' has no colour", "EX0342 the role 'land' has no colour", "EX0342 the role 'land2' has no colour")]
    public void What_is_wrong_is_told(string right, string wrong, params string[] expected)
    {
        Assert.Contains(right, Good, StringComparison.Ordinal);

        Assert.Null(Read(Good.Replace(right, wrong, StringComparison.Ordinal), out var findings));

        Assert.Equal(expected, findings.Lines().Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void A_colour_without_quotes_is_a_remark_and_so_is_missing_at_its_place()
    {
        Assert.Null(Read(Good.Replace("  mid: {light: \"#87898c\", dark: \"#76809f\"}", "  mid:\n    light: #87898c\n    dark: \"#76809f\"", StringComparison.Ordinal), out var findings));

        Assert.Equal([("EX0114", "put it in quotes: without them # begins a remark")], findings.Select(f => (f.Code, f.Hint)));
    }

    [Fact]
    public void A_wrong_colour_is_pointed_at()
    {
        Read("grounds:\n  paper: {light: white, dark: \"#000\"}\n", out var findings);

        Assert.Equal("2:18 EX0341", findings.Places()[0]);
    }

    [Fact]
    public void A_theme_without_colours_is_told_so()
    {
        var build = Explainer.Commands.Site.Build(new(Sites.SampleInput.Files.Remove("theme/colours.yml")));

        Assert.Empty(build.Files);
        Assert.Contains("EX0340", Sites.Print(build), StringComparison.Ordinal);
    }

    private static Palette? Read(string content, out List<Diagnostic> findings) =>
        Palette.Read(new SourceText("theme/colours.yml", content), findings = []);
}
