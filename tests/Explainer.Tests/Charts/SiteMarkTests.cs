using System.Xml.Linq;
using Explainer.Charts;
using Explainer.Diagnostics;
using Explainer.Tests.DiagnosticsTests;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.ChartsTests;

/// <summary>One file says what the site's mark is; all icons are made from it.</summary>
public sealed class SiteMarkTests
{
    private const string Dot = "shapes:\n  - {circle: [16, 16, 8], fill: survey}\n";

    [Fact]
    public void The_svg_takes_light_colours_and_dark_ones_where_readers_want_dark()
    {
        var svg = Read(Dot)!.Svg(Looks.Palette);

        Assert.Equal("svg", XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.Contains($"fill=\"{Looks.Palette["survey"].Light}\"", svg, StringComparison.Ordinal);
        Assert.Contains($"@media (prefers-color-scheme: dark){{.f-paper{{fill:{Looks.Palette["paper"].Dark}}}", svg, StringComparison.Ordinal);
        Assert.Contains($".f-survey{{fill:{Looks.Palette["survey"].Dark}}}", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(180)]
    [InlineData(512)]
    public void A_png_has_its_size_its_ground_and_its_shapes(int size)
    {
        using var bitmap = SKBitmap.Decode(Read(Dot)!.Png(Looks.Palette, size));

        Assert.Equal((size, size), (bitmap.Width, bitmap.Height));
        Assert.Equal(SKColor.Parse(Looks.Palette["survey"].Light), bitmap.GetPixel(size / 2, size / 2));
        Assert.Equal(SKColor.Parse(Looks.Palette["paper"].Light), bitmap.GetPixel(1, 1));
    }

    [Fact]
    public void A_path_is_painted_as_a_circle_is()
    {
        using var bitmap = SKBitmap.Decode(Read("shapes:\n  - {path: M8 8H24V24H8Z, stroke: ink, width: 4}\n")!.Png(Looks.Palette, 32));

        Assert.Equal(SKColor.Parse(Looks.Palette["ink"].Light), bitmap.GetPixel(8, 16));
        Assert.Equal(SKColor.Parse(Looks.Palette["paper"].Light), bitmap.GetPixel(16, 16));
    }

    // Phones cut the corners of icons as they like, but not what lies within two fifths of the side from the middle.
    [Fact]
    public void The_theme_s_mark_keeps_within_what_no_phone_cuts_off()
    {
        using var bitmap = SKBitmap.Decode(Looks.Mark.Png(Looks.Palette, 320));
        var paper = SKColor.Parse(Looks.Palette["paper"].Light);

        for (var y = 0; y < 320; y++)
        {
            for (var x = 0; x < 320; x++)
                Assert.True(bitmap.GetPixel(x, y) == paper || Math.Sqrt(Math.Pow(x - 159.5, 2) + Math.Pow(y - 159.5, 2)) < 128.5, $"at {x}, {y}");
        }
    }

    [Theory]
    [InlineData("shapes:\n  - {fill: ink}\n", "2:5 EX0505")]
    [InlineData("shapes:\n  - {circle: [16, 16], fill: ink}\n", "2:5 EX0505")]
    [InlineData("shapes:\n  - {circle: [16, 16, 0], fill: ink}\n", "2:5 EX0505")]
    [InlineData("shapes:\n  - {path: round, fill: ink}\n", "2:12 EX0505")]
    [InlineData("shapes:\n  - {circle: [16, 16, 8], path: M0 0H9V9Z, fill: ink}\n", "2:33 EX0505")]
    [InlineData("shapes:\n  - {circle: [16, 16, 8]}\n", "2:5 EX0505")]
    [InlineData("shapes:\n  - {circle: [16, 16, 8], fill: inc}\n", "2:33 EX0505")]
    [InlineData("shape: 1\n", "1:1 EX0106 1:1 EX0102")]
    public void A_mark_that_cannot_be_drawn_is_reported_where_it_is_wrong(string mark, string places)
    {
        var findings = new List<Diagnostic>();

        Assert.Null(Read(mark, findings));

        Assert.Equal(places, string.Join(' ', findings.Places()));
    }

    private static SiteMark? Read(string mark, List<Diagnostic>? findings = null)
    {
        var all = findings ?? [];
        var read = SiteMark.Read(new SourceText("theme/mark.yml", mark), Looks.Palette, all);
        if (findings is null)
            Assert.Empty(all);
        return read;
    }
}
