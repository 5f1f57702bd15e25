using System.Globalization;

namespace Explainer.Tests.Support;

/// <summary>How far colours are from each other for people of different colour visions: contrast (WCAG 2), distance (CIEDE2000), dichromacy (Machado and others, 2009).</summary>
internal static class ColourVision
{
    private static readonly Dictionary<string, double[,]> Visions = new(StringComparer.Ordinal)
    {
        ["usual"] = new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        ["protanopia"] = new double[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        ["deuteranopia"] = new double[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        ["tritanopia"] = new double[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    };

    public static IEnumerable<string> All => Visions.Keys;

    /// <summary>The ratio of WCAG 2, from 1 to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>The distance of CIEDE2000 between two colours as a vision sees them.</summary>
    public static double Distance(string one, string other, string vision = "usual") => Distance(Seen(one, vision), Seen(other, vision));

    /// <summary>The distance of CIEDE2000 between two colours of CIELAB.</summary>
    public static double Distance((double L, double A, double B) one, (double L, double A, double B) other)
    {
        var meanC = (Math.Sqrt((one.A * one.A) + (one.B * one.B)) + Math.Sqrt((other.A * other.A) + (other.B * other.B))) / 2;
        var g = 0.5 * (1 - Math.Sqrt(Math.Pow(meanC, 7) / (Math.Pow(meanC, 7) + Math.Pow(25, 7))));
        var (c1, h1) = Polar(one.A * (1 + g), one.B);
        var (c2, h2) = Polar(other.A * (1 + g), other.B);
        var turn = c1 * c2 == 0 ? 0 : h2 - h1;
        turn = turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
        var h = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
        var (l, c) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var t = 1 - (0.17 * Cos(h - 30)) + (0.24 * Cos(2 * h)) + (0.32 * Cos((3 * h) + 6)) - (0.2 * Cos((4 * h) - 63));
        var rotation = -2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7))) * Math.Sin(Radians(60 * Math.Exp(-Math.Pow((h - 275) / 25, 2))));
        var deltaL = (other.L - one.L) / (1 + (0.015 * Math.Pow(l - 50, 2) / Math.Sqrt(20 + Math.Pow(l - 50, 2))));
        var deltaC = (c2 - c1) / (1 + (0.045 * c));
        var deltaH = 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2)) / (1 + (0.015 * c * t));
        return Math.Sqrt((deltaL * deltaL) + (deltaC * deltaC) + (deltaH * deltaH) + (rotation * deltaC * deltaH));
    }

    private static (double L, double A, double B) Seen(string hex, string vision)
    {
        var light = Linear(hex);
        var matrix = Visions[vision];
        var seen = Enumerable.Range(0, 3).Select(i => Math.Clamp((matrix[i, 0] * light[0]) + (matrix[i, 1] * light[1]) + (matrix[i, 2] * light[2]), 0, 1)).ToArray();
        var x = F(((0.4124564 * seen[0]) + (0.3575761 * seen[1]) + (0.1804375 * seen[2])) / 0.95047);
        var y = F((0.2126729 * seen[0]) + (0.7151522 * seen[1]) + (0.0721750 * seen[2]));
        var z = F(((0.0193339 * seen[0]) + (0.1191920 * seen[1]) + (0.9503041 * seen[2])) / 1.08883);
        return ((116 * y) - 16, 500 * (x - y), 200 * (y - z));

        static double F(double t) => t > 216 / 24389.0 ? Math.Cbrt(t) : ((24389 / 27.0 * t) + 16) / 116;
    }

    private static double Luminance(string hex)
    {
        var light = Linear(hex);
        return (0.2126 * light[0]) + (0.7152 * light[1]) + (0.0722 * light[2]);
    }

    private static double[] Linear(string hex) =>
        [.. Enumerable.Range(0, 3).Select(i => int.Parse(hex.AsSpan(1 + (i * 2), 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    private static (double Chroma, double Hue) Polar(double a, double b)
    {
        var hue = Math.Atan2(b, a) * 180 / Math.PI;
        return (Math.Sqrt((a * a) + (b * b)), hue < 0 ? hue + 360 : hue);
    }

    private static double Cos(double degrees) => Math.Cos(Radians(degrees));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
