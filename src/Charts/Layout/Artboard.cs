using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>A width for which every chart is laid out on its own.</summary>
/// <param name="Name">Its name in markup.</param>
/// <param name="Width">The width in pixels at which its text is as large as written; it is never shown narrower.</param>
public sealed record Artboard(string Name, int Width)
{
    private const int WithNames = 800;
    private const int WithColumns = 700;
    private const int WithRoom = 560;

    /// <summary>The artboards of every chart, narrow to wide.</summary>
    public static ImmutableArray<Artboard> All { get; } = [new("small", 288), new("phone", 344), new("middle", 600), new("wide", 856)];

    /// <summary>Whether names of rows have a column of their own, rather than standing beside their marks.</summary>
    public bool HasNameColumn => Width >= WithNames;

    /// <summary>Whether it is a phone's, which has room for the most needed words alone.</summary>
    public bool IsPhone => Width < WithRoom;

    /// <summary>Whether a chart that may flip keeps its axes.</summary>
    public bool KeepsAxes => Width >= WithColumns;
}
