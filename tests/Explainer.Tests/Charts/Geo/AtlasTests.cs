using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class AtlasTests
{
    // The members of the United Nations, and what data mostly has beside them.
    private const string Expected =
        "AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD " +
        "CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC " +
        "GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG " +
        "MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL " +
        "POL PRT QAT KOR MDA ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK " +
        "THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR TZA USA URY UZB VUT VEN VNM YEM ZMB ZWE " +
        "ATA ESH FRO GRL HKG MAC NCL PRI PSE TWN VAT XKX";

    [Fact]
    public void Every_country_is_there_and_no_code_is_odd()
    {
        Assert.DoesNotContain(Expected.Split(' '), code => Atlas.World.Find(code) is null);
        Assert.All(Atlas.World.Regions, r => Assert.Matches("^[A-Z]{3}$", r.Code));
        Assert.All(Atlas.World.Regions, r => Assert.DoesNotContain('.', r.Name));
        foreach (var odd in new[] { "CYN", "SOL", "KAS", "IOA", "ATC" })
            Assert.Null(Atlas.World.Find(odd));
    }

    [Theory]
    [InlineData("UKR", 34.1, 44.95)]
    [InlineData("UKR", 37.8, 48)]
    [InlineData("CYP", 33.6, 35.3)]
    [InlineData("CYP", 32.9, 34.85)]
    [InlineData("SOM", 44.1, 9.6)]
    [InlineData("RUS", -172, 66.5)]
    [InlineData("PSE", 34.4, 31.45)]
    [InlineData("ESH", -13, 25)]
    [InlineData("CAN", -100, 49.5)]
    [InlineData("USA", -100, 48.5)]
    public void A_place_lies_in_its_country(string code, double lon, double lat)
    {
        // Seen from close by, where half a pixel is not far.
        var map = MapProjector.Project(Atlas.World, new MapView(lon - 5, lat - 3, lon + 5, lat + 3), 856);
        var (x, y) = map.Point(lon, lat)!.Value;
        Assert.Equal([code], map.Regions.Where(r => r.Rings.Length > 0 && InnerPoint.IsInside([.. r.Rings], x, y)).Select(r => r.Code));
    }

    [Theory]
    [InlineData("FRA", 640_000)]
    [InlineData("RUS", 16_900_000)]
    [InlineData("USA", 9_450_000)]
    [InlineData("ATA", 12_300_000)]
    [InlineData("ARM", 29_700)]
    [InlineData("CYP", 9_250)]
    [InlineData("FJI", 18_300)]
    public void Countries_are_as_large_as_they_are(string code, double squareKilometres)
    {
        var parts = Atlas.World.Find(code)!.Parts;
        var area = parts.Sum(p => p.Outer.Area - p.Holes.Sum(h => h.Area)) * 6371.0 * 6371.0;
        Assert.InRange(area / squareKilometres, 0.95, 1.05);
    }

    [Fact]
    public void Borders_are_shared_and_coasts_are_closed()
    {
        Assert.True(Atlas.World.IsBorder.Count(b => b) > 300);
        foreach (var ring in Atlas.World.Land.Concat(Atlas.World.Regions.SelectMany(r => r.Parts).SelectMany(p => p.Holes.Prepend(p.Outer))))
        {
            var lines = ring.Arcs.Select(a => a >= 0 ? Atlas.World.Arcs[a] : [.. Atlas.World.Arcs[~a].Reverse()]).ToList();
            for (var i = 0; i < lines.Count; i++)
                Assert.Equal(lines[i][^1], lines[(i + 1) % lines.Count][0]);
        }
    }
}
