using System.Collections.Immutable;
using System.Text;
using Explainer.Data;

namespace Explainer.Charts;

/// <summary>What a state of a chart shows, in a few sentences, for those who cannot see it: the author's words, or else composed from the data.</summary>
public static class ChartDescription
{
    /// <summary>No composed description is longer, in characters.</summary>
    public const int Longest = 600;

    private static readonly char[] Ends = ['.', '!', '?', '…'];

    /// <summary>
    /// The description of a state: the state's own; or the chart's, where the whole chart is seen; or the chart's and what is highlighted,
    /// where nothing but light tells the state from the whole; or else one composed from what the state shows.
    /// </summary>
    public static string For(ChartSpec chart, StateSpec state, Language language)
    {
        if (state.Alt is { } own)
            return own.In(language);
        if (chart.Alt is not { } alt || !ShowsAll(chart, state))
            return Compose(chart, state, language);
        return Join([alt.In(language).Trim(), .. Highlight(new Seen(chart, state, language))]);
    }

    /// <summary>Composes the description of a state from what it shows.</summary>
    public static string Compose(ChartSpec chart, StateSpec state, Language language)
    {
        var seen = new Seen(chart, state, language);

        // The higher the rank, the sooner a sentence is left out where all are too long.
        var sentences = new List<(int Rank, string Words)> { (0, Sort(seen)) };
        if (Panels(seen) is { } panels)
            sentences.Add((4, panels));
        sentences.AddRange(Axes(seen).Select(a => (5, a)));
        foreach (var mark in seen.Marks)
            sentences.AddRange(mark.Tell(seen).Select((s, i) => (i == 0 ? 1 : 3, s)));
        sentences.AddRange(Highlight(seen).Select((h, i) => (i == 0 ? 0 : 3, h)));
        if (Missing(seen) is { } missing)
            sentences.Add((2, missing));
        sentences.AddRange(chart.Notes.Where(n => state.Notes?.Contains(n.Name) ?? true).Select(n => (2, seen.Word("note", seen.Text(n.Text)))));
        sentences.AddRange(seen.Marks.OfType<RuleMark>().Where(r => r.At is not null && r.Title is not null).Select(r => (4, seen.Word("rule", Rule(seen.Text(r.Title!), Place(r.At!, seen), seen)))));
        if (seen.Marks.SelectMany(m => m.Words).Select(seen.Text).Where(w => w.Length > 0).ToList() is { Count: > 0 } words)
            sentences.Add((6, seen.Word("words", string.Join("; ", words))));
        if (Colours(seen) is { } colours)
            sentences.Add((7, colours));
        if (state.Order is { } order && seen.TitleOf(order.Field) is { } title)
            sentences.Add((6, seen.Word(order.IsDescending ? "descending" : "ascending", title)));
        return Shorten(sentences);
    }

    private static string Sort(Seen seen)
    {
        var (sort, count) = seen.Main?.Sort(seen) ?? ("rows", seen.Rows.Length);
        return seen.Plural("sort." + sort, count);
    }

    private static string? Panels(Seen seen) =>
        seen.Chart.Facet is { } facet && seen.Different(facet) is { Length: > 1 } panels ? seen.Plural("panels", panels.Length, seen.List(panels, 4)) : null;

