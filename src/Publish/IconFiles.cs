using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Explainer.Charts;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>The site's icons, all from its one mark, and a manifest for each language that names them.</summary>
public static class IconFiles
{
    private const int SmallSize = 32;
    private const string PhonePath = "apple-touch-icon.png";
    private const int PhoneSize = 180;
    private const int LongestShortName = 12;
    private static readonly int[] ManifestSizes = [192, 512];
    private static readonly string[] Purposes = ["any", "maskable"];

    /// <summary>Writes all of them.</summary>
    public static ImmutableArray<OutputFile> WriteAll(SiteContent site, SiteMark mark, Palette palette)
    {
        var addresses = new SiteAddresses(site.Languages);
        return
        [
            new("icon.svg", Encoding.UTF8.GetBytes(mark.Svg(palette))),
            new("favicon.ico", Ico(mark.Png(palette, SmallSize))),
            new(PhonePath, mark.Png(palette, PhoneSize)),
            .. ManifestSizes.Select(size => new OutputFile(PathOf(size), mark.Png(palette, size))),
            .. site.Languages.Select(l => new OutputFile(ManifestAddress(addresses, l).TrimStart('/'), Encoding.UTF8.GetBytes(Manifest(site, addresses, l, palette)))),
        ];
    }

    /// <summary>The address of a language's manifest.</summary>
    internal static string ManifestAddress(SiteAddresses addresses, Language language) => addresses.Front(language) + "manifest.webmanifest";

    private static string PathOf(int size) => $"icon-{size}.png";

    private static string Manifest(SiteContent site, SiteAddresses addresses, Language language, Palette palette)
    {
        var name = site.Settings.Title.In(language);
        var manifest = new JsonObject
        {
            ["name"] = name,
            ["lang"] = language.Code,
            ["start_url"] = addresses.Front(language),
            ["scope"] = "/",
            ["display"] = "browser",
            ["background_color"] = palette["paper"].Light,
            ["theme_color"] = palette["paper"].Light,
            ["icons"] = new JsonArray([.. ManifestSizes.SelectMany(_ => Purposes, (size, purpose) => (JsonNode)new JsonObject
            {
                ["src"] = "/" + PathOf(size),
                ["sizes"] = $"{size}x{size}",
                ["type"] = "image/png",
                ["purpose"] = purpose,
            })]),
        };
        if (name.Length <= LongestShortName)
            manifest["short_name"] = name;
        return manifest.ToJsonString(Json.Indented) + "\n";
    }

    // One picture, as PNG: a directory of one entry before it.
    private static byte[] Ico(byte[] png)
    {
        const int Header = 22;
        var file = new byte[Header + png.Length];
        var bytes = file.AsSpan();
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[2..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[4..], 1);
        bytes[6] = bytes[7] = SmallSize;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[10..], 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[12..], 32);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[14..], png.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[18..], Header);
        png.CopyTo(bytes[Header..]);
        return file;
    }
}
