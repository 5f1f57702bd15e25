using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What every layout starts from: a chart in a state, at a width, in a language.</summary>
/// <param name="Spec">The chart.</param>
/// <param name="State">The state.</param>
/// <param name="Artboard">The width.</param>
/// <param name="Language">The language.</param>
/// <param name="Typefaces">The lettering.</param>
internal sealed record Layout(ChartSpec Spec, StateSpec State, Artboard Artboard, Language Language, Typefaces Typefaces)
{
    // Asked for again and again while a chart is laid out.
    private readonly Dictionary<string, IReadOnlyList<Band>> _bandsShown = new(StringComparer.Ordinal);
    private (double Low, double High)? _valueDomain;
    private NumberForm? _form;

    /// <summary>The rows that the state shows, in the order of the data.</summary>
    public ImmutableArray<Row> Rows { get; } = Spec.RowsIn(State);

    /// <summary>The marks that the state draws.</summary>
    public ImmutableArray<Mark> Marks { get; } = Spec.MarksIn(State);

    /// <summary>The notes that the state shows.</summary>
    public ImmutableArray<NoteSpec> Notes { get; } = [.. Spec.Notes.Where(n => State.Notes?.Contains(n.Name) ?? true)];

    /// <summary>The panels' values in the order of the data; one empty value where there are no facets.</summary>
    public ImmutableArray<string> Facets { get; } = [.. Spec.Panels.DefaultIfEmpty("")];

    /// <summary>Whether the artboard is too narrow for a column of names.</summary>
    public bool IsNarrow => !Artboard.HasNameColumn;

    /// <summary>How many bars stand side by side at a place at most.</summary>
    public int BarsAtPlace => Spec.Marks.OfType<BarMark>()
        .Where(b => b is { Arrange: Arrange.Grouped, Series: not null })
        .Select(b => Spec.Data.Rows.Select(r => r.Identity(b.Series!)).Distinct().Count())
        .Append(1)
        .Max();

    /// <summary>Whether a row is in full colour.</summary>
    public bool IsLit(Row row) => State.Highlight?.Chooses(row) ?? true;

    /// <summary>Whether a row has a value for any mark that is drawn.</summary>
    public bool HasValue(Row row) => Marks.Any(m => m.ValuesOf(row).Any());

    /// <summary>The rows of a facet.</summary>
    public ImmutableArray<Row> In(string facet, IEnumerable<Row> rows) =>
        [.. rows.Where(r => Spec.Facet is null || r.Identity(Spec.Facet) == facet)];

    /// <summary>What a facet is called in the language.</summary>
    public string FacetTitle(string facet) => Language.Lines.Space(Spec.Data.Rows.First(r => r.Identity(Spec.Facet!) == facet).Text(Spec.Facet!, Language));

    /// <summary>Gathers the rows of a panel into bands, in the order of the state, the chart or the data.</summary>
    public IReadOnlyList<Band> Bands(IEnumerable<Row> rows)
    {
        var bands = Spec.BandsOf(rows);
        return [.. (State.Order ?? Spec.Order)?.Sort(bands) ?? bands];
    }

    /// <summary>The bands of a panel; those of times and numbers keep their places when a state leaves their rows out.</summary>
    public IReadOnlyList<Band> BandsShown(string facet)
    {
        if (!_bandsShown.TryGetValue(facet, out var bands))
            _bandsShown[facet] = bands = Bands(In(facet, HasOrderedPlaces ? Spec.Data.Rows : Rows));
        return bands;
    }

    /// <summary>Whether places count something, so that their names may be thinned out without loss.</summary>
    public bool HasOrderedPlaces => Spec.Places!.Field is { } along && Spec.Data.Field(along)!.Type is FieldType.Time or FieldType.Number;

    /// <summary>The value axis between two pixels.</summary>
    public IScale ValueScale(double from, double to)
    {
        var (low, high) = ValueDomain();
        return Spec.Values!.Scale == ScaleType.Log ? new LogScale(low, high, from, to) : new LinearScale(low, high, from, to);
    }