    // What runs along the places, and what the values are.
    private static IEnumerable<string> Axes(Seen seen)
    {
        if (seen.Chart.Values is not { } values || seen.Chart.Places is not { } places)
            yield break;
        var fields = seen.Marks.SelectMany(m => m.FieldsOfValues).Distinct().ToList();
        var own = fields is [var only] ? seen.TitleOf(only) : null;
        var measured = seen.State.Value is not null ? own : values.Title is { } title ? seen.Text(title) : own;
        var ends = seen.Rows.SelectMany(r => seen.Marks.SelectMany(m => m.ValuesOf(r))).ToList();
        if (seen.IsScatter && ends.Count > 0)
        {
            var along = seen.Rows.Select(r => r.Number(places.Field!)).OfType<double>().DefaultIfEmpty().ToList();
            var unit = places.Unit;
            yield return seen.Word("across", Measure(places.Title is { } t ? seen.Text(t) : seen.TitleOf(places.Field!), Amount.Value(along.Min(), unit, seen.Language), Amount.Value(along.Max(), unit, seen.Language), places.Scale));
            yield return seen.Word("up", Measure(measured, seen.Value(ends.Min()), seen.Value(ends.Max()), values.Scale));
            if (seen.Marks.Select(m => m.Channels.Label).OfType<string>().FirstOrDefault() is { } label && seen.Different(label) is { Length: > 1 } dots)
                yield return seen.Word("compared", seen.List(dots, 3));
            yield break;
        }

        if (measured is not null)
            yield return seen.Word("values", values.Scale == ScaleType.Log ? seen.Word("log", measured) : measured);
        else if (values.Scale == ScaleType.Log)
            yield return seen.Word("log-axis");
        if (seen.RunsAlongTime)
        {
            var ordered = seen.Rows.Where(r => r.Number(places.Field!) is not null).OrderBy(r => r.Number(places.Field!)).Select(seen.PlaceOf).ToList();
            if (ordered.Count > 0)
                yield return ordered[0] == ordered[^1] ? seen.Word("moment", ordered[0]) : seen.Word("period", ordered[0], ordered[^1]);
        }
        else if (places.Group is { } group && seen.Count(group) > 1)
        {
            yield return seen.Plural("groups", seen.Count(group), seen.List([.. seen.Rows.DistinctBy(r => r.Identity(group)).Select(r => GroupName(r, seen))], 4));
        }
        else if (!Telling.NamesAll(seen) && seen.Rows.Select(seen.PlaceOf).Distinct().ToList() is { Count: > 1 } names)
        {
            yield return seen.Word("compared", seen.List(names, 3));
        }

        string Measure(string? what, string low, string high, ScaleType scale)
        {
            var words = what is null ? seen.Word("span", low, high) : seen.Word("measure", what, low, high);
            return scale == ScaleType.Log ? seen.Word("log", words) : words;
        }
    }

    // Panels, series or rows by name where they are few; else by the values that choose them, where readers know these; else only counted.
    private static IEnumerable<string> Highlight(Seen seen)
    {
        if (seen.State.Highlight is not { } filter)
            yield break;
        var valued = seen.Rows.Where(seen.HasValue).ToList();
        var lit = valued.Where(filter.Chooses).ToList();
        if (lit.Count == 0 || lit.Count == valued.Count)
            yield break;
        var field = filter.Conditions is [var only] ? only.Field : null;
        var names = field is null ? [] : ValueNames(field, lit, seen);
        if (names.Length is > 0 and <= Seen.Few && (field == seen.Chart.Facet || field == seen.Main?.Series || (seen.Main is UnitMark units && field == Telling.FieldOfUnits(units, seen))))
        {
            yield return seen.Word("highlight", seen.List(names, Seen.Few));
            yield break;
        }

        if (lit.Count <= Seen.Few)
        {
            yield return seen.Word("highlight", seen.List([.. lit.Select(r => Telling.WithValue(r, seen)).Distinct()], Seen.Few));
            yield break;
        }

        var (count, all) = (seen.Language.Number(lit.Count), seen.Language.Number(valued.Count));
        yield return names.Length is > 0 and <= Seen.Few
            ? seen.Word("highlight-some", seen.List(names, Seen.Few), count, all)
            : seen.Word("highlight-count", count, all);
        var values = seen.Main is null ? [] : lit.SelectMany(seen.Main.ValuesOf).ToList();
        if (!Telling.NamesAll(seen) && !seen.Main!.IsShare && values.Count > 0 && !seen.HasSeveralMarks && !seen.IsScatter && seen.Chart.Values is not null)
            yield return seen.Word("highlight-values", seen.Value(values.Min()), seen.Value(values.Max()));
    }

    private static ImmutableArray<string> ValueNames(string field, List<Row> lit, Seen seen)
    {
        var places = seen.Chart.Places;
        if (field == places?.Group)
            return [.. lit.DistinctBy(r => r.Identity(field)).Select(r => GroupName(r, seen))];
        var isKnown = field == seen.Chart.Facet || field == places?.Field || seen.Marks.Any(m => m.Series == field || ColourField(m) == field || (m is UnitMark units && Telling.FieldOfUnits(units, seen) == field)) || seen.TitleOf(field) is not null;
        return isKnown ? seen.Different(field, lit) : [];
    }

