using System.Globalization;
using System.Text.RegularExpressions;
using Explainer.Checks;
using Explainer.Data;
using Explainer.Diagnostics;
using Explainer.Input;
using Explainer.Prose;
using Explainer.Stories;
using Explainer.Tests.Support;

namespace Explainer.Tests.WholeSite;

/// <summary>Changes each number that the first story names, one at a time, and looks whether the build sees it.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly InputFiles Input = Sites.StoryInput;

    [Fact]
    public void A_figure_that_moves_beyond_what_the_text_says_stops_the_build_at_every_mention()
    {
        var site = SiteContent.Read(Input, [])!;
        Assert.DoesNotContain(Rules.Check(site), f => f.Severity == Severity.Error);
        var (mutants, missed) = (0, new List<string>());
        foreach (var named in site.Stories.SelectMany(s => s.Mentions.Where(m => m.Words.Length > 0).Select(m => (Story: s, Mention: m))).GroupBy(m => m.Mention.Figure.Value))
        {
            var figure = site.Figures[named.Key];
            var phrases = named.Select(m => (m.Story, m.Mention, Phrase: PhraseOf(m.Story, m.Mention))).ToList();
            foreach (var (key, end) in EndsOf(figure))
            {
                var saying = phrases.Where(p => Says(p.Phrase, key)).ToList();
                if (saying.Count == 0)
                    continue;
                var precision = saying.Max(p => PrecisionOf(p.Phrase, key)) * Math.Abs(end);
                foreach (var moved in new[] { end + precision, end - precision })
                {
                    mutants++;
                    var findings = new List<Diagnostic>();
                    var changed = SiteContent.Read(Mutate(figure, key, moved), findings)!;
                    findings.AddRange(Rules.Check(changed));
                    missed.AddRange(saying
                        .Where(p => !findings.Any(f => f.Severity == Severity.Error && f.Where is { } place && place.Source.Path == p.Story.Source.Path && place.Line == p.Mention.Span.Line && place.Column == p.Mention.Span.Column))
                        .Select(p => $"{p.Mention.Span}: '{p.Mention.Words}' still holds when {key} of {figure.Id} is {moved}, not {end}"));
                }
            }

            Assert.Equal(site.Languages.Select(l => l.Code).Order(), named.Select(m => m.Story.Language.Code).Distinct().Order());
        }

        output.WriteLine($"{mutants} mutants, {missed.Count} missed");
        Assert.True(missed.Count == 0, $"{mutants} mutants, {missed.Count} missed:\n{string.Join('\n', missed)}");
        Assert.NotEqual(0, mutants);
    }

    [Fact]
    public void A_cell_that_moves_away_from_its_figure_stops_the_build_at_its_row_or_at_the_figure()
    {
        var site = SiteContent.Read(Input, [])!;
        var named =
            from data in site.Datasets.Values
            from row in data.Rows
            from field in data.Fields
            where row[field.Name] is FigureCell { Names.Length: 1 }
            let figure = site.Figures[((FigureCell)row[field.Name]).Names[0].Value]
            from number in data.Fields.Where(f => f.Type == FieldType.Number && f.Unit == figure.Unit && (field.Of ?? f.Name) == f.Name)
            select (row[number.Name], Place: ((FigureCell)row[field.Name]).Names[0].Span);
        var read =
            from figure in site.Figures.Values
            let origin = figure.Origin as CellOrigin
            where origin is not null
            select (site.Datasets[origin.Data.Value].Rows.Single(r => r.Key == origin.Row.Value)[origin.Field.Value], Place: origin.Row.Span);
        var cells = named.Concat(read).Where(c => c.Item1 is NumberCell).GroupBy(c => (NumberCell)c.Item1, c => c.Place).ToList();
        var (mutants, missed) = (0, new List<string>());
        foreach (var cell in cells)
        {
            foreach (var moved in new[] { cell.Key.Value * 1.011, cell.Key.Value * 0.989 })
            {
                mutants++;
                var findings = new List<Diagnostic>();
                var span = cell.Key.Span;
                var changed = SiteContent.Read(Input.With(span.Source.Path, text => text[..span.Start] + moved.ToString("0.######", CultureInfo.InvariantCulture) + text[span.End..]), findings)!;
                findings.AddRange(Rules.Check(changed));
                if (!findings.Any(f => f.Severity == Severity.Error && f.Where is { } place && cell.Any(c => c.Source.Path == place.Source.Path && c.Line == place.Line)))
                    missed.Add($"{span}: {cell.Key.Value} may be {moved}");
            }
        }

        output.WriteLine($"{mutants} mutants of {cells.Count} cells, {missed.Count} missed");
        Assert.True(missed.Count == 0, $"{mutants} mutants, {missed.Count} missed:\n{string.Join('\n', missed)}");
        Assert.True(cells.Count > 40, $"only {cells.Count} cells are tied to figures");
    }

    private static Phrase PhraseOf(Story story, FigureMention mention) =>
        new PhraseReader(story.Language.Reading, story.Language.Decimal).Read(mention.Before, mention.Words, mention.After) ?? throw new InvalidDataException(mention.Words);

    private static IEnumerable<(string Key, double End)> EndsOf(Figure figure) => (figure.Low, figure.High) switch
    {
        ({ } a, { } b) when a.Equals(b) => [("value", a)],
        ({ } a, { } b) => [("low", a), ("high", b)],
        ({ } a, null) => [("low", a)],
        _ => [("high", figure.High!.Value)],
    };

    // A bound says one end of a range.
    private static bool Says(Phrase phrase, string key) => key == "value" || phrase.IsRange || key == (phrase.Hedge is Hedge.UpTo or Hedge.Under ? "high" : "low");

    // How far a number may lie from the one that is said, as docs/data.md has it, on both sides: as a part of it.
    private static double PrecisionOf(Phrase phrase, string key)
    {
        const double JustBeyond = 1.01;
        var number = (key == "high" ? phrase.High : phrase.Low).Number;
        var digit = phrase.Hedge is Hedge.None or Hedge.UpTo or Hedge.AtLeast ? number.Step : number.Round;
        return JustBeyond * Math.Min(digit, 0.2 * number.Value) / number.Value;
    }

    private static InputFiles Mutate(Figure figure, string key, double moved) => Input.With(figure.Span.Source.Path, text =>
    {
        var block = new Regex($@"(?<=^{figure.Id}:\r?\n(?: .*\r?\n)*?  {key}: )-?[\d.]+(?=\r?$)", RegexOptions.Multiline);
        Assert.Single(block.Matches(text));
        return block.Replace(text, moved.ToString("0.######", CultureInfo.InvariantCulture));
    });
}
