using System.Collections.Immutable;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>Sentences about the values of marks. A name is never bent: it comes from the data and stays as it is written there.</summary>
internal static class Telling
{
    /// <summary>Tells of marks with one value for each row: every value where they are few, how they change along time, otherwise the extremes.</summary>
    public static IEnumerable<string> OfValues(Mark mark, Seen seen)
    {
        // Marks of one kind are told together, with the first of them.
        var runs = Runs(mark, seen);
        var alike = Alike(mark, seen);
        if (alike.Count == 0 || !ReferenceEquals(alike[0], mark))
            return [];
        return runs ? OfChanges(alike, seen) : OfExtremes(alike, seen);
    }

    /// <summary>Whether single values, trends or the parts of a pile are told one by one, so that names need not be listed beside them.</summary>
    public static bool NamesAll(Seen seen) => seen.Main is { } main && main.TellsOfValues && !seen.IsScatter && !Runs(main, seen) && Alike(main, seen).Sum(m => seen.PointsOf(m).Length) <= Seen.FewValues
        || seen.Main is RangeMark range && seen.Rows.Count(r => range.ValuesOf(r).Any()) <= Seen.FewValues;

    /// <summary>Tells of ranges: the lowest, the highest, the widest, and those whose one end is open.</summary>
    public static IEnumerable<string> OfRanges(RangeMark mark, Seen seen)
    {
        var rows = seen.Rows.Where(r => mark.ValuesOf(r).Any()).ToList();
        if (rows.Count <= Seen.FewValues)
        {
            yield return seen.Word("shown", string.Join("; ", rows.Select(r => RangeOf(mark, r, seen))));
            yield break;
        }

        var (lowest, highest) = (rows.MinBy(r => mark.ValuesOf(r).Min())!, rows.MaxBy(r => mark.ValuesOf(r).Max())!);
        yield return ReferenceEquals(lowest, highest) ? seen.Word("both-ends", Named(lowest)) : seen.Word("ends", Named(lowest), Named(highest));
        var spans = rows.Where(r => Width(r) > 0).ToList();
        if (spans.Count > 1)
            yield return seen.Word("widest", Named(spans.MaxBy(Width)!));
        var open = rows.Where(mark.IsOpen).ToList();
        if (open.Count > 0)
            yield return seen.Word("open", seen.List([.. open.Select(Named)], 2));

        double Width(Row row) => row.Number(mark.Low) is { } low && row.Number(mark.High) is { } high ? seen.IsLog ? Math.Log(high / low) : high - low : 0;

        string Named(Row row) => RangeOf(mark, row, seen);
    }

    /// <summary>A row of ranges with its values.</summary>
    public static string RangeOf(RangeMark mark, Row row, Seen seen) => seen.Named(seen.NameOf(row, mark), AmountOf(mark, row, seen));

    /// <summary>The values of a row of ranges, with their hedge.</summary>
    public static string AmountOf(RangeMark mark, Row row, Seen seen)
    {
        var hedge = mark.Hedge is null ? "" : row.Identity(mark.Hedge);
        return Amount.Print(row.Number(mark.Low), row.Number(mark.High), hedge.Length == 0 ? null : hedge, seen.Chart.Values!.Unit, seen.Language, seen.Form);
    }

    /// <summary>A row's name, with its value where it has but one that is not told already.</summary>
    public static string WithValue(Row row, Seen seen)
    {
        var name = seen.NameOf(row, seen.Main);
        if (NamesAll(seen) || seen.HasSeveralMarks || seen.IsScatter)
            return name;
        return seen.Main is RangeMark range ? RangeOf(range, row, seen)
            : seen.Main is { TellsOfValues: true } main && seen.PointsOf(main).FirstOrDefault(p => ReferenceEquals(p.Row, row)) is { } point ? seen.Named(name, seen.ValueOf(point))
            : name;
    }

    /// <summary>Tells where an area between two values is widest and narrowest.</summary>
    public static IEnumerable<string> OfSpread(AreaMark mark, Seen seen)
    {
        var rows = seen.Rows.Where(r => mark.ValuesOf(r).Any()).ToList();
        if (rows.Count == 0)
            yield break;
        if (seen.HasSeveralMarks && mark.Title is { } title)
            yield return seen.Word("band", seen.Text(title));
        var (widest, narrowest) = (rows.MaxBy(Width)!, rows.MinBy(Width)!);
        if (Width(widest) > Width(narrowest))
            yield return seen.Word("spread", Named(widest), Named(narrowest));

        double Width(Row row) => row.Number(mark.High!)!.Value - row.Number(mark.Low!)!.Value;

        string Named(Row row) => seen.Word("dated", Amount.Print(row.Number(mark.Low!), row.Number(mark.High!), null, seen.Chart.Values!.Unit, seen.Language, seen.Form), seen.NameOf(row, mark));
    }

