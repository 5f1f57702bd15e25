using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>What stands for places by its area, in proportion to numbers. All that is on one map has one scale.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Places">Where the rows' places are.</param>
/// <param name="Size">Field of the numbers.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
public abstract record SizedGeoMark(MarkChannels Channels, GeoPlaces Places, string Size, string? Hedge, string? Short)
    : GeoMark(Channels, Places, Hedge, Short)
{
    private const int MostCircles = 120;

    internal override string? FieldOfNumbers => Size;

    private protected override bool MustBeInView => false;

    internal override (string Sort, int Count) Sort(Seen seen) => ("map-circles", seen.Rows.Count(r => ValuesOf(r).Any()));

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (chart.Data.Rows.Length > MostCircles)
        {
            findings.Add(Diagnostic.Error("EX0316", Span, $"{chart.Data.Rows.Length} circles are too many for a map", $"draw {MostCircles} at most"));
            return;
        }

        base.Check(chart, findings);
        foreach (var row in chart.Data.Rows.Where(r => r.Number(Size) < 0))
            findings.Add(Diagnostic.Error("EX0321", row[Size].Span, "a size below zero cannot be drawn", "leave it out"));
    }

    /// <summary>The rows that have an area.</summary>
    internal IEnumerable<Row> Sized(ChartSpec chart) => chart.Data.Rows.Where(r => r.Number(Size) is > 0);

    /// <summary>A row's number, which it must have.</summary>
    internal double SizeOf(Row row) => row.Number(Size)!.Value;

    /// <summary>The radius of a row's circle or ring, in pixels.</summary>
    internal double RadiusOf(Row row, CircleScale scale) => scale.RadiusOf(SizeOf(row));

    /// <summary>A row's number in words, as it stands beside its place.</summary>
    private protected string NumberOf(Layout layout, Row row) => AmountOf(row, Size, layout.Spec.Data.Field(Size)!.Unit, layout.Language, layout.IsNarrow);
}
