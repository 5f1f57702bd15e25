using System.Collections.Immutable;
using Explainer.Data;
using Explainer.Diagnostics;

namespace Explainer.Charts;

/// <summary>Rings around the middle of another mark's circles, so that two numbers of a place can be compared.</summary>
/// <param name="Channels">The channels that every mark has.</param>
/// <param name="Places">Where the rows' places are.</param>
/// <param name="Size">Field of the numbers to which the areas within the rings are in proportion.</param>
/// <param name="Hedge">Field of hedge words such as <c>over</c>, said with the numbers, or null.</param>
/// <param name="Short">Field of the words that name a place where there is little room, or null.</param>
public sealed record RingMark(MarkChannels Channels, GeoPlaces Places, string Size, string? Hedge, string? Short)
    : SizedGeoMark(Channels, Places, Size, Hedge, Short)
{
    // Of the width; words that would take more of it are broken.
    private const double WordsPart = 0.38;

    internal override IEnumerable<KeyItem> KeyItems(Layout layout) => [];

    internal override IEnumerable<(Row Row, ToldMark Told)> TellEach(MarkTeller teller) => base.TellEach(teller).Where(t => ValuesOf(t.Row).Any());

    internal override void Check(ChartSpec chart, ICollection<Diagnostic> findings)
    {
        if (HostIn(chart.Marks) is not { } host)
            findings.Add(Diagnostic.Error("EX0305", Span, "a ring stands around a circle, but no earlier mark has circles", "give the mark a 'size', and another geo mark with a 'size' before it"));
        else if (chart.States.FirstOrDefault(s => chart.MarksIn(s) is var drawn && drawn.Contains(this) && HostIn(drawn) is null) is { } bare)
            findings.Add(Diagnostic.Error("EX0305", bare.Span ?? Span, $"in the state '{bare.Name}' the rings of '{Name}' have no circles to stand around", $"draw '{host.Name}' there too, or take '{Name}' out"));
        else
            base.Check(chart, findings);
    }

    /// <summary>The mark around whose circles the rings stand: the first that has some.</summary>
    internal CircleMark? HostIn(IEnumerable<Mark> marks) => marks.TakeWhile(m => m != this).OfType<CircleMark>().FirstOrDefault();

    /// <summary>What a ring says, in its colour: whose number it is, and the number.</summary>
    internal TextRun WordsOf(Layout layout, Row row) => Named(layout, row, NumberOf(layout, row));

    /// <summary>The same in lines, where one alone would take much of the width; whose number it is gives way only where even that would.</summary>
    internal ImmutableArray<TextRun> LinesOf(Layout layout, Row row)
    {
        var (words, name, number) = (WordsOf(layout, row), Named(layout, row, ""), Run(layout, row, NumberOf(layout, row)));
        return Fits(words) ? [words] : Fits(name) ? [name, number] : [number];

        bool Fits(TextRun run) => layout.Typefaces.Measure(run.Text, run.Style) <= layout.Artboard.Width * WordsPart;
    }

    private TextRun Named(Layout layout, Row row, string number) =>
        Run(layout, row, NameOf(layout, row) is { Length: > 0 } name ? layout.Language.Word("mark.value", name, number).TrimEnd() : number);

    private TextRun Run(Layout layout, Row row, string words) => new(words, StyleOf(layout, false, RoleOf(row)));

    // The mark around whose circles they stand draws them, each with its circle.
    internal override void Draw(Panel panel, IReadOnlyList<Row> rows)
    {
    }

    private protected override bool HasPlace(Row row, ChartSpec chart) => !HostIn(chart.Marks)!.IsElsewhere(row);
}