    /// <summary>Tells of bars that lie on one another: what parts they have, which is the largest, and which pile is the highest.</summary>
    public static IEnumerable<string> OfPiles(Mark mark, Seen seen)
    {
        var piles = seen.Chart.BandsOf(seen.PointsOf(mark).Select(p => p.Row)).ToList();
        var points = seen.PointsOf(mark).ToDictionary(p => p.Row.Key, StringComparer.Ordinal);
        var parts = seen.Different(mark.Series!, points.Values.Select(p => p.Row));
        if (piles.Count == 0)
            yield break;
        if (parts.Length == 1)
        {
            foreach (var sentence in OfExtremes([mark], seen))
                yield return sentence;
            yield break;
        }

        yield return seen.Word("parts", seen.List(parts, 6));
        var largest = piles.Select(p => (Pile: p, Point: p.Rows.Select(r => points[r.Key]).MaxBy(x => x.Value)!)).ToList();
        if (piles.Count <= Seen.Few)
        {
            yield return seen.Word("largest", string.Join("; ", largest.Select(l => seen.Word("series", PileName(l.Pile), seen.Named(seen.Text(l.Point.Row, mark.Series!), seen.ValueOf(l.Point))))));
            yield break;
        }

        if (!mark.IsShare)
        {
            var totals = piles.Select(p => (Name: PileName(p), Total: p.Rows.Sum(r => points[r.Key].Value))).ToList();
            yield return Extremes([.. totals.Select(t => (t.Name, t.Total, seen.Value(t.Total)))], "totals", seen);
        }

        var often = largest.GroupBy(l => seen.Text(l.Point.Row, mark.Series!)).MaxBy(g => g.Count())!;
        if (often.Count() * 2 > piles.Count)
            yield return seen.Plural("often", often.Count(), often.Key, seen.Language.Number(piles.Count));

        string PileName(Band pile) => string.Join(", ", new[] { seen.Chart.Facet is { } facet ? seen.Text(pile.First, facet) : "", seen.PlaceOf(pile.First) }.Where(n => n.Length > 0));
    }

    /// <summary>Tells of arrows: where they begin and end, and the largest changes.</summary>
    public static IEnumerable<string> OfArrows(ArrowMark mark, Seen seen)
    {
        if (seen.TitleOf(mark.From!) is { } from && seen.TitleOf(mark.To!) is { } to)
            yield return seen.Word("arrows", from, to);
        var trends = seen.Rows.Where(r => mark.ValuesOf(r).Any()).Select(r =>
        {
            var (first, last) = (r.Number(mark.From!)!.Value, r.Number(mark.To!)!.Value);
            return new Trend(seen.NameOf(r, mark), first, last, seen.Value(first), seen.Value(last), "", "");
        }).ToList();
        foreach (var sentence in trends.Count == 0 ? [] : Trend.Tell(trends, seen, hasPlaces: false))
            yield return sentence;
    }

    /// <summary>The word for dots as they are gathered.</summary>
    public static string SortOfUnits(UnitMark mark, Seen seen) => UnitGrouping.Resolve(mark.Grouping, seen.State.Units).Arrange switch
    {
        UnitArrangement.Circles => "circles",
        UnitArrangement.Piles => "piles",
        UnitArrangement.Rows => "dot-rows",
        _ => "crowd",
    };

    /// <summary>The field by whose values dots are told apart: that of their groups, or else of their colours, or else of their words.</summary>
    public static string? FieldOfUnits(UnitMark mark, Seen seen) =>
        UnitGrouping.Resolve(mark.Grouping, seen.State.Units).Group ?? mark.Channels.Colour switch
        {
            OrdinalColour colour => colour.Field,
            KindColour colour => colour.Field,
            _ => mark.WordsField,
        };

