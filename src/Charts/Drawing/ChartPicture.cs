using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>A chart that can leave the page: title, subtitle, drawing and source in one picture.</summary>
public sealed class ChartPicture
{
    private const int Margin = 32;
    private const int SmallestTitle = 18;

    private static readonly string[] Around = ["title", "subtitle", "source"];

    // Words are laid out first, and their height is what they took.
    private const int HighEnough = 4000;

    private static readonly TextStyle Title = new(29, true, "ink", Typefaces.Title);
    private static readonly TextStyle Subtitle = new(14, false, "ink2");
    private static readonly TextStyle Source = new(12, false, "ink3");

    private ChartPicture(string id, string title, string description, int width, int height, ImmutableArray<PictureLayer> layers, Typefaces typefaces, ImmutableSortedDictionary<string, string> unlettered)
    {
        Id = id;
        Unlettered = unlettered;
        Words = title;
        Description = description;
        Width = width;
        Height = height;
        Layers = layers;
        Typefaces = typefaces;
    }

    /// <summary>The chart's name.</summary>
    public string Id { get; }

    /// <summary>The words of its title.</summary>
    public string Words { get; }

    /// <summary>What it shows, for those who cannot see it.</summary>
    public string Description { get; }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Characters of the words around the drawing that the lettering lacks, each with the first line that holds it.</summary>
    public ImmutableSortedDictionary<string, string> Unlettered { get; }

    internal ImmutableArray<PictureLayer> Layers { get; }

    internal Typefaces Typefaces { get; }

    /// <summary>
    /// The state in which a chart leaves the page: the first that leaves nothing out and lets nothing step back, as the title
    /// speaks of the whole; where there is none, the first.
    /// </summary>
    public static StateSpec StateOf(ChartSpec chart) => chart.States.FirstOrDefault(s => IsWhole(chart, s)) ?? chart.States[0];

    /// <summary>Composes a drawn chart at its widest, as high as the state needs.</summary>
    public static ChartPicture Compose(DrawnChart drawn, StateSpec state, Typefaces typefaces)
    {
        var (chart, language) = (drawn.Spec, drawn.Language);
        var drawing = ChartDrawer.InState(drawn, state, typefaces);
        var head = Head(chart, state, language, typefaces, drawing.Width);
        var layers = ImmutableArray.CreateBuilder<PictureLayer>();
        double y = Margin;
        layers.Add(new PictureLayer(Margin, y, 1, head));
        y += head.Height + 20;
        layers.Add(new PictureLayer(Margin, y, 1, drawing));
        y += drawing.Height;
        if (Key(chart, language, typefaces, drawing.Width) is { } key)
        {
            layers.Add(new PictureLayer(Margin, y + 10, 1, key));
            y += 10 + key.Height;
        }

        if (chart.Source?.In(language) is { Length: > 0 } source)
        {
            var foot = Letter(typefaces, drawing.Width, [new Block("source", language.Lines.Space(source), Source, 1.45, 0)]);
            layers.Add(new PictureLayer(Margin, y + 14, 1, foot));
            y += 14 + foot.Height;
        }

        return Of(chart, state, language, typefaces, drawing.Width + (2 * Margin), (int)Math.Ceiling(y) + Margin - 6, layers);
    }

    private static ChartPicture Of(ChartSpec chart, StateSpec state, Language language, Typefaces typefaces, int width, int height, IEnumerable<PictureLayer> layers) =>
        new(chart.Id, (state.Title ?? chart.Title).In(language), ChartDescription.For(chart, state, language), width, height, [.. layers], typefaces, Missing(layers, typefaces));

    // What the drawing itself lacks was told when it was drawn for the page.
    private static ImmutableSortedDictionary<string, string> Missing(IEnumerable<PictureLayer> layers, Typefaces typefaces) =>
        layers.SelectMany(l => l.Drawing.Marks).Where(m => Around.Contains(m.Key)).SelectMany(m => m.Elements).SelectMany(e => e.Part?.Line?.Runs ?? [])
            .Select(r => (Character: typefaces.FirstMissing(r.Text), r.Text)).Where(r => r.Character is not null).DistinctBy(r => r.Character)
            .ToImmutableSortedDictionary(r => r.Character!, r => r.Text, StringComparer.Ordinal);

    private static bool IsWhole(ChartSpec chart, StateSpec state) =>
        state is { Show: null, Highlight: null, PlaceDomain: null, ValueDomain: null, Value: null, Units: null }
        && (state.Marks is not { } marks || chart.Marks.All(m => marks.Contains(m.Name)))
        && (state.Notes is not { } notes || chart.Notes.All(n => notes.Contains(n.Name)));

