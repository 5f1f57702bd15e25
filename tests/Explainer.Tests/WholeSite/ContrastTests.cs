using Explainer.Charts;
using Explainer.Data;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>The theme's colours can be told from their ground and from each other, by day and by night.</summary>
public sealed class ContrastTests
{
    private static readonly string[] Grounds = ["paper", "wash"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Text_and_marks_stand_out_from_the_page_and_from_shaded_bands(bool dark)
    {
        var weak =
            from ground in Grounds
            from role in Looks.Palette.Colours
            let needed = role.Use switch { RoleUse.Text => 4.5, RoleUse.Mark => 3.0, _ => 1.0 }
            let ratio = ColourVision.Contrast(In(role, dark), In(Looks.Palette[ground], dark))
            where ratio < needed
            select FormattableString.Invariant($"{role.Role} on {ground}: {ratio:0.00}, not {needed}");
        Assert.Empty(weak);
    }

    [Fact]
    public void Every_use_has_its_roles()
    {
        // The test above could not fail if the file put a role into a group that asks little of it.
        Assert.Equal(["paper", "card", "wash"], Looks.Palette.Colours.Where(c => c.Use == RoleUse.Ground).Select(c => c.Role));
        Assert.Empty(Needing("ink", "ink2", "ink3").Concat(Enum.GetValues<Kind>().Select(k => k.Slug())).Concat(Numbered("hue", 6)).Except(Of(RoleUse.Text)));
        Assert.Empty(Needing("mid").Concat(Numbered("step", 5)).Except(Of(RoleUse.Mark)));

        static IEnumerable<string> Needing(params string[] roles) => roles;
        static IEnumerable<string> Of(RoleUse use) => Looks.Palette.Colours.Where(c => c.Use == use).Select(c => c.Role);
        static IEnumerable<string> Numbered(string name, int count) => Enumerable.Range(1, count).Select(i => $"{name}{i}");
    }

    // 008-colours-for-categories-and-amounts.md gives the numbers.
    [Theory]
    [InlineData(false, 21.5, 13.5)]
    [InlineData(true, 21.5, 15)]
    public void Six_hues_are_told_apart_whatever_the_colour_vision(bool dark, double usual, double dichromat)
    {
        var hues = Enumerable.Range(1, 6).Select(i => In(Looks.Palette[$"hue{i}"], dark)).ToList();
        foreach (var vision in ColourVision.All)
        {
            var least = Pairs(hues).Min(p => ColourVision.Distance(p.One, p.Other, vision));
            Assert.True(least >= (vision == "usual" ? usual : dichromat), FormattableString.Invariant($"{vision}: {least:0.0}"));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_hue_is_taken_for_a_kind_or_for_ink_and_no_step_for_a_kind_or_for_grey(bool dark)
    {
        var kinds = Enum.GetValues<Kind>().Where(k => k != Kind.Estimate).Select(k => k.Slug()).ToList();
        var near =
            from role in Looks.Palette.Colours
            let isHue = role.Role.StartsWith("hue", StringComparison.Ordinal)
            where isHue || role.Role.StartsWith("step", StringComparison.Ordinal)
            from other in kinds.Append(isHue ? "ink" : "mid")
            let distance = ColourVision.Distance(In(role, dark), In(Looks.Palette[other], dark))
            where distance < (isHue ? 12 : 9.5)
            select FormattableString.Invariant($"{role.Role} and {other}: {distance:0.0}");
        Assert.Empty(near);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Steps_rise_evenly_away_from_paper(bool dark)
    {
        var contrasts = Enumerable.Range(1, 5).Select(i => ColourVision.Contrast(In(Looks.Palette[$"step{i}"], dark), In(Looks.Palette["paper"], dark))).ToList();
        var rises = contrasts.Zip(contrasts.Skip(1), (a, b) => b / a).ToList();

        Assert.True(contrasts[0] >= 3);
        Assert.All(rises, r => Assert.InRange(r, 1.3, 1.5));
        Assert.True(rises.Max() - rises.Min() < 0.1);
    }

    [Fact]
    public void Black_on_white_is_21_to_1()
    {
        Assert.Equal(21, ColourVision.Contrast("#ffffff", "#000000"), 3);
    }

    // From the test data that was published with the formula (Sharma, Wu and Dalal, 2005).
    [Theory]
    [InlineData(50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425)]
    [InlineData(50, 2.49, -0.001, 50, -2.49, 0.0011, 7.2195)]
    [InlineData(50, 2.5, 0, 73, 25, -18, 27.1492)]
    [InlineData(60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644)]
    [InlineData(22.7233, 20.0904, -46.694, 23.0331, 14.973, -42.5619, 2.0373)]
    [InlineData(2.0776, 0.0795, -1.135, 0.9033, -0.0636, -0.5514, 0.9082)]
    public void Distances_are_those_of_the_formula_s_authors(double l1, double a1, double b1, double l2, double a2, double b2, double expected) =>
        Assert.Equal(expected, ColourVision.Distance((l1, a1, b1), (l2, a2, b2)), 4);

    private static string In(RoleColour colour, bool dark) => dark ? colour.Dark : colour.Light;

    private static IEnumerable<(string One, string Other)> Pairs(List<string> colours) =>
        colours.SelectMany((one, i) => colours.Skip(i + 1).Select(other => (one, other)));
}
