using Explainer.Data;

namespace Explainer.Publish;

/// <summary>Writes how a figure is reckoned, with the values in the place of names: (60,000 − 132,000) ÷ 132,000 = −54.5%.</summary>
internal static class FigureWorking
{
    private const int MostDecimals = 9;

    /// <summary>The working; empty for a figure that is not reckoned.</summary>
    public static string Print(Figure figure, IReadOnlyDictionary<string, Figure> figures, Language language)
    {
        if (figure.Origin is not FormulaOrigin { Formula: { } formula })
            return "";
        var left = formula.Print(
            name => Value(figures[name], language),
            number => language.Rounded(number, MostDecimals),
            Sign);
        return language.Word("figure.working", left, figure.In(language));
    }

    /// <summary>A sign of a formula as readers know it.</summary>
    public static string Sign(char sign) => sign switch { '*' => "×", '/' => "÷", '-' => "\u2212", var plus => plus.ToString() };

    // A range or a number below zero stays one thing among the signs.
    private static string Value(Figure figure, Language language)
    {
        var amount = Amount.Print(figure.Low, figure.High, null, figure.Unit, language);
        return figure.IsValue && figure.Low >= 0 ? amount : $"({amount})";
    }
}
