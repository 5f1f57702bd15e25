using System.Globalization;
using System.Text;

namespace Explainer.Charts;

/// <summary>Writes a path of straight lines with each point told from the one before it, in tenths of a pixel, so that roundings do not add up.</summary>
internal static class OutlinePath
{
    /// <summary>The path anew.</summary>
    /// <param name="path">The path as Skia writes it: M, L and Z with absolute numbers.</param>
    public static string Write(string path)
    {
        var text = new StringBuilder(path.Length / 2);
        foreach (var ring in path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var isClosed = ring.TrimEnd().EndsWith('Z');
            var numbers = ring.Split([' ', ',', 'L', 'Z'], StringSplitOptions.RemoveEmptyEntries);
            var (x, y) = (Tenths(numbers[0]), Tenths(numbers[1]));
            text.Append('M');
            Append(text, x, isFirst: true);
            Append(text, y, isFirst: false);
            var isFirst = true;
            for (var i = 2; i + 1 < numbers.Length; i += 2)
            {
                var (nextX, nextY) = (Tenths(numbers[i]), Tenths(numbers[i + 1]));
                if (nextX == x && nextY == y)
                    continue;
                if (isFirst)
                    text.Append('l');
                Append(text, nextX - x, isFirst);
                Append(text, nextY - y, isFirst: false);
                (x, y, isFirst) = (nextX, nextY, false);
            }

            if (isClosed)
                text.Append('z');
        }

        return text.ToString();
    }

    /// <summary>A path of level strokes anew, each told from the end of the one before it.</summary>
    /// <param name="path">The path as Skia writes it: M and L with absolute numbers.</param>
    public static string WriteLevel(string path)
    {
        var text = new StringBuilder(path.Length / 2);
        var (y, end) = (0, 0);
        foreach (var stroke in path.Split('M', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = stroke.Split([' ', ',', 'L'], StringSplitOptions.RemoveEmptyEntries).Select(Tenths).ToList();
            text.Append(text.Length == 0 ? 'M' : 'm');
            Append(text, numbers[0] - end, isFirst: true);
            Append(text, numbers[1] - y, isFirst: false);
            text.Append('h');
            Append(text, numbers[2] - numbers[0], isFirst: true);
            (y, end) = (numbers[1], numbers[2]);
        }

        return text.ToString();
    }

    private static int Tenths(string number) =>
        (int)Math.Round(double.Parse(number, CultureInfo.InvariantCulture) * 10, MidpointRounding.AwayFromZero);

    // A sign parts a number from the one before it by itself.
    private static void Append(StringBuilder text, int tenths, bool isFirst)
    {
        if (tenths < 0)
            text.Append('-');
        else if (!isFirst)
            text.Append(' ');
        var (whole, part) = (Math.Abs(tenths) / 10, Math.Abs(tenths) % 10);
        if (whole > 0 || part == 0)
            text.Append(whole);
        if (part > 0)
            text.Append('.').Append(part);
    }
}