    /// <summary>Tells of dots: what one stands for, and how many units there are of each sort.</summary>
    public static IEnumerable<string> OfUnits(UnitMark mark, Seen seen)
    {
        var unit = seen.Chart.Data.Field(mark.Field)!.Unit;
        if (mark.Per != 1)
            yield return seen.Word("per", Amount.Value(mark.Per, unit, seen.Language));
        if (mark.Whole is { } whole && mark.HasRings(seen.State.Units))
            yield return seen.Word("of", Amount.Value(whole, unit, seen.Language));
        if (mark.HasTones)
        {
            yield return seen.Word("upto", string.Join("; ", seen.Rows.Where(r => r.Number(mark.Field) is not null).Select(r =>
                mark.WordsField is { } words && seen.Text(r, words) is { Length: > 0 } said ? seen.Word("series", seen.Language.Number(r.Number(mark.Field)!.Value), said) : seen.Language.Number(r.Number(mark.Field)!.Value))));
            yield break;
        }

        if (FieldOfUnits(mark, seen) is not { } field)
            yield break;
        var sorts = mark.Count(seen.Chart.Data).Where(c => seen.Rows.Contains(c.Row)).GroupBy(c => c.Row.Identity(field))
            .Select(g => (Name: seen.Text(g.First().Row, field), Value: g.Sum(c => c.Amount))).Where(g => g.Name.Length > 0)
            .Select(g => (g.Name, g.Value, Words: Amount.Value(g.Value, unit, seen.Language))).ToImmutableArray();
        if (sorts.Length > 0)
            yield return EachOrExtremes(sorts, seen);
    }

    /// <summary>Tells of a map: its values, or which regions have which colour.</summary>
    public static IEnumerable<string> OfMap(GeoMark mark, Seen seen)
    {
        var rows = seen.Rows.Where(r => mark.ValuesOf(r).Any()).ToList();
        if (rows.Count == 0)
            yield break;
        if (mark.FieldOfNumbers is { } field)
        {
            if (seen.TitleOf(field) is { } title)
                yield return seen.Word("values", title);
            var unit = seen.Chart.Data.Field(field)!.Unit;
            if (mark is CircleMark { Per: { } per } && per != 1)
                yield return seen.Word("per", Amount.Value(per, unit, seen.Language));
            yield return EachOrExtremes([.. rows.Select(r => (seen.NameOf(r, mark), r.Number(field)!.Value, Amount.Value(r.Number(field)!.Value, unit, seen.Language)))], seen);
            yield break;
        }

        yield return mark.Channels.Colour is OrdinalColour colour
            ? seen.Word("regions", string.Join("; ", rows.GroupBy(r => r.Identity(colour.Field)).Take(Seen.FewValues).Select(g =>
                seen.Word("series", seen.Text(g.First(), colour.Field), seen.List([.. g.Select(r => seen.NameOf(r, mark))], 3)))))
            : seen.Word("shown", seen.List([.. rows.Select(r => seen.NameOf(r, mark))], Seen.FewValues));
    }

    /// <summary>Tells how two axes of numbers go together, and what the size of the dots is.</summary>
    public static IEnumerable<string> OfScatter(DotMark mark, Seen seen)
    {
        var points = seen.PointsOf(mark).Where(p => p.Row.Number(seen.Chart.Places!.Field!) is not null).ToList();
        var together = Correlation([.. points.Select(p => p.Row.Number(seen.Chart.Places!.Field!)!.Value)], [.. points.Select(p => p.Value)]);
        if (points.Count > Seen.Few && Math.Abs(together) >= 0.7 && !seen.Marks.Any(m => m.RunsAlong))
            yield return seen.Word(together > 0 ? "together" : "apart");
        if (mark.Size is { } size && seen.TitleOf(size) is { } title && points.Where(p => p.Row.Number(size) is not null).MaxBy(p => p.Row.Number(size)) is { } largest)
            yield return seen.Word("size", title, seen.Named(seen.NameOf(largest.Row, mark), Amount.Value(largest.Row.Number(size)!.Value, seen.Chart.Data.Field(size)!.Unit, seen.Language)));
    }

    private static bool Runs(Mark mark, Seen seen) => (mark.RunsAlong || seen.RunsAlongTime) && seen.HasPlaces;

    private static List<Mark> Alike(Mark mark, Seen seen) =>
        [.. seen.Marks.Where(m => m.TellsOfValues && Runs(m, seen) == Runs(mark, seen) && seen.PointsOf(m).Length > 0).DistinctBy(m => (m.FieldsOfValues.First(), m.Series))];