    private static KeyedDrawing Head(ChartSpec chart, StateSpec state, Language language, Typefaces typefaces, int width)
    {
        var blocks = new List<Block> { new("title", language.Lines.Space((state.Title ?? chart.Title).In(language)), Title, 1.18, 0) };
        if (chart.Subtitle?.In(language) is { Length: > 0 } subtitle)
            blocks.Add(new Block("subtitle", language.Lines.Space(subtitle), Subtitle, 1.45, 8));
        return Letter(typefaces, width, blocks);
    }

    // A crowd has no labels: what its tones stand for is said under it, as the page says it beside it.
    private static KeyedDrawing? Key(ChartSpec chart, Language language, Typefaces typefaces, int width)
    {
        const double LineHeight = 21;
        const double Radius = 4.2;
        const double Indent = 16;
        if (chart.Marks is not [UnitMark { HasTones: true, WordsField: { } words } unit])
            return null;
        var rows = chart.Data.Rows;
        var (strong, plain) = (Subtitle with { Bold = true, Role = "ink" }, Subtitle with { Role = "ink" });
        using var sketch = new Sketch(width, HighEnough, typefaces);
        var baseline = 15.0;
        for (var i = 0; i < rows.Length; i++)
        {
            sketch.Begin("key-" + rows[i].Key);
            if (i > 0 && i == rows.Length - 1)
                sketch.Circle(Radius, baseline - 4.8, Radius - 0.5, new Paint("paper", "ink2", 1.1f));
            else
                sketch.Circle(Radius, baseline - 4.8, Radius, new Paint(i == 0 ? "ink" : "mid"));
            var amount = unit.AmountInKey(rows[i], chart.Data, language) + " ";
            var start = Indent + sketch.Measure(amount, strong);
            sketch.Text(Indent, baseline, Anchor.Start, halo: false, new TextRun(amount, strong));
            foreach (var line in sketch.Wrap(language.Lines.Space(rows[i].Text(words, language)), plain, width - start))
            {
                sketch.Text(start, baseline, Anchor.Start, halo: false, new TextRun(line, plain));
                baseline += LineHeight;
            }
        }

        return sketch.Finish() with { Height = (int)baseline - 8 };
    }

    // Words are a drawing of their own, as high as they are.
    private static KeyedDrawing Letter(Typefaces typefaces, int width, IReadOnlyList<Block> blocks)
    {
        double y = 0;
        var marks = ImmutableArray.CreateBuilder<KeyedMark>();
        foreach (var block in blocks)
        {
            var (lines, style) = block.Break(typefaces, width);
            var elements = ImmutableArray.CreateBuilder<Element>();
            y += block.Before;
            foreach (var words in lines)
            {
                var line = new TextLine(0, y + (style.Size * (((block.LineHeight - 1) / 2) + 0.8)), Anchor.Start, [new TextRun(words, style)], Halo: false);
                elements.Add(new Element("text", []) { Part = new Part(marks.Count, null, line) });
                y += style.Size * block.LineHeight;
            }

            marks.Add(new KeyedMark(block.Key, IsLit: true, elements.ToImmutable()));
        }

        return new KeyedDrawing(width, (int)Math.Ceiling(y), marks.ToImmutable());
    }

    private sealed record Block(string Key, string Words, TextStyle Style, double LineHeight, double Before)
    {
        // Smaller letters until the lines hold the longest word.
        public (IReadOnlyList<string> Lines, TextStyle Style) Break(Typefaces typefaces, double width)
        {
            for (var style = Style; ; style = style with { Size = style.Size - 1 })
            {
                var lines = Balanced(typefaces, style, width);
                var fits = lines.All(l => typefaces.Measure(l, style) <= width);
                if (fits || style.Size <= SmallestTitle)
                    return (fits ? lines : Cut(typefaces, lines, style, width), style);
            }
        }

        // As many lines as are needed, and none much longer than the others; of words that run on, only the last not too short:
        // no word stands alone.
        private IReadOnlyList<string> Balanced(Typefaces typefaces, TextStyle style, double width)
        {
            var lines = typefaces.Wrap(Words, style, width);
            for (var narrower = width - 16; lines.Count > 1 && narrower > width / 2; narrower -= 16)
            {
                if (style.Face is null && typefaces.Measure(lines[^1], style) > width / 3)
                    break;
                var tighter = typefaces.Wrap(Words, style, narrower);
                if (tighter.Count > lines.Count || tighter.Any(l => typefaces.Measure(l, style) > narrower))
                    break;
                lines = tighter;
            }

            return lines;
        }

        // A word that no line holds goes on in the next.
        private static List<string> Cut(Typefaces typefaces, IReadOnlyList<string> lines, TextStyle style, double width)
        {
            var cut = new List<string>();
            foreach (var line in lines)
            {
                for (var rest = line; rest.Length > 0;)
                {
                    var length = typefaces.LengthWithin(rest, style, width);
                    cut.Add(rest[..length]);
                    rest = rest[length..];
                }
            }

            return cut;
        }
    }
}
