using System.Globalization;
using System.Text.Json.Nodes;
using Explainer.Data;
using Explainer.Stories;

namespace Explainer.Publish;

/// <summary>How numbers get from blocks into pages: as values, as words, and as what a script needs to write further ones alike.</summary>
internal static class BlockNumbers
{
    /// <summary>As many decimals as published values keep.</summary>
    public const int MostDecimals = 9;

    private const string NoBreak = "\u00A0";

    /// <summary>The words around a number, with a gap for it: a per cent sign or a unit.</summary>
    public static string Pattern(LocalText? unit, IEnumerable<BlockFigure> figures, Language language)
    {
        if ((unit?.First ?? figures.Select(f => f.Figure?.Unit).FirstOrDefault()) == BlockReader.PerCent)
            return language.Word("number.percent", "{0}");
        return unit is null ? "{0}" : "{0}" + NoBreak + unit.In(language);
    }

    /// <summary>A number in the words around it.</summary>
    public static string Amount(string pattern, double value, int decimals, Language language) =>
        pattern.Replace("{0}", language.Rounded(Round(value, decimals), decimals), StringComparison.Ordinal);

    /// <summary>Two numbers in the words around them, or one when they are the same.</summary>
    public static string Range(string pattern, (double Low, double High) span, Language language) => span.Low.Equals(span.High)
        ? Amount(pattern, span.Low, MostDecimals, language)
        : pattern.Replace("{0}", language.Word("block.range", language.Rounded(span.Low, MostDecimals), language.Rounded(span.High, MostDecimals)), StringComparison.Ordinal);

    /// <summary>A number as attributes and scripts read it.</summary>
    public static string Raw(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A share of a length, in per cent.</summary>
    public static string Share(double value, double low, double high) =>
        Math.Round(Math.Clamp((value - low) / (high - low), 0, 1) * 100, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>What a script needs to write numbers as the build does.</summary>
    public static Dictionary<string, object?> Writing(string pattern, int decimals, Language language) => new()
    {
        ["pattern"] = language.WithNumbersFromLeft(pattern),
        ["digits"] = decimals,
        ["decimal"] = language.Decimal,
        ["group"] = language.Group,
        ["groupFrom"] = language.GroupFrom,
    };

    /// <summary>A published amount in the words around it; it holds back as its source does, and a bound says that it is one.</summary>
    public static string Published(BlockFigure published, string pattern, Language language)
    {
        var (figure, amount) = (published.Figure, Range(pattern, (published.Low, published.High), language));
        return figure is null ? amount : Data.Amount.Hedged(amount, figure.Low, figure.High, figure.Hedge is { } hedge ? ReadingWords.NameOf(hedge) : null, language);
    }

    /// <summary>What a slider says about itself in markup.</summary>
    public static Dictionary<string, object?> Slider(SliderSpec slider, string pattern, string id, Language language) => new(Writing(pattern, slider.Decimals, language))
    {
        ["id"] = id,
        ["from"] = Raw(slider.From),
        ["to"] = Raw(slider.To),
        ["step"] = Raw(slider.Step),
        ["start"] = Raw(slider.Start),
        ["amount"] = Amount(pattern, slider.Start, slider.Decimals, language),
        ["least"] = Amount(pattern, slider.From, slider.Decimals, language),
        ["most"] = Amount(pattern, slider.To, slider.Decimals, language),
    };

    /// <summary>A formula as a script takes it: numbers, names and operators, each operator after its two values.</summary>
    public static string Steps(Formula formula)
    {
        var steps = new JsonArray();
        foreach (var step in formula.Steps)
        {
            if (step.Operation == FormulaOperation.Negate)
                steps.Add(-1);
            steps.Add(step switch
            {
                { Operation: { } operation } => JsonValue.Create(operation switch
                {
                    FormulaOperation.Add => "+",
                    FormulaOperation.Subtract => "-",
                    FormulaOperation.Multiply or FormulaOperation.Negate => "*",
                    FormulaOperation.Divide => "/",
                    FormulaOperation.Min => "<",
                    _ => ">",
                }),
                { Name: { } name } => JsonValue.Create(name),
                _ => JsonValue.Create(step.Number),
            });
        }

        return Json.InAttribute(steps);
    }

    // Step by step as the script does it, so that both write the same at a tie.
    private static double Round(double value, int decimals)
    {
        var power = Math.Pow(10, decimals);
        var scaled = Math.Abs(value) * power;
        var whole = Math.Floor(scaled);
        return Math.CopySign((scaled - whole >= 0.5 ? whole + 1 : whole) / power, value);
    }
}
