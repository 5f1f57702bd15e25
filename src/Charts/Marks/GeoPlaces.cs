using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Charts;

/// <summary>Where the places of rows are: regions of a map, or points on the globe.</summary>
/// <param name="Region">Field of the regions' codes; null where places are given by longitude and latitude.</param>
/// <param name="Lon">Field of the longitudes, or null.</param>
/// <param name="Lat">Field of the latitudes, or null.</param>
public sealed record GeoPlaces(string? Region, string? Lon, string? Lat)
{
    internal static GeoPlaces? Read(MapReader map, Dataset data)
    {
        if (map.Node("lon") is null && map.Node("lat") is null)
            return FieldRef.ReadRequired(map, "region", data, FieldType.Text) is { } region ? new GeoPlaces(region, null, null) : null;
        var lon = FieldRef.ReadRequired(map, "lon", data, FieldType.Number);
        var lat = FieldRef.ReadRequired(map, "lat", data, FieldType.Number);
        return lon is null || lat is null ? null : new GeoPlaces(null, lon, lat);
    }

    /// <summary>Where a row's place is on a map, in pixels, or null when it is out of view.</summary>
    internal (double X, double Y)? Of(Row row, ProjectedMap map) =>
        Region is not null ? map.Find(row.Identity(Region))?.Anchor
        : row.Number(Lon!) is { } lon && row.Number(Lat!) is { } lat ? map.Point(lon, lat) : null;

    /// <summary>Reports a row that has no place, one that another row stands at too, and, if asked, one out of a view.</summary>
    internal void Check(ChartSpec chart, Row row, IReadOnlyCollection<ProjectedMap> views, bool mustBeInView, ISet<string> seen, ICollection<Diagnostic> findings)
    {
        if (Region is not null)
            CheckRegion(chart, row, views, mustBeInView, seen, findings);
        else if (row.Number(Lon!) is not { } lon || row.Number(Lat!) is not { } lat)
            findings.Add(Diagnostic.Error("EX0338", row[row.Number(Lon!) is null ? Lon! : Lat!].Span, $"the row '{row.Key}' has no place on the globe", "give it a longitude and a latitude, or leave it out"));
        else if (Math.Abs(lon) > 180 || Math.Abs(lat) > 90)
            findings.Add(Diagnostic.Error("EX0338", row[Lon!].Span, FormattableString.Invariant($"{lon}, {lat} is no place on the globe"), "longitudes lie from -180 to 180, latitudes from -90 to 90"));
        else if (mustBeInView && views.Any(v => v.Point(lon, lat) is null))
            findings.Add(Diagnostic.Warning("EX0339", row[Lon!].Span, $"the row '{row.Key}' lies outside the map's view", "widen 'view', or leave the row out"));
    }

    private void CheckRegion(ChartSpec chart, Row row, IReadOnlyCollection<ProjectedMap> views, bool mustBeInView, ISet<string> seen, ICollection<Diagnostic> findings)
    {
        var (code, at, atlas) = (row.Identity(Region!), row[Region!].Span, chart.Map!.Atlas);
        if (atlas.Find(code) is null)
            findings.Add(Diagnostic.Error("EX0338", at, $"the map has no region '{code}'", atlas.HintFor(code)));
        else if (!seen.Add(code) && chart.States.Any(s => chart.RowsIn(s).Count(r => r.Identity(Region!) == code) > 1))
            findings.Add(Diagnostic.Error("EX0317", at, $"an earlier row stands at '{code}' too, so one of them would hide the other", "show one of them in each state"));
        else if (mustBeInView && views.Any(v => !v.Find(code)!.IsInView))
            findings.Add(Diagnostic.Warning("EX0339", at, $"'{code}' lies outside the map's view", "widen 'view', or leave the row out"));
    }
}
