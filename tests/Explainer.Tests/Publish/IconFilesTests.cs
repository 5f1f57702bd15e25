using System.Buffers.Binary;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.PublishTests;

/// <summary>The site has icons of every sort that is asked for, and a manifest for each language.</summary>
public sealed class IconFilesTests
{
    private static SiteBuild Published => Sites.Published("story");

    [Fact]
    public void The_icons_are_what_they_are_called_and_every_page_names_them()
    {
        foreach (var file in Published.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = new HtmlParser().ParseDocument(Published.Files.Text(file.Path));
            foreach (var link in page.QuerySelectorAll("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]"))
                Assert.Contains(Published.Files, f => "/" + f.Path == link.GetAttribute("href"));
            Assert.Equal(4, page.QuerySelectorAll("link[rel=icon], link[rel=apple-touch-icon], link[rel=manifest]").Length);
        }

        Assert.Equal((180, 180), SizeOf(Bytes("apple-touch-icon.png")));
        var ico = Bytes("favicon.ico");
        Assert.Equal([0, 0, 1, 0, 1, 0, 32, 32], ico[..8]);
        Assert.Equal(22 + BinaryPrimitives.ReadInt32LittleEndian(ico.AsSpan(14)), ico.Length);
        Assert.Equal((32, 32), SizeOf(ico[22..]));
    }

    [Theory]
    [InlineData("manifest.webmanifest", "en", "/")]
    [InlineData("ru/manifest.webmanifest", "ru", "/ru/")]
    public void Each_language_has_a_manifest_whose_icons_are_there(string path, string language, string start)
    {
        using var manifest = JsonDocument.Parse(Published.Files.Text(path));
        var root = manifest.RootElement;

        Assert.Equal((language, start, "browser", "Explainer", "Explainer"), (root.GetProperty("lang").GetString(), root.GetProperty("start_url").GetString(), root.GetProperty("display").GetString(), root.GetProperty("name").GetString(), root.GetProperty("short_name").GetString()));
        foreach (var icon in root.GetProperty("icons").EnumerateArray())
        {
            var (width, height) = SizeOf(Bytes(icon.GetProperty("src").GetString()!.TrimStart('/')));
            Assert.Equal(icon.GetProperty("sizes").GetString(), $"{width}x{height}");
        }
    }

    [Fact]
    public void A_theme_without_a_mark_is_told_so()
    {
        var input = Sites.SampleInput;

        Assert.Equal(["EX0505"], Site.Build(new(input.Files.Remove("theme/mark.yml"))).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Code));
    }

    private static byte[] Bytes(string path) => Published.Files.Single(f => f.Path == path).Bytes.ToArray();

    private static (int Width, int Height) SizeOf(byte[] picture)
    {
        using var bitmap = SKBitmap.Decode(picture);
        return (bitmap.Width, bitmap.Height);
    }
}
