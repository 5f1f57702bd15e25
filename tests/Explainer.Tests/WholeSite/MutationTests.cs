using System.Collections.Immutable;
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

/// <summary>Changes each number that the stories use, in figures and tables, one at a time, and looks whether the build sees it.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    // More than any source is rounded to.
    private const double Barely = 0.011;

    private static readonly InputFiles Input = Sites.StoryInput;

    private static readonly Lazy<ImmutableDictionary<string, ImmutableArray<Figure>>> FiguresByFile = new(() =>
        Input.In("input/figures", ".yml").ToImmutableDictionary(p => p, p => Figure.ReadAll(Input.Text(p), [])));

    [Fact]
    public void A_figure_that_moves_beyond_what_is_said_stops_the_build_at_every_mention()
    {
        var site = SiteContent.Read(Input, [])!;
        Assert.DoesNotContain(Rules.Check(site), f => f.Severity == Severity.Error);
        var mentions = site.Mentions.Where(m => m.Mention.Words.Length > 0).ToLookup(m => m.Mention.Figure.Value);
        Assert.All(mentions, named => Assert.Equal(site.Languages.Select(l => l.Code).Order(), named.Select(m => m.Language.Code).Distinct().Order()));

        var mutants = new List<(Figure Figure, string Key, double Moved, ImmutableArray<FigureMention> Saying)>();
        var unwritten = new List<string>();
        foreach (var figure in site.Languages.SelectMany(site.FiguresIn).Distinct(StringComparer.Ordinal).Select(id => site.Figures[id]))
        {
            var phrases = mentions[figure.Id].Select(m => (m.Mention, Phrase: PhraseOf(m.Language, m.Mention))).ToList();
            foreach (var (key, end) in EndsOf(figure))
            {
                // A figure that is reckoned or read from a table moves with those.
                if (!IsWritten(figure, key))
                {
                    unwritten.Add(figure.Id);
                    continue;
                }

                // What no words say is printed as it is, tied to a row, or reckoned with.
                var saying = phrases.Where(p => Says(p.Phrase, key)).ToList();
                var precision = saying.Count > 0 ? saying.Max(p => PrecisionOf(p.Phrase, key)) : Barely;
                mutants.AddRange(new[] { 1 + precision, 1 - precision }.Select(by => (figure, key, end * by, saying.Select(p => p.Mention).ToImmutableArray())));
            }
        }

        var places = mutants.Select(m => m.Figure.Id).Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => PlacesOf(site, id, mentions).Select(LineOf).ToHashSet(), StringComparer.Ordinal);
        var missed = mutants.AsParallel().AsOrdered().SelectMany(m =>
        {
            var errors = ErrorsOf(site, Mutate(m.Figure, m.Key, m.Moved));
            var unheard = errors.IsEmpty ? [$"{m.Figure.Span}: {m.Key} of {m.Figure.Id} may be {m.Moved}"] : Enumerable.Empty<string>();
            var unsaid = m.Saying.Where(s => !errors.Any(e => LineOf(e) == LineOf(s.Span) && e.Column == s.Span.Column))
                .Select(s => $"{s.Span}: '{s.Words}' still holds when {m.Key} of {m.Figure.Id} is {m.Moved}");
            var astray = errors.Where(e => !places[m.Figure.Id].Contains(LineOf(e))).Select(e => $"{e}: an error here when {m.Key} of {m.Figure.Id} is {m.Moved}");
            return unheard.Concat(unsaid).Concat(astray);
        }).ToList();

        output.WriteLine($"{mutants.Count} mutants of {mutants.DistinctBy(m => m.Figure.Id).Count()} figures, {mutants.Count(m => m.Saying.IsEmpty)} that no words say, {missed.Count} missed; {unwritten.Distinct().Count()} figures are reckoned or read from tables");
        Assert.True(missed.Count == 0, $"{mutants.Count} mutants, {missed.Count} missed:\n{string.Join('\n', missed)}");
        Assert.True(mutants.Count > 150, $"only {mutants.Count} mutants");
        Assert.Contains(mutants, m => m.Saying.IsEmpty);
    }

    [Fact]
    public void A_cell_that_moves_away_from_its_figure_stops_the_build_at_its_row_or_at_the_figure()
    {
        // Without what holds every cell, to see that figures hold theirs.
        var site = SiteContent.Read(Input, [])! with { Seals = ImmutableSortedDictionary<string, Seal>.Empty, SealNames = [] };
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
        var mutants = cells.SelectMany(c => new[] { 1 + Barely, 1 - Barely }, (c, by) => (c.Key.Span, Moved: Digits(c.Key.Value * by), Places: c.ToList())).ToList();
        var missed = mutants.AsParallel().AsOrdered()
            .Where(m => !ErrorsOf(site, With(m.Span, m.Moved)).Any(e => m.Places.Any(p => p.Source.Path == e.Source.Path && p.Line == e.Line)))
            .Select(m => $"{m.Span}: '{m.Span.Text}' may be {m.Moved}").ToList();

        output.WriteLine($"{mutants.Count} mutants of {cells.Count} cells, {missed.Count} missed");
        Assert.True(missed.Count == 0, $"{mutants.Count} mutants, {missed.Count} missed:\n{string.Join('\n', missed)}");
        Assert.True(cells.Count > 40, $"only {cells.Count} cells are tied to figures");
    }

    [Fact]
    public void A_number_or_time_of_any_table_that_moves_stops_the_build_at_its_own_place()
    {
        var site = SiteContent.Read(Input, [])!;
        var cells = (from data in site.Datasets.Values
                     where site.IsMet(data)
                     from row in data.Rows
                     from cell in row.Cells.Values
                     from moved in Moved(cell)
                     select (Data: data, cell.Span, Moved: moved)).ToList();

        // Only the table is read again and held against its seal; that a whole build hears of it is tested once for each below.
        var missed = cells.Where(c =>
        {
            var findings = new List<Diagnostic>();
            var changed = Dataset.Read(With(c.Span, c.Moved), findings)!;
            findings.AddRange(new DataAreSealed().Check(site with { Datasets = site.Datasets.Clear().Add(changed.Id, changed), Seals = site.Seals.Clear().Add(changed.Id, site.Seals[changed.Id]), SealNames = [] }));
            return !findings.Any(f => IsAt(f, c.Span));
        }).Select(c => $"{c.Span}: '{c.Span.Text}' may be {c.Moved}").ToList();
        var whole = cells.DistinctBy(c => c.Data.Id).ToList();
        missed.AddRange(whole.Where(c =>
        {
            var findings = new List<Diagnostic>();
            var changed = SiteContent.Read(Input.With(c.Data.Source.Path, _ => With(c.Span, c.Moved).Content), findings)!;
            return !findings.Concat(Rules.Check(changed)).Any(f => IsAt(f, c.Span));
        }).Select(c => $"{c.Span}: unheard in a build"));

        output.WriteLine($"{cells.Count} mutants of {cells.DistinctBy(c => c.Span).Count()} cells in {whole.Count} tables, {missed.Count} missed");
        Assert.True(missed.Count == 0, $"{cells.Count} mutants, {missed.Count} missed:\n{string.Join('\n', missed)}");
        Assert.Equal(site.Datasets.Values.Where(site.IsMet).Select(d => d.Id), whole.Select(c => c.Data.Id));
        Assert.True(cells.Count > 1000, $"only {cells.Count} mutants");
    }

    // A little in either direction; small counts by one; a time by a year. A row whose key holds it has then another name.
    private static IEnumerable<string> Moved(Cell cell) => cell switch
    {
        NumberCell { Value: var n } when n == Math.Floor(n) && Math.Abs(n) < 100 => [Digits(n + 1), Digits(n - 1)],
        NumberCell { Value: var n } => [Digits(n * (1 + Barely)), Digits(n * (1 - Barely))],
        TimeCell { Span.Text: var text } => [Digits(int.Parse(text[..4], CultureInfo.InvariantCulture) + 1) + text[4..]],
        _ => [],
    };

    // A row whose key has changed is told at its first letter; where it has become another row's, the later of the two is told.
    private static bool IsAt(Diagnostic finding, SourceSpan cell) =>
        finding.Severity == Severity.Error && finding.Where is { } place && place.Source.Path == cell.Source.Path
        && (finding.Code == "EX0204" || (place.Line == cell.Line && (place.Column == cell.Column || finding.Code == "EX0224")));

    // What a build would say of a changed file of figures or data. Only what depends on it is read again, as there are many.
    private static ImmutableArray<SourceSpan> ErrorsOf(SiteContent site, SourceText changed)
    {
        var findings = new List<Diagnostic>();
        var datasets = FiguresByFile.Value.ContainsKey(changed.Path) ? site.Datasets : site.Datasets.SetItem(Path.GetFileNameWithoutExtension(changed.Path), Dataset.Read(changed, findings)!);
        var figures = FiguresByFile.Value.SelectMany(f => f.Key == changed.Path ? Figure.ReadAll(changed, findings) : f.Value).ToDictionary(f => f.Id);
        site = site with { Datasets = datasets, Figures = new FigureResolver(figures, datasets, ImmutableHashSet<string>.Empty, findings).ResolveAll() };
        return [.. findings.Concat(Rules.Check(site)).Where(f => f.Severity == Severity.Error).Select(f => f.Where).OfType<SourceSpan>()];
    }

    // Where a figure is held: by itself, words, rows, its own cell or formula, and by figures that are reckoned from it.
    private static IEnumerable<SourceSpan> PlacesOf(SiteContent site, string id, ILookup<string, (Language Language, FigureMention Mention)> mentions)
    {
        var figure = site.Figures[id];
        var rows = site.Datasets.Values.SelectMany(d => d.FigureNames).Where(n => n.Value == id).Select(n => n.Span);
        var dependents = site.Figures.Values.Where(f => f.Inputs.Contains(id)).SelectMany(f => PlacesOf(site, f.Id, mentions));
        return mentions[id].Select(m => m.Mention.Span).Append(figure.Span).Concat(rows).Concat(OriginOf(figure)).Concat(dependents);
    }

    private static IEnumerable<SourceSpan> OriginOf(Figure figure) => figure.Origin switch
    {
        FormulaOrigin formula => [formula.Scalar.Span],
        CellOrigin cell => [cell.Row.Span],
        _ => [],
    };

    private static (string Path, int Line) LineOf(SourceSpan span) => (span.Source.Path, span.Line);

    private static SourceText With(SourceSpan span, string words) =>
        new(span.Source.Path, span.Source.Content[..span.Start] + words + span.Source.Content[span.End..]);

    private static string Digits(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static Phrase PhraseOf(Language language, FigureMention mention) =>
        new PhraseReader(language.Reading, language.Decimal).Read(mention.Before, mention.Words, mention.After) ?? throw new InvalidDataException(mention.Words);

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

    private static SourceText Mutate(Figure figure, string key, double moved)
    {
        var block = Written(figure.Id, key);
        var file = figure.Span.Source;
        Assert.Single(block.Matches(file.Content));
        return new SourceText(file.Path, block.Replace(file.Content, Digits(moved)));
    }

    private static bool IsWritten(Figure figure, string key) => Written(figure.Id, key).IsMatch(figure.Span.Source.Content);

    private static Regex Written(string id, string key) => new($@"(?<=^{id}:\r?\n(?: .*\r?\n)*?  {key}: )-?[\d.]+(?=\r?$)", RegexOptions.Multiline);
}
