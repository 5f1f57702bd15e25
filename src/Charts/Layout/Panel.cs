using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>One plot area: where rows have their places and values their pixels, in which marks draw themselves.</summary>
/// <param name="Sketch">What is drawn on.</param>
/// <param name="Labels">Where texts ask for a place.</param>
/// <param name="Language">Whose words and numbers are used.</param>
/// <param name="PlacesRunDown">Whether places run down the page and values across it.</param>
/// <param name="Places">Pixel of each row's place.</param>
/// <param name="Values">Pixels of values.</param>
/// <param name="Thickness">How thick a bar is, in pixels.</param>
/// <param name="DotRadius">Radius of a dot, in pixels.</param>
/// <param name="LabelSize">Size of labels at marks, in pixels.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Margin">Pixel and side of the column in which balances stand, and how far their lines are below the middles of rows; null without one.</param>
/// <param name="Facet">The facet's value; empty where there is one panel.</param>
/// <param name="Names">Words that name a row beside its mark, where names have no column of their own.</param>
/// <param name="IsLit">Whether a row is in full colour.</param>
/// <param name="First">The row at which words that explain a series stand.</param>
/// <param name="Area">Where marks may stand.</param>
/// <param name="PlaceScale">Pixels of places that are no bands, or null.</param>
/// <param name="Bands">Pixels of bands, or null.</param>
/// <param name="TellsValues">Whether there is room for a value beside every bar.</param>
/// <param name="Of">The layout that it is part of.</param>
/// <param name="Map">The map on which it is, or null.</param>
/// <param name="NamesAtEnd">Pixel at which the names of series stand beyond the panel's end; null where a key names them.</param>
internal sealed record Panel(
    Sketch Sketch,
    LabelPlacer Labels,
    Language Language,
    bool PlacesRunDown,
    Func<Row, double> Places,
    IScale Values,
    double Thickness,
    double DotRadius,
    float LabelSize,
    string Unit,
    (double X, double Down, Anchor Side)? Margin,
    string Facet,
    Func<Row, ImmutableArray<TextRun>> Names,
    Func<Row, bool> IsLit,
    Row? First,
    Box Area = default,
    IScale? PlaceScale = null,
    IReadOnlyDictionary<string, double>? Bands = null,
    bool TellsValues = true,
    double? NamesAtEnd = null,
    Layout? Of = null,
    MapFrame? Map = null)
{
    /// <summary>Gap between a mark and its label.</summary>
    public const double Gap = 6;

    /// <summary>Baseline of the words that rules have above the rows, or null where there is no room for them.</summary>
    public double? Head { get; init; }

    /// <summary>The layout that it is part of.</summary>
    public Layout Layout => Of!;

    /// <summary>The pixel of a place and a value.</summary>
    public (double X, double Y) At(double place, double value) =>
        PlacesRunDown ? (Values[value], place) : (place, Values[value]);

    /// <summary>The style of a value in a role's colour.</summary>
    public TextStyle Value(string role) => new(LabelSize, true, TextStyle.RoleFor(role));

    /// <summary>The style of a word that explains.</summary>
    public TextStyle Word(string role) => new(Math.Max(12, LabelSize - 1), false, TextStyle.RoleFor(role));

    /// <summary>Draws a box between two places and two values.</summary>
    public Box Between(double place1, double value1, double place2, double value2)
    {
        var (x1, y1) = At(place1, value1);
        var (x2, y2) = At(place2, value2);
        return Box.Between(x1, y1, x2, y2);
    }

    /// <summary>Baseline that centres text on a pixel.</summary>
    public double Baseline(double middle) => middle + (LabelSize * 0.35);

    /// <summary>The pixel of zero, or of the end of the axis that is nearest to it.</summary>
    public double Zero => Values[Math.Clamp(0, Values.Low, Values.High)];

    /// <summary>The pixel of a fixed place, or null where it is not in this panel.</summary>
    public double? PlaceOf(PointSpec point) =>
        point.Band is { } band ? Bands?.TryGetValue(band, out var at) ?? false ? at : null
        : point.Place is { } place && PlaceScale is { } scale && place >= scale.Low && place <= scale.High ? scale[place] : null;

    /// <summary>Whether a fixed point belongs to this panel, and its value is in sight.</summary>
    public bool Holds(PointSpec point) =>
        (point.Facet is null || point.Facet == Facet) && (point.Value is not { } value || (value >= Values.Low && value <= Values.High));
}