    private static IEnumerable<string> OfChanges(List<Mark> marks, Seen seen)
    {
        var order = OrderOf(seen);
        var hasFacets = seen.Chart.Facet is { } facet && seen.Count(facet) > 1;
        var series = (from mark in marks
                      from point in seen.PointsOf(mark)
                      where order.ContainsKey(seen.Chart.BandOf(point.Row))
                      group point by (mark, Facet: hasFacets ? point.Row.Identity(seen.Chart.Facet!) : "", Series: mark.Series is { } s ? point.Row.Identity(s) : "")).ToList();
        var trends = series.Select(s =>
        {
            var first = s.First();
            var names = new List<string?>
            {
                seen.HasSeveralMarks ? seen.TitleOf(s.Key.mark) : null,
                hasFacets ? seen.Text(first.Row, seen.Chart.Facet!) : null,
                s.Key.mark.Series is { } field && (seen.Count(field) > 1 || series.Count > 1) ? seen.Text(first.Row, field) : null,
            };
            return Trend.Of(string.Join(", ", names.Where(n => n?.Length > 0).Distinct()), [.. s.OrderBy(p => order[seen.Chart.BandOf(p.Row)])], seen);
        }).ToList();

        // Of many, those that the state puts into the light are told first.
        if (trends.Count > Seen.Few && seen.State.Highlight is { } lit)
        {
            var inLight = trends.Where((_, i) => series[i].All(p => lit.Chooses(p.Row))).ToList();
            if (inLight.Count is > 0 and <= Seen.Few)
                trends = inLight;
        }

        if (trends.Count == 0)
            yield break;
        foreach (var sentence in Trend.Tell(trends, seen, hasPlaces: true))
            yield return sentence;
        if (trends.Count <= Seen.Few)
            yield break;
        var highest = series.SelectMany(s => s).MaxBy(p => p.Value)!;
        yield return seen.Word("highest", seen.Named(NameOf(highest, marks, seen), seen.ValueOf(highest)));
    }

    /// <summary>The order of places: along numbers and times by these, along words as the bands stand.</summary>
    public static Dictionary<string, double> OrderOf(Seen seen)
    {
        var along = seen.Chart.Places!.Field!;
        if (seen.RunsAlongTime || seen.IsScatter)
            return seen.Rows.Where(r => r.Number(along) is not null).DistinctBy(seen.Chart.BandOf).ToDictionary(seen.Chart.BandOf, r => r.Number(along)!.Value, StringComparer.Ordinal);
        var bands = seen.Chart.BandsOf(seen.Rows).ToList();
        return ((seen.State.Order ?? seen.Chart.Order)?.Sort(bands) ?? bands).Select(b => b.Id).Distinct().Select((id, i) => (id, i)).ToDictionary(b => b.id, b => (double)b.i, StringComparer.Ordinal);
    }

    private static IEnumerable<string> OfExtremes(List<Mark> marks, Seen seen)
    {
        var points = marks.SelectMany(m => seen.PointsOf(m)).ToImmutableArray();
        var told = points.Select(p => (NameOf(p, marks, seen), p.Value, seen.ValueOf(p))).ToImmutableArray();

        // In a cloud of points a value is only one of two.
        yield return seen.IsScatter ? Extremes(told, "extremes", seen) : EachOrExtremes(told, seen);
    }

    private static string EachOrExtremes(ImmutableArray<(string Name, double Value, string Words)> told, Seen seen) =>
        told.Length <= Seen.FewValues ? seen.Word("shown", string.Join("; ", told.Select(t => seen.Named(t.Name, t.Words)))) : Extremes(told, "extremes", seen);

    private static string Extremes(ImmutableArray<(string Name, double Value, string Words)> told, string key, Seen seen)
    {
        var (highest, lowest) = (told.MaxBy(t => t.Value), told.MinBy(t => t.Value));
        return highest.Value.Equals(lowest.Value) ? seen.Word("same", highest.Words) : seen.Word(key, Of(highest), Of(lowest));

        string Of((string Name, double Value, string Words) end) =>
            seen.Named(seen.List([.. told.Where(t => t.Value.Equals(end.Value)).Select(t => t.Name).Distinct()], 3), end.Words);
    }

    private static string NameOf(SeenPoint point, List<Mark> marks, Seen seen) =>
        string.Join(", ", new[] { marks.Count > 1 ? seen.TitleOf(point.Mark) : null, seen.NameOf(point.Row, point.Mark) }.Where(n => n?.Length > 0).Distinct());

    // Of ranks, not of values: an axis may be logarithmic, and one far point should not decide.
    private static double Correlation(ImmutableArray<double> x, ImmutableArray<double> y)
    {
        var (rx, ry) = (Ranks(x), Ranks(y));
        var mean = (x.Length - 1) / 2.0;
        var (both, xs, ys) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            both += (rx[i] - mean) * (ry[i] - mean);
            xs += (rx[i] - mean) * (rx[i] - mean);
            ys += (ry[i] - mean) * (ry[i] - mean);
        }

        return xs > 0 && ys > 0 ? both / Math.Sqrt(xs * ys) : 0;

        static double[] Ranks(ImmutableArray<double> values) => [.. values.Select(v => values.Count(w => w < v) + ((values.Count(w => w.Equals(v)) - 1) / 2.0))];
    }
}
