using System.Text;
using AngleSharp.Html.Parser;
using Explainer.Charts;
using Explainer.Commands;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Tests.Support;
using SkiaSharp;

namespace Explainer.Tests.WholeSite;

/// <summary>Photographs of authors are published small, upright and described; what is no photograph is refused where it is shown.</summary>
public sealed class PhotoTests
{
    private const string Shown = "![Boats in a harbour](images/harbour.jpg \"Photograph: A & B\")";
    private static readonly byte[] Harbour = Painted(2000, 1000, SKEncodedImageFormat.Jpeg);

    [Fact]
    public void A_photograph_is_published_in_two_widths_and_formats_under_names_that_hold_its_hash()
    {
        var build = Build(Shown, ("harbour.jpg", Harbour));
        Assert.Empty(build.Findings);
        var page = new HtmlParser().ParseDocument(build.Files.Text("rain/index.html"));
        var figure = page.QuerySelector("figure.photo")!;
        var image = figure.QuerySelector("picture > img")!;

        Assert.Equal(("Boats in a harbour", "1600", "800", "lazy", "async"), (image.GetAttribute("alt"), image.GetAttribute("width"), image.GetAttribute("height"), image.GetAttribute("loading"), image.GetAttribute("decoding")));
        Assert.Equal("Photograph: A & B", figure.QuerySelector("figcaption")!.TextContent);
        Assert.Null(figure.Closest("p"));
        var sets = new[] { (figure.QuerySelector("source[type='image/webp']")!, "webp"), (image, "jpg") };
        foreach (var (element, ending) in sets)
        {
            foreach (var (address, width) in element.GetAttribute("srcset")!.Split(", ").Select(s => (s.Split(' ')[0], int.Parse(s.Split(' ')[1].TrimEnd('w')))))
            {
                Assert.Matches($@"^/assets/harbour-{width}\.[0-9a-f]{{8}}\.{ending}$", address);
                using var published = SKBitmap.Decode(build.Files.Single(f => "/" + f.Path == address).Bytes.Span);
                Assert.Equal((width, width / 2), (published.Width, published.Height));
                Near(SKColors.Red, published.GetPixel(width / 4, 10));
                Near(SKColors.Blue, published.GetPixel(width * 3 / 4, 10));
            }
        }

        Assert.Contains(build.Files, f => "/" + f.Path == image.GetAttribute("src"));
        Assert.Equal(4, build.Files.Count(f => f.Path.StartsWith("assets/harbour-", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_small_one_keeps_its_size_and_one_with_holes_its_transparency()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(300, 200, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        var photo = PhotoFiles.Read("images/Мост 1.png", Encode(bitmap, SKEncodedImageFormat.Png));

        Assert.Equal([300], photo.Widths);
        Assert.Equal("png", photo.Ending);
        foreach (var (path, bytes) in PhotoFiles.Write(photo))
        {
            using var published = SKBitmap.Decode(bytes.Span);
            Assert.StartsWith("assets/1-300.", path, StringComparison.Ordinal);
            Assert.Equal((300, 200, 0), (published.Width, published.Height, published.GetPixel(5, 5).Alpha));
        }
    }

    // The place in what the camera wrote; what a reader sees first at the left of the top is red in each.
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(4, 0, 1)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 0, 1)]
    [InlineData(7, 1, 1)]
    [InlineData(8, 1, 0)]
    public void A_picture_stands_upright_however_the_camera_was_held_and_says_nothing_of_it(byte orientation, int right, int low)
    {
        using var bitmap = new SKBitmap(64, 32, SKColorType.Rgba8888, SKAlphaType.Opaque);
        bitmap.Erase(SKColors.Blue);
        for (var y = 0; y < 16; y++)
        {
            for (var x = 0; x < 32; x++)
                bitmap.SetPixel((32 * right) + x, (16 * low) + y, SKColors.Red);
        }

        var photo = PhotoFiles.Read("images/a.jpg", Turned(Encode(bitmap, SKEncodedImageFormat.Jpeg), orientation));

        Assert.Equal(orientation < 5 ? (64, 32) : (32, 64), (photo.Width, photo.Height));
        foreach (var (_, bytes) in PhotoFiles.Write(photo))
        {
            using var published = SKBitmap.Decode(bytes.Span);
            Assert.Equal((photo.Width, photo.Height), (published.Width, published.Height));
            Near(SKColors.Red, published.GetPixel(6, 6));
            Near(SKColors.Blue, published.GetPixel(photo.Width - 6, photo.Height - 6));
            Near(SKColors.Blue, published.GetPixel(6, photo.Height - 6));
            Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes.Span), StringComparison.Ordinal);
        }
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "![Boats](images/harbor.jpg)", "EX0481", "harbour.jpg" },
        { "![Boats](https://example.org/harbour.jpg)", "EX0481", "" },
        { "![](images/harbour.jpg)", "EX0482", "" },
        { "![ ](images/harbour.jpg)", "EX0482", "" },
        { "![Nothing](images/empty.jpg)", "EX0483", "" },
        { "![Words](images/words.png)", "EX0483", "" },
        { "![Broken off](images/half.jpg)", "EX0483", "" },
        { "![Film](images/film.gif)", "EX0483", "" },
        { "![Drawing](images/evil.svg)", "EX0484", "PNG" },
        { "![Drawing](images/hidden.png)", "EX0484", "PNG" },
        { "![Huge](images/huge.png)", "EX0485", "1600" },
        { "Look: ![Boats](images/harbour.jpg)", "EX0486", "" },
        { "[![Boats](images/harbour.jpg)](https://example.org)", "EX0486", "" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_no_photograph_is_refused_where_it_is_shown(string markdown, string code, string hint)
    {
        var svg = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        using var wide = new SKBitmap(new SKImageInfo(8000, 8000, SKColorType.Gray8));
        var build = Build(
            markdown,
            ("harbour.jpg", Harbour),
            ("empty.jpg", []),
            ("words.png", Encoding.UTF8.GetBytes("no picture at all")),
            ("half.jpg", Harbour[..(Harbour.Length / 2)]),
            ("film.gif", Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==")),
            ("evil.svg", svg),
            ("hidden.png", svg),
            ("huge.png", code == "EX0485" ? Encode(wide, SKEncodedImageFormat.Png) : []));

        var finding = Assert.Single(build.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(code, finding.Code);
        Assert.StartsWith("input/stories/rain.en.md:10:", finding.Where.ToString(), StringComparison.Ordinal);
        Assert.Contains(hint, finding.Hint ?? "", StringComparison.Ordinal);
        Assert.Empty(build.Files);
    }

    [Fact]
    public void A_picture_that_no_text_shows_is_reported_and_not_published()
    {
        var build = Build("Words.", ("harbour.jpg", Harbour));

        Assert.Equal(["EX0487"], build.Findings.Select(f => f.Code));
        Assert.DoesNotContain(build.Files, f => f.Path.Contains("harbour", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_photograph_gives_the_same_bytes()
    {
        var photo = PhotoFiles.Read("images/harbour.jpg", Harbour);
        var first = PhotoFiles.Write(photo);

        Assert.All(Enumerable.Range(0, 4).AsParallel().Select(_ => PhotoFiles.Write(photo)).ToList(), again => Assert.All(first.Zip(again), p => Assert.True(p.First.Bytes.Span.SequenceEqual(p.Second.Bytes.Span))));
    }

    private static SiteBuild Build(string markdown, params (string Name, byte[] Bytes)[] images)
    {
        var input = Sites.SampleInput.With("input/stories/rain.en.md", t => t.Replace("## Towns\n", $"## Towns\n\n{markdown}\n", StringComparison.Ordinal));
        return Site.Build(new InputFiles(images.Aggregate(input.Files, (files, i) => files.SetItem("input/images/" + i.Name, i.Bytes))));
    }

    private static byte[] Painted(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2, height, red);
        return Encode(bitmap, format);
    }

    private static byte[] Encode(SKBitmap bitmap, SKEncodedImageFormat format)
    {
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    // A note of the camera's, right after the first two bytes: one entry, how the camera was held.
    private static byte[] Turned(byte[] jpeg, byte orientation) =>
    [
        .. jpeg[..2],
        0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        .. jpeg[2..],
    ];

    private static void Near(SKColor expected, SKColor actual)
    {
        Assert.InRange(Math.Abs(expected.Red - actual.Red), 0, 12);
        Assert.InRange(Math.Abs(expected.Green - actual.Green), 0, 12);
        Assert.InRange(Math.Abs(expected.Blue - actual.Blue), 0, 12);
    }
}
