using System.Collections.Immutable;
using System.Globalization;
using Explainer.Diagnostics;
using Explainer.Input;

namespace Explainer.Data;

/// <summary>One value of a dataset. A missing value is a cell of its own, never a zero.</summary>
/// <param name="Span">Where it was written.</param>
public abstract record Cell(SourceSpan Span);

/// <summary>Nothing was found or published here.</summary>
/// <param name="Span">Where it was written, or the row that lacks it.</param>
public sealed record MissingCell(SourceSpan Span) : Cell(Span);

/// <summary>Words.</summary>
/// <param name="Text">The words, perhaps by language.</param>
/// <param name="Span">Where they were written.</param>
public sealed record TextCell(LocalText Text, SourceSpan Span) : Cell(Span);

/// <summary>A number.</summary>
/// <param name="Value">The number, in the field's unit.</param>
/// <param name="Span">Where it was written.</param>
public sealed record NumberCell(double Value, SourceSpan Span) : Cell(Span);

/// <summary>A time: a day, or a month or year by its first day.</summary>
/// <param name="Day">The first day of what was written.</param>
/// <param name="Parts">How much was written: 1 year, 2 and month, 3 and day.</param>
/// <param name="Span">Where it was written.</param>
public sealed record TimeCell(DateOnly Day, int Parts, SourceSpan Span) : Cell(Span)
{
    private static readonly string[] Formats = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Reads a year, year-month or year-month-day.</summary>
    public static bool TryParse(string text, out DateOnly day, out int parts)
    {
        for (parts = 1; parts <= Formats.Length; parts++)
        {
            if (DateOnly.TryParseExact(text, Formats[parts - 1], CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
                return true;
        }

        day = default;
        return false;
    }
}

/// <summary>A kind of knowledge.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Span">Where it was written.</param>
public sealed record KindCell(Kind Kind, SourceSpan Span) : Cell(Span);

/// <summary>Names of figures.</summary>
/// <param name="Names">The names as they were written, each with its place.</param>
/// <param name="Span">Where they were written.</param>
public sealed record FigureCell(ImmutableArray<YamlScalar> Names, SourceSpan Span) : Cell(Span);
