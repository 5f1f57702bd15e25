using System.Collections.Immutable;
using Explainer.Data;
using SkiaSharp;

namespace Explainer.Charts;

/// <summary>
/// The picture that a link to a page shows where it is shared: the page's headline in large type, and under it the crowd
/// that opens it, or else its standfirst. A chart with words is left out, as words so small are not read.
/// </summary>
public sealed class SharingCard
{
    /// <summary>Width in pixels: what services that show cards ask for.</summary>
    public const int Width = 1200;

    /// <summary>Height in pixels.</summary>
    public const int Height = 630;

    private const double Margin = 64;
    private const double NameBaseline = 90;
    private const int NameSize = 28;
    private const int MarkSize = 36;
    private const double HeadlineTop = 140;

    /// <summary>Between words and what is drawn.</summary>
    private const double Gap = 30;

    // Letters of headlines are as close as on the page, in 2-page.css.
    private const double Tracking = -0.018;

    private static readonly Box Inside = new(Margin, HeadlineTop, Width - Margin, Height - Margin);

    private readonly Typefaces _typefaces;

    private SharingCard(CardLine? name, ImmutableArray<CardLine> headline, ImmutableArray<CardLine> standfirst, PictureLayer? drawing, Typefaces typefaces)
    {
        Name = name;
        Headline = headline;
        Standfirst = standfirst;
        Drawing = drawing;
        _typefaces = typefaces;
        Unlettered = [.. Lines.SelectMany(l => l.Lines.Select(line => typefaces.FirstMissing(line.Text, new TextStyle(NameSize, false, "ink", l.Face)))).OfType<string>()];
    }

    /// <summary>Characters that the lettering lacks.</summary>
    public ImmutableSortedSet<string> Unlettered { get; }

    internal CardLine? Name { get; }

    internal ImmutableArray<CardLine> Headline { get; }

    internal ImmutableArray<CardLine> Standfirst { get; }

    internal PictureLayer? Drawing { get; }

    private IEnumerable<(string Face, double Tracking, ImmutableArray<CardLine> Lines)> Lines =>
    [
        (Typefaces.Semibold, 0, Name is null ? [] : [Name]),
        (Typefaces.Display, Tracking, Headline),
        (Typefaces.Display, 0, Standfirst),
    ];

    /// <summary>Composes a card.</summary>
    /// <param name="site">The site's name.</param>
    /// <param name="headline">The page's headline, line by line.</param>
    /// <param name="standfirst">What stands under it where nothing is drawn.</param>
    /// <param name="chart">The chart that opens the page, or null.</param>
    /// <param name="typefaces">The faces.</param>
    public static SharingCard Compose(string site, ImmutableArray<ImmutableArray<KindRun>> headline, string standfirst, DrawnChart? chart, Typefaces typefaces)
    {
        using var small = new Typesetter(typefaces, Typefaces.Semibold, 0);
        using var large = new Typesetter(typefaces, Typefaces.Display, Tracking);
        using var plain = new Typesetter(typefaces, Typefaces.Display, 0);
        var crowd = chart is { HasWords: false } ? chart.Artboards[^1].Drawings[0] : null;
        if (crowd is not null)
        {
            var above = CardText.Fit(headline, "ink", large, Inside with { Bottom = HeadlineTop + 300 }, largest: 92, smallest: 34);
            return new SharingCard(NameOf(site, small), above, [], Below(above, crowd), typefaces);
        }

        // Words alone stand on the lower margin.
        var words = CardText.Fit(headline, "ink", large, Inside with { Bottom = HeadlineTop + 270 }, largest: 112, smallest: 30);
        ImmutableArray<CardLine> under = standfirst.Length == 0 ? [] :
            CardText.Fit([[new KindRun(standfirst)]], "ink2", plain, Inside with { Top = words[^1].Bottom + Gap, Right = Width - (2.5 * Margin) }, largest: 38, smallest: 30);
        var drop = Inside.Bottom - words.Concat(under).Last().Bottom;
        return new SharingCard(NameOf(site, small), Dropped(words), Dropped(under), null, typefaces);

        ImmutableArray<CardLine> Dropped(ImmutableArray<CardLine> lines) => [.. lines.Select(l => l with { Y = l.Y + drop })];
    }

    /// <summary>Paints the card in the light colours of a palette.</summary>
    /// <param name="palette">The colours.</param>
    /// <param name="mark">The site's mark, which stands before its name.</param>
    /// <returns>A PNG file, the same bytes for the same card.</returns>
    public byte[] Paint(Palette palette, SiteMark mark)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse(palette["paper"].Light));
        if (Drawing is not null)
            PicturePng.Paint(canvas, Drawing, _typefaces, palette);
        mark.Paint(canvas, palette, Margin, NameBaseline - 27, MarkSize);
        foreach (var (face, tracking, lines) in Lines)
        {
            using var setter = new Typesetter(_typefaces, face, tracking);
            foreach (var line in lines)
                PaintLine(canvas, line, setter, palette);
        }

        return PicturePng.Encode(surface, SKPngEncoderFilterFlags.None, effort: 6);
    }

    // A name that is too long for its line is left out: the address of the link says where it leads.
    private static CardLine? NameOf(string site, Typesetter setter)
    {
        const double Left = Margin + MarkSize + 12;
        var width = setter.Measure(site) * NameSize;
        return Left + width > Width - Margin ? null : new CardLine([CardWord.Of([(site, "ink")], setter)], NameSize, Left, NameBaseline, width);
    }

    // As high as the words let it rise, and over the lower and the right edge: a piece of it.
    private static PictureLayer Below(ImmutableArray<CardLine> words, KeyedDrawing crowd)
    {
        const double Share = 0.8;
        const double Over = 24;
        var scale = Width * Share / crowd.Width;
        var left = Width + Over - (crowd.Width * scale);
        var top = Height + Over - (crowd.Height * scale);
        foreach (var element in crowd.Marks.SelectMany(m => m.Elements))
        {
            using var path = PicturePng.PathOf(element);
            foreach (var point in path.Points)
            {
                var x = left + (point.X * scale);
                foreach (var line in words.Where(l => x > l.X - Gap && x < l.X + l.Width + Gap))
                    top = Math.Max(top, line.Bottom + Gap - (point.Y * scale));
            }
        }

        return new PictureLayer(left, Math.Round(top), scale, crowd);
    }

    private static void PaintLine(SKCanvas canvas, CardLine line, Typesetter setter, Palette palette)
    {
        using var ink = new SKPaint { IsAntialias = true };
        var x = line.X;
        foreach (var word in line.Words)
        {
            foreach (var (letters, role) in word.Runs)
            {
                using var outline = setter.Outline(letters, line.Size, x, line.Y);
                ink.Color = SKColor.Parse(palette[role].Light);
                canvas.DrawPath(outline, ink);
                x += setter.Measure(letters) * line.Size;
            }

            x += setter.Measure(" ") * line.Size;
        }
    }
}
