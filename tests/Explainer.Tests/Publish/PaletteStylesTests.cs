using Explainer.Charts;
using Explainer.Publish;
using Explainer.Tests.Support;

namespace Explainer.Tests.PublishTests;

public sealed class PaletteStylesTests
{
    private static readonly Palette Two = new([new("paper", RoleUse.Ground, "#ffffff", "#000000"), new("rule", RoleUse.Quiet, "#dddddd", "#333333")]);

    [Fact]
    public void Every_role_is_a_property_in_light_and_dark_and_has_its_three_classes() =>
        Assert.Equal(
            ":root{--paper: #ffffff;--rule: #dddddd}@media screen and (prefers-color-scheme: dark){:root{--paper: #000000;--rule: #333333}}"
            + ".f-paper{fill: var(--paper)}.s-paper{stroke: var(--paper)}.h-paper{fill: url(\"#hatch.paper\")}"
            + ".f-rule{fill: var(--rule)}.s-rule{stroke: var(--rule)}.h-rule{fill: url(\"#hatch.rule\")}",
            PaletteStyles.Write(Two));

    [Fact]
    public void Every_role_has_its_hatch_and_those_that_recede_a_thinner_one()
    {
        var hatches = PaletteStyles.WriteHatches(Two);

        Assert.Contains("<pattern id=\"hatch.paper\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"s-paper\" stroke-width=\"1.2\" d=\"M0.6 0V6\"/></pattern>", hatches, StringComparison.Ordinal);
        Assert.Contains("<path class=\"s-rule\" stroke-width=\"0.8\" d=\"M0.4 0V6\"/>", hatches, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_holds_the_theme_s_colours_and_its_browser_bar_has_those_of_paper()
    {
        var page = Sites.Story.Files.Text("the-way-back/index.html");

        Assert.Contains("--hue6: #137090", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"theme-color\" content=\"#f9f8f5\" media=\"(prefers-color-scheme: light)\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"theme-color\" content=\"#0b1124\" media=\"(prefers-color-scheme: dark)\">", page, StringComparison.Ordinal);
        Assert.Contains("<pattern id=\"hatch.official\"", page, StringComparison.Ordinal);
    }
}