    private static string GroupName(Row row, Seen seen)
    {
        var places = seen.Chart.Places!;
        return places.GroupTitles.TryGetValue(row.Identity(places.Group!), out var title) ? seen.Text(title) : seen.Text(row, places.Group!);
    }

    private static string? Missing(Seen seen)
    {
        var missing = seen.Rows.Where(r => !seen.HasValue(r)).ToList();
        if (missing.Count == 0 || missing.Count == seen.Rows.Length)
            return null;
        return seen.Word("missing", seen.List([.. missing.Select(WithReason).Distinct()], 3));

        string WithReason(Row row)
        {
            // Dots are called by their group, which has others.
            var name = seen.NameOf(row, seen.Main is UnitMark ? null : seen.Main);
            return seen.Chart.WhyMissing(row, seen.Language) is { } why ? seen.Word("dated", name, Seen.Short(why)) : name;
        }
    }

    private static string? Colours(Seen seen)
    {
        if (seen.Main is not { Channels.Colour: OrdinalColour colour } main || main is GeoMark || (main is UnitMark units && colour.Field == Telling.FieldOfUnits(units, seen)) || colour.Field == main.Series || colour.Field == seen.Chart.Facet || colour.Field == seen.Chart.Places?.Field || colour.Field == seen.Chart.Places?.Group)
            return null;
        return seen.Different(colour.Field) is { Length: > 1 } colours ? seen.Word("colours", seen.List(colours, 5)) : null;
    }

    private static string? ColourField(Mark mark) => mark.Channels.Colour switch
    {
        OrdinalColour colour => colour.Field,
        KindColour colour => colour.Field,
        _ => null,
    };

    // Some rules are called by the place where they stand.
    private static string Rule(string title, string place, Seen seen) =>
        place.Replace('\u00A0', ' ').Contains(title.Replace('\u00A0', ' '), StringComparison.Ordinal) ? place : seen.Named(title, place);

    private static string Place(PointSpec at, Seen seen)
    {
        if (at.Value is { } value)
            return seen.Value(value);
        var places = seen.Chart.Places!;
        if (at.Band is { } band)
            return seen.Chart.Data.Rows.FirstOrDefault(r => seen.Chart.BandOf(r) == band) is { } row ? seen.PlaceOf(row) : band;
        if (places.Scale != ScaleType.Time)
            return Amount.Value(at.Place!.Value, places.Unit, seen.Language);
        return seen.Chart.Data.Rows.FirstOrDefault(r => r.Number(places.Field!) == at.Place) is { } there ? seen.PlaceOf(there) : seen.Language.Date(DateOnly.FromDayNumber((int)at.Place!.Value));
    }

    // A state that sees the whole chart may light some rows; anything else makes the author's words about the whole untrue of it.
    private static bool ShowsAll(ChartSpec chart, StateSpec state) =>
        state is { Order: null, PlaceDomain: null, ValueDomain: null, Value: null, Units: null }
        && chart.RowsIn(state).Length == chart.Data.Rows.Length
        && chart.MarksIn(state).Length == chart.Marks.Length;

    private static string Shorten(List<(int Rank, string Words)> sentences)
    {
        while (true)
        {
            var text = Join(sentences.Select(s => s.Words));
            if (text.Length <= Longest)
                return text;
            var rank = sentences.Max(s => s.Rank);
            if (rank == 0 || sentences.Count == 1)
                return text[..text.LastIndexOf(' ', Longest - 1)].TrimEnd(' ', ',', ';', ':', '.') + "…";
            sentences.RemoveAt(sentences.FindLastIndex(s => s.Rank == rank));
        }
    }

    // A sentence that ends with a sign of its own, or with a shortened word, gets no second one.
    private static string Join(IEnumerable<string> sentences)
    {
        var text = new StringBuilder();
        foreach (var sentence in sentences)
        {
            var words = sentence.Replace("...", "…", StringComparison.Ordinal).TrimEnd();
            text.Append(text.Length > 0 ? " " : "").Append(words).Append(words.Length > 0 && Ends.Contains(words[^1]) ? "" : ".");
        }

        return text.ToString();
    }
}
