namespace Explainer.Charts;

/// <summary>The words of a group, measured once and broken for any width: its name, then its amount on a line of its own.</summary>
internal sealed class UnitLabel
{
    // Letters lean over each other a little at spaces; lines are that much safer.
    private const double Slack = 1;

    private readonly List<(string Text, double Width)> _words;
    private readonly double _space;
    private readonly Typefaces _typefaces;

    public UnitLabel(string name, string amount, TextStyle nameStyle, TextStyle amountStyle, Typefaces typefaces)
    {
        _typefaces = typefaces;
        (NameStyle, AmountStyle) = (nameStyle, amountStyle);
        Amount = new TextRun(amount, amountStyle);
        AmountWidth = Measure(amount, amountStyle) + Slack;
        _space = Measure(" ", nameStyle);
        _words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (w, Measure(w, nameStyle)))];
    }

    public TextStyle NameStyle { get; }

    public TextStyle AmountStyle { get; }

    /// <summary>The amount, which never breaks.</summary>
    public TextRun Amount { get; }

    public double AmountWidth { get; }

    /// <summary>From one baseline to the next.</summary>
    public double LineHeight => NameStyle.Size + 3.5;

    /// <summary>The width below which words must be cut.</summary>
    public double LongestWord => Math.Max(AmountWidth, _words.Count == 0 ? 0 : _words.Max(w => w.Width) + Slack);

    /// <summary>The width of the name on one line.</summary>
    public double NameWidth => _words.Sum(w => w.Width) + (_space * Math.Max(0, _words.Count - 1)) + Slack;

    /// <summary>The name's lines within a width; a word that alone is wider is cut with a hyphen.</summary>
    public List<TextRun> Lines(double width)
    {
        var lines = new List<(string Text, double Width)>();
        foreach (var word in _words.SelectMany(w => Pieces(w, width - Slack)))
        {
            if (lines.Count > 0 && lines[^1].Width + _space + word.Width <= width - Slack)
                lines[^1] = ($"{lines[^1].Text} {word.Text}", lines[^1].Width + _space + word.Width);
            else
                lines.Add(word);
        }

        return [.. lines.Select(l => new TextRun(l.Text, NameStyle))];
    }

    /// <summary>The widest line within a width, the amount among them.</summary>
    public double WidthOf(IEnumerable<TextRun> lines) => lines.Select(l => Measure(l.Text, l.Style) + Slack).Append(AmountWidth).Max();

    private IEnumerable<(string Text, double Width)> Pieces((string Text, double Width) word, double width)
    {
        if (word.Width <= width)
            return [word];
        var pieces = new List<string>();
        var rest = word.Text;
        while (rest.Length > 2 && Within(rest, width) < rest.Length)
        {
            var keep = Within(rest, width - Measure("-", NameStyle));
            pieces.Add(rest[..keep] + "-");
            rest = rest[keep..];
        }

        return pieces.Append(rest).Select(p => (p, Measure(p, NameStyle)));
    }

    private double Measure(string words, TextStyle style) => _typefaces.Measure(words, style) * (float)LabelPlacer.Kerned;

    private int Within(string words, double width) => _typefaces.LengthWithin(words, NameStyle, width / (float)LabelPlacer.Kerned);
}
