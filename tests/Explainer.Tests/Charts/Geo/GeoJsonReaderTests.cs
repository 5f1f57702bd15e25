using Explainer.Charts;
using Explainer.Diagnostics;

namespace Explainer.Tests.Charts.Geo;

public sealed class GeoJsonReaderTests
{
    private const string West = """{"type": "Feature", "id": "w", "properties": {"name": "West"}, "geometry": {"type": "Polygon", "coordinates": [[[0,0],[1,0],[1,0.4],[1.1,0.5],[1,1],[0,1],[0,0]]]}}""";
    private const string East = """{"type": "Feature", "properties": {"id": "e"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[2,1],[1,1],[1.1,0.5],[1,0.4],[1,0],[2,0],[2,1]]]]}}""";

    [Fact]
    public void Regions_are_read_and_their_common_border_is_one()
    {
        var atlas = Read(Collection(West, East))!;
        Assert.Equal(["e", "w"], atlas.Regions.Select(r => r.Code));
        Assert.Equal(["e", "West"], atlas.Regions.Select(r => r.Name));
        Assert.Equal(1, atlas.IsBorder.Count(b => b));
        Assert.Single(atlas.Land);
        Assert.Equal(new MapView(0, 0, 2, 1), atlas.WholeView());

        var map = MapProjector.Project(atlas, atlas.WholeView(), 300);
        Assert.All(map.Regions, r => Assert.InRange(r.Area / (map.Width * map.Height), 0.45, 0.55));
        Assert.Equal(4, Assert.Single(map.Borders).Length);
    }

    [Fact]
    public void An_enclave_begun_elsewhere_is_still_the_hole_of_its_host()
    {
        var host = """{"type": "Feature", "id": "host", "geometry": {"type": "Polygon", "coordinates": [[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]]}}""";
        var enclave = """{"type": "Feature", "id": "in", "geometry": {"type": "Polygon", "coordinates": [[[2,2],[1,2],[1,1],[2,1],[2,2]]]}}""";
        var atlas = Read(Collection(host, enclave))!;
        Assert.Equal(2, atlas.Arcs.Length);
        Assert.Single(atlas.Land);
    }

    [Fact]
    public void Features_that_are_no_regions_are_passed_over() =>
        Assert.Single(Read(Collection(West, """{"type": "Feature", "geometry": {"type": "Point", "coordinates": [0, 0]}}""", """{"type": "Feature", "geometry": null}"""))!.Regions);

    [Theory]
    [InlineData("", "EX0330")]
    [InlineData("{\"type\": \"FeatureCollection\", \"features\": [}", "EX0330")]
    [InlineData("""{"\ud800": 1}""", "EX0330")]
    [InlineData("[1, 2]", "EX0331")]
    [InlineData("3", "EX0331")]
    [InlineData("""{"type": "Topology", "objects": {}}""", "EX0331")]
    [InlineData("""{"type": "FeatureCollection", "features": 3}""", "EX0331")]
    [InlineData("""{"type": "FeatureCollection", "features": []}""", "EX0332")]
    [InlineData("""{"type": "FeatureCollection", "features": [null, 3, {"geometry": 4}]}""", "EX0332")]
    public void What_is_no_map_is_refused(string json, string code) => Assert.Equal([code], Codes(json));

    [Theory]
    [InlineData("\"id\": \"w\", ", "", "EX0333")]
    [InlineData("[1,0]", "[181,0]", "EX0334")]
    [InlineData("[1,0]", "[1,-90.5]", "EX0334")]
    [InlineData("[1,0]", "[1]", "EX0334")]
    [InlineData("[1,0]", "[\"1\",0]", "EX0334")]
    [InlineData("[1,0]", "[1e400,0]", "EX0334")]
    [InlineData("[1,0],[1,0.4],[1.1,0.5],[1,1],[0,1]", "[1,0]", "EX0334")]
    [InlineData("[[[0,0],[1,0],[1,0.4],[1.1,0.5],[1,1],[0,1],[0,0]]]", "[]", "EX0332")]
    public void A_broken_region_is_told_where_it_begins(string part, string instead, string code)
    {
        var findings = Findings(Collection(East, West.Replace(part, instead, StringComparison.Ordinal)));
        var finding = Assert.Single(findings);
        Assert.Equal(code, finding.Code);
        Assert.Equal(2, finding.Where!.Value.Line);
    }

    [Theory]
    [InlineData("\"w\"")]
    [InlineData("\"West\"")]
    [InlineData("\"properties\"")]
    public void Half_a_character_is_told_where_it_stands(string word)
    {
        const string Half = "\"\\ud83d\"";
        var finding = Assert.Single(Findings(Collection(East, West.Replace(word, Half, StringComparison.Ordinal))));

        Assert.Equal("EX0330", finding.Code);
        Assert.StartsWith(Half, finding.Where!.Value.Source.Content[finding.Where.Value.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_region_of_the_same_id_is_refused() => Assert.Equal(["EX0333"], Codes(Collection(West, West)));

    [Fact]
    public void What_is_too_large_or_too_deep_is_refused()
    {
        Assert.Equal(["EX0335"], Codes(new string(' ', (8 * 1024 * 1024) + 1)));
        Assert.Equal(["EX0335"], Codes(new string('[', 100_000)));
    }

    private static string Collection(params string[] features) => "{\"type\": \"FeatureCollection\", \"features\": [" + string.Join(",\n", features) + "]}";

    private static Atlas? Read(string json)
    {
        var findings = new List<Diagnostic>();
        var atlas = GeoJsonReader.Read(new SourceText("input/maps/towns.geojson", json), findings);
        Assert.Empty(findings);
        return atlas;
    }

    private static List<Diagnostic> Findings(string json)
    {
        var findings = new List<Diagnostic>();
        Assert.Null(GeoJsonReader.Read(new SourceText("input/maps/towns.geojson", json), findings));
        return findings;
    }

    private static IEnumerable<string> Codes(string json) => Findings(json).Select(f => f.Code);
}
