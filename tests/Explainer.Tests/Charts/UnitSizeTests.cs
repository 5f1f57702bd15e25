using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Explainer.Charts;

namespace Explainer.Tests.ChartsTests;

/// <summary>What a thousand dots in four arrangements cost to send: the drawing, and what its states change.</summary>
public sealed class UnitSizeTests(ITestOutputHelper output)
{
    private const int Most = 5000;

    [Fact]
    public void A_thousand_dots_in_four_arrangements_are_at_most_5000_bytes_at_each_width()
    {
        var drawn = ChartDrawer.Draw(UnitCharts.Read(UnitCharts.Towns, UnitCharts.FourStates), UnitCharts.Speak("en"), UnitCharts.Faces).Chart;
        var deltas = JsonNode.Parse(SvgWriter.WriteDeltas(drawn, 0))!.AsObject();

        foreach (var artboard in drawn.Artboards)
        {
            var still = Compressed(SvgWriter.WriteStill(artboard, 0));
            var bytes = Compressed(SvgWriter.Write(artboard, 0) + deltas[artboard.Artboard.Name]!.ToJsonString());
            output.WriteLine($"{artboard.Artboard.Width} pixels: {bytes} bytes, the crowd alone {still}");
            Assert.InRange(bytes, 1, Most);
            Assert.Equal(1000, UnitCharts.Units(artboard.Drawings[0]).Sum(m => UnitCharts.DotsOf(m).Count));
        }
    }

    private static int Compressed(string text)
    {
        using var stream = new MemoryStream();
        using (var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize))
            brotli.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray().Length;
    }
}
