namespace Explainer.Charts;

/// <summary>Sine, cosine and arcsine in plain arithmetic: those of the framework may differ in the last bit from machine to machine.</summary>
internal static class Trig
{
    private const double HalfPi = Math.PI / 2;

    // Coefficients of the series of the arcsine, which is used up to one half.
    private static readonly double[] ArcSeries = MakeArcSeries();

    // Those of sine and cosine, which are used up to an eighth of a turn.
    private static readonly double[] SinSeries = MakeSeries(1);
    private static readonly double[] CosSeries = MakeSeries(0);

    public static double Radians(double degrees) => degrees * (Math.PI / 180);

    public static (double Sin, double Cos) SinCos(double degrees)
    {
        var quarter = Math.Round(degrees / 90);
        var (sin, cos) = Near(Radians(degrees - (quarter * 90)));
        return ((long)quarter & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    public static double Asin(double sine)
    {
        var size = Math.Abs(sine);
        var angle = size <= 0.5 ? Series(size) : HalfPi - (2 * Series(Math.Sqrt(Math.Max(0, (1 - size) / 2))));
        return sine < 0 ? -angle : angle;
    }

    private static (double Sin, double Cos) Near(double angle)
    {
        var square = angle * angle;
        var (sin, cos) = (0.0, 0.0);
        for (var i = SinSeries.Length - 1; i >= 0; i--)
        {
            sin = (sin * square) + SinSeries[i];
            cos = (cos * square) + CosSeries[i];
        }

        return (angle * sin, cos);
    }

    private static double Series(double sine)
    {
        var square = sine * sine;
        var sum = 0.0;
        for (var i = ArcSeries.Length - 1; i >= 0; i--)
            sum = (sum * square) + ArcSeries[i];
        return sine * sum;
    }

    private static double[] MakeSeries(int power)
    {
        var series = new double[10];
        series[0] = 1;
        for (var i = 1; i < series.Length; i++)
            series[i] = -series[i - 1] / (((2 * i) + power) * ((2 * i) - 1 + power));
        return series;
    }

    private static double[] MakeArcSeries()
    {
        var series = new double[24];
        var factor = 1.0;
        for (var i = 0; i < series.Length; i++)
        {
            series[i] = factor / ((2 * i) + 1);
            factor *= ((2.0 * i) + 1) / ((2 * i) + 2);
        }

        return series;
    }
}
