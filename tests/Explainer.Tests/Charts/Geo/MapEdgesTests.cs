using System.Collections.Immutable;
using Explainer.Charts;

namespace Explainer.Tests.Charts.Geo;

public sealed class MapEdgesTests
{
    [Fact]
    public void Land_that_is_cut_in_small_pieces_is_cut_there()
    {
        Assert.Equal(new MapEdges(false, false, true, false), MapEdges.Of([Piece(10, 13), Piece(20, 22)], 100, 100));
        Assert.Equal(default, MapEdges.Of([Piece(10, 13)], 100, 100));
    }

    private static ImmutableArray<(double X, double Y)> Piece(double top, double bottom) => [(90, top), (100, top), (100, bottom), (90, bottom)];
}
