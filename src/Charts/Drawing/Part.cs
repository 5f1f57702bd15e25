using System.Collections.Immutable;

namespace Explainer.Charts;

/// <summary>What the sketch knows of one thing it had ScottPlot draw, and SVG forgets: which mark it belongs to and how it is painted.</summary>
/// <param name="Mark">Index of the mark it belongs to.</param>
/// <param name="Paint">Its paint; null for text.</param>
/// <param name="Line">Its text, anchor and place; null for shapes.</param>
/// <param name="Outline">The outline that it is, kept from drawing to drawing; null for all else.</param>
internal sealed record Part(int Mark, Paint? Paint, TextLine? Line, DrawnOutline? Outline = null);

/// <summary>A line of text at a place.</summary>
/// <param name="X">Where its anchor stands.</param>
/// <param name="Y">Its baseline.</param>
/// <param name="Anchor">Which part of it stands there.</param>
/// <param name="Runs">Its stretches.</param>
/// <param name="Halo">Whether a rim of paper keeps it readable over lines.</param>
internal sealed record TextLine(double X, double Y, Anchor Anchor, ImmutableArray<TextRun> Runs, bool Halo)
{
    /// <summary>Where each run begins.</summary>
    public List<(TextRun Run, double X)> Place(Typefaces typefaces)
    {
        var widths = Runs.Select(r => typefaces.Measure(r.Text, r.Style)).ToList();
        var x = X - (widths.Sum() * Anchor switch { Anchor.Start => 0, Anchor.Middle => 0.5, _ => 1 });
        var placed = new List<(TextRun, double)>();
        foreach (var (run, width) in Runs.Zip(widths))
        {
            placed.Add((run, x));
            x += width;
        }

        return placed;
    }
}
