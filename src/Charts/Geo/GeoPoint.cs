namespace Explainer.Charts;

/// <summary>A place on the globe, in degrees, and as a point of the unit sphere.</summary>
internal readonly record struct GeoPoint(double Lon, double Lat, double X, double Y, double Z)
{
    /// <summary>A place; longitudes that go on past 180 degrees come round.</summary>
    public static GeoPoint At(double lon, double lat)
    {
        lon = Wrapped(lon);
        var (sinLon, cosLon) = Trig.SinCos(lon);
        var (sinLat, cosLat) = Trig.SinCos(lat);
        return new GeoPoint(lon, lat, cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>The same longitude from -180 up to 180.</summary>
    public static double Wrapped(double lon) => lon is >= -180 and < 180 ? lon : lon - (360 * Math.Floor((lon + 180) / 360));

    public double Dot(GeoPoint other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);
}
