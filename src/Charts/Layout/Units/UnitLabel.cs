namespace Explainer.Charts;

/// <summary>The words of a group, measured once and broken for any width: its name, then its amount on a line of its own.</summary>
internal sealed class UnitLabel
{
    // Letters lean over each other a little at spaces; lines are that much safer.
    private const double Slack = 1;

    private readonly List<(string Text, double Width)> _words;
    private readonly double _space;
    private readonly Func<string, TextStyle, double> _measure;

    public UnitLabel(string name, string amount, TextStyle nameStyle, TextStyle amountStyle, Func<string, TextStyle, double> measure)
    {
        _measure = measure;
        (NameStyle, AmountStyle) = (nameStyle, amountStyle);
        Amount = new TextRun(amount, amountStyle);
        AmountWidth = measure(amount, amountStyle) + Slack;
        _space = measure(" ", nameStyle);
        _words = [.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (w, measure(w, nameStyle)))];
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
    public double WidthOf(IEnumerable<TextRun> lines) => lines.Select(l => _measure(l.Text, l.Style) + Slack).Append(AmountWidth).Max();

    private IEnumerable<(string Text, double Width)> Pieces((string Text, double Width) word, double width)
    {
        while (word.Width > width && word.Text.Length > 2)
        {
            var keep = word.Text.Length - 1;
            while (keep > 1 && _measure(word.Text[..keep] + "-", NameStyle) > width)
                keep--;
            yield return (word.Text[..keep] + "-", _measure(word.Text[..keep] + "-", NameStyle));
            word = (word.Text[keep..], _measure(word.Text[keep..], NameStyle));
        }

        yield return word;
    }
}