    /// <summary>The axis of places between two pixels, where places are no bands.</summary>
    public IScale PlaceScale(double from, double to)
    {
        var places = Spec.Places!;
        var isLog = places.Scale == ScaleType.Log;
        var known = Spec.Data.Rows.Select(r => r.Number(places.Field!)).Concat(Spec.Marks.SelectMany(m => m.Points).Select(p => p.Place)).OfType<double>().ToList();
        var (low, high) = State.PlaceDomain ?? places.Domain
            ?? (places.Scale == ScaleType.Time || Spec.Marks.Any(m => m.RunsAlong) ? (known.Min(), known.Max()) : isLog ? LogScale.Nice(known.Min(), known.Max()) : LinearScale.Nice(known.Min(), known.Max(), 5));
        if (low == high)
            (low, high) = isLog ? (low / 2, high * 2) : (low, high + 1);
        return isLog ? new LogScale(low, high, from, to) : new LinearScale(low, high, from, to);
    }

    /// <summary>The ends of the value axis: as the author says, or round numbers around the data of all states.</summary>
    public (double Low, double High) ValueDomain() => _valueDomain ??= FindValueDomain();

    private (double Low, double High) FindValueDomain()
    {
        if ((State.ValueDomain ?? Spec.Values?.Domain) is { } domain)
            return domain;
        var bands = Spec.BandsOf(Spec.Data.Rows).ToList();
        var marks = Spec.States.SelectMany(s => Spec.MarksIn(s)).Concat(Spec.Marks).Distinct().ToList();
        var values = marks.SelectMany(m => bands.SelectMany(b => m.Reach(b.Rows)).Concat(m.Points.Select(p => p.Value).OfType<double>())).ToList();
        if (Spec.Values!.Scale == ScaleType.Log)
            return values.Count == 0 ? (1, 10) : LogScale.Nice(values.Min(), values.Max());
        if (values.Count == 0 || Spec.Marks.Any(m => m.StandsOnZero))
            values.Add(0);
        if (values.Max() == 0 && Spec.Marks.Any(m => m.IsShare))
            values.Add(100);
        return Spec.Marks.Any(m => m.IsShare) && !IsMirrored ? (values.Min(), values.Max()) : LinearScale.Nice(values.Min(), values.Max(), 4);
    }

    /// <summary>How a number on the value axis is written.</summary>
    public string Value(double value) => Amount.Value(IsMirrored ? Math.Abs(value) : value, ValueUnit, Language, Form);

    /// <summary>How a balance on the value axis is written: with its sign.</summary>
    public string Balance(double value) => Amount.Value(value, ValueUnit, Language, Form with { IsSigned = true });

    /// <summary>How a part of a whole in per cent is written.</summary>
    public string Share(double share) => Value(Form.Decimals is null ? Seen.Rounded(share) : share);

    private string Tick(double tick) => Amount.Value(IsMirrored ? Math.Abs(tick) : tick, ValueUnit, Language, Form with { Decimals = null });

    /// <summary>Whether bars point both ways from zero, so that both sides of the axis count upwards.</summary>
    public bool IsMirrored => Spec.Marks.OfType<BarMark>().Any(b => b.Mirror is not null);

    /// <summary>How the chart's numbers are written, each beside the others.</summary>
    public NumberForm Form => _form ??= NumberForm.Among(Spec.MarksIn(State).SelectMany(m => Spec.Data.Rows.SelectMany(m.ValuesOf)), Spec.IsSignedIn(State)) with { Decimals = Spec.DecimalsIn(State) };

    /// <summary>The unit of the value axis.</summary>
    public string ValueUnit => Spec.Marks.Any(m => m.IsShare) ? "%" : Spec.UnitIn(State);

    /// <summary>Radius of the largest dot that is in proportion to a number; zero when none is.</summary>
    public double LargestDot => !Spec.Marks.Any(m => m is DotMark { Size: not null }) ? 0
        : Spec.Places is { Scale: ScaleType.Band } ? (IsNarrow ? 9 : 13) : Math.Clamp(Artboard.Width / 26.0, 13, 30);

    /// <summary>How ticks are written: short, but never two of them alike.</summary>
    public Func<double, string> WordsOf(IReadOnlyList<double> ticks) =>
        ticks.Select(Tick).Distinct().Count() == ticks.Count ? Tick : tick => Language.Number(IsMirrored ? Math.Abs(tick) : tick, 6);

    /// <summary>The words for a row without a value.</summary>
    public string MissingWords(Row row) =>
        Language.Lines.Space(Spec.WhyMissing(row, Language) ?? Language.Word("missing"));
}
